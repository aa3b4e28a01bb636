//! Points shared out: what each option has of all points, and what people give it on average.

use gazouillis_core::QuestionView;
use gazouillis_core::kind::{OptionView, PointsFigures, Purse};
use gazouillis_core::summary::PollSummary;

use super::{Line, Section};
use crate::words::Words;

pub(super) fn section(poll: &PollSummary, figures: &PointsFigures, words: Words) -> Section {
    let total = match &poll.question {
        QuestionView::Points(view) => view.total,
        _ => 0,
    };
    let most = figures.purses.iter().map(|purse| purse.total).max().unwrap_or(0);
    let line = |(purse, option): (&Purse, &OptionView)| Line {
        id: purse.id.clone(),
        text: option.text.clone(),
        count: Some(purse.givers),
        base: poll.ballots,
        percent: (poll.ballots > 0).then_some(purse.percent),
        value: Some(words.number(purse.mean)),
        bar: f64::from(purse.percent) / 100.0,
        leads: most > 0 && purse.total == most,
        ..Line::default()
    };
    let note = words.fill("points_note", &[("total", &total.to_string())]);
    Section {
        value_title: Some(words.get("points_mean")),
        lines: figures.purses.iter().zip(poll.question.options()).map(line).collect(),
        notes: if poll.ballots > 0 { vec![note] } else { Vec::new() },
        ..Section::default()
    }
}
