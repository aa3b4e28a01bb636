//! The points of one person, kept so that any answer can be taken back.

use super::Typology;

/// The points one person has collected. An answer is a ballot: all options it names together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Scores {
    /// Points per profile, in the typology's order.
    pub points: Vec<u32>,
    /// Scoring polls answered.
    pub answered: u32,
    /// For each masking profile, in display order: the points per profile from the answers that gave it none.
    apart: Vec<Vec<u32>>,
}

impl Scores {
    /// Nothing answered yet.
    #[must_use]
    pub fn new(typology: &Typology) -> Self {
        let none = vec![0; typology.profiles.len()];
        Self {
            apart: typology.masking().map(|_| none.clone()).collect(),
            points: none,
            answered: 0,
        }
    }

    /// Counts one more answer, which gives these points to these profiles.
    pub fn add(&mut self, typology: &Typology, given: impl Iterator<Item = (usize, u32)> + Clone) {
        self.each(typology, given, |total, points| *total += points);
        self.answered += 1;
    }

    /// Takes back an answer that was counted.
    pub fn remove(&mut self, typology: &Typology, given: impl Iterator<Item = (usize, u32)> + Clone) {
        self.each(typology, given, |total, points| *total -= points);
        self.answered -= 1;
    }

    /// The points per profile from answers that gave the masking profile `profile` none; `None` when it masks nothing.
    #[must_use]
    pub fn apart(&self, typology: &Typology, profile: usize) -> Option<&[u32]> {
        let place = typology.masking().position(|masking| masking == profile)?;
        self.apart.get(place).map(Vec::as_slice)
    }

    fn each(
        &mut self,
        typology: &Typology,
        given: impl Iterator<Item = (usize, u32)> + Clone,
        change: impl Fn(&mut u32, u32),
    ) {
        for (profile, points) in given.clone() {
            change(&mut self.points[profile], points);
        }
        for (masking, apart) in typology.masking().zip(&mut self.apart) {
            if given.clone().all(|(profile, points)| profile != masking || points == 0) {
                for (profile, points) in given.clone() {
                    change(&mut apart[profile], points);
                }
            }
        }
    }
}
