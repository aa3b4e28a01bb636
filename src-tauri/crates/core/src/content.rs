//! What is written on a slide: a small tree of blocks and inlines, and nothing executable.
//!
//! The stage receives this tree as it is, so its serialised form is part of the wire protocol. There is deliberately no
//! variant for raw HTML.

mod code;
mod formula;

use serde::{Deserialize, Serialize};

pub use code::{CodeClass, CodeMark, CodeSpan};
pub use formula::{Formula, FormulaAttribute, FormulaElement, FormulaNode, FormulaStyle};

/// A run of text with one look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Inline {
    /// Plain text.
    Text {
        /// The characters.
        text: String,
    },
    /// Strong emphasis.
    Strong {
        /// What is emphasised.
        #[cfg_attr(feature = "describe", schema(no_recursion))]
        children: Vec<Inline>,
    },
    /// Light emphasis.
    Emphasis {
        /// What is emphasised.
        #[cfg_attr(feature = "describe", schema(no_recursion))]
        children: Vec<Inline>,
    },
    /// Literal text, in the fixed-width face.
    Code {
        /// The characters.
        text: String,
    },
    /// An address that is shown, never fetched.
    Link {
        /// Where it points.
        href: String,
        /// What is shown.
        #[cfg_attr(feature = "describe", schema(no_recursion))]
        children: Vec<Inline>,
    },
    /// A formula among words.
    Formula {
        /// The formula.
        formula: Formula,
    },
    /// A line break the author asked for.
    Break,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct ListItem {
    /// The slide's step from which the item is shown; 0 is at once.
    pub step: u16,
    /// The item's content.
    #[cfg_attr(feature = "describe", schema(no_recursion))]
    pub blocks: Vec<Block>,
}

/// A part of a slide, top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// A heading below the slide's title: level 2 or 3, or a further level 1.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The words.
        inlines: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        inlines: Vec<Inline>,
    },
    /// A list, numbered when `ordered`.
    List {
        /// Whether items are numbered from 1.
        ordered: bool,
        /// The items.
        #[cfg_attr(feature = "describe", schema(no_recursion))]
        items: Vec<ListItem>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        #[cfg_attr(feature = "describe", schema(no_recursion))]
        blocks: Vec<Block>,
    },
    /// Preformatted text.
    Code {
        /// The language named after the fence; empty when none.
        language: String,
        /// The lines, as they are written.
        text: String,
        /// The lines, each word with what it is. A deck that an older version stored has none.
        #[serde(default)]
        lines: Vec<Vec<CodeSpan>>,
        /// Whether lines have numbers.
        #[serde(default)]
        numbered: bool,
        /// The lines pointed at, in the order of their steps.
        #[serde(default)]
        marks: Vec<CodeMark>,
    },
    /// A formula by itself.
    Formula {
        /// The formula.
        formula: Formula,
    },
    /// A picture of the talk's folder.
    Image {
        /// Path relative to the talk's folder, with forward slashes.
        src: String,
        /// What a person who does not see it is told.
        alt: String,
    },
    /// A video of the talk's folder, without its sound.
    Video {
        /// Path relative to the talk's folder, with forward slashes.
        src: String,
        /// What a person who does not see it is told.
        alt: String,
        /// The picture that stands until it plays, a path as `src`; without one its first frame does.
        poster: Option<String>,
        /// The slide's step from which it plays; 0 is at once.
        step: u16,
    },
    /// A table.
    Table {
        /// Header cells.
        head: Vec<Vec<Inline>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
        /// How each column is aligned. A deck that an older version stored does not say.
        #[serde(default)]
        align: Vec<ColumnAlign>,
    },
    /// A drawn, invented tweet.
    Tweet {
        /// The tweet.
        tweet: Tweet,
    },
}

/// How the column of a table is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ColumnAlign {
    /// Where lines begin.
    Start,
    /// In the middle.
    Center,
    /// Where lines end, as figures like to be.
    End,
}

/// An invented tweet, drawn by the stage, explained piece by piece by its callouts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Tweet {
    /// The display name.
    pub name: String,
    /// The address, with its `@`.
    pub handle: String,
    /// A bird id shown as portrait; `None` draws initials.
    pub avatar: Option<String>,
    /// The words.
    pub text: String,
    /// The time as written, e.g. `9 h 12 · 4 févr.`.
    pub time: Option<String>,
    /// Replies, when shown.
    pub replies: Option<u32>,
    /// Retweets, when shown.
    pub retweets: Option<u32>,
    /// Likes, when shown.
    pub likes: Option<u32>,
    /// A quoted tweet.
    pub quoted: Option<QuotedTweet>,
    /// Explanations that appear one after another.
    pub callouts: Vec<Callout>,
}

/// The tweet inside a tweet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct QuotedTweet {
    /// The display name.
    pub name: String,
    /// The address, with its `@`.
    pub handle: String,
    /// The words.
    pub text: String,
}

/// A part of a tweet that a callout can point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TweetPart {
    /// The portrait.
    Avatar,
    /// The display name.
    Name,
    /// The address.
    Handle,
    /// The words.
    Text,
    /// A mention in the words.
    Mention,
    /// A hashtag in the words.
    Hashtag,
    /// A link in the words.
    Link,
    /// The time.
    Time,
    /// The reply count.
    Replies,
    /// The retweet count.
    Retweets,
    /// The like count.
    Likes,
    /// The quoted tweet.
    Quoted,
}

/// One explanation of one part of a tweet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Callout {
    /// What it points at.
    pub part: TweetPart,
    /// What it says.
    pub text: String,
    /// The slide's step from which it is shown.
    pub step: u16,
}

/// The words of some inlines, without their look.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text: words } | Inline::Code { text: words } => text.push_str(words),
            Inline::Strong { children } | Inline::Emphasis { children } | Inline::Link { children, .. } => {
                text.push_str(&plain_text(children));
            }
            Inline::Formula { formula } => text.push_str(&formula.tex),
            Inline::Break => text.push(' '),
        }
    }
    text
}
