//! How far the shares of a larger company may lie from those of a room drawn from it by lot.

use super::Interval;

/// The chance that at least one of the intervals misses its share.
const ALPHA: f64 = 0.05;

/// Simultaneous 95 % intervals for the shares of a whole: all of them hold at once.
///
/// L. A. Goodman, *On simultaneous confidence intervals for multinomial proportions*, Technometrics 7 (1965), 247–254:
/// for each of `k` shares the score interval `(p − π)² ≤ z² π(1 − π)/n` at `z = Φ⁻¹(1 − α/2k)`, solved for `π`.
///
/// With `population` people in the company, of whom the room is a sample without replacement, the variance `π(1 − π)/n` is
/// multiplied by `(N − n)/(N − 1)` (W. G. Cochran, *Sampling Techniques*, 3rd ed. 1977, § 3.2), which is the same as an
/// effective room of `n(N − 1)/(N − n)` people. A room that is the whole company, or is said to be larger, has no
/// uncertainty left. `None` stands for a company without end.
///
/// `counts` are people, in parts where ties share them. Of an empty room nothing is known: 0 to 1.
#[must_use]
pub fn goodman(counts: &[f64], population: Option<u32>) -> Vec<Interval> {
    let people: f64 = counts.iter().sum();
    if people <= 0.0 {
        return vec![Interval { low: 0.0, high: 1.0 }; counts.len()];
    }
    let z = normal_upper(ALPHA / (2.0 * counts.len() as f64));
    let certainty = match population.map(f64::from) {
        Some(population) if population <= people => None,
        Some(population) => Some(people * (population - 1.0) / (population - people)),
        None => Some(people),
    };
    let share = |count: &f64| count / people;
    let interval = |share: f64| match certainty {
        None => Interval {
            low: share,
            high: share,
        },
        Some(effective) => score(share, effective, z),
    };
    counts.iter().map(share).map(interval).collect()
}

/// The score interval of a share among `people`.
fn score(share: f64, people: f64, z: f64) -> Interval {
    let z2 = z * z;
    let denominator = people + z2;
    let centre = (people * share + z2 / 2.0) / denominator;
    let half = z / denominator * (people * share * (1.0 - share) + z2 / 4.0).sqrt();
    Interval {
        low: (centre - half).clamp(0.0, 1.0),
        high: (centre + half).clamp(0.0, 1.0),
    }
}

/// The value that a standard normal variable exceeds with this probability (0 < `tail` < ½), by halving an interval until
/// doubles end.
fn normal_upper(tail: f64) -> f64 {
    let (mut low, mut high) = (0.0_f64, 40.0_f64);
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        let beyond = libm::erfc(middle / std::f64::consts::SQRT_2) / 2.0;
        if beyond > tail {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}
