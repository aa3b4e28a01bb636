//! What the presenter has decided about the texts of a poll.

/// What the presenter has decided about the texts of a poll. Nothing yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moderation {}

/// One decision of the presenter about the texts of a poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {}
