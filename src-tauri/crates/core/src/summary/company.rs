//! The company, of which the room is a sample at best.

use super::Summary;
use crate::deck::Language;
use crate::statistics::goodman;

/// The company was said to be smaller than the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the company cannot have fewer people than the {classified} who were classified")]
pub struct TooSmallCompany {
    /// People of the room who were classified.
    pub classified: u32,
}

impl Summary {
    /// The same in another language: what the program says of it. What people and the talk said stays as it is.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// Adds what the room would say about a company of so many people, had it been drawn from it by lot: simultaneous
    /// 95 % intervals of the profiles' shares ([`goodman`]). Without profiles to show, nothing is added.
    ///
    /// # Errors
    /// When the company would be smaller than the room.
    pub fn for_company(mut self, people: u32) -> Result<Self, TooSmallCompany> {
        let Some(room) = &mut self.breakdown else {
            return Ok(self);
        };
        if people < room.classified.max(1) {
            return Err(TooSmallCompany {
                classified: room.classified,
            });
        }
        room.company = Some(people);
        if let Some(profiles) = &mut room.profiles {
            let counts: Vec<f64> = profiles.iter().map(|profile| profile.count).collect();
            for (profile, interval) in profiles.iter_mut().zip(goodman(&counts, Some(people))) {
                (profile.low, profile.high) = (Some(interval.low), Some(interval.high));
            }
        }
        Ok(self)
    }
}
