//! Numbers: a histogram, where the quarters of the room meet, and what is right.

use gazouillis_core::Solution;
use gazouillis_core::kind::number::NumberSolution;
use gazouillis_core::kind::{Kind, Number, NumberFigures, NumberView};
use gazouillis_core::summary::PollSummary;

use super::{Line, Section};
use crate::words::Words;

pub(super) fn section(poll: &PollSummary, question: &NumberView, figures: &NumberFigures, words: Words) -> Section {
    let number = Number {
        language: words.language,
        ..Number::seen(question)
    };
    let solution = match &poll.solution {
        Some(Solution::Number(solution)) => Some(solution),
        _ => None,
    };
    let bins = bins(&number, figures, solution, poll.ballots);
    let lines: Vec<Line> = bins
        .into_iter()
        .chain(quarters(&number, poll, figures, words))
        .collect();
    Section {
        value_title: lines
            .iter()
            .any(|line| line.value.is_some())
            .then(|| words.get("value")),
        lines,
        notes: solution
            .map(|solution| told(&number, solution, words))
            .into_iter()
            .collect(),
        ..Section::default()
    }
}

fn bins(number: &Number, figures: &NumberFigures, solution: Option<&NumberSolution>, ballots: u32) -> Vec<Line> {
    let most = figures.bins.iter().map(|bin| bin.count).max().unwrap_or(0);
    let line = |(index, bin): (usize, &gazouillis_core::kind::number::Bin)| Line {
        id: (index + 1).to_string(),
        text: number.bin_in_words(bin),
        count: Some(bin.count),
        base: ballots,
        percent: (ballots > 0).then_some(bin.percent),
        bar: f64::from(bin.count) / f64::from(ballots.max(1)),
        right: solution.map(|solution| {
            let (from, to) = (bin.from.unwrap_or(f64::NEG_INFINITY), bin.to.unwrap_or(f64::INFINITY));
            (from..=to).contains(&solution.right)
        }),
        leads: solution.is_none() && most > 0 && bin.count == most,
        ..Line::default()
    };
    figures.bins.iter().enumerate().map(line).collect()
}

/// The median and the quartiles as lines of their own.
fn quarters(number: &Number, poll: &PollSummary, figures: &NumberFigures, words: Words) -> Vec<Line> {
    let Some(quartiles) = figures.quartiles else {
        return Vec::new();
    };
    let figures = [
        ("low_quartile", quartiles.low),
        ("median", quartiles.median),
        ("high_quartile", quartiles.high),
    ];
    let line = |(key, figure): (&str, f64)| Line {
        id: key.to_owned(),
        text: words.get(key),
        base: poll.ballots,
        value: Some(number.quartile_in_words(figure)),
        ..Line::default()
    };
    figures.map(line).to_vec()
}

/// What is right, how many were, and which number came closest; nobody is named.
fn told(number: &Number, solution: &NumberSolution, words: Words) -> String {
    let mut sentence = format!("{} {}", words.get("number_right"), number.in_words(solution.right));
    if solution.tolerance > 0.0 {
        sentence += &format!(" (± {})", number.in_words(solution.tolerance));
    }
    sentence += &format!(" · {} {}", words.get("number_within"), solution.within);
    if let Some(closest) = solution.closest {
        sentence += &format!(" · {} {}", words.get("number_closest"), number.in_words(closest));
    }
    sentence
}
