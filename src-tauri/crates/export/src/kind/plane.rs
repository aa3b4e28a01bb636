//! Statements on two axes: the quarters they are in, and the middle of each cloud.

use gazouillis_core::kind::plane::PlacedFigures;
use gazouillis_core::kind::{Kind, Plane, PlaneFigures, PlanePoint, PlaneView};
use gazouillis_core::share;

use super::{Line, Section};
use crate::words::Words;

pub(super) fn section(question: &PlaneView, figures: &PlaneFigures, words: Words) -> Section {
    let plane = Plane {
        language: words.language,
        ..Plane::seen(question)
    };
    let several = figures.statements.len() > 1;
    let statements = question.statements.iter().zip(&figures.statements);
    let lines: Vec<Line> = statements
        .flat_map(|(statement, told)| {
            let named = |line: Line| Line {
                id: if several {
                    format!("{}/{}", statement.id, line.id)
                } else {
                    line.id
                },
                group: statement.text.clone(),
                ..line
            };
            let parts = parts(&plane, told);
            parts
                .into_iter()
                .chain(middle(question, told, words))
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

/// How many are in each quarter, and in the middle of an axis.
fn parts(plane: &Plane, told: &PlacedFigures) -> Vec<Line> {
    let parts = plane.parts();
    let mut counts = vec![0_u32; parts.len()];
    for (x, y, count) in &told.cells {
        counts[plane.part(PlanePoint { x: *x, y: *y })] += count;
    }
    let shares: Vec<u64> = counts.iter().map(|&count| count.into()).collect();
    let percents = share::percentages(&shares);
    let most = counts.iter().copied().max().unwrap_or(0);
    let line = |(index, (id, text)): (usize, (&str, String))| Line {
        id: id.to_owned(),
        text,
        count: Some(counts[index]),
        base: told.answers,
        percent: (told.answers > 0).then_some(percents[index]),
        bar: f64::from(counts[index]) / f64::from(told.answers.max(1)),
        leads: most > 0 && counts[index] == most,
        ..Line::default()
    };
    parts.into_iter().enumerate().map(line).collect()
}

/// The mean on each axis and how far people are from it, as lines of their own.
fn middle(question: &PlaneView, told: &PlacedFigures, words: Words) -> Vec<Line> {
    let Some(centre) = told.centroid else {
        return Vec::new();
    };
    let axes = [
        ("x", &question.left, &question.right, centre.x, centre.x_spread),
        ("y", &question.bottom, &question.top, centre.y, centre.y_spread),
    ];
    let lines = axes.map(|(axis, from, to, mean, spread)| {
        let line = |key: &str, figure: f64| Line {
            id: format!("{axis}-{key}"),
            text: format!("{} ({from} → {to})", words.get(key)),
            base: told.answers,
            value: Some(words.tenths(figure)),
            ..Line::default()
        };
        [line("mean", mean), line("spread", spread)]
    });
    lines.into_iter().flatten().collect()
}
