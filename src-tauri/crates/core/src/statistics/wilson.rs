//! How much a share among few people is worth.

/// `Φ⁻¹(0.975)`: the interval holds with 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// The lower end of the 95 % score interval of a share: of `seen` people, `votes` said yes. From 0 to 1; 0 where nobody said yes
/// or nobody was there.
///
/// E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, Journal of the American Statistical
/// Association 22 (1927), 209–212. With `p = votes/seen` and `z = 1.96`:
///
/// `(p + z²/2n − z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)`
///
/// Sorting by it lets a late question that nearly everybody wants who was there since stand before an early one that had a whole
/// hour to be voted for, and yet one voice of one is no match for thirty of forty.
#[must_use]
pub fn wilson_lower(votes: u32, seen: u32) -> f64 {
    if votes == 0 || seen == 0 {
        return 0.0;
    }
    let (n, z2) = (f64::from(seen), Z * Z);
    let p = (f64::from(votes) / n).min(1.0);
    let spread = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    ((p + z2 / (2.0 * n) - spread) / (1.0 + z2 / n)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::wilson_lower;

    /// The bound is where the score test just gives way: `(p − π)² = z² π(1 − π)/n`, with `π` below `p`.
    #[test]
    fn it_is_the_share_that_a_score_test_just_allows() {
        for seen in 1..200_u32 {
            for votes in 1..=seen {
                let (n, p, bound) = (
                    f64::from(seen),
                    f64::from(votes) / f64::from(seen),
                    wilson_lower(votes, seen),
                );
                let z = (p - bound) / (bound * (1.0 - bound) / n).sqrt();
                assert!(bound < p && (z - 1.959_964).abs() < 1e-5, "{votes} of {seen}: {bound}");
            }
        }
        assert!(wilson_lower(0, 20).abs() < f64::EPSILON && wilson_lower(0, 0).abs() < f64::EPSILON);
    }

    #[test]
    fn one_voice_of_one_stands_behind_thirty_of_forty_and_before_five_of_a_hundred() {
        assert!(wilson_lower(1, 1) < wilson_lower(30, 40));
        assert!(wilson_lower(1, 1) > wilson_lower(5, 100));
    }
}
