//! Numbers as people write them.

use super::Number;
use crate::deck::Language;

/// What stands between thousands, and between a number and its unit: a narrow space where no line is broken.
const NARROW: char = '\u{202f}';

/// A number with its decimals, without its unit.
pub(super) fn number(language: Language, decimals: u8, whole: i64) -> String {
    let decimals = usize::from(decimals);
    let digits = format!("{:0>width$}", whole.unsigned_abs(), width = decimals + 1);
    let (before, after) = digits.split_at(digits.len() - decimals);
    let (thousands, point) = match language {
        Language::Fr => (NARROW, ','),
        Language::En => (',', '.'),
    };
    let mut text = String::from(if whole < 0 { "−" } else { "" });
    for (index, digit) in before.chars().enumerate() {
        if index > 0 && (before.len() - index) % 3 == 0 {
            text.push(thousands);
        }
        text.push(digit);
    }
    let after = after.trim_end_matches('0');
    if !after.is_empty() {
        text.push(point);
        text.push_str(after);
    }
    text
}

/// The numbers from one to another, with their unit.
pub(super) fn range(question: &Number, from: i64, to: i64) -> String {
    let mut text = question.written(from, question.language);
    if from != to {
        // Spaces keep a dash from reading as a sign before negative numbers.
        text = format!("{text} – {}", question.written(to, question.language));
    }
    with_unit(question, text)
}

/// What is written, and the unit behind it.
pub(super) fn with_unit(question: &Number, text: String) -> String {
    match &question.unit {
        Some(unit) => format!("{text}{NARROW}{unit}"),
        None => text,
    }
}

/// What is less than right, right, and more than right.
pub(super) fn around(language: Language) -> [&'static str; 3] {
    match language {
        Language::Fr => ["en dessous", "juste", "au-dessus"],
        Language::En => ["below", "right", "above"],
    }
}
