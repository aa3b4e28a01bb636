//! Counting: how many ballots name each option.

use crate::ballot::Choices;
use crate::poll::Poll;

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
