//! What pairs to match and gaps to fill share: words that are put in places.

use serde::{Deserialize, Serialize};

use crate::share;

/// Words that may be put in a place, or beside which something may be put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Item {
    /// Names them in an answer.
    pub id: String,
    /// The words.
    pub text: String,
}

/// How often something was put in a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Placed {
    /// What was put there: an [`Item`]'s id.
    pub id: String,
    /// Ballots that put it there.
    pub count: u32,
    /// Their share as a whole percentage; those of one place add up to 100.
    pub percent: u32,
}

/// What is said of each place with the right answer, empty where nothing is; no list where nothing is said of any.
pub(super) fn notes<'a>(notes: impl Iterator<Item = &'a Option<String>>) -> Vec<String> {
    let notes: Vec<String> = notes.map(|note| note.clone().unwrap_or_default()).collect();
    if notes.iter().all(String::is_empty) {
        Vec::new()
    } else {
        notes
    }
}

/// The indices of texts in an order that says nothing of where they belong: numbers by size, then words by the alphabet. A talk
/// names the right ones in their order, which nobody is to see.
pub(super) fn order<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    let texts: Vec<(Option<u64>, String)> = texts
        .into_iter()
        .map(|text| (number(text), text.to_lowercase()))
        .collect();
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|&index| {
        let (number, words) = &texts[index];
        (number.is_none(), *number, words)
    });
    order
}

/// The number with which a text begins, the spaces between thousands left out.
fn number(text: &str) -> Option<u64> {
    let is_space = |letter: char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}');
    let digits = text
        .chars()
        .filter(|letter| !is_space(*letter))
        .take_while(char::is_ascii_digit);
    digits.collect::<String>().parse().ok()
}

/// The id of what stands in a place of that order: a letter, so that it says no more than the order does.
pub(super) fn letter(place: usize) -> String {
    char::from(b'a' + place as u8).to_string()
}

/// The place that a letter names.
pub(super) fn place(letter: &str) -> Option<usize> {
    match letter.as_bytes() {
        [byte @ b'a'..=b'z'] => Some(usize::from(byte - b'a')),
        _ => None,
    }
}

/// The items whose texts stand in this order.
pub(super) fn items<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Item> {
    let item = |(place, text): (usize, &str)| Item {
        id: letter(place),
        text: text.to_owned(),
    };
    texts.into_iter().enumerate().map(item).collect()
}

/// What is told of one place: (id, ballots) of everything that may be put there.
pub(super) fn told(counts: Vec<(String, u32)>) -> Vec<Placed> {
    let parts: Vec<u64> = counts.iter().map(|(_, count)| u64::from(*count)).collect();
    let counts = counts.into_iter().zip(share::percentages(&parts));
    let placed = |((id, count), percent)| Placed { id, count, percent };
    counts.map(placed).collect()
}
