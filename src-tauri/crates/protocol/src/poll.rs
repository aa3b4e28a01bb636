//! What all roles see of a poll.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The kind of a poll, which decides the shape of its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PollKindName {
    /// One option: `{"choice": id}`.
    Single,
    /// Several options: `{"choices": [id, …]}`.
    Multiple,
    /// One option, some of which are right: `{"choice": id}`.
    Quiz,
}

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

/// One option, without its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct OptionView {
    /// Names the option in a ballot.
    pub id: String,
    /// The words.
    pub text: String,
}

/// One bar of a poll's results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Bar {
    /// The option's id.
    pub id: String,
    /// Ballots that name it.
    pub count: u32,
    /// Share of the ballots, as a whole percentage.
    pub percent: u32,
}

/// The counts of a poll, in the order of its options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ResultsView {
    /// Ballots counted.
    pub ballots: u32,
    /// One bar per option.
    pub bars: Vec<Bar>,
}
