//! Shares of a whole: intervals, and percentages that add up.

use serde::{Deserialize, Serialize};

/// A 95 % confidence interval of a share, both ends within 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The 0.975 quantile of the standard normal distribution.
const Z_95: f64 = 1.959_963_984_540_054;

/// The Wilson score interval (E. B. Wilson, *Probable Inference*, JASA 22, 1927) for `count` of `total`, without
/// continuity correction. `count` may be fractional, because tied people are shared between profiles. With `total` 0
/// nothing is known: 0 to 1.
#[must_use]
pub fn wilson(count: f64, total: f64) -> Interval {
    if total <= 0.0 {
        return Interval { low: 0.0, high: 1.0 };
    }
    let share = count / total;
    let z2 = Z_95 * Z_95;
    let denominator = 1.0 + z2 / total;
    let centre = (share + z2 / (2.0 * total)) / denominator;
    let half = Z_95 / denominator * (share * (1.0 - share) / total + z2 / (4.0 * total * total)).sqrt();
    Interval {
        low: (centre - half).clamp(0.0, 1.0),
        high: (centre + half).clamp(0.0, 1.0),
    }
}

/// Whole percentages of `parts` that add up to exactly 100 (largest remainder; the earlier part wins a tie). All zeros
/// when the parts are.
#[must_use]
pub fn percentages(parts: &[f64]) -> Vec<u32> {
    let total: f64 = parts.iter().sum();
    if total <= 0.0 {
        return vec![0; parts.len()];
    }
    let exact: Vec<f64> = parts.iter().map(|part| part / total * 100.0).collect();
    let mut whole: Vec<u32> = exact.iter().map(|value| value.floor() as u32).collect();
    let missing = 100_u32.saturating_sub(whole.iter().sum());
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()).then(a.cmp(&b)));
    for &index in order.iter().take(missing as usize) {
        whole[index] += 1;
    }
    whole
}

/// The share of `count` in `total` as a whole percentage, rounded to nearest; 0 when nobody was asked.
#[must_use]
pub fn percent(count: u32, total: u32) -> u32 {
    if total == 0 {
        0
    } else {
        (f64::from(count) / f64::from(total) * 100.0).round() as u32
    }
}
