//! Statements on one scale, value by value, each with its mean.

use gazouillis_core::kind::scale::ScaledFigures;
use gazouillis_core::kind::{ScaleFigures, ScaleView};

use super::{Line, Section};
use crate::words::Words;

pub(super) fn section(question: &ScaleView, figures: &ScaleFigures, words: Words) -> Section {
    let statements = question.statements.iter().zip(&figures.statements);
    let lines: Vec<Line> = statements
        .flat_map(|(statement, told)| {
            let group = statement.text.clone();
            let named = |line: Line| Line {
                id: id(figures, &statement.id, &line.id),
                group: group.clone(),
                ..line
            };
            let values = values(question, told);
            values
                .into_iter()
                .chain(middle(told, words))
                .map(named)
                .collect::<Vec<_>>()
        })
        .collect();
    Section {
        value_title: lines
            .iter()
            .any(|line| line.value.is_some())
            .then(|| words.get("value")),
        // Where nobody answered there is no deviation to explain.
        notes: lines
            .iter()
            .any(|line| line.value.is_some())
            .then(|| words.get("spread_note"))
            .into_iter()
            .collect(),
        lines,
        ..Section::default()
    }
}

/// Of a question that is itself the one statement, lines need no statement's name.
fn id(figures: &ScaleFigures, statement: &str, line: &str) -> String {
    if figures.statements.len() == 1 {
        line.to_owned()
    } else {
        format!("{statement}/{line}")
    }
}

fn values(question: &ScaleView, told: &ScaledFigures) -> Vec<Line> {
    let most = told.counts.iter().copied().max().unwrap_or(0);
    let values = told.counts.iter().zip(&told.percents).enumerate();
    let line = |(place, (&count, &percent)): (usize, (&u32, &u32))| Line {
        id: (usize::from(question.first) + place).to_string(),
        text: in_words(question, place),
        count: Some(count),
        base: told.answers,
        // Of no ballots nothing is known, not even nought per cent.
        percent: (told.answers > 0).then_some(percent),
        bar: f64::from(count) / f64::from(told.answers.max(1)),
        leads: most > 0 && count == most,
        ..Line::default()
    };
    values.map(line).collect()
}

/// A value with its words: its own, or those of the end that it is.
fn in_words(question: &ScaleView, place: usize) -> String {
    let value = usize::from(question.first) + place;
    let end = match place {
        0 => Some(&question.low),
        _ if place + 1 == usize::from(question.points) => Some(&question.high),
        _ => None,
    };
    match question.labels.get(place).or(end) {
        Some(words) => format!("{value} · {words}"),
        None => value.to_string(),
    }
}

/// The mean and how far people are from it, as lines of their own.
fn middle(told: &ScaledFigures, words: Words) -> Vec<Line> {
    let figures = [("mean", told.mean), ("spread", told.spread)];
    let line = |(key, figure): (&str, Option<f64>)| {
        Some(Line {
            id: key.to_owned(),
            text: words.get(key),
            base: told.answers,
            value: Some(words.tenths(figure?)),
            ..Line::default()
        })
    };
    figures.into_iter().filter_map(line).collect()
}
