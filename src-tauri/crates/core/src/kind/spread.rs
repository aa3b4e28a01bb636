//! The middle of a room's answers on a scale, and how far people are from it.

/// Mean and standard deviation of values, each with the number of people who gave it; `None` when nobody did.
///
/// Both are rounded to tenths, half up, and by whole numbers until the last step, so that every page and every format
/// shows the same. The deviation is that of the room, √(Σ(x − mean)²/n) with n and not n − 1: those who answered are all
/// there is, not a sample of somebody else.
#[must_use]
pub(super) fn mean_and_spread(values: impl Iterator<Item = (u8, u32)>) -> Option<(f64, f64)> {
    let (mut people, mut sum, mut squares) = (0_u128, 0_u128, 0_u128);
    for (value, count) in values {
        let (value, count) = (u128::from(value), u128::from(count));
        people += count;
        sum += count * value;
        squares += count * value * value;
    }
    if people == 0 {
        return None;
    }
    let mean = (20 * sum + people) / (2 * people);
    // n²·variance = n·Σx² − (Σx)², and ⌊10·deviation + ½⌋ = ⌊(√(400·n²·variance) + n) / 2n⌋.
    let variance = people * squares - sum * sum;
    let spread = ((400 * variance).isqrt() + people) / (2 * people);
    Some((mean as f64 / 10.0, spread as f64 / 10.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[u8]) -> Option<(f64, f64)> {
        mean_and_spread(values.iter().map(|&value| (value, 1)))
    }

    #[test]
    fn nobody_has_no_middle() {
        assert_eq!(mean_and_spread([(3, 0), (4, 0)].into_iter()), None);
    }

    #[test]
    fn people_who_agree_have_no_spread() {
        assert_eq!(of(&[4, 4, 4]), Some((4.0, 0.0)));
    }

    /// 2, 4, 4, 4, 5, 5, 7, 9: the textbook's example of a population's standard deviation of exactly 2 (n − 1: 2.14).
    #[test]
    fn the_spread_is_that_of_the_room_itself() {
        assert_eq!(of(&[2, 4, 4, 4, 5, 5, 7, 9]), Some((5.0, 2.0)));
    }

    #[test]
    fn half_a_tenth_is_rounded_up() {
        // 5/4 = 1.25 and √(3/16) = 0.433.
        assert_eq!(of(&[1, 1, 1, 2]), Some((1.3, 0.4)));
        // 1 and 2: a deviation of exactly a half.
        assert_eq!(of(&[1, 2]), Some((1.5, 0.5)));
        // Nineteen times 0 and once 1: 1/20 and √19/20 = 0.218.
        assert_eq!(mean_and_spread([(0, 19), (1, 1)].into_iter()), Some((0.1, 0.2)));
    }

    #[test]
    fn counts_weigh_as_that_many_people() {
        let counted = mean_and_spread([(1, 3), (5, 2)].into_iter());
        assert_eq!(counted, of(&[1, 1, 1, 5, 5]));
    }
}
