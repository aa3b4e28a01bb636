//! Judging a questionnaire before it meets a room.
//!
//! Three questions, asked of every profile: can anybody end up there, does chance favour it, and is a person who belongs
//! there recognised? The model of a person is simple on purpose, and the same throughout: everybody answers every
//! scoring poll with exactly one option, also where several may be chosen.

mod search;

use crate::deck::Deck;
use crate::typology::{Classification, Scores, Typology};

/// How often, in the judgement of recognition, an answer is replaced by a random one.
pub const NOISE: f64 = 0.2;

/// The share a person who answers at random should have of each profile: less is out of reach, more is a trap.
pub const FAIR_SHARE: std::ops::RangeInclusive<f64> = 0.07..=0.25;

/// How often a person of a known profile should be recognised in spite of [`NOISE`].
pub const RECOGNISED: f64 = 0.85;

/// What a questionnaire is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Polls whose answers give points.
    pub scoring_polls: u32,
    /// The scoring polls a person must answer to be classified.
    pub minimum_answers: u32,
    /// The share of people answering at random that is not classified.
    pub unclassified: f64,
    /// Each profile, in the typology's order.
    pub profiles: Vec<ProfileReport>,
}

/// What a questionnaire is worth for one profile.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileReport {
    /// Index into the typology's profiles.
    pub profile: usize,
    /// Whether some answers lead here and nowhere else.
    pub reachable: bool,
    /// The share of people answering at random that ends up here; ties are shared equally.
    pub random_share: f64,
    /// How often a person of this profile is recognised when a fifth of the answers is random; ties count in part.
    pub recognition: f64,
    /// The profiles that hide behind this one.
    pub masks: Vec<MaskReport>,
}

/// What a questionnaire is worth for one profile that hides behind another.
#[derive(Debug, Clone, PartialEq)]
pub struct MaskReport {
    /// Index of the hidden profile.
    pub profile: usize,
    /// Whether some answers lead to the profile in front and to this one, alone, behind it.
    pub reachable: bool,
    /// The share of random people in the profile in front behind whom this one hides.
    pub random_share: f64,
}

/// What a presenter should know before trusting the questionnaire. Profiles are indices.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Finding {
    /// There are fewer scoring polls than answers needed: nobody will be classified.
    TooFewScoringPolls {
        /// Polls that give points.
        scoring: u32,
        /// Answers needed.
        minimum: u32,
    },
    /// No answers lead to this profile alone.
    Unreachable {
        /// The profile.
        profile: usize,
    },
    /// Chance leads here too rarely or too often.
    RandomShare {
        /// The profile.
        profile: usize,
        /// Its share of random people.
        share: f64,
    },
    /// People of this profile are taken for others.
    Recognition {
        /// The profile.
        profile: usize,
        /// How often they are recognised.
        share: f64,
    },
    /// A hidden profile that never shows.
    MaskNeverAppears {
        /// The profile in front.
        profile: usize,
        /// The profile behind it.
        mask: usize,
    },
}

impl Report {
    /// What to tell the presenter; nothing when the questionnaire is sound or the talk has no profiles.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.profiles.is_empty() {
            return findings;
        }
        if self.scoring_polls < self.minimum_answers {
            let (scoring, minimum) = (self.scoring_polls, self.minimum_answers);
            findings.push(Finding::TooFewScoringPolls { scoring, minimum });
        }
        for report in &self.profiles {
            let profile = report.profile;
            if !report.reachable {
                findings.push(Finding::Unreachable { profile });
            }
            if !FAIR_SHARE.contains(&report.random_share) {
                let share = report.random_share;
                findings.push(Finding::RandomShare { profile, share });
            }
            if report.recognition < RECOGNISED {
                let share = report.recognition;
                findings.push(Finding::Recognition { profile, share });
            }
            findings.extend(report.masks.iter().filter(|mask| !mask.reachable).map(|mask| {
                let mask = mask.profile;
                Finding::MaskNeverAppears { profile, mask }
            }));
        }
        findings
    }
}

/// Judges a talk's questionnaire with `samples` people per question. Random bits come from `random`, so the same bits
/// give the same judgement.
#[must_use]
pub fn judge(deck: &Deck, samples: u32, random: &mut dyn FnMut() -> u64) -> Report {
    let questionnaire = Questionnaire::new(deck);
    let at_random = questionnaire.at_random(samples, random);
    let profiles = (0..deck.typology.profiles.len())
        .map(|profile| ProfileReport {
            profile,
            reachable: questionnaire.is_reachable(profile, None),
            random_share: ratio(at_random.counts[profile], f64::from(samples)),
            recognition: questionnaire.recognition(profile, samples, random),
            masks: deck.typology.profiles[profile]
                .masks
                .iter()
                .map(|&mask| MaskReport {
                    profile: mask,
                    reachable: questionnaire.is_reachable(profile, Some(mask)),
                    random_share: ratio(at_random.hidden[profile][mask], at_random.counts[profile]),
                })
                .collect(),
        })
        .collect();
    Report {
        scoring_polls: questionnaire.polls.len() as u32,
        minimum_answers: deck.typology.minimum_answers,
        unclassified: ratio(at_random.unclassified, f64::from(samples)),
        profiles,
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// A whole number below `bound`, from 64 random bits.
fn below(bound: usize, random: &mut dyn FnMut() -> u64) -> usize {
    ((u128::from(random()) * bound as u128) >> 64) as usize
}

/// The scoring polls as a table: poll, option, profile.
struct Questionnaire<'d> {
    typology: &'d Typology,
    polls: Vec<Vec<Vec<u32>>>,
}

/// Where people who answer at random end up.
struct AtRandom {
    unclassified: f64,
    counts: Vec<f64>,
    /// For each profile in front, the people each profile hides behind.
    hidden: Vec<Vec<f64>>,
}

impl<'d> Questionnaire<'d> {
    fn new(deck: &'d Deck) -> Self {
        let size = deck.typology.profiles.len();
        let points = |scores: &[(usize, u32)]| {
            let mut points = vec![0; size];
            for &(profile, given) in scores {
                points[profile] += given;
            }
            points
        };
        Self {
            typology: &deck.typology,
            polls: deck
                .polls
                .iter()
                .filter(|poll| poll.is_scoring())
                .map(|poll| poll.options.iter().map(|option| points(&option.scores)).collect())
                .collect(),
        }
    }

    /// The points of a person who picks these options, one per scoring poll.
    fn scores(&self, picks: impl IntoIterator<Item = usize>) -> Scores {
        let mut scores = Scores::new(self.typology);
        for (poll, pick) in self.polls.iter().zip(picks) {
            scores.add(self.typology, poll[pick].iter().copied().enumerate());
        }
        scores
    }

    fn at_random(&self, samples: u32, random: &mut dyn FnMut() -> u64) -> AtRandom {
        let size = self.typology.profiles.len();
        let mut result = AtRandom {
            unclassified: 0.0,
            counts: vec![0.0; size],
            hidden: vec![vec![0.0; size]; size],
        };
        for _ in 0..samples {
            let picks: Vec<usize> = self.polls.iter().map(|poll| below(poll.len(), random)).collect();
            let scores = self.scores(picks);
            let Classification::Classified(profiles) = self.typology.classify(&scores) else {
                result.unclassified += 1.0;
                continue;
            };
            let weight = 1.0 / profiles.len() as f64;
            for &profile in &profiles {
                result.counts[profile] += weight;
                if let Some(mask) = self.typology.masked(profile, &scores) {
                    result.hidden[profile][mask] += weight;
                }
            }
        }
        result
    }

    /// How often people of one profile are found there, when [`NOISE`] of their answers are random.
    fn recognition(&self, profile: usize, samples: u32, random: &mut dyn FnMut() -> u64) -> f64 {
        let typical: Vec<Vec<usize>> = self.polls.iter().map(|poll| best_options(poll, profile)).collect();
        let noisy = (NOISE * u64::MAX as f64) as u64;
        let mut recognised = 0.0;
        for _ in 0..samples {
            let picks: Vec<usize> = self
                .polls
                .iter()
                .zip(&typical)
                .map(|(poll, typical)| {
                    if random() < noisy {
                        below(poll.len(), random)
                    } else {
                        typical[below(typical.len(), random)]
                    }
                })
                .collect();
            if let Classification::Classified(found) = self.typology.classify(&self.scores(picks))
                && found.contains(&profile)
            {
                recognised += 1.0 / found.len() as f64;
            }
        }
        ratio(recognised, f64::from(samples))
    }
}

/// The options that give a profile most, all of them when none gives anything.
fn best_options(poll: &[Vec<u32>], profile: usize) -> Vec<usize> {
    let most = poll.iter().map(|points| points[profile]).max().unwrap_or(0);
    (0..poll.len())
        .filter(|&option| poll[option][profile] == most)
        .collect()
}

#[cfg(test)]
mod tests;
