//! Which counts of one small group may be shown.

/// The parts that may be shown of a group whose total is known: those of at least `minimum`, as long as what is not shown
/// is nothing or at least `minimum` together; otherwise the smallest of them is not shown either. A zero is not shown.
/// `None` when the group itself is too small or nothing is left to show.
#[must_use]
pub fn shown_shares(parts: &[u64], minimum: u64) -> Option<Vec<Option<u64>>> {
    let mut shown: Vec<Option<u64>> = parts
        .iter()
        .map(|&part| Some(part).filter(|part| *part >= minimum))
        .collect();
    let hidden: u64 = parts
        .iter()
        .zip(&shown)
        .filter(|(_, shown)| shown.is_none())
        .map(|(part, _)| part)
        .sum();
    if hidden > 0 && hidden < minimum {
        let smallest = (0..shown.len())
            .filter(|index| shown[*index].is_some())
            .min_by_key(|index| shown[*index])?;
        shown[smallest] = None;
    }
    shown.iter().any(Option::is_some).then_some(shown)
}
