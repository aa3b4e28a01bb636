//! What is taken away because nobody sees it, or everybody sees too much of it.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

use super::{blanks, emoji};

/// Marks that one letter may carry. Vietnamese and Hebrew need three; "zalgo" carries dozens.
pub const MOST_MARKS: usize = 4;

/// Letters and marks that draw nothing though their category says they do (Unicode's `Default_Ignorable_Code_Point`, and
/// the sign that stands for an attached object, which dictation leaves behind).
const UNSEEN: [std::ops::RangeInclusive<char>; 11] = [
    '\u{34F}'..='\u{34F}',
    '\u{115F}'..='\u{1160}',
    '\u{17B4}'..='\u{17B5}',
    '\u{180B}'..='\u{180F}',
    '\u{2065}'..='\u{2065}',
    '\u{3164}'..='\u{3164}',
    '\u{FE00}'..='\u{FE0F}',
    '\u{FFA0}'..='\u{FFA0}',
    '\u{FFF0}'..='\u{FFF8}',
    '\u{FFFC}'..='\u{FFFC}',
    '\u{E0000}'..='\u{E0FFF}',
];

/// Removes every character that is not seen, except where it holds an emoji together.
pub(super) fn removed(letters: impl Iterator<Item = char>) -> Vec<char> {
    let letters: Vec<char> = letters.collect();
    let mut kept = Vec::with_capacity(letters.len());
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let flag = emoji::spelled_flag(&letters[at..]);
        if flag > 0 {
            kept.extend(&letters[at..at + flag]);
            at += flag;
            continue;
        }
        at += 1;
        if !is_unseen(letter) || emoji::holds_together(&kept, letter, next_seen(&letters[at..])) {
            kept.push(letter);
        }
    }
    kept
}

/// The next character that will be kept whatever stands before it.
fn next_seen(letters: &[char]) -> Option<char> {
    letters.iter().copied().find(|letter| !is_unseen(*letter))
}

/// Whether a character is not seen, or stands for nothing that others could read.
fn is_unseen(letter: char) -> bool {
    match letter.general_category() {
        GeneralCategory::Control => letter != '\n',
        GeneralCategory::Format | GeneralCategory::PrivateUse | GeneralCategory::Surrogate => true,
        // What the tables do not know yet may be an emoji of next year; what can never be a character is none.
        GeneralCategory::Unassigned => is_no_character(letter) || is_listed(letter),
        _ => is_listed(letter),
    }
}

fn is_listed(letter: char) -> bool {
    UNSEEN.iter().any(|range| range.contains(&letter))
}

fn is_no_character(letter: char) -> bool {
    let code = u32::from(letter);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// Leaves each letter its first [`MOST_MARKS`] marks, and none to a mark that stands on nothing.
pub(super) fn marks_capped(letters: Vec<char>) -> Vec<char> {
    let mut kept: Vec<char> = Vec::with_capacity(letters.len());
    let mut room = 0;
    for letter in letters {
        if !is_mark(letter) {
            room = if blanks::is_blank(letter) { 0 } else { MOST_MARKS };
        } else if room == 0 {
            continue;
        } else {
            room -= 1;
        }
        kept.push(letter);
    }
    kept
}

/// Whether a character sits on the one before it. What selects an emoji's form is a mark for Unicode, but takes no room.
fn is_mark(letter: char) -> bool {
    letter.general_category_group() == GeneralCategoryGroup::Mark && !('\u{FE00}'..='\u{FE0F}').contains(&letter)
}
