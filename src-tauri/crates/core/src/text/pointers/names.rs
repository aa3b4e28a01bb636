//! Names after a title.

use std::ops::Range;

use super::{Pointer, PointerKind};
use crate::text::words::words;

/// What stands before a name, as it is written in the middle of a sentence.
const TITLES: [&str; 18] = [
    "M",
    "MM",
    "Mr",
    "Mme",
    "Mmes",
    "Mlle",
    "Monsieur",
    "Madame",
    "Mademoiselle",
    "Messieurs",
    "Mesdames",
    "Dr",
    "Docteur",
    "Pr",
    "Professeur",
    "Mrs",
    "Ms",
    "Miss",
];

/// A title of so many letters is written with a point; after a longer one the sentence ends.
const ABBREVIATED: usize = 3;

/// What may stand between the parts of a name.
const PARTICLES: [&str; 10] = ["de", "du", "des", "d", "la", "le", "van", "von", "der", "el"];

/// More words are no name any more.
const MOST_WORDS: usize = 5;

/// Names: a title, then words with a capital, with particles between them.
pub(super) fn names(text: &str) -> Vec<Pointer> {
    let words: Vec<(Range<usize>, &str)> = words(text).collect();
    let mut found = Vec::new();
    for (index, (title, word)) in words.iter().enumerate() {
        if !is_title(word) {
            continue;
        }
        let name = name_after(text, title, &words[index + 1..]);
        if let Some(end) = name {
            found.push(Pointer {
                kind: PointerKind::Name,
                range: title.start..end,
            });
        }
    }
    found
}

/// A title, also without its capital (« madame Durand ») when it is more than a letter or two.
fn is_title(word: &str) -> bool {
    let long = word.chars().count() >= 3;
    TITLES
        .iter()
        .any(|title| *title == word || (long && word.to_lowercase() == title.to_lowercase()))
}

/// Where the name ends that begins after a title.
fn name_after(text: &str, title: &Range<usize>, words: &[(Range<usize>, &str)]) -> Option<usize> {
    let abbreviated = title.len() <= ABBREVIATED;
    let mut before = title.end;
    let mut end = None;
    for (range, word) in words.iter().take(MOST_WORDS) {
        let may_end_in_point = abbreviated && before == title.end;
        if !is_near(&text[before..range.start], may_end_in_point) {
            break;
        }
        before = range.end;
        if is_capitalised(word) {
            end = Some(range.end);
        } else if !PARTICLES.contains(&word.to_lowercase().as_str()) {
            break;
        }
    }
    end
}

/// Whether only what stands inside a name is between two words; after an abbreviation also its point.
fn is_near(between: &str, abbreviation: bool) -> bool {
    let inside = |letter: char| letter.is_whitespace() && letter != '\n' || matches!(letter, '-' | '\'' | '’');
    let between = if abbreviation {
        between.strip_prefix('.').unwrap_or(between)
    } else {
        between
    };
    between.chars().all(inside)
}

fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
