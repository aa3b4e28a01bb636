//! Bars that are drawn while people vote, and never show a single ballot arriving.
//!
//! Bars of five answers, then of six, would show the sixth. Live bars therefore count the first voters only, at least five
//! at a time, and always leave the last five out: whatever is shown next, another step or the totals when the poll is
//! revealed, at least five people are new in it. The price is that bars begin with the tenth answer and stay a few behind;
//! the count of answers beside them does not.

use std::sync::Arc;

use crate::ballot::Ballot;
use crate::kind::Question;
use crate::session::ParticipantId;
use crate::tally::Tally;

/// The fewest people who are new in each step, and who are left out of it.
const STEP: usize = 5;

/// How many answers it takes before the first bars are drawn.
pub const LIVE_FROM: u32 = 2 * STEP as u32;

/// What the room has been shown of one poll so far.
#[derive(Debug, Clone, Default)]
pub struct LiveBars {
    voters: Vec<ParticipantId>,
    counted: usize,
    shown: Option<Arc<Tally>>,
}

impl LiveBars {
    /// The bars that may be drawn while the poll is open; `None` until enough people have answered.
    #[must_use]
    pub fn shown(&self) -> Option<&Arc<Tally>> {
        self.shown.as_ref()
    }

    /// Someone has answered for the first time. `ballot` gives a person's counted ballot.
    pub(super) fn arrived<'a>(
        &mut self,
        question: &Question,
        person: ParticipantId,
        ballot: impl Fn(ParticipantId) -> Option<&'a Ballot>,
    ) {
        self.voters.push(person);
        if self.voters.len() >= self.counted + 2 * STEP {
            self.counted = self.voters.len() - STEP;
            let first = self.voters[..self.counted].iter().filter_map(|person| ballot(*person));
            self.shown = Some(Arc::new(Tally::recount(question, first)));
        }
    }

    /// The room has been shown the totals: what comes later is counted from there.
    pub(super) fn revealed(&mut self, totals: &Arc<Tally>) {
        self.counted = self.voters.len();
        self.shown = Some(Arc::clone(totals));
    }
}
