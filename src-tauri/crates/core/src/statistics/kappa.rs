//! How far two ways of naming the same people agree: what they said of themselves, and what their answers say.

use serde::{Deserialize, Serialize};

use super::{Interval, SplitMix64};

/// Below so many people only the agreements are counted.
pub const SMALLEST_KAPPA: u32 = 30;

/// The agreement of two namings.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// People named both ways.
    pub people: u32,
    /// Of them, those named the same both times.
    pub agreed: u32,
    /// The agreement beyond chance, from [`SMALLEST_KAPPA`] people on and where chance leaves anything to agree on.
    pub kappa: Option<Kappa>,
}

/// The agreement beyond chance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Kappa {
    /// 1 when all agree, 0 when as many agree as by chance, below when fewer do.
    pub value: f64,
    /// Its 95 % interval, within −1 to 1.
    pub interval: Interval,
}

/// Cohen's kappa with a bootstrap interval, from pairs of indices below `categories`.
///
/// κ = (a − e)/(1 − e), with a the share that agree and e the share that would if the two namings had nothing to do with each
/// other (J. Cohen, *A coefficient of agreement for nominal scales*, Educational and Psychological Measurement 20 (1960),
/// 37–46). The interval runs between the 2.5 and the 97.5 percentile of κ in `samples` rooms of as many people, drawn with
/// replacement from this one (B. Efron and R. J. Tibshirani, *An Introduction to the Bootstrap*, 1993, § 13.3; percentiles by
/// linear interpolation). A drawn room in which all are named alike, where κ is not defined, is left out.
///
/// # Panics
/// When a pair names a category that is not below `categories`.
#[must_use]
pub fn kappa(pairs: &[(usize, usize)], categories: usize, seed: u64, samples: u32) -> Agreement {
    let people = pairs.len() as u32;
    Agreement {
        people,
        agreed: pairs.iter().filter(|(one, other)| one == other).count() as u32,
        kappa: (people >= SMALLEST_KAPPA)
            .then(|| with_interval(pairs, categories, seed, samples))
            .flatten(),
    }
}

fn with_interval(pairs: &[(usize, usize)], categories: usize, seed: u64, samples: u32) -> Option<Kappa> {
    let value = value(pairs.iter().copied(), categories)?;
    let mut random = SplitMix64::new(seed);
    let mut drawn: Vec<f64> = (0..samples)
        .filter_map(|_| {
            let room = pairs.iter().map(|_| pairs[random.below(pairs.len())]);
            self::value(room, categories)
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    Some(Kappa {
        value,
        interval: Interval {
            low: percentile(&drawn, 0.025)?,
            high: percentile(&drawn, 0.975)?,
        },
    })
}

/// Kappa itself; `None` when everybody is named alike both times.
fn value(pairs: impl Iterator<Item = (usize, usize)>, categories: usize) -> Option<f64> {
    let (mut people, mut agreed) = (0.0, 0.0);
    let (mut first, mut second) = (vec![0.0; categories], vec![0.0; categories]);
    for (one, other) in pairs {
        people += 1.0;
        agreed += f64::from(u8::from(one == other));
        first[one] += 1.0;
        second[other] += 1.0;
    }
    let by_chance: f64 = first.iter().zip(&second).map(|(one, other)| one * other).sum();
    let (agreed, by_chance) = (agreed / people, by_chance / (people * people));
    (by_chance < 1.0).then(|| (agreed - by_chance) / (1.0 - by_chance))
}

/// A percentile of sorted values, between neighbours where it falls between.
fn percentile(sorted: &[f64], part: f64) -> Option<f64> {
    let place = part * (sorted.len().checked_sub(1)? as f64);
    let below = place.floor() as usize;
    let above = place.ceil() as usize;
    Some(sorted[below] + (sorted[above] - sorted[below]) * place.fract())
}
