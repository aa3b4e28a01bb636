//! Which counts of one small group may be shown.

/// The parts that may be shown of a group whose total is known. A person weighs `person` parts; parts of fewer than `minimum`
/// people are not shown, zeros among them. What is not shown must be nothing, or at least `minimum` people together and not
/// nearly as many as so many hidden parts can hold, else each of them would be known to be full; otherwise the smallest part
/// is not shown either, nor any that is as small. `None` when the group itself is too small or nothing is left to show.
#[must_use]
pub fn shown_shares(parts: &[u64], minimum: u32, person: u64) -> Option<Vec<Option<u64>>> {
    let large = u64::from(minimum) * person;
    let mut shown: Vec<Option<u64>> = parts
        .iter()
        .map(|&part| Some(part).filter(|part| *part >= large))
        .collect();
    let hidden: Vec<u64> = parts.iter().copied().filter(|part| *part < large).collect();
    let together: u64 = hidden.iter().sum();
    let full = hidden.len() as u64 * large.saturating_sub(person);
    if together > 0 && (together < large || together + person > full) {
        let smallest = shown.iter().copied().flatten().min()?;
        for part in &mut shown {
            *part = part.filter(|part| *part > smallest);
        }
    }
    shown.iter().any(Option::is_some).then_some(shown)
}
