//! Typed text made safe to show and fair to count.
//!
//! A phone may send anything: control characters that a projector obeys, letters that turn the line around, marks that climb
//! over the slide, blanks that hide a word from a filter (THREATS.md, line 5). What comes out of [`line`] and [`paragraphs`]
//! has none of it: Unicode's normal form C, no control, bidi or zero-width character except inside an emoji, at most
//! [`MOST_MARKS`] marks above and below a letter, blanks that can be seen, and a length that was asked for.
//!
//! Cleaning twice is cleaning once: one pass is repeated until it changes nothing.

mod blanks;
mod emoji;
mod invisible;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use blanks::Lines;
pub(crate) use emoji::{is_emoji, is_skin};
pub use invisible::MOST_MARKS;

/// The most characters that count as one: the longest emoji in use has ten (two people, their skins, a heart and a kiss).
const MOST_IN_ONE: usize = 10;

/// Why nothing can be shown of what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing visible is left.
    #[error("nothing that can be read")]
    Empty,
    /// There is more than was asked for.
    #[error("{length} characters, at most {most}")]
    TooLong {
        /// How long it is, in [`length`]'s characters.
        length: usize,
        /// How long it may be.
        most: usize,
    },
}

/// A word or a single line: every line break becomes a blank.
///
/// # Errors
/// When nothing visible is left, or more than `most` characters as people count them.
pub fn line(raw: &str, most: usize) -> Result<String, Unreadable> {
    clean(raw, Lines::One, most)
}

/// A text of several lines, with at most one empty line between two.
///
/// # Errors
/// When nothing visible is left, or more than `most` characters as people count them.
pub fn paragraphs(raw: &str, most: usize) -> Result<String, Unreadable> {
    clean(raw, Lines::Many, most)
}

/// How many characters a person would count: grapheme clusters, so an emoji of seven code points is one.
///
/// A cluster can be made endless (Korean letters that never end a syllable); from [`MOST_IN_ONE`] code points on it counts as
/// several.
#[must_use]
pub fn length(text: &str) -> usize {
    text.graphemes(true)
        .map(|grapheme| grapheme.chars().count().div_ceil(MOST_IN_ONE))
        .sum()
}

fn clean(raw: &str, lines: Lines, most: usize) -> Result<String, Unreadable> {
    let mut text = pass(&raw.replace("\r\n", "\n"), lines);
    loop {
        let again = pass(&text, lines);
        if again == text {
            break;
        }
        text = again;
    }
    match length(&text) {
        0 => Err(Unreadable::Empty),
        length if length > most => Err(Unreadable::TooLong { length, most }),
        _ => Ok(text),
    }
}

/// One pass. What follows a step may undo what it did (a mark taken away lets two letters meet), hence the loop above; after
/// the first pass each one that changes anything makes the text shorter, so the loop ends.
fn pass(text: &str, lines: Lines) -> String {
    let blank = text.chars().map(blanks::plain);
    let seen = invisible::removed(blank);
    let composed: Vec<char> = seen.into_iter().nfc().collect();
    blanks::collapsed(invisible::marks_capped(composed), lines)
}

#[cfg(test)]
mod tests;
