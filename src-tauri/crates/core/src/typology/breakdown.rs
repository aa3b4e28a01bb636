//! What the people of a room add up to, in whole parts of a person.

use super::{Classification, MINIMUM_GROUP, Scores, Typology};
use crate::share::{PARTS, apportion, percentages};

/// The share of each profile in a room. Counts are in parts of a person ([`PARTS`] to one), so that ties are exact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Breakdown {
    /// People who answered anything.
    pub people: u32,
    /// Of them, those with too few answers.
    pub unclassified: u32,
    /// Of the classified, those shared between tied profiles.
    pub mixed: u32,
    /// Parts per profile; adds up to [`PARTS`] times the classified.
    pub parts: Vec<u64>,
    /// People per profile who are of that one alone; with the [`Self::mixed`] they add up to the classified. Whoever draws people
    /// draws these: nobody is half a bird.
    pub alone: Vec<u32>,
    /// What hides behind the profiles that mask others; `None` when no profile masks another. It is counted whatever its
    /// size: who may be shown it is not decided here.
    pub masked: Option<Masked>,
}

/// The second split: what is behind those classified as a masking profile. All in parts of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// Those classified as a masking profile: all `parts` and `simply` together.
    pub people: u64,
    /// Per profile of the typology, those behind whom it hides.
    pub parts: Vec<u64>,
    /// Those behind whom nothing was found: simply busy.
    pub simply: u64,
}

/// People, from parts.
fn people(parts: u64) -> f64 {
    parts as f64 / PARTS as f64
}

impl Masked {
    /// Weighted people who are in a masking profile.
    #[must_use]
    pub fn people(&self) -> f64 {
        people(self.people)
    }

    /// Weighted people behind whom a profile hides.
    #[must_use]
    pub fn count(&self, profile: usize) -> f64 {
        people(self.parts[profile])
    }

    /// Weighted people behind whom nothing was found.
    #[must_use]
    pub fn simply(&self) -> f64 {
        people(self.simply)
    }

    /// Whether enough people are in the masking profiles to look behind them.
    #[must_use]
    pub fn is_showable(&self) -> bool {
        self.people >= u64::from(MINIMUM_GROUP) * PARTS
    }

    /// Whole percentages of those in a masking profile: per hidden profile, and of the simply busy. Together 100.
    #[must_use]
    pub fn percentages(&self) -> (Vec<u32>, u32) {
        let parts: Vec<u64> = self.parts.iter().copied().chain([self.simply]).collect();
        let mut percents = percentages(&parts);
        let simply = percents.pop().unwrap_or_default();
        (percents, simply)
    }
}

impl Breakdown {
    pub(super) fn empty(typology: &Typology) -> Self {
        let none = vec![0; typology.profiles.len()];
        let masks = typology.masking().next().is_some();
        Self {
            masked: masks.then(|| Masked {
                people: 0,
                parts: none.clone(),
                simply: 0,
            }),
            alone: vec![0; none.len()],
            parts: none,
            ..Self::default()
        }
    }

    pub(super) fn add(&mut self, typology: &Typology, scores: &Scores) {
        self.people += 1;
        let Classification::Classified(profiles) = typology.classify(scores) else {
            self.unclassified += 1;
            return;
        };
        match profiles[..] {
            [profile] => self.alone[profile] += 1,
            _ => self.mixed += 1,
        }
        // Exact for as many profiles as a talk may have: see `PARTS`.
        let weight = PARTS / profiles.len() as u64;
        for profile in profiles {
            self.parts[profile] += weight;
            let Some(masked) = self
                .masked
                .as_mut()
                .filter(|_| !typology.profiles[profile].masks.is_empty())
            else {
                continue;
            };
            masked.people += weight;
            match typology.masked(profile, scores) {
                Some(hidden) => masked.parts[hidden] += weight,
                None => masked.simply += weight,
            }
        }
    }

    /// Weighted people of a profile: a tie counts in parts.
    #[must_use]
    pub fn count(&self, profile: usize) -> f64 {
        people(self.parts[profile])
    }

    /// People who were classified.
    #[must_use]
    pub fn classified(&self) -> u32 {
        self.people - self.unclassified
    }

    /// Whether enough people were classified to show shares without pointing at someone.
    #[must_use]
    pub fn is_showable(&self) -> bool {
        self.classified() >= MINIMUM_GROUP
    }

    /// Whole percentages per profile that add up to 100.
    #[must_use]
    pub fn percentages(&self) -> Vec<u32> {
        percentages(&self.parts)
    }

    /// Whole people per profile, adding up to the classified: those whom ties share go where most of their parts are, by
    /// largest remainder. For tests that count people.
    #[must_use]
    pub fn whole_people(&self) -> Vec<u32> {
        apportion(&self.parts, self.classified())
    }
}
