//! Counting the ballots of a poll.

use crate::ballot::Ballot;
use crate::kind::{Counts, Figures, Moderation, Question};

/// The counts of one poll. Adding and removing ballots in any order gives the same as counting them afresh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Ballots in all.
    pub ballots: u32,
    /// What they say, counted as their kind counts.
    pub counts: Counts,
}

impl Tally {
    /// An empty tally for a question.
    #[must_use]
    pub fn new(question: &Question) -> Self {
        Self {
            ballots: 0,
            counts: question.counts(),
        }
    }

    /// Counts one ballot.
    pub fn add(&mut self, question: &Question, ballot: &Ballot) {
        question.add(&mut self.counts, &ballot.marks, ballot.seq);
        self.ballots += 1;
    }

    /// Takes one counted ballot out again.
    pub fn remove(&mut self, question: &Question, ballot: &Ballot) {
        question.remove(&mut self.counts, &ballot.marks, ballot.seq);
        self.ballots -= 1;
    }

    /// Counts hands beside the ballots, option by option; a question without options has none.
    pub fn raise(&mut self, hands: &[u32]) {
        let Some(counts) = self.counts.choice_mut() else { return };
        for (count, hands) in counts.options.iter_mut().zip(hands) {
            *count += hands;
        }
        self.ballots += hands.iter().sum::<u32>();
    }

    /// What is told of the ballots.
    #[must_use]
    pub fn figures(&self, question: &Question, moderation: &Moderation) -> Figures {
        question.figures(&self.counts, self.ballots, moderation)
    }

    /// What a summary keeps of the ballots.
    #[must_use]
    pub fn kept(&self, question: &Question, moderation: &Moderation) -> Figures {
        question.kept(&self.counts, self.ballots, moderation)
    }

    /// Counts ballots afresh.
    #[must_use]
    pub fn recount<'a>(question: &Question, ballots: impl IntoIterator<Item = &'a Ballot>) -> Self {
        let mut tally = Self::new(question);
        for ballot in ballots {
            tally.add(question, ballot);
        }
        tally
    }
}
