//! Judging a questionnaire before it meets a room.
//!
//! Asked of every profile: can anybody end up there, does chance favour it, is a person who belongs there recognised, does the
//! order of the options push people there? And of every profile that may hide others: is nothing found behind those who are
//! only busy? The model of a person is simple on purpose, and the same throughout: everybody answers every scoring poll in one of
//! the ways that its kind names ([`crate::kind::ways`]). Each statement of a scale is an answer of its own: who answers one of them
//! untypically may well answer the next as one would expect.
//!
//! All figures are exact where the sums of points that answers can come to are few enough to go through ([`Effort`]), and
//! drawn from so many people otherwise; the report says which.

mod outcome;
mod people;
mod search;

use crate::deck::Deck;
use crate::typology::{Scores, Typology};
use outcome::Outcome;
use people::People;

/// How often, in the judgement of recognition, an answer is not the typical one but another.
pub const NOISE: f64 = 0.2;

/// The same for people who are further from their profile.
pub const MORE_NOISE: f64 = 0.3;

/// The share that people who answer at random should have of each of so many profiles: less is out of reach, more is a trap. From
/// about half of an equal share to one and three quarters of it: 7 to 25 % of each of seven, 16 to 58 % of each of three.
#[must_use]
pub fn fair_share(profiles: usize) -> std::ops::RangeInclusive<f64> {
    let equal = 1.0 / profiles.max(1) as f64;
    0.49 * equal..=(1.75 * equal).min(1.0)
}

/// How often a person of a known profile should be recognised in spite of [`NOISE`].
pub const RECOGNISED: f64 = 0.85;

/// How often a person of a known profile should be recognised in spite of [`MORE_NOISE`].
pub const RECOGNISED_STILL: f64 = 0.7;

/// How many people take the first option without reading, in the judgement of order.
pub const UNREAD: f64 = 0.1;

/// How far these people may move the share of a profile.
pub const ORDER_SHIFT: f64 = 0.05;

/// How many of those who are only busy may be told that something is behind.
pub const NAMED_WRONGLY: f64 = 0.05;

/// How much work a judgement may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Different sums of points, before the last poll, that are gone through; where answers can come to more, people are
    /// drawn.
    pub most_sums: usize,
    /// People drawn for each figure then.
    pub samples: u32,
    /// Where the generator of these people starts.
    pub seed: u64,
}

impl Default for Effort {
    /// A second or two, and reproducible.
    fn default() -> Self {
        Self {
            most_sums: 200_000,
            samples: 100_000,
            seed: 0x6a7a_6f75_696c_6c69,
        }
    }
}

/// What a questionnaire is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Polls whose answers give points.
    pub scoring_polls: u32,
    /// The scoring polls a person must answer to be classified.
    pub minimum_answers: u32,
    /// People each figure was drawn from; `None` when all figures are exact.
    pub samples: Option<u32>,
    /// The share of people answering at random that is not classified.
    pub unclassified: f64,
    /// The share of people answering at random that is shared between profiles.
    pub mixed: f64,
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
    /// How much larger this share is when [`UNREAD`] of the people take the first option.
    pub order_shift: f64,
    /// How often a person of this profile is recognised in spite of [`NOISE`]; ties count in part.
    pub recognition: f64,
    /// The same in spite of [`MORE_NOISE`].
    pub recognition_still: f64,
    /// The profiles that hide behind this one.
    pub masks: Vec<MaskReport>,
    /// Of those who choose this profile wherever they can: the share behind whom another is found. 0 for a profile that
    /// masks nothing.
    pub named_wrongly: f64,
}

/// What a questionnaire is worth for one profile that hides behind another.
#[derive(Debug, Clone, PartialEq)]
pub struct MaskReport {
    /// Index of the hidden profile.
    pub profile: usize,
    /// Whether some answers lead to the profile in front and to this one behind it.
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
        /// How often an answer is not the typical one.
        noise: f64,
        /// How often they are recognised.
        share: f64,
    },
    /// The order of the options moves people to this profile or away from it.
    Order {
        /// The profile.
        profile: usize,
        /// By how much of all random people.
        shift: f64,
    },
    /// A hidden profile that never shows.
    MaskNeverAppears {
        /// The profile in front.
        profile: usize,
        /// The profile behind it.
        mask: usize,
    },
    /// Something is found behind people who only chose this profile.
    NamedWrongly {
        /// The profile in front.
        profile: usize,
        /// Their share.
        share: f64,
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
        let fair = fair_share(self.profiles.len());
        findings.extend(self.profiles.iter().flat_map(|profile| profile.findings(&fair)));
        findings
    }
}

impl ProfileReport {
    fn findings(&self, fair: &std::ops::RangeInclusive<f64>) -> Vec<Finding> {
        let profile = self.profile;
        let mut findings = Vec::new();
        if !self.reachable {
            findings.push(Finding::Unreachable { profile });
        }
        if !fair.contains(&self.random_share) {
            let share = self.random_share;
            findings.push(Finding::RandomShare { profile, share });
        }
        let recognised = [
            (NOISE, self.recognition, RECOGNISED),
            (MORE_NOISE, self.recognition_still, RECOGNISED_STILL),
        ];
        // Who is not recognised among little noise is not among more: once is enough.
        let too_rarely = recognised.into_iter().find(|(_, share, least)| share < least);
        findings.extend(too_rarely.map(|(noise, share, _)| Finding::Recognition { profile, noise, share }));
        if self.order_shift.abs() > ORDER_SHIFT {
            let shift = self.order_shift;
            findings.push(Finding::Order { profile, shift });
        }
        findings.extend(self.masks.iter().filter(|mask| !mask.reachable).map(|mask| {
            let mask = mask.profile;
            Finding::MaskNeverAppears { profile, mask }
        }));
        if self.named_wrongly > NAMED_WRONGLY {
            let share = self.named_wrongly;
            findings.push(Finding::NamedWrongly { profile, share });
        }
        findings
    }
}

/// Judges a talk's questionnaire. The same talk and effort give the same judgement.
#[must_use]
pub fn judge(deck: &Deck, effort: Effort) -> Report {
    let questionnaire = Questionnaire::new(deck);
    let size = deck.typology.profiles.len();
    let kinds: Vec<People> = [People::AtRandom, People::FirstUnread]
        .into_iter()
        .chain((0..size).flat_map(People::of_profile))
        .chain(deck.typology.masking().map(|profile| People::Only { profile }))
        .collect();
    let (outcomes, samples) = questionnaire.outcomes(&kinds, effort);
    let of = |kind: People| -> &Outcome {
        let place = kinds.iter().position(|&known| known == kind);
        &outcomes[place.expect("BUG: every kind of people is judged")]
    };
    let (at_random, unread) = (of(People::AtRandom), of(People::FirstUnread));
    // Where people are drawn, that nobody was does not mean that nobody can be: then a search looks for answers.
    let reachable = |profile, mask| {
        at_random.reaches(profile, mask) || samples.is_some() && questionnaire.is_reachable(profile, mask)
    };
    let profile = |profile: usize| ProfileReport {
        profile,
        reachable: reachable(profile, None),
        random_share: at_random.counts[profile],
        order_shift: unread.counts[profile] - at_random.counts[profile],
        recognition: of(People::Typical { profile, noise: NOISE }).counts[profile],
        recognition_still: of(People::Typical {
            profile,
            noise: MORE_NOISE,
        })
        .counts[profile],
        masks: deck.typology.profiles[profile]
            .masks
            .iter()
            .map(|&mask| MaskReport {
                profile: mask,
                reachable: reachable(profile, Some(mask)),
                random_share: ratio(at_random.hidden[profile][mask], at_random.counts[profile]),
            })
            .collect(),
        named_wrongly: if deck.typology.profiles[profile].masks.is_empty() {
            0.0
        } else {
            let busy = of(People::Only { profile });
            ratio(busy.hidden[profile].iter().sum(), busy.counts[profile])
        },
    };
    Report {
        scoring_polls: questionnaire.polls.len() as u32,
        minimum_answers: deck.typology.minimum_answers,
        samples,
        unclassified: at_random.unclassified,
        mixed: at_random.mixed,
        profiles: (0..size).map(profile).collect(),
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// One scoring poll.
struct Asked {
    /// The ways to answer it, as a whole.
    ways: Vec<Way>,
    /// The same, answer by answer: most polls have one, a scale one for each statement.
    parts: Vec<Vec<Way>>,
}

/// Ways to answer that give the same points.
struct Way {
    /// Points per profile.
    points: Vec<u32>,
    /// Its part of all ways; they add up to 1.
    share: f64,
    /// Whether it is the way of whoever takes what comes first.
    first: bool,
}

/// The scoring polls, each with the ways to answer it.
struct Questionnaire<'d> {
    typology: &'d Typology,
    polls: Vec<Asked>,
}

impl<'d> Questionnaire<'d> {
    fn new(deck: &'d Deck) -> Self {
        let size = deck.typology.profiles.len();
        let questions = deck.polls.iter().map(|poll| &poll.question);
        let scoring = questions.filter(|question| question.is_scoring());
        let asked = |question: &crate::Question| Asked {
            ways: weighed(&question.ways(), size),
            parts: question
                .answers_apart()
                .iter()
                .map(|part| weighed(part, size))
                .collect(),
        };
        Self {
            typology: &deck.typology,
            polls: scoring.map(asked).collect(),
        }
    }

    /// The points of a person who answers in these ways, one per scoring poll.
    fn scores(&self, picks: impl IntoIterator<Item = usize>) -> Scores {
        let mut scores = Scores::new(self.typology);
        for (poll, pick) in self.polls.iter().zip(picks) {
            scores.add(self.typology, poll.ways[pick].points.iter().copied().enumerate());
        }
        scores
    }
}

fn weighed(ways: &[crate::kind::Way], profiles: usize) -> Vec<Way> {
    let all: f64 = ways.iter().map(|way| way.weight).sum();
    let asked = ways.iter().map(|way| {
        let mut points = vec![0; profiles];
        for &(profile, given) in &way.points {
            points[profile] += given;
        }
        Way {
            points,
            share: way.weight / all,
            first: way.first,
        }
    });
    asked.collect()
}

#[cfg(test)]
mod tests;
