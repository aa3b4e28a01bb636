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
    /// The ballots that `shown` counts, of the first voters, as they were then.
    counted: Vec<Option<Ballot>>,
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
        if self.voters.len() < self.counted.len() + 2 * STEP {
            return;
        }
        let first = self.voters.len() - STEP;
        self.counted.resize(first, None);
        let bars = self.shown.get_or_insert_with(|| Arc::new(Tally::new(question)));
        let tally = Arc::make_mut(bars);
        // Only what is new or was changed is counted: of ten thousand texts each is read once.
        for (person, was) in self.voters.iter().zip(&mut self.counted) {
            let now = ballot(*person);
            if was.as_ref() == now {
                continue;
            }
            if let Some(was) = was {
                tally.remove(question, was);
            }
            if let Some(now) = now {
                tally.add(question, now);
            }
            *was = now.cloned();
        }
    }

    /// The room has been shown the totals: what comes later is counted from there.
    pub(super) fn revealed<'a>(&mut self, totals: &Arc<Tally>, ballot: impl Fn(ParticipantId) -> Option<&'a Ballot>) {
        self.counted = self.voters.iter().map(|person| ballot(*person).cloned()).collect();
        self.shown = Some(Arc::clone(totals));
    }
}
