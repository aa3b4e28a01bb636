//! The words of a cloud, and how many people gave each.

use gazouillis_core::kind::WordsFigures;
use gazouillis_core::share::percent;
use gazouillis_core::summary::PollSummary;

use super::{Line, Section};
use crate::words::Words;

pub(super) fn section(poll: &PollSummary, figures: &WordsFigures, words: Words) -> Section {
    let most = figures.words.first().map_or(0, |word| word.count);
    let line = |word: &gazouillis_core::kind::WordFigure| Line {
        id: word.text.clone(),
        text: word.text.clone(),
        count: Some(word.count),
        base: poll.ballots,
        percent: (poll.ballots > 0).then(|| percent(word.count, poll.ballots)),
        bar: f64::from(word.count) / f64::from(poll.ballots.max(1)),
        leads: word.count == most,
        ..Line::default()
    };
    let unkept = figures.words.is_empty() && figures.more > 0;
    Section {
        lines: figures.words.iter().map(line).collect(),
        notes: if unkept {
            vec![words.get("words_unkept")]
        } else {
            Vec::new()
        },
        ..Section::default()
    }
}
