//! Options, and how many ballots name each.

use gazouillis_core::kind::ChoiceFigures;
use gazouillis_core::summary::PollSummary;
use gazouillis_core::{QuestionView, Solution};

use super::{Line, Quote, Section};
use crate::words::Words;

pub(super) fn section(poll: &PollSummary, figures: &ChoiceFigures, words: Words) -> Section {
    let base = poll.ballots - figures.no_opinion.unwrap_or(0);
    let right = match &poll.solution {
        Some(Solution::Options { right }) => Some(right),
        _ => None,
    };
    let most = figures.bars.iter().map(|bar| bar.count).max().unwrap_or(0);
    let share = |count: u32| f64::from(count) / f64::from(base.max(1));
    let texts = poll.question.options();
    let mut lines: Vec<Line> = figures
        .bars
        .iter()
        .zip(texts)
        .map(|(bar, option)| Line {
            id: bar.id.clone(),
            text: option.text.clone(),
            count: Some(bar.count),
            base,
            // Of no ballots nothing is known, not even nought per cent.
            percent: (base > 0).then_some(bar.percent),
            value: bar.sure.map(|sure| sure.to_string()),
            bar: share(bar.count),
            right: right.map(|right| right.contains(&bar.id)),
            leads: right.is_none() && most > 0 && bar.count == most,
            ..Line::default()
        })
        .collect();
    lines.extend(figures.other.map(|other| Line {
        id: "other".to_owned(),
        text: words.get("other"),
        count: Some(other.count),
        base,
        percent: (base > 0).then_some(other.percent),
        bar: share(other.count),
        ..Line::default()
    }));
    lines.extend(figures.no_opinion.map(|count| Line {
        id: "no_opinion".to_owned(),
        text: words.get("no_opinion"),
        count: Some(count),
        base: poll.ballots,
        ..Line::default()
    }));
    let several = match &poll.question {
        QuestionView::Multiple(_) => true,
        QuestionView::Quiz(quiz) => quiz.several,
        _ => false,
    };
    Section {
        value_title: figures
            .bars
            .iter()
            .any(|bar| bar.sure.is_some())
            .then(|| words.get("sure")),
        lines,
        notes: match several.then(|| figures.bars.iter().map(|bar| bar.count).sum::<u32>()) {
            Some(marks) if marks > base => vec![words.get("multiple_note")],
            Some(marks) if marks > 0 => vec![words.get("multiple_possible")],
            _ => Vec::new(),
        },
        quotes: figures
            .own
            .iter()
            .flat_map(|own| &own.texts)
            .map(|words| quote(words))
            .collect(),
        ..Section::default()
    }
}

fn quote(words: &str) -> Quote {
    Quote {
        text: words.to_owned(),
        ..Quote::default()
    }
}
