//! How the values of a scale give points to a profile.

/// The points of each value of a scale, from the low end on, when the value at the end gives `most`.
///
/// Points grow evenly from nothing in the middle of the scale to `most` at its end, rounded half up; the other half gives
/// none, because whoever rather disagrees says nothing in favour. A positive `most` is given at the high end, a negative
/// one, without its sign, at the low end.
///
/// Of five points and 3: 0, 0, 0, 2, 3.
#[must_use]
pub fn leaning(most: i32, points: u8) -> Vec<u32> {
    let last = u32::from(points.saturating_sub(1)).max(1);
    // Counted in half steps, so that the middle of an even scale is a whole number too.
    let given = |value: u32| {
        let past_the_middle = (2 * value).saturating_sub(last);
        let doubled = 2 * u64::from(most.unsigned_abs()) * u64::from(past_the_middle);
        ((doubled + u64::from(last)) / (2 * u64::from(last))) as u32
    };
    let upwards = (0..u32::from(points)).map(given);
    if most < 0 {
        upwards.rev().collect()
    } else {
        upwards.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_grow_from_the_middle_to_the_high_end() {
        assert_eq!(leaning(3, 5), [0, 0, 0, 2, 3]);
        assert_eq!(leaning(4, 5), [0, 0, 0, 2, 4]);
        assert_eq!(leaning(3, 4), [0, 0, 1, 3]);
        assert_eq!(leaning(3, 2), [0, 3]);
        assert_eq!(leaning(5, 11), [0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_negative_most_is_given_at_the_low_end() {
        assert_eq!(leaning(-3, 5), [3, 2, 0, 0, 0]);
        assert_eq!(leaning(-1, 3), [1, 0, 0]);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(leaning(0, 7), [0; 7]);
    }
}
