//! Telephone numbers, and other numbers too long to count something.

use std::ops::Range;

use super::{Pointer, PointerKind};

/// What may stand between two groups of digits of one number.
const BETWEEN: &[char] = &[' ', '.', '-', '/', '(', ')', '\u{A0}', '\u{202F}'];

/// At most so many signs stand between two groups: `(0) 6`, `) 555`.
const MOST_BETWEEN: usize = 3;

/// Digits of an international number, after the plus (E.164 allows 15; fewer than 8 reach nobody).
const INTERNATIONAL: std::ops::RangeInclusive<usize> = 8..=15;

/// From so many digits in one group on, a number counts nothing any more.
const UNBROKEN: usize = 9;

/// From so many digits in several groups on (a French social security number has 13, a card 16).
const GROUPED: usize = 11;

/// Telephone numbers and long numbers.
pub(super) fn numbers(text: &str) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(run) = next_run(text, at) {
        at = run.range.end;
        let kind = if run.is_phone() {
            PointerKind::Phone
        } else if run.is_long() {
            PointerKind::LongNumber
        } else {
            continue;
        };
        found.push(Pointer { kind, range: run.range });
    }
    found
}

/// Groups of digits that may be one number.
struct Run {
    range: Range<usize>,
    plus: bool,
    groups: Vec<String>,
}

fn next_run(text: &str, from: usize) -> Option<Run> {
    let first = from + text[from..].find(|letter: char| letter.is_ascii_digit())?;
    // A number that ends a word (`abc123`) is part of it.
    let before = text[..first].chars().next_back();
    let plus = before == Some('+');
    let mut run = Run {
        range: first - usize::from(plus)..first,
        plus,
        groups: vec![String::new()],
    };
    let mut between = 0;
    for (at, letter) in text[first..].char_indices() {
        if letter.is_ascii_digit() {
            if between > 0 {
                run.groups.push(String::new());
                between = 0;
            }
            run.groups.last_mut().expect("BUG: a run has a group").push(letter);
            run.range.end = first + at + letter.len_utf8();
        } else if BETWEEN.contains(&letter) && between < MOST_BETWEEN {
            between += 1;
        } else {
            break;
        }
    }
    Some(run)
}

impl Run {
    fn digits(&self) -> String {
        self.groups.concat()
    }

    fn is_phone(&self) -> bool {
        let digits = self.digits();
        let international = digits.strip_prefix("00").filter(|_| !self.plus);
        if self.plus || international.is_some() {
            return INTERNATIONAL.contains(&international.unwrap_or(&digits).len());
        }
        self.is_french(&digits) || self.is_american()
    }

    /// Ten digits from 01 to 09, in pairs or all in one.
    fn is_french(&self, digits: &str) -> bool {
        let mut beginning = digits.chars();
        digits.len() == 10 && beginning.next() == Some('0') && beginning.next() != Some('0') && !self.is_date()
    }

    /// Three, three and four.
    fn is_american(&self) -> bool {
        self.groups.iter().map(String::len).eq([3, 3, 4])
    }

    /// A day beside something else: `01/02/2024 …`.
    fn is_date(&self) -> bool {
        self.groups.len() >= 3 && self.groups[2].len() == 4 && self.groups[..2].iter().all(|group| group.len() <= 2)
    }

    fn is_long(&self) -> bool {
        let longest = self.groups.iter().map(String::len).max().unwrap_or(0);
        let digits: usize = self.groups.iter().map(String::len).sum();
        longest >= UNBROKEN || (digits >= GROUPED && !self.counts_something())
    }

    /// Thousands (`12 000 000 000`), or several small numbers one after another (years, a list).
    fn counts_something(&self) -> bool {
        let [first, thousands @ ..] = self.groups.as_slice() else {
            return false;
        };
        let in_thousands = first.len() <= 3 && thousands.iter().all(|group| group.len() == 3);
        let is_year = |group: &String| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
        let years = self.groups.iter().filter(|group| is_year(group)).count();
        let singles = self.groups.iter().filter(|group| group.len() == 1).count();
        // A social security number begins with one single digit.
        in_thousands || 2 * years >= self.groups.len() || singles > 2 || self.is_date()
    }
}
