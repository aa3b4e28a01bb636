//! What somebody at the desk saw in the room, beside what was voted.

use gazouillis_core::session::Seen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The observed counts, where the presenter shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ObservedView {
    /// How many were seen in all.
    pub total: u32,
    /// The profiles in display order.
    pub profiles: Vec<ObservedShare>,
}

/// How often one profile was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ObservedShare {
    /// The profile's id; its name and bird are in the deck.
    pub id: String,
    /// How often it was seen.
    pub count: u32,
    /// Of all that were seen, as a whole percentage; the profiles' add up to 100.
    pub percent: u32,
}

/// The observed counts as the presenter sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ConsoleObserved {
    /// How many were seen of each profile, in the order of the deck.
    pub counts: Vec<u32>,
    /// Whether the room is shown them beside the votes.
    pub shown: bool,
}

/// `POST /control/observed`: one tap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObserveRequest {
    /// The profile's id.
    pub profile: String,
    /// One more, or one less.
    pub seen: Seen,
    /// The page it was tapped on: a number drawn when the page was opened.
    pub desk: u32,
    /// Counts the taps of that page: the same one again, or an earlier one, counts nothing.
    pub number: u32,
}

/// `POST /control/observed/shown`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowObservedRequest {
    /// Whether the room is shown the observed counts beside the votes.
    pub shown: bool,
}
