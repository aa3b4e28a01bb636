//! What all roles see of a poll.

use gazouillis_core::Figures;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// Whether a poll takes ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PollState {
    /// Not asked yet.
    Pending,
    /// Takes ballots.
    Open,
    /// Takes no more ballots.
    Closed,
}

/// What is told of a poll's answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ResultsView {
    /// Ballots counted.
    pub ballots: u32,
    /// What they say.
    pub figures: Figures,
}
