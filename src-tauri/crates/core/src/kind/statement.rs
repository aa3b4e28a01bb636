//! The statements that a scale and a plane ask about one by one.

use serde::{Deserialize, Serialize};

use super::InvalidAnswer;

/// The most statements of one question: as many as a slide and a phone's screen can show.
pub const MAX_STATEMENTS: usize = 8;

/// The fewest and the most points of a scale, or of one axis of a plane.
pub const SCALE_POINTS: std::ops::RangeInclusive<u8> = 2..=11;

/// One thing that people are asked to place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Statement {
    /// Unique in the poll.
    pub id: String,
    /// The words; empty for a question that is itself the one statement.
    pub text: String,
    /// Points given to profiles: (index into the typology's profiles, the points of each value from the low end on).
    #[serde(default)]
    pub scores: Vec<(usize, Vec<u32>)>,
}

/// One statement as everybody sees it, without its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct StatementView {
    /// Names the statement in an answer.
    pub id: String,
    /// The words; empty for a question that is itself the one statement.
    pub text: String,
}

/// The first value of a scale: values count from 1, but from 0 where there are eleven, as everybody expects of 0 to 10.
#[must_use]
pub fn first_value(points: u8) -> u8 {
    u8::from(points < *SCALE_POINTS.end())
}

/// The statements as everybody sees them, in the poll's order.
#[must_use]
pub(super) fn views(statements: &[Statement]) -> Vec<StatementView> {
    let view = |statement: &Statement| StatementView {
        id: statement.id.clone(),
        text: statement.text.clone(),
    };
    statements.iter().map(view).collect()
}

/// The statements as far as everybody sees them: without what they give.
pub(super) fn seen(views: &[StatementView]) -> Vec<Statement> {
    let statement = |view: &StatementView| Statement {
        id: view.id.clone(),
        text: view.text.clone(),
        scores: Vec::new(),
    };
    views.iter().map(statement).collect()
}

/// What an answer says of each statement, in the poll's order; `None` where a statement is skipped.
pub(super) fn placed<Given, Kept>(
    statements: &[Statement],
    given: impl IntoIterator<Item = (impl AsRef<str>, Given)>,
    read: impl Fn(Given) -> Result<Kept, InvalidAnswer>,
) -> Result<Vec<Option<Kept>>, InvalidAnswer> {
    let mut placed: Vec<Option<Kept>> = statements.iter().map(|_| None).collect();
    let mut empty = true;
    for (id, value) in given {
        let id = id.as_ref();
        let index = statements.iter().position(|statement| statement.id == id);
        let index = index.ok_or_else(|| InvalidAnswer::UnknownOption(id.to_owned()))?;
        placed[index] = Some(read(value)?);
        empty = false;
    }
    if empty { Err(InvalidAnswer::Empty) } else { Ok(placed) }
}

/// The value, when a scale of so many points has it.
pub(super) fn on_scale(value: u8, points: u8) -> Result<u8, InvalidAnswer> {
    let (low, high) = (first_value(points), first_value(points) + points - 1);
    if (low..=high).contains(&value) {
        Ok(value)
    } else {
        Err(InvalidAnswer::OutOfRange {
            low: low.to_string(),
            high: high.to_string(),
        })
    }
}
