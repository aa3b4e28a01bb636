//! How the people of a rehearsal answer on a scale.

use super::{Scale, ScaleMarks};
use crate::kind::Rehearsed;
use crate::kind::opinion::{nearest_step, opinion};
use crate::kind::statement::Statement;
use crate::statistics::SplitMix64;

/// How often somebody skips a statement, where there are others.
const SKIPPED: f64 = 0.05;

impl Scale {
    /// Answers as their profile would where values give it points, else near where most people are.
    pub(super) fn rehearsal(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> ScaleMarks {
        let alone = self.statements.len() == 1;
        let mut values: Vec<Option<u8>> = Vec::new();
        for statement in &self.statements {
            let place = self.leans(statement, person, dice);
            let skips = !alone && dice.unit() < SKIPPED;
            values.push((!skips).then(|| self.value(place)));
        }
        if values.iter().all(Option::is_none) {
            values[0] = Some(self.value(0));
        }
        ScaleMarks { values }
    }

    fn leans(&self, statement: &Statement, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> usize {
        let points = usize::from(self.points);
        let given: Vec<_> = (0..points).map(|place| self.given(statement, place)).collect();
        let favourites = person.favourites(given.iter().map(Vec::as_slice));
        if favourites.is_empty() {
            return nearest_step(opinion(&statement.id, person, dice), self.points);
        }
        let place = person.one_of(points, &favourites, dice);
        // Not everybody goes to the very end of a scale that has room before it.
        let inwards = if 2 * place < points { place + 1 } else { place - 1 };
        if points > 3 && dice.unit() < 0.35 {
            inwards
        } else {
            place
        }
    }
}
