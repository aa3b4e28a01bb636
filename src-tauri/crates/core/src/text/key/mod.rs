//! Under which key a word of a cloud is counted.

mod plural;

use super::clean::is_skin;
use super::fold::fold;

/// Signs that people put around a word and that say nothing about it. What programmers write after a letter (`C++`, `C#`)
/// does, so only what stands before a word is taken from these.
const AROUND: &[char] = &[
    '.', ',', ';', ':', '!', '?', '…', '¡', '¿', '"', '\'', '“', '”', '„', '«', '»', '(', ')', '[', ']', '{', '}', '*',
    '_', '~', '-', ' ', '\u{A0}', '\u{202F}',
];
const BEFORE: &[char] = &['#', '@', '&', '/'];

/// The key under which spellings of one word are counted together, never shown: no case, no accent, no plural, one kind of
/// apostrophe, a blank for every hyphen. A word made of signs alone is its own key.
///
/// ```
/// use gazouillis_core::text::key;
/// assert_eq!(key("Réseaux-sociaux"), key("réseau social"));
/// assert_eq!(key("#Veille"), key("veille !"));
/// assert_ne!(key("cours"), key("cour"));
/// ```
#[must_use]
pub fn key(word: &str) -> String {
    let folded: String = fold(word).chars().filter(|letter| !is_skin(*letter)).collect();
    let core = folded.trim_matches(AROUND).trim_start_matches(BEFORE);
    let spaced = core.replace('-', " ");
    let tokens = spaced.split_whitespace().map(plural::singular);
    let key = tokens.collect::<Vec<_>>().join(" ");
    if key.is_empty() { word.to_lowercase() } else { key }
}

#[cfg(test)]
mod tests;
