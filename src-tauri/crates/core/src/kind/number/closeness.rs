//! How near a room's numbers are to the right one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The right number, and how near the room came to it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct NumberSolution {
    /// The right number.
    pub right: f64,
    /// How far from it still counts as right.
    pub tolerance: f64,
    /// Ballots that are no further off.
    pub within: u32,
    /// The number said that is closest, whoever said it; absent when nobody has answered.
    pub closest: Option<f64>,
}

/// How many people are within the tolerance.
pub(super) fn within(values: &BTreeMap<i64, u32>, right: i64, tolerance: i64) -> u32 {
    values
        .range(right - tolerance..=right + tolerance)
        .map(|(_, count)| count)
        .sum()
}

/// The number that somebody said and that is closest; of two that are equally far off the one below.
pub(super) fn closest(values: &BTreeMap<i64, u32>, right: i64) -> Option<i64> {
    let below = values.range(..=right).next_back().map(|(value, _)| *value);
    let above = values.range(right..).next().map(|(value, _)| *value);
    match (below, above) {
        (Some(below), Some(above)) if above - right < right - below => Some(above),
        (below, above) => below.or(above),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(values: &[i64]) -> BTreeMap<i64, u32> {
        values.iter().map(|value| (*value, 1)).collect()
    }

    #[test]
    fn the_closest_may_be_below_above_or_right() {
        assert_eq!(closest(&said(&[10, 90]), 20), Some(10));
        assert_eq!(closest(&said(&[10, 90]), 80), Some(90));
        assert_eq!(closest(&said(&[10, 50, 90]), 50), Some(50));
        assert_eq!(closest(&said(&[90]), 50), Some(90));
        assert_eq!(closest(&said(&[]), 50), None);
    }

    #[test]
    fn of_two_equally_far_off_the_one_below_is_told() {
        assert_eq!(closest(&said(&[40, 60]), 50), Some(40));
    }

    #[test]
    fn the_tolerance_includes_its_ends() {
        let room = BTreeMap::from([(89, 1), (90, 2), (100, 4), (110, 8), (111, 16)]);
        assert_eq!(within(&room, 100, 10), 14);
        assert_eq!(within(&room, 100, 0), 4);
    }
}
