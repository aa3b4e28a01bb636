//! What to do next.

use gazouillis_core::Summary;
use serde::Serialize;

/// What to do for the people of one profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Action {
    /// Index of the profile in the breakdown.
    pub(crate) profile: usize,
    /// What to do, concretely.
    pub(crate) actions: Vec<String>,
    /// Whether these are what the phones advised the people themselves, as the talk says nothing else.
    pub(crate) is_advice: bool,
}

/// For each profile that somebody in the room has, first what would move most people.
pub(super) fn actions(summary: &Summary, by_share: &[usize]) -> Vec<Action> {
    let profiles = summary.breakdown.as_ref().and_then(|room| room.profiles.as_deref());
    let profiles = profiles.unwrap_or_default();
    by_share
        .iter()
        .filter(|&&index| profiles[index].count > 0.0)
        .map(|&index| {
            let profile = &profiles[index];
            let is_advice = profile.actions.is_empty();
            let actions = if is_advice { &profile.advice } else { &profile.actions };
            Action {
                profile: index,
                actions: actions.clone(),
                is_advice,
            }
        })
        .collect()
}
