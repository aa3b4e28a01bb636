//! What a phone sends, and why it may not fit its question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// An answer as it travels: tagged by its shape, because several kinds of question take answers of the same shape. Unknown
/// fields are refused. The forms of version 0.1 without a tag, `{"choice": …}` and `{"choices": […]}`, are still read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case", from = "Received")]
#[cfg_attr(feature = "describe", ts(optional_fields))]
pub enum Answer {
    /// One option, for single choice and a quiz with one answer.
    Choice {
        /// The option's id.
        choice: String,
        /// For a quiz that asks: whether the person is sure.
        #[serde(skip_serializing_if = "Option::is_none")]
        sure: Option<bool>,
    },
    /// Several options, for multiple choice and a quiz with several answers.
    Choices {
        /// The options' ids, in any order.
        choices: Vec<String>,
        /// Words of one's own beside them, where the question takes such.
        #[serde(skip_serializing_if = "Option::is_none")]
        other: Option<String>,
        /// For a quiz that asks: whether the person is sure.
        #[serde(skip_serializing_if = "Option::is_none")]
        sure: Option<bool>,
    },
    /// Words of one's own instead of an option, where the question takes such.
    Other {
        /// The words.
        other: String,
    },
    /// No opinion, where the question offers that.
    NoOpinion {},
    /// A value for each statement of a scale; statements that are left out are skipped.
    Scale {
        /// Value by the statement's id.
        values: BTreeMap<String, u8>,
    },
    /// A place for each statement on two axes; statements that are left out are skipped.
    Plane {
        /// Place by the statement's id.
        points: BTreeMap<String, PlanePoint>,
    },
    /// A number.
    Number {
        /// The number, in the question's unit.
        value: f64,
    },
    /// Options from the first to the last.
    Ranking {
        /// The options' ids, best first.
        order: Vec<String>,
    },
    /// Points shared out over options.
    Points {
        /// Points by the option's id; options that are left out get none.
        points: BTreeMap<String, u32>,
    },
    /// A few words.
    Words {
        /// The words, in any order.
        words: Vec<String>,
    },
    /// A text.
    Text {
        /// The text.
        text: String,
    },
    /// A tweet that is never posted.
    Tweet {
        /// The text.
        text: String,
    },
    /// A place on a picture.
    Pin {
        /// From 0 at the left edge to 1 at the right one.
        x: f64,
        /// From 0 at the top to 1 at the bottom.
        y: f64,
    },
    /// Pairs that belong together.
    Match {
        /// The id on the right by the id on the left.
        pairs: BTreeMap<String, String>,
    },
    /// Words for the gaps of a sentence.
    Blanks {
        /// For each gap in its order, the word's id.
        words: Vec<String>,
    },
}

impl Answer {
    /// One option.
    pub fn choice(id: impl Into<String>) -> Self {
        Self::Choice {
            choice: id.into(),
            sure: None,
        }
    }

    /// Several options.
    pub fn choices<I: Into<String>>(ids: impl IntoIterator<Item = I>) -> Self {
        Self::Choices {
            choices: ids.into_iter().map(Into::into).collect(),
            other: None,
            sure: None,
        }
    }
}

/// A place between the ends of two axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanePoint {
    /// The value on the axis across.
    pub x: u8,
    /// The value on the axis upwards.
    pub y: u8,
}

/// An answer as it arrives, in a form of this version or of the first.
#[derive(Deserialize)]
#[serde(untagged)]
enum Received {
    Tagged(Tagged),
    First(First),
}

/// The forms of version 0.1.
#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum First {
    Choice { choice: String },
    Choices { choices: Vec<String> },
}

/// The forms of this version; the fields are those of [`Answer`].
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Tagged {
    Choice {
        choice: String,
        sure: Option<bool>,
    },
    Choices {
        choices: Vec<String>,
        other: Option<String>,
        sure: Option<bool>,
    },
    Other {
        other: String,
    },
    NoOpinion {},
    Scale {
        values: BTreeMap<String, u8>,
    },
    Plane {
        points: BTreeMap<String, PlanePoint>,
    },
    Number {
        value: f64,
    },
    Ranking {
        order: Vec<String>,
    },
    Points {
        points: BTreeMap<String, u32>,
    },
    Words {
        words: Vec<String>,
    },
    Text {
        text: String,
    },
    Tweet {
        text: String,
    },
    Pin {
        x: f64,
        y: f64,
    },
    Match {
        pairs: BTreeMap<String, String>,
    },
    Blanks {
        words: Vec<String>,
    },
}

impl From<Received> for Answer {
    fn from(received: Received) -> Self {
        let tagged = match received {
            Received::First(First::Choice { choice }) => Tagged::Choice { choice, sure: None },
            Received::First(First::Choices { choices }) => Tagged::Choices {
                choices,
                other: None,
                sure: None,
            },
            Received::Tagged(tagged) => tagged,
        };
        match tagged {
            Tagged::Choice { choice, sure } => Self::Choice { choice, sure },
            Tagged::Choices { choices, other, sure } => Self::Choices { choices, other, sure },
            Tagged::Other { other } => Self::Other { other },
            Tagged::NoOpinion {} => Self::NoOpinion {},
            Tagged::Scale { values } => Self::Scale { values },
            Tagged::Plane { points } => Self::Plane { points },
            Tagged::Number { value } => Self::Number { value },
            Tagged::Ranking { order } => Self::Ranking { order },
            Tagged::Points { points } => Self::Points { points },
            Tagged::Words { words } => Self::Words { words },
            Tagged::Text { text } => Self::Text { text },
            Tagged::Tweet { text } => Self::Tweet { text },
            Tagged::Pin { x, y } => Self::Pin { x, y },
            Tagged::Match { pairs } => Self::Match { pairs },
            Tagged::Blanks { words } => Self::Blanks { words },
        }
    }
}

/// Why an answer does not fit its question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAnswer {
    /// An option, statement, word or picture's region that the question does not have.
    #[error("the poll has no option “{0}”")]
    UnknownOption(String),
    /// The answer is for another kind of question.
    #[error("this kind of answer does not fit this poll")]
    WrongKind,
    /// Nothing at all.
    #[error("the answer says nothing")]
    Empty,
    /// More than allowed: options, words, pairs.
    #[error("at most {max} may be named")]
    TooMany {
        /// The most there may be.
        max: usize,
    },
    /// Fewer than asked for.
    #[error("at least {min} have to be named")]
    TooFew {
        /// The fewest there may be.
        min: usize,
    },
    /// The same option twice.
    #[error("“{0}” is named twice")]
    Repeated(String),
    /// A value outside of what the question accepts.
    #[error("a value has to be from {low} to {high}")]
    OutOfRange {
        /// The smallest value, as it is written.
        low: String,
        /// The largest value, as it is written.
        high: String,
    },
    /// A number between two that the question accepts.
    #[error("numbers have to be {step} apart")]
    OffStep {
        /// How far they are apart, as it is written.
        step: String,
    },
    /// Points that do not add up.
    #[error("the points have to add up to {total}")]
    WrongSum {
        /// What they have to add up to.
        total: u32,
    },
    /// A text longer than allowed, in characters as people count them.
    #[error("a text may have at most {max} characters")]
    TooLong {
        /// The most characters.
        max: usize,
    },
}
