//! Words that must not leave the company, found without telling phones which they are.

use std::ops::Range;

use crate::text::fold::fold;
use crate::text::words::words;

/// The most words that one confidential phrase has.
pub const WIDEST: usize = 4;

/// Shorter words end in an s or x of their own.
const SHORTEST_PLURAL: usize = 4;

/// What a phone gets instead of a confidential word: a number by which it knows the word when somebody types it.
///
/// FNV-1a of 32 bits (<https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>) over the code points of the words without case,
/// accents, plural and what stands between them. It hides the word from a glance at the page, not from somebody who tries
/// all words of a dictionary.
#[must_use]
pub fn print(phrase: &str) -> u32 {
    let print = |hash: u32, letter: char| (hash ^ u32::from(letter)).wrapping_mul(16_777_619);
    together(phrase).chars().fold(2_166_136_261, print)
}

/// Where confidential phrases stand in a text, and which: as a word or a row of words, in any case and number, also written
/// together as in a hashtag. Of two that begin at the same word the longer one is told.
pub(super) fn found(phrases: &[String], text: &str) -> Vec<(Range<usize>, usize)> {
    let phrases: Vec<String> = phrases.iter().map(|phrase| together(phrase)).collect();
    if phrases.is_empty() {
        return Vec::new();
    }
    let written: Vec<(Range<usize>, String)> = words(text).map(|(range, word)| (range, bare(word))).collect();
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    for first in 0..written.len() {
        let row = &written[first..written.len().min(first + WIDEST)];
        let free = found.last().is_none_or(|(last, _)| last.end <= row[0].0.start);
        let leak = (1..=row.len()).rev().find_map(|count| {
            let joined: String = row[..count].iter().map(|(_, word)| word.as_str()).collect();
            let phrase = phrases
                .iter()
                .position(|phrase| *phrase == joined && !joined.is_empty())?;
            Some((row[0].0.start..row[count - 1].0.end, phrase))
        });
        found.extend(leak.filter(|_| free));
    }
    found
}

/// The words of a phrase in one.
fn together(phrase: &str) -> String {
    words(phrase).map(|(_, word)| bare(word)).collect()
}

/// A word without case, accents and a plural's last letter.
fn bare(word: &str) -> String {
    let mut folded = fold(word);
    if folded.chars().count() >= SHORTEST_PLURAL && folded.ends_with(['s', 'x']) {
        folded.pop();
    }
    folded
}
