//! Counting: how many ballots name each option.

use crate::ballot::Choices;
use crate::poll::{Poll, PollKind};
use crate::share;

/// The counts of one poll. Adding and removing ballots in any order gives the same as counting them afresh.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Ballots that name each option, in the poll's order.
    pub counts: Vec<u32>,
    /// Ballots in all; below the sum of `counts` for multiple choice.
    pub ballots: u32,
}

impl Tally {
    /// An empty tally for a poll.
    #[must_use]
    pub fn new(poll: &Poll) -> Self {
        Self {
            counts: vec![0; poll.options.len()],
            ballots: 0,
        }
    }

    /// Counts one ballot.
    pub fn add(&mut self, choices: Choices) {
        for index in choices.iter() {
            self.counts[index] += 1;
        }
        self.ballots += 1;
    }

    /// Takes one counted ballot out again.
    pub fn remove(&mut self, choices: Choices) {
        for index in choices.iter() {
            self.counts[index] -= 1;
        }
        self.ballots -= 1;
    }

    /// Whole percentages of the ballots per option, in the poll's order. Where a ballot names one option they are parts of
    /// a whole and add up to 100; where it may name several each option is a share of its own.
    #[must_use]
    pub fn percentages(&self, kind: &PollKind) -> Vec<u32> {
        match kind {
            PollKind::Single | PollKind::Quiz { .. } => {
                let parts: Vec<u64> = self.counts.iter().map(|&count| u64::from(count)).collect();
                share::percentages(&parts)
            }
            PollKind::Multiple { .. } => {
                let percent = |&count: &u32| share::percent(count, self.ballots);
                self.counts.iter().map(percent).collect()
            }
        }
    }

    /// Counts ballots afresh.
    #[must_use]
    pub fn recount(poll: &Poll, ballots: impl IntoIterator<Item = Choices>) -> Self {
        let mut tally = Self::new(poll);
        for choices in ballots {
            tally.add(choices);
        }
        tally
    }
}
