//! How fast and how right a room was, where right answers gave points by their speed.

use gazouillis_core::leaderboard::Pace;

use crate::words::Words;

/// A sentence for documents.
pub(crate) fn note(pace: &Pace, words: Words) -> String {
    let (right, answers) = (pace.right.to_string(), pace.answers.to_string());
    let median = pace.median.map(|median| seconds(median, words));
    let counts = [("right", right.as_str()), ("answers", answers.as_str())];
    match median {
        Some(median) => words.fill("pace_median_note", &[counts[0], counts[1], ("median", &median)]),
        None => words.fill("pace_note", &counts),
    }
}

/// A time in milliseconds as seconds with one decimal.
pub(crate) fn seconds(milliseconds: u32, words: Words) -> String {
    words.tenths(f64::from(milliseconds) / 1_000.0)
}
