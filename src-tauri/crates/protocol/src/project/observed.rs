//! What was seen in the room: for the stage while it is shown, for the presenter always.

use gazouillis_core::Deck;
use gazouillis_core::session::Snapshot;

use crate::{ConsoleObserved, ObservedShare, ObservedView};

pub(super) fn on_stage(deck: &Deck, now: &Snapshot) -> Option<ObservedView> {
    let told = now.observed.told()?;
    let profiles = deck.typology.profiles.iter().zip(told);
    Some(ObservedView {
        total: now.observed.total(),
        profiles: profiles
            .map(|(profile, share)| ObservedShare {
                id: profile.id.clone(),
                count: share.count,
                percent: share.percent,
            })
            .collect(),
    })
}

/// The observed counts as the presenter sees them; `None` where the talk has no profiles to observe.
#[must_use]
pub fn console_observed(now: &Snapshot) -> Option<ConsoleObserved> {
    let counts = now.observed.counts();
    (!counts.is_empty()).then(|| ConsoleObserved {
        counts: counts.to_vec(),
        shown: now.observed.is_shown(),
    })
}
