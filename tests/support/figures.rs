//! What figures say, for questions with options.

use gazouillis_core::kind::Bar;
use gazouillis_core::{Figures, Solution, Tally};

/// Ballots that name each option.
#[must_use]
pub fn counts(tally: &Tally) -> Vec<u32> {
    tally.counts.choice().expect("a question with options").options.clone()
}

/// The bars.
#[must_use]
pub fn bars(figures: &Figures) -> &[Bar] {
    &figures.choice().expect("a question with options").bars
}

/// The ids of the right options.
#[must_use]
pub fn right(solution: Option<Solution>) -> Option<Vec<String>> {
    match solution? {
        Solution::Options { right } => Some(right),
        other => panic!("not a right option: {other:?}"),
    }
}
