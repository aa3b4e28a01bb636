//! The breakdown as it was when it was shown.
//!
//! A breakdown that followed every late ballot would show the last voter's profile to whoever had looked a moment before.
//! It stands as it is, and is drawn anew only when at least the minimum of people weigh differently in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::typology::{Breakdown, Scores, Typology};

/// A breakdown that has been shown, and who has answered otherwise since.
#[derive(Debug, Clone)]
pub struct FrozenBreakdown {
    room: Arc<Breakdown>,
    people: Arc<Vec<Scores>>,
    answered_otherwise: BTreeSet<usize>,
    weigh_otherwise: BTreeSet<usize>,
}

impl FrozenBreakdown {
    pub(super) fn new(typology: &Typology, people: Vec<Scores>) -> Self {
        let answered = people.iter().filter(|scores| scores.answered > 0);
        Self {
            room: Arc::new(typology.breakdown(answered)),
            people: Arc::new(people),
            answered_otherwise: BTreeSet::new(),
            weigh_otherwise: BTreeSet::new(),
        }
    }

    /// The breakdown that was shown.
    #[must_use]
    pub fn room(&self) -> &Arc<Breakdown> {
        &self.room
    }

    /// The scores that were counted, by participant.
    pub(crate) fn people(&self) -> &[Scores] {
        &self.people
    }

    /// People who have answered otherwise since.
    #[must_use]
    pub fn changed(&self) -> u32 {
        self.answered_otherwise.len() as u32
    }

    /// People whose weight in the breakdown is another now. Answers that lead to the same profile are not among them: were
    /// they counted, four of them would hide behind each other while the fifth is read.
    #[must_use]
    pub fn moved(&self) -> u32 {
        self.weigh_otherwise.len() as u32
    }

    pub(super) fn scored(&mut self, typology: &Typology, person: usize, now: &Scores) {
        let nothing = Scores::new(typology);
        let then = self.people.get(person).unwrap_or(&nothing);
        let weight = |scores: &Scores| typology.breakdown([scores].into_iter().filter(|scores| scores.answered > 0));
        note(&mut self.answered_otherwise, person, then != now);
        note(&mut self.weigh_otherwise, person, weight(then) != weight(now));
    }
}

fn note(people: &mut BTreeSet<usize>, person: usize, differs: bool) {
    if differs {
        people.insert(person);
    } else {
        people.remove(&person);
    }
}
