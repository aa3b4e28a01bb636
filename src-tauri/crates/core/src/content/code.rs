//! Code on a slide: its lines, what each word of them is, and which lines are pointed at.

use serde::{Deserialize, Serialize};

/// What a word of some code is. A page has a colour for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CodeClass {
    /// A word of the language itself.
    Keyword,
    /// A text between quotes.
    String,
    /// A number, true and false, or what is escaped in a text.
    Value,
    /// What is written for people.
    Comment,
    /// The name of what is called or made to be called.
    Function,
    /// The name of a type.
    Type,
    /// The name of an element, or a key.
    Tag,
    /// The name of an attribute.
    Attribute,
    /// Marks between words.
    Punctuation,
    /// A line that a change adds.
    Inserted,
    /// A line that a change takes away.
    Deleted,
}

/// Some letters of a line that are one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct CodeSpan {
    /// What they are; nothing in particular when `None`.
    pub class: Option<CodeClass>,
    /// The letters.
    pub text: String,
}

/// Lines that are pointed at from a step on, until the next mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct CodeMark {
    /// The slide's step from which they are; 0 is at once.
    pub step: u16,
    /// The first and the last line of each stretch, counted from 1. None at all points at nothing.
    pub lines: Vec<(u16, u16)>,
}
