//! What the rest of the program sees of a session: a copy that is cheap to make after every commit.

use std::sync::Arc;

use super::{Cursor, Phase, PollState, Session};
use crate::change::Change;
use crate::tally::Tally;
use crate::typology::Breakdown;

/// A session at one sequence number.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The sequence number.
    pub seq: u64,
    /// Where the talk is.
    pub cursor: Cursor,
    /// Phones that joined.
    pub joined: u32,
    /// Whether it is a rehearsal.
    pub simulated: bool,
    /// Whether the session is over.
    pub finished: bool,
    /// The polls, in the deck's order.
    pub polls: Vec<PollSnapshot>,
    /// The room's breakdown, while its slide is up.
    pub breakdown: Option<Arc<Breakdown>>,
    /// Whether the room has seen its breakdown: from then on each phone may see its own profile.
    pub breakdown_shown: bool,
    /// The change between two polls, while a slide shows it.
    pub change: Option<Arc<Change>>,
}

/// One poll at one sequence number.
pub type PollSnapshot = PollState;

impl Snapshot {
    /// The poll that takes ballots.
    #[must_use]
    pub fn open_poll(&self) -> Option<usize> {
        self.polls.iter().position(|state| state.phase == Phase::Open)
    }

    /// The counts of a poll.
    #[must_use]
    pub fn tally(&self, poll: usize) -> &Tally {
        &self.polls[poll].tally
    }
}

impl Session {
    /// The session as of now. Costs a pass over the participants while a slide shows the breakdown or a change, and is
    /// otherwise independent of their number.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let slide = &self.deck.slides[self.cursor.slide];
        Snapshot {
            seq: self.seq,
            cursor: self.cursor,
            joined: self.participants.len() as u32,
            simulated: self.rehearsal,
            finished: self.finished,
            polls: self.polls.clone(),
            breakdown: slide.is_breakdown().then(|| Arc::new(self.breakdown())),
            breakdown_shown: self.breakdown_shown,
            change: slide.results_of.and_then(|poll| self.change(poll)).map(Arc::new),
        }
    }
}
