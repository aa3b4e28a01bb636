//! Gaps: for each the words put there, the most frequent first.

use gazouillis_core::kind::{BlanksFigures, BlanksView};
use gazouillis_core::summary::PollSummary;
use gazouillis_core::{QuestionView, Solution};

use super::matching::{placed, remarks, whole_note};
use super::{Line, Section};
use crate::words::Words;

/// So many words on either side say which gap is meant.
const AROUND: usize = 4;

pub(super) fn section(poll: &PollSummary, figures: &BlanksFigures, words: Words) -> Section {
    let QuestionView::Blanks(view) = &poll.question else {
        return Section::default();
    };
    let (right, whole) = match &poll.solution {
        Some(Solution::Words { right, whole, .. }) => (Some(right), Some(*whole)),
        _ => (None, None),
    };
    let lines = figures.gaps.iter().enumerate().flat_map(|(gap, told)| {
        let belongs = right.and_then(|right| right.get(gap));
        let text = |id: &str| {
            view.words
                .iter()
                .find(|word| word.id == id)
                .map_or("", |word| word.text.as_str())
        };
        let group = around(view, gap);
        placed(poll, &told.words, text, belongs).map(move |line| Line {
            group: group.clone(),
            id: format!("{}-{}", gap + 1, line.id),
            ..line
        })
    });
    let places: Vec<String> = (0..figures.gaps.len()).map(|gap| around(view, gap)).collect();
    Section {
        lines: lines.collect(),
        notes: whole
            .map(|whole| whole_note(poll, whole, words))
            .into_iter()
            .chain(remarks(poll, places.iter().map(String::as_str)))
            .collect(),
        ..Section::default()
    }
}

/// A gap with what stands around it in the sentence.
fn around(view: &BlanksView, gap: usize) -> String {
    let words = |part: usize| {
        view.parts
            .get(part)
            .map(String::as_str)
            .unwrap_or_default()
            .split_whitespace()
    };
    let before: Vec<&str> = words(gap).collect();
    let after: Vec<&str> = words(gap + 1).take(AROUND).collect();
    let before = &before[before.len().saturating_sub(AROUND)..];
    format!("{} [{}] {}", before.join(" "), gap + 1, after.join(" "))
        .trim()
        .to_owned()
}
