//! One phone in the room.

use crate::ballot::Ballot;
use crate::deck::Deck;
use crate::typology::Scores;

/// Numbers the phones of a session in the order they joined, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ParticipantId(pub u32);

/// A phone that joined: its ballots, and the points they give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The points of its ballots so far.
    pub scores: Scores,
    ballots: Vec<(usize, Ballot)>,
}

impl Participant {
    pub(super) fn new(deck: &Deck) -> Self {
        Self {
            scores: Scores::new(&deck.typology),
            ballots: Vec::new(),
        }
    }

    /// The counted ballot in a poll.
    #[must_use]
    pub fn ballot(&self, poll: usize) -> Option<&Ballot> {
        self.ballots
            .iter()
            .find(|(index, _)| *index == poll)
            .map(|(_, ballot)| ballot)
    }

    /// All counted ballots with their poll's index, in the deck's order.
    pub fn ballots(&self) -> impl Iterator<Item = (usize, &Ballot)> {
        self.ballots.iter().map(|(poll, ballot)| (*poll, ballot))
    }

    /// Replaces the ballot in a poll and moves the points; returns the ballot it replaces.
    pub(super) fn put(&mut self, deck: &Deck, poll: usize, ballot: Ballot) -> Option<Ballot> {
        // The deck's order is the same before and after a restart, which the order of answers is not.
        let (place, previous) = match self.ballots.binary_search_by_key(&poll, |(index, _)| *index) {
            Ok(place) => (place, Some(std::mem::replace(&mut self.ballots[place].1, ballot))),
            Err(place) => {
                self.ballots.insert(place, (poll, ballot));
                (place, None)
            }
        };
        let question = &deck.polls[poll].question;
        if question.is_scoring() {
            if let Some(previous) = &previous {
                self.scores
                    .remove(&deck.typology, question.points(&previous.marks).into_iter());
            }
            let (_, ballot) = &self.ballots[place];
            self.scores
                .add(&deck.typology, question.points(&ballot.marks).into_iter());
        }
        previous
    }
}
