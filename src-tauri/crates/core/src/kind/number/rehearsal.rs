//! Which numbers the people of a rehearsal say.

use super::Number;
use crate::kind::Rehearsed;
use crate::kind::opinion::opinion;
use crate::statistics::SplitMix64;

/// How many know the right number.
const KNOW: f64 = 0.1;

/// How many are far off.
const ASTRAY: f64 = 0.06;

impl Number {
    /// Most guess around one place, in round numbers; a few know, a few are far off.
    pub(super) fn rehearsal(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> i64 {
        let steps = (self.max - self.min) / self.step;
        let chance = dice.unit();
        if let Some(right) = self.right.filter(|_| chance < KNOW) {
            return self.on_grid(right as f64);
        }
        if chance > 1.0 - ASTRAY {
            return self.min + self.step * dice.below(steps as usize + 1) as i64;
        }
        let guess = match self.right {
            // Guesses spread by factors: half as much is as likely as twice as much.
            Some(right) if right > 0 => right as f64 * libm::exp2(3.0 * (dice.unit() + dice.unit() - 1.0)),
            _ => self.min as f64 + (self.max - self.min) as f64 * opinion("number", person, dice),
        };
        self.on_grid(round(guess, self.step))
    }

    /// The accepted number that is nearest.
    fn on_grid(&self, number: f64) -> i64 {
        let steps = ((number - self.min as f64) / self.step as f64).round() as i64;
        self.min + self.step * steps.clamp(0, (self.max - self.min) / self.step)
    }
}

/// A number as people say it: two digits that tell, unless the steps are larger.
fn round(number: f64, step: i64) -> f64 {
    let mut tens = step as f64;
    while number.abs() >= 100.0 * tens {
        tens *= 10.0;
    }
    (number / tens).round() * tens
}
