//! What the presenter has decided about the texts of a poll.

use super::Record;

/// What the presenter has decided about the texts of a poll. Nothing yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moderation {}

/// One decision of the presenter about the texts of a poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {}

impl Moderation {
    /// Takes a decision in.
    pub fn apply(&mut self, act: &Act) {
        match *act {}
    }
}

impl Act {
    /// The decision's number in the log, and the decision as it is kept. A number that was ever released is never given to
    /// another.
    #[must_use]
    pub fn record(&self) -> (u8, Record) {
        match *self {}
    }

    /// The decision that was kept; `None` when this program has never written such.
    #[must_use]
    pub fn from_record(_tag: u8, _record: &Record) -> Option<Self> {
        None
    }
}
