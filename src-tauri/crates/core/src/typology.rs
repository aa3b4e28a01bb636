//! The attitudes a room is made of, and how a person's answers point at one.
//!
//! It is a mirror for a room, not psychology. The rule is meant to be explained in one sentence: every answer gives
//! points, and the profile with most points is yours.

use serde::{Deserialize, Serialize};

use crate::share::{Interval, percentages, wilson};

/// The fewest classified people a breakdown is shown for, and the smallest cell of a cross-table.
pub const MINIMUM_GROUP: u32 = 5;

/// The profiles of a talk and the rule's one parameter.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Typology {
    /// Fewer scoring polls answered than this: not classified.
    pub minimum_answers: u32,
    /// The profiles, in display order.
    pub profiles: Vec<Profile>,
}

/// One attitude.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Unique in the typology.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// The share to compare with, in percent.
    pub reference: f64,
    /// The bird that stands for it.
    pub bird: String,
    /// Who this is, in a sentence.
    pub summary: String,
    /// What moves these people: for the presenter and the summary.
    pub lever: String,
    /// What the person's own phone says.
    pub advice: Vec<String>,
    /// The profiles this one may hide: indices into the typology; empty for most.
    pub masks: Vec<usize>,
}

/// The points one person has collected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scores {
    /// Points per profile, in the typology's order.
    pub points: Vec<u32>,
    /// Scoring polls answered.
    pub answered: u32,
}

/// What the points say about one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Classification {
    /// Too few answers, or no points at all.
    NotClassified,
    /// The profiles with most points: one, or several that tie.
    Classified(Vec<usize>),
}

/// The indices among `candidates` with most points, when there are points at all.
fn leaders(points: &[u32], candidates: impl Iterator<Item = usize> + Clone) -> Vec<usize> {
    let most = candidates.clone().map(|index| points[index]).max().unwrap_or(0);
    if most == 0 {
        Vec::new()
    } else {
        candidates.filter(|&index| points[index] == most).collect()
    }
}

impl Typology {
    /// Classifies one person.
    #[must_use]
    pub fn classify(&self, scores: &Scores) -> Classification {
        let leaders = leaders(&scores.points, 0..self.profiles.len());
        if scores.answered < self.minimum_answers || leaders.is_empty() {
            Classification::NotClassified
        } else {
            Classification::Classified(leaders)
        }
    }

    /// For someone classified as `profile`: which of the profiles it may hide score highest. Empty when none scores.
    #[must_use]
    pub fn masked(&self, profile: usize, scores: &Scores) -> Vec<usize> {
        leaders(&scores.points, self.profiles[profile].masks.iter().copied())
    }

    /// Adds a room up. Each classified person weighs 1, shared equally between tied profiles.
    #[must_use]
    pub fn breakdown<'a>(&self, people: impl IntoIterator<Item = &'a Scores>) -> Breakdown {
        let size = self.profiles.len();
        let mut room = Breakdown {
            counts: vec![0.0; size],
            ..Breakdown::default()
        };
        let mut hidden = vec![0.0; size];
        let mut hiders = 0.0;
        for scores in people {
            room.people += 1;
            let Classification::Classified(profiles) = self.classify(scores) else {
                room.unclassified += 1;
                continue;
            };
            if profiles.len() > 1 {
                room.mixed += 1;
            }
            let weight = 1.0 / profiles.len() as f64;
            for &profile in &profiles {
                room.counts[profile] += weight;
                if self.profiles[profile].masks.is_empty() {
                    continue;
                }
                hiders += weight;
                let masked = self.masked(profile, scores);
                for &index in &masked {
                    hidden[index] += weight / masked.len() as f64;
                }
            }
        }
        if hiders >= f64::from(MINIMUM_GROUP) - 1e-9 {
            room.masked = Some(Masked {
                people: hiders,
                counts: hidden,
            });
        }
        room
    }
}

/// The share of each profile in a room.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Breakdown {
    /// People who answered anything.
    pub people: u32,
    /// Of them, those with too few answers.
    pub unclassified: u32,
    /// Of the classified, those shared between tied profiles.
    pub mixed: u32,
    /// Weighted people per profile; adds up to the classified.
    pub counts: Vec<f64>,
    /// What hides behind the profiles that mask others, when at least [`MINIMUM_GROUP`] people are in them.
    pub masked: Option<Masked>,
}

/// The second split: the profiles that hide behind others.
#[derive(Debug, Clone, PartialEq)]
pub struct Masked {
    /// Weighted people who are in a masking profile.
    pub people: f64,
    /// Weighted people per hidden profile; the rest of `people` hides nothing.
    pub counts: Vec<f64>,
}

impl Masked {
    /// Whole percentages of `people` per hidden profile. They add up to 100 when everyone hides something.
    #[must_use]
    pub fn percentages(&self) -> Vec<u32> {
        let hiding_nothing = (self.people - self.counts.iter().sum::<f64>()).max(0.0);
        let parts: Vec<f64> = self.counts.iter().copied().chain([hiding_nothing]).collect();
        let mut percentages = percentages(&parts);
        percentages.truncate(self.counts.len());
        percentages
    }
}

impl Breakdown {
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

    /// Whole percentages that add up to 100.
    #[must_use]
    pub fn percentages(&self) -> Vec<u32> {
        percentages(&self.counts)
    }

    /// The 95 % interval of one profile's share.
    #[must_use]
    pub fn interval(&self, profile: usize) -> Interval {
        wilson(self.counts[profile], f64::from(self.classified()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_behind_the_masks_adds_up_to_a_hundred_percent_when_everyone_hides_something() {
        let masked = Masked {
            people: 6.0,
            counts: vec![2.8, 1.2, 1.2, 0.8, 0.0],
        };
        assert_eq!(masked.percentages(), [47, 20, 20, 13, 0]);
    }

    #[test]
    fn people_who_hide_nothing_leave_their_share_unshown() {
        let masked = Masked {
            people: 8.0,
            counts: vec![2.0, 2.0],
        };
        assert_eq!(masked.percentages(), [25, 25]);
    }
}
