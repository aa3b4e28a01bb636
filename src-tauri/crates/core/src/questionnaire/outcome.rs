//! Where people end up: gone through exactly where that is feasible, drawn otherwise.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher};

use super::people::People;
use super::{Asked, Effort, Questionnaire, Way};
use crate::kind::ways;
use crate::statistics::SplitMix64;
use crate::typology::{Classification, Scores, Typology};

/// The different sums of points, each with its probability for every kind of people. Its order is the same every time, so
/// that sums of fractions are, too.
type Sums = HashMap<Scores, Vec<f64>, BuildHasherDefault<DefaultHasher>>;

/// How many ways to answer a poll may have, when as many sums as may be are followed with each.
const MOST_WAYS: usize = 32;

/// Where people of one kind end up. All figures are shares of them.
#[derive(Debug, Clone)]
pub(super) struct Outcome {
    pub(super) unclassified: f64,
    pub(super) mixed: f64,
    /// Per profile; ties are shared equally.
    pub(super) counts: Vec<f64>,
    /// For each profile in front, the people each profile hides behind.
    pub(super) hidden: Vec<Vec<f64>>,
    /// Profiles that somebody was in alone, with what was behind: (profile, hidden).
    alone: HashSet<(usize, Option<usize>)>,
}

impl Outcome {
    fn new(size: usize) -> Self {
        Self {
            unclassified: 0.0,
            mixed: 0.0,
            counts: vec![0.0; size],
            hidden: vec![vec![0.0; size]; size],
            alone: HashSet::new(),
        }
    }

    /// Whether somebody was in this profile alone, and with this one behind it where one is asked for.
    pub(super) fn reaches(&self, profile: usize, mask: Option<usize>) -> bool {
        match mask {
            Some(_) => self.alone.contains(&(profile, mask)),
            None => self.alone.iter().any(|(front, _)| *front == profile),
        }
    }

    fn add(&mut self, end: &End, weight: f64) {
        match end.profiles.len() {
            0 => self.unclassified += weight,
            1 => {}
            _ => self.mixed += weight,
        }
        if let [alone] = end.profiles.as_slice() {
            self.alone.insert(*alone);
        }
        let each = weight / end.profiles.len().max(1) as f64;
        for &(profile, hidden) in &end.profiles {
            self.counts[profile] += each;
            if let Some(hidden) = hidden {
                self.hidden[profile][hidden] += each;
            }
        }
    }
}

/// Where people end up, each with its probability for every kind of people, in an order that is the same every time.
type Ends = HashMap<End, Vec<f64>, BuildHasherDefault<DefaultHasher>>;

/// Where one person ends up: the leading profiles, each with what is behind it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct End {
    profiles: Vec<(usize, Option<usize>)>,
}

impl End {
    fn of(typology: &Typology, scores: &Scores) -> Self {
        let profiles = match typology.classify(scores) {
            Classification::NotClassified => Vec::new(),
            Classification::Classified(profiles) => profiles,
        };
        let behind = |profile| (profile, typology.masked(profile, scores));
        Self {
            profiles: profiles.into_iter().map(behind).collect(),
        }
    }
}

impl Questionnaire<'_> {
    /// Where each kind of people ends up, and from how many people drawn: none when it was gone through.
    pub(super) fn outcomes(&self, kinds: &[People], effort: Effort) -> (Vec<Outcome>, Option<u32>) {
        let Some(exact) = self.exactly(kinds, effort.most_sums) else {
            let mut random = SplitMix64::new(effort.seed);
            let drawn = kinds.iter().map(|&kind| self.drawn(kind, effort.samples, &mut random));
            return (drawn.collect(), Some(effort.samples));
        };
        (exact, None)
    }

    /// Goes through all ways to answer; `None` when they come to more than `most` different sums of points. Poll by poll,
    /// ways that come to the same points are one; only after the last there is nothing left to save by that.
    fn exactly(&self, kinds: &[People], most: usize) -> Option<Vec<Outcome>> {
        let nothing = Whole::nothing(self.typology, kinds);
        let mut wholes = Vec::new();
        for poll in &self.polls {
            wholes.push(Whole::of(poll, kinds)?);
        }
        let (last, polls) = wholes.split_last().unwrap_or((&nothing, &[]));
        // Sums are many and ends are few.
        let mut ends = Ends::default();
        let sums = self.sums(polls, kinds, most)?;
        feasible(sums.len(), last, most)?;
        for (mut scores, weights) in sums {
            for (points, chances) in &last.ways {
                let given = points.iter().copied().enumerate();
                scores.add(self.typology, given.clone());
                let end = End::of(self.typology, &scores);
                scores.remove(self.typology, given);
                let totals = ends.entry(end).or_insert_with(|| vec![0.0; kinds.len()]);
                for ((total, weight), chance) in totals.iter_mut().zip(&weights).zip(chances) {
                    *total += weight * chance;
                }
            }
        }
        let mut outcomes = vec![Outcome::new(self.typology.profiles.len()); kinds.len()];
        for (end, weights) in &ends {
            for (outcome, &weight) in outcomes.iter_mut().zip(weights) {
                outcome.add(end, weight);
            }
        }
        Some(outcomes)
    }

    /// The different sums of points that answers to some polls can come to.
    fn sums(&self, polls: &[Whole], kinds: &[People], most: usize) -> Option<Sums> {
        let mut sums = Sums::from_iter([(Scores::new(self.typology), vec![1.0; kinds.len()])]);
        for poll in polls {
            feasible(sums.len(), poll, most)?;
            let mut longer = Sums::default();
            for (scores, weights) in &sums {
                for (points, chances) in &poll.ways {
                    let mut scores = scores.clone();
                    scores.add(self.typology, points.iter().copied().enumerate());
                    let totals = longer.entry(scores).or_insert_with(|| vec![0.0; kinds.len()]);
                    for ((total, weight), chance) in totals.iter_mut().zip(weights).zip(chances) {
                        *total += weight * chance;
                    }
                }
                if longer.len() > most {
                    return None;
                }
            }
            sums = longer;
        }
        (sums.len() <= most).then_some(sums)
    }

    fn drawn(&self, kind: People, samples: u32, random: &mut SplitMix64) -> Outcome {
        let parts = |poll: &Asked| -> Vec<Vec<f64>> {
            let parts = poll.parts.iter();
            parts.map(|part| heaped(&kind.chances(part))).collect()
        };
        let chances: Vec<Vec<Vec<f64>>> = self.polls.iter().map(parts).collect();
        let mut outcome = Outcome::new(self.typology.profiles.len());
        let mut points = vec![0; self.typology.profiles.len()];
        for _ in 0..samples {
            let mut scores = Scores::new(self.typology);
            for (poll, chances) in self.polls.iter().zip(&chances) {
                points.fill(0);
                for (part, chances) in poll.parts.iter().zip(chances) {
                    sum_up(&mut points, &part[pick(chances, random.unit())].points);
                }
                scores.add(self.typology, points.iter().copied().enumerate());
            }
            outcome.add(&End::of(self.typology, &scores), 1.0 / f64::from(samples));
        }
        outcome
    }
}

/// Whether it is worth while to follow every sum with every way to answer a poll: some have thousands of ways.
fn feasible(sums: usize, poll: &Whole, most: usize) -> Option<()> {
    (sums.saturating_mul(poll.ways.len()) <= MOST_WAYS.saturating_mul(most)).then_some(())
}

fn sum_up(total: &mut [u32], points: &[u32]) {
    for (total, points) in total.iter_mut().zip(points) {
        *total += points;
    }
}

/// All that answers to one poll can come to: points, each with how likely every kind of people gets them.
struct Whole {
    ways: Vec<(Vec<u32>, Vec<f64>)>,
}

impl Whole {
    /// A poll that nobody asks.
    fn nothing(typology: &Typology, kinds: &[People]) -> Self {
        Self {
            ways: vec![(vec![0; typology.profiles.len()], vec![1.0; kinds.len()])],
        }
    }

    /// Its answers put together, each independent of the others; `None` where they come to more than can be gone through.
    fn of(poll: &Asked, kinds: &[People]) -> Option<Self> {
        let (first, rest) = poll.parts.split_first()?;
        let mut whole = Self::alone(first, kinds);
        for part in rest {
            let part = Self::alone(part, kinds);
            let mut longer: BTreeMap<Vec<u32>, Vec<f64>> = BTreeMap::new();
            for (points, chances) in &whole.ways {
                for (more, others) in &part.ways {
                    let mut points = points.clone();
                    sum_up(&mut points, more);
                    let totals = longer.entry(points).or_insert_with(|| vec![0.0; kinds.len()]);
                    for ((total, one), other) in totals.iter_mut().zip(chances).zip(others) {
                        *total += one * other;
                    }
                }
            }
            if longer.len() > ways::MOST {
                return None;
            }
            whole.ways = longer.into_iter().collect();
        }
        Some(whole)
    }

    fn alone(part: &[Way], kinds: &[People]) -> Self {
        let chances: Vec<Vec<f64>> = kinds.iter().map(|kind| kind.chances(part)).collect();
        let way = |(index, way): (usize, &Way)| {
            let each = chances.iter().map(|chances| chances[index]).collect();
            (way.points.clone(), each)
        };
        Self {
            ways: part.iter().enumerate().map(way).collect(),
        }
    }
}

/// Chances added up one after another: where each way's part of 0 to 1 ends.
fn heaped(chances: &[f64]) -> Vec<f64> {
    let mut heap = 0.0;
    let add = |chance: &f64| {
        heap += chance;
        heap
    };
    chances.iter().map(add).collect()
}

/// The way into whose part of 0 to 1 a number falls.
fn pick(heaped: &[f64], drawn: f64) -> usize {
    let option = heaped.partition_point(|end| *end <= drawn);
    // Where rounding leaves a gap before 1, it belongs to the last way that has a part.
    let whole = heaped.last().copied().unwrap_or(0.0);
    option.min(heaped.partition_point(|end| *end < whole))
}
