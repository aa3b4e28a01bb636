//! The simple ways in which people hide a word from a list.

use std::ops::Range;

use super::list;
use crate::text::fold::fold;

/// What stands for a letter. A 1 may be two.
const LOOKS_LIKE: [(char, char); 11] = [
    ('0', 'o'),
    ('1', 'i'),
    ('3', 'e'),
    ('4', 'a'),
    ('5', 's'),
    ('7', 't'),
    ('8', 'b'),
    ('@', 'a'),
    ('$', 's'),
    ('€', 'e'),
    ('!', 'i'),
];

/// What people put between letters.
const BETWEEN: &[char] = &['.', '-', '_', '·', '/', '|', '+', '~', ','];

/// Fewer letters in a row, each a word of its own, are an abbreviation.
const SPELLED_OUT: usize = 3;

/// Letters that stand alone, one after another: `p u t e`, `c.o.n`.
pub(super) fn spelled_out(tokens: &[(Range<usize>, String)]) -> Vec<Range<usize>> {
    tokens
        .chunk_by(|(_, one), (_, other)| is_single(one) && is_single(other))
        .filter(|run| run.len() >= SPELLED_OUT)
        .filter(|run| list::holds(&run.iter().map(|(_, letter)| letter.as_str()).collect::<String>()))
        .map(|run| run[0].0.start..run[run.len() - 1].0.end)
        .collect()
}

fn is_single(word: &str) -> bool {
    word.chars().count() == 1
}

/// Words with digits, signs or stars where letters should be, or with signs between the letters.
pub(super) fn disguised(text: &str) -> Vec<Range<usize>> {
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '\'' | '’');
    let mut found = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(ends) {
        let word = part.trim_start_matches(|letter: char| !stands_for_letter(letter));
        let start = at + part.len() - word.len();
        at += part.len();
        let word = word.trim_end_matches(|letter: char| !stands_for_letter(letter) && letter != '*');
        if is_disguised(&fold(word)) {
            found.push(start..start + word.len());
        }
    }
    found
}

/// Whether a sign at the edge of a word belongs to it.
fn stands_for_letter(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '@' | '$')
}

fn is_disguised(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let stars = word.chars().filter(|letter| *letter == '*').count();
    if letters == 0 || digits > letters || word.chars().count() == letters {
        return false;
    }
    let joined: String = word
        .chars()
        .filter(|letter| !BETWEEN.contains(letter))
        .map(letter_of)
        .collect();
    let with_l = word.contains('1').then(|| undisguised_with_l(word));
    list::holds(&joined)
        || with_l.is_some_and(|word| list::holds(&word))
        || (stars > 0 && stars <= letters && word.starts_with(char::is_alphabetic) && list::fits(word))
}

fn undisguised_with_l(word: &str) -> String {
    let letters = word.chars().filter(|letter| !BETWEEN.contains(letter));
    letters
        .map(|letter| if letter == '1' { 'l' } else { letter_of(letter) })
        .collect()
}

fn letter_of(sign: char) -> char {
    let known = LOOKS_LIKE.iter().find(|(looks, _)| *looks == sign);
    known.map_or(sign, |(_, letter)| *letter)
}
