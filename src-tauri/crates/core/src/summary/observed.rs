//! What the presenter saw in the room, apart from what was voted.

use serde::{Deserialize, Serialize};

use crate::session::Session;

/// The observed counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObservedSummary {
    /// How many were seen in all.
    pub total: u32,
    /// The profiles, in the talk's order.
    pub profiles: Vec<ObservedProfile>,
}

/// How often one profile was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObservedProfile {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
    /// How often it was seen.
    pub count: u32,
    /// Of all that were seen, as a whole percentage; the profiles' add up to 100.
    pub percent: u32,
}

impl Session {
    pub(super) fn observed_summary(&self) -> Option<ObservedSummary> {
        let shares = self.observed().kept()?;
        let profiles = self.deck().typology.profiles.iter().zip(shares);
        Some(ObservedSummary {
            total: self.observed().total(),
            profiles: profiles
                .map(|(profile, share)| ObservedProfile {
                    id: profile.id.clone(),
                    name: profile.name.clone(),
                    bird: profile.bird.clone(),
                    count: share.count,
                    percent: share.percent,
                })
                .collect(),
        })
    }
}
