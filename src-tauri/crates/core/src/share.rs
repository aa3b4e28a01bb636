//! Shares of a whole: people in parts, and percentages that add up.

/// What one person weighs in a count that ties may share: lcm(1, …, 16), so that a person shared equally between up to
/// [`MOST_SHARERS`] profiles is still a whole number of parts for each, and sums are exact.
pub const PARTS: u64 = 720_720;

/// The most profiles one person can be shared between exactly; a talk file with more is refused.
pub const MOST_SHARERS: usize = 16;

/// Whole percentages of `parts` that add up to exactly 100. All zeros when the parts are. Whole numbers only, so that
/// every page and every format rounds alike.
#[must_use]
pub fn percentages(parts: &[u64]) -> Vec<u32> {
    apportion(parts, 100)
}

/// Shares `whole` things out in proportion to `parts` (largest remainder, Hamilton's method; the earlier part wins a tie).
/// The result adds up to exactly `whole`; all zeros when the parts are.
#[must_use]
pub fn apportion(parts: &[u64], whole: u32) -> Vec<u32> {
    let total: u128 = parts.iter().map(|&part| u128::from(part)).sum();
    if total == 0 {
        return vec![0; parts.len()];
    }
    let due = |index: usize| u128::from(parts[index]) * u128::from(whole);
    let mut given: Vec<u32> = (0..parts.len()).map(|index| (due(index) / total) as u32).collect();
    let missing = whole - given.iter().sum::<u32>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    // The sort is stable: of equal remainders the earlier part comes first.
    order.sort_by_key(|&index| std::cmp::Reverse(due(index) % total));
    for &index in order.iter().take(missing as usize) {
        given[index] += 1;
    }
    given
}

/// The share of `count` in `total` as a whole percentage, half a percent rounded up; 0 when nobody was asked. For shares
/// that are no parts of one whole, such as the options of a poll with several answers.
#[must_use]
pub fn percent(count: impl Into<u64>, total: impl Into<u64>) -> u32 {
    let (count, total) = (u128::from(count.into()), u128::from(total.into()));
    if total == 0 {
        0
    } else {
        ((200 * count + total) / (2 * total)) as u32
    }
}
