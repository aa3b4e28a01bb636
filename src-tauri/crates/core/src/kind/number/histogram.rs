//! In which bins a room's numbers are shown.
//!
//! Borders are numbers that people like (1, 2 or 5 with zeros behind, counted in the question's steps), so that "10 to 19"
//! holds what it says and nothing lies on a border. How wide bins are follows the narrower of two rules, as NumPy's `auto`
//! does: 2·IQR/∛n (D. Freedman and P. Diaconis, *On the histogram as a density estimator*, Z. Wahrscheinlichkeitstheorie 57,
//! 1981, 453–476), which leaves a small room two or three bins, and 1 + log₂ n bins (H. A. Sturges, *The choice of a class
//! interval*, JASA 21, 1926, 65–66), which does not. Then the next nicer width below is taken, and wider ones as long as
//! there would be more than [`MOST_BINS`]. Few numbers stand each for itself.
//!
//! One person who is far off would press all others into one bin. What lies more than three interquartile ranges beyond the
//! quartiles (J. W. Tukey, *Exploratory Data Analysis*, 1977: "far out") is therefore taken together in a bin without an end.

use std::collections::BTreeMap;

use super::quartiles::{Quarters, quartiles};

/// The most bins: what can be read from the back of a room.
pub(super) const MOST_BINS: usize = 12;

/// Bins without gaps, ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bins {
    /// The smallest number of each.
    borders: Vec<i64>,
    /// The largest number of the last.
    last: i64,
    /// How far numbers are apart.
    grain: i64,
    open_below: bool,
    open_above: bool,
}

impl Bins {
    /// At most so many bins over a whole range.
    pub(super) fn of_range(min: i64, max: i64, grain: i64, most: usize) -> Self {
        let borders = widths(grain, grain)
            .map(|width| borders(min, max, width, grain, (min, max)))
            .find(|borders| borders.len() <= most);
        Self {
            borders: borders.expect("BUG: there is always a wider width"),
            last: max,
            grain,
            open_below: false,
            open_above: false,
        }
    }

    /// The bins for what a room says, within the range that the question accepts.
    pub(super) fn of_room(min: i64, max: i64, grain: i64, values: &BTreeMap<i64, u32>) -> Self {
        let (Some(quarters), Some((&smallest, _)), Some((&largest, _))) =
            (quartiles(values), values.first_key_value(), values.last_key_value())
        else {
            return Self::of_range(min, max, grain, MOST_BINS);
        };
        if numbers(min, max, grain) <= MOST_BINS as i64 {
            return Self::of_range(min, max, grain, MOST_BINS);
        }
        if numbers(smallest, largest, grain) <= MOST_BINS as i64 {
            return Self::of_range(smallest, largest, grain, MOST_BINS);
        }
        Self::of_many((min, max), grain, values, quarters)
    }

    fn of_many((min, max): (i64, i64), grain: i64, values: &BTreeMap<i64, u32>, quarters: Quarters) -> Self {
        // Where most say the same, a step stands for the range between the quartiles.
        let between = (quarters.high - quarters.low).max(4 * grain);
        let near = |value: &&i64| (quarters.low - 3 * between..=quarters.high + 3 * between).contains(&(4 * **value));
        let (low, high) = (values.keys().find(near), values.keys().rev().find(near));
        let (&low, &high) = low.zip(high).expect("BUG: nobody is near the quartiles");
        let people: u32 = values.values().sum();
        let freedman_diaconis = (between as f64 / 2.0 / libm::cbrt(people.into())) as i64;
        let sturges = (high - low) / i64::from(people.next_power_of_two().ilog2() + 1);
        widths(grain, freedman_diaconis.min(sturges))
            .map(|width| {
                let borders = borders(low, high, width, grain, (min, max));
                let last = borders[borders.len() - 1];
                let end = ((last.div_euclid(width) + 1) * width - grain).min(max);
                // The question's largest number alone makes no bin of its own.
                let end = if end + grain == max && width > grain { max } else { end };
                let mut bins = Self {
                    borders,
                    last: end,
                    grain,
                    open_below: false,
                    open_above: false,
                };
                bins.take_in_far_out(values, (min, max));
                bins
            })
            .find(|bins| bins.len() <= MOST_BINS)
            .expect("BUG: there is always a wider width")
    }

    /// Adds bins without an end for numbers beyond the others.
    fn take_in_far_out(&mut self, values: &BTreeMap<i64, u32>, (min, max): (i64, i64)) {
        if values.range(..self.borders[0]).next().is_some() {
            self.borders.insert(0, min);
            self.open_below = true;
        }
        if values.range(self.last + 1..).next().is_some() {
            self.borders.push(self.last + self.grain);
            self.last = max;
            self.open_above = true;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.borders.len()
    }

    /// The smallest number of a bin.
    pub(super) fn from(&self, place: usize) -> i64 {
        self.borders[place]
    }

    /// The largest number of a bin.
    pub(super) fn to(&self, place: usize) -> i64 {
        self.borders.get(place + 1).map_or(self.last, |next| next - self.grain)
    }

    /// Whether a bin begins with a number that is told.
    pub(super) fn is_closed_below(&self, place: usize) -> bool {
        !(self.open_below && place == 0)
    }

    /// Whether a bin ends with a number that is told.
    pub(super) fn is_closed_above(&self, place: usize) -> bool {
        !(self.open_above && place + 1 == self.len())
    }

    /// The bin that a number is in.
    pub(super) fn place(&self, value: i64) -> usize {
        self.borders
            .partition_point(|border| *border <= value)
            .saturating_sub(1)
    }

    /// How many people are in each bin.
    pub(super) fn counted(&self, values: &BTreeMap<i64, u32>) -> Vec<u32> {
        let mut counted = vec![0; self.len()];
        for (value, count) in values {
            counted[self.place(*value)] += count;
        }
        counted
    }
}

/// How many numbers there are from one to another.
fn numbers(from: i64, to: i64, grain: i64) -> i64 {
    (to - from) / grain + 1
}

/// The widths that people like, ascending, from the last one that is not above `near`.
fn widths(grain: i64, near: i64) -> impl Iterator<Item = i64> {
    let tens = std::iter::successors(Some(grain), |width| width.checked_mul(10));
    let liked = tens.flat_map(|width| [1, 2, 5].into_iter().filter_map(move |nice| width.checked_mul(nice)));
    let liked: Vec<i64> = liked.collect();
    let start = liked.partition_point(|width| *width <= near).saturating_sub(1);
    liked.into_iter().skip(start)
}

/// The smallest numbers of bins of one width that hold all from `low` to `high`, within what the question accepts.
fn borders(low: i64, high: i64, width: i64, grain: i64, (min, max): (i64, i64)) -> Vec<i64> {
    let start = low.div_euclid(width) * width;
    let count = (high - start) / width + 1;
    // More than anybody shows: the caller tries a wider width, and need not be told how many there would be.
    let count = count.min(10 * MOST_BINS as i64);
    let mut borders: Vec<i64> = (0..count).map(|bin| (start + bin * width).max(min)).collect();
    // 90 to 100, and not 100 alone after 90 to 99.
    if width > grain && borders.len() > 1 && borders.last() == Some(&max) {
        borders.pop();
    }
    borders
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(values: &[i64]) -> BTreeMap<i64, u32> {
        let mut counted = BTreeMap::new();
        for value in values {
            *counted.entry(*value).or_default() += 1;
        }
        counted
    }

    fn shown(min: i64, max: i64, grain: i64, values: &[i64]) -> Vec<(i64, i64, u32)> {
        let room = room(values);
        let bins = Bins::of_room(min, max, grain, &room);
        let counted = bins.counted(&room);
        (0..bins.len())
            .map(|place| (bins.from(place), bins.to(place), counted[place]))
            .collect()
    }

    #[test]
    fn a_small_range_shows_each_number() {
        assert_eq!(shown(0, 3, 1, &[1, 1, 3]), [(0, 0, 0), (1, 1, 2), (2, 2, 0), (3, 3, 1)]);
    }

    #[test]
    fn few_numbers_of_a_large_range_stand_for_themselves() {
        assert_eq!(shown(0, 1000, 1, &[40, 42]), [(40, 40, 1), (41, 41, 0), (42, 42, 1)]);
        assert_eq!(shown(0, 1000, 1, &[40]), [(40, 40, 1)]);
    }

    #[test]
    fn percentages_come_in_tens_and_a_hundred_is_no_bin_of_its_own() {
        let shown = shown(0, 100, 1, &[0, 5, 10, 19, 20, 55, 60, 99, 100, 100]);
        assert_eq!(shown.first(), Some(&(0, 19, 4)));
        assert_eq!(shown.last(), Some(&(80, 100, 3)));
    }

    #[test]
    fn one_person_far_off_does_not_press_the_others_together() {
        let mut values: Vec<i64> = (0..40).map(|person| 20 + person % 15).collect();
        values.push(1_000_000);
        let room = room(&values);
        let bins = Bins::of_room(0, 1_000_000, 1, &room);
        let counted = bins.counted(&room);
        assert!(bins.len() >= 5, "{bins:?}");
        assert!(!bins.is_closed_above(bins.len() - 1));
        assert_eq!(counted.last(), Some(&1));
        assert_eq!(bins.from(bins.len() - 1), 36, "{bins:?}");
    }

    #[test]
    fn where_most_say_the_same_their_neighbours_are_still_seen() {
        let shown = shown(0, 1000, 1, &[10, 10, 10, 10, 10, 10, 9, 11, 12, 25, 999]);
        assert!(shown.contains(&(10, 10, 6)), "{shown:?}");
    }

    #[test]
    fn borders_keep_to_the_steps() {
        // Halves, counted in tenths: 0.5 apart.
        for (from, to, _) in shown(0, 1000, 5, &[5, 15, 25, 60, 80, 100, 120, 130, 200, 300]) {
            assert_eq!((from % 5, to % 5), (0, 0));
        }
    }

    #[test]
    fn numbers_below_nothing_have_the_same_borders() {
        let shown = shown(-1000, 1000, 1, &[-95, -50, -12, -3, 0, 4, 30, 41, 77]);
        assert_eq!(shown.first(), Some(&(-100, -81, 1)));
        assert!(shown.contains(&(0, 19, 2)), "{shown:?}");
    }

    #[test]
    fn an_empty_room_shows_the_range() {
        assert_eq!(shown(0, 20_000, 1, &[]).first(), Some(&(0, 1_999, 0)));
    }
}
