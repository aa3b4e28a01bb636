//! The median and the quartiles of a room's numbers.

use std::collections::BTreeMap;

use super::Quartiles;

/// Quartiles in quarters of the question's smallest unit, so that they are whole numbers and exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quarters {
    pub(super) low: i64,
    pub(super) median: i64,
    pub(super) high: i64,
}

/// The quartiles of ordered numbers, each with how many people say it; `None` when nobody does.
///
/// R. J. Hyndman and Y. Fan, *Sample quantiles in statistical packages*, The American Statistician 50 (1996), 361–365,
/// definition 7, which is that of R and of spreadsheets (`QUARTILE.INC`): the quantile `p` of `n` numbers lies at the place
/// `p(n − 1)`, counted from 0, between two neighbours in proportion.
pub(super) fn quartiles(values: &BTreeMap<i64, u32>) -> Option<Quarters> {
    let people: u64 = values.values().map(|&count| u64::from(count)).sum();
    let last = people.checked_sub(1)?;
    let at = |quarter: u64| {
        let (place, part) = (quarter * last / 4, (quarter * last % 4) as i64);
        let here = nth(values, place);
        let next = if part == 0 { here } else { nth(values, place + 1) };
        4 * here + part * (next - here)
    };
    Some(Quarters {
        low: at(1),
        median: at(2),
        high: at(3),
    })
}

/// The number at a place, counted from 0 at the smallest.
fn nth(values: &BTreeMap<i64, u32>, place: u64) -> i64 {
    let mut before = 0;
    let mut ordered = values.iter();
    let found = ordered.find(|(_, count)| {
        before += u64::from(**count);
        before > place
    });
    *found.expect("BUG: a place beyond the room").0
}

impl Quarters {
    /// To one decimal more than the question's, half rounded up.
    pub(super) fn rounded(self, decimals: u8) -> Quartiles {
        let real = |quarters: i64| {
            // ⌊10·q/4 + ½⌋.
            let tenths = (5 * quarters + 1).div_euclid(2);
            tenths as f64 / 10_f64.powi(i32::from(decimals) + 1)
        };
        Quartiles {
            low: real(self.low),
            median: real(self.median),
            high: real(self.high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[i64]) -> Option<[f64; 3]> {
        let mut counted = BTreeMap::new();
        for value in values {
            *counted.entry(*value).or_default() += 1;
        }
        let Quartiles { low, median, high } = quartiles(&counted)?.rounded(0);
        Some([low, median, high])
    }

    #[test]
    fn nobody_has_no_quartiles() {
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn one_person_is_all_three() {
        assert_eq!(of(&[7]), Some([7.0; 3]));
    }

    /// R: `quantile(c(6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49))` gives 25.5, 40 and 42.5.
    #[test]
    fn an_odd_room_has_a_person_in_the_middle() {
        assert_eq!(
            of(&[6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49]),
            Some([25.5, 40.0, 42.5])
        );
    }

    /// R: `quantile(c(7, 15, 36, 39, 40, 41))` gives 20.25, 37.5 and 39.75.
    #[test]
    fn an_even_room_meets_between_two_people() {
        assert_eq!(of(&[7, 15, 36, 39, 40, 41]), Some([20.3, 37.5, 39.8]));
    }

    #[test]
    fn numbers_below_nothing_round_upwards_too() {
        // −1, −2: the median is −1.5, the quartiles −1.75 and −1.25.
        assert_eq!(of(&[-1, -2]), Some([-1.7, -1.5, -1.2]));
    }

    #[test]
    fn decimals_are_those_of_the_question_and_one_more() {
        let counted = BTreeMap::from([(15, 1), (20, 1)]);
        let quarters = quartiles(&counted).expect("two people");
        assert_eq!(quarters.rounded(1).median, 1.75);
    }
}
