//! Whether a room differs from the shares it is compared with.

use super::{SplitMix64, Verdict};

/// Below so many people the room is too small to conclude.
pub const SMALLEST_ROOM: u32 = 60;

/// Probabilities that differ by less than this factor are taken as equal, as rounding makes equal ones differ.
const ROUNDING: f64 = 1e-7;

/// Tests whether whole people fall into profiles with the shares of a reference: the exact multinomial test, its p-value by
/// Monte Carlo.
///
/// A room is at least as unusual as this one when its multinomial probability under the reference is no larger. Of `samples`
/// rooms of the same size drawn from the reference, `m` are; p = (1 + m)/(1 + `samples`), which is a valid level for any
/// number of samples (A. C. A. Hope, *A simplified Monte Carlo significance test procedure*, JRSS B 30 (1968), 582–598;
/// B. Phipson and G. K. Smyth, *Permutation p-values should never be zero*, SAGMB 9 (2010), article 39).
///
/// `reference` is in any unit, percent or shares. Costs one draw per person and sample. Fewer than [`SMALLEST_ROOM`] people:
/// no test.
///
/// # Panics
/// When the two lists are not of the same length.
#[must_use]
pub fn against_reference(counts: &[u32], reference: &[f64], seed: u64, samples: u32) -> Verdict {
    assert_eq!(counts.len(), reference.len(), "BUG: every profile has a reference");
    let people: u32 = counts.iter().sum();
    if people < SMALLEST_ROOM {
        return Verdict::TooSmall {
            people,
            needed: SMALLEST_ROOM,
        };
    }
    let whole: f64 = reference.iter().sum();
    let shares: Vec<f64> = reference.iter().map(|share| share / whole).collect();
    let likelihood = Likelihood::new(&shares, people);
    let observed = likelihood.of(counts);
    let limits = running_total(&shares);
    let mut random = SplitMix64::new(seed);
    let mut unusual = 0_u32;
    let mut room = vec![0_u32; counts.len()];
    for _ in 0..samples {
        room.fill(0);
        for _ in 0..people {
            let drawn = random.unit();
            let profile = limits.iter().position(|&limit| drawn < limit);
            room[profile.unwrap_or(limits.len() - 1)] += 1;
        }
        unusual += u32::from(likelihood.of(&room) <= observed + ROUNDING);
    }
    Verdict::Tested {
        p: f64::from(unusual + 1) / f64::from(samples + 1),
    }
}

/// The upper limits of consecutive shares; the last that is not empty ends at 1.
fn running_total(shares: &[f64]) -> Vec<f64> {
    let mut total = 0.0;
    let mut limits: Vec<f64> = shares
        .iter()
        .map(|share| {
            total += share;
            total
        })
        .collect();
    let last = shares.iter().rposition(|&share| share > 0.0).unwrap_or(0);
    for limit in &mut limits[last..] {
        *limit = 1.0;
    }
    limits
}

/// The logarithm of a room's multinomial probability, without the part that is the same for all rooms of a size.
struct Likelihood {
    logarithms: Vec<f64>,
    factorials: Vec<f64>,
}

impl Likelihood {
    fn new(shares: &[f64], people: u32) -> Self {
        let factorials = std::iter::once(0.0).chain((1..=people).scan(0.0, |sum, number| {
            *sum += f64::from(number).ln();
            Some(*sum)
        }));
        Self {
            logarithms: shares.iter().map(|share| share.ln()).collect(),
            factorials: factorials.collect(),
        }
    }

    fn of(&self, room: &[u32]) -> f64 {
        room.iter()
            .zip(&self.logarithms)
            // Nobody in a profile without a share is no wonder: 0 · ln 0 counts as 0.
            .filter(|(count, _)| **count > 0)
            .map(|(&count, logarithm)| f64::from(count) * logarithm - self.factorials[count as usize])
            .sum()
    }
}
