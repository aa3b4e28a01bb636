//! Whether more people moved one way than the other.

/// The mid-p value of McNemar's test: `gained` people moved one way and `lost` the other; those who stayed say nothing.
///
/// Twice the binomial tail of the smaller number at ½, less the probability of that very number; where both are equal,
/// 1 less half of it (M. W. Fagerland, S. Lydersen and P. Laake, *The McNemar test for binary matched-pairs data: mid-p and
/// asymptotic are better than exact conditional*, BMC Medical Research Methodology 13 (2013), 91). Where nobody moved
/// there is nothing to find: 1.
#[must_use]
pub fn mcnemar_mid_p(gained: u32, lost: u32) -> f64 {
    let moved = gained + lost;
    if moved == 0 {
        return 1.0;
    }
    let fewer = gained.min(lost);
    let here = halves(moved, fewer);
    if gained == lost {
        return 1.0 - here / 2.0;
    }
    let tail: f64 = (0..=fewer).map(|number| halves(moved, number)).sum();
    2.0 * tail - here
}

/// The probability of `heads` among `tosses` of a fair coin.
fn halves(tosses: u32, heads: u32) -> f64 {
    let log_factorial = |number: u32| libm::lgamma(f64::from(number) + 1.0);
    let ways = log_factorial(tosses) - log_factorial(heads) - log_factorial(tosses - heads);
    (ways - f64::from(tosses) * std::f64::consts::LN_2).exp()
}
