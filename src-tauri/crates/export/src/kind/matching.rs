//! Pairs: for each of the left side what was put beside it, the most frequent first.

use gazouillis_core::kind::{MatchFigures, Placed};
use gazouillis_core::summary::PollSummary;
use gazouillis_core::{QuestionView, Solution};

use super::{Line, Section};
use crate::words::Words;

pub(super) fn section(poll: &PollSummary, figures: &MatchFigures, words: Words) -> Section {
    let QuestionView::Match(view) = &poll.question else {
        return Section::default();
    };
    let (right, whole) = match &poll.solution {
        Some(Solution::Pairs { right, whole, .. }) => (Some(right), Some(*whole)),
        _ => (None, None),
    };
    let lines = figures.left.iter().zip(&view.left).flat_map(|(matched, left)| {
        let belongs = right.and_then(|right| right.get(&matched.id));
        let text = |id: &str| {
            view.right
                .iter()
                .find(|item| item.id == id)
                .map_or("", |item| item.text.as_str())
        };
        placed(poll, &matched.beside, text, belongs).map(move |line| Line {
            group: left.text.clone(),
            id: format!("{}-{}", left.id, line.id),
            ..line
        })
    });
    Section {
        lines: lines.collect(),
        notes: whole
            .map(|whole| whole_note(poll, whole, words))
            .into_iter()
            .chain(remarks(poll, view.left.iter().map(|left| left.text.as_str())))
            .collect(),
        ..Section::default()
    }
}

/// What was put in one place, the most frequent first; what nobody put there is left out, unless it belongs there.
pub(super) fn placed<'a>(
    poll: &PollSummary,
    told: &[Placed],
    text: impl Fn(&str) -> &'a str,
    belongs: Option<&String>,
) -> impl Iterator<Item = Line> {
    let mut told: Vec<&Placed> = told
        .iter()
        .filter(|placed| placed.count > 0 || Some(&placed.id) == belongs)
        .collect();
    told.sort_by_key(|placed| std::cmp::Reverse(placed.count));
    let most = told.first().map_or(0, |placed| placed.count);
    let line = |placed: &Placed| Line {
        id: placed.id.clone(),
        text: text(&placed.id).to_owned(),
        count: Some(placed.count),
        base: poll.ballots,
        percent: (poll.ballots > 0).then_some(placed.percent),
        bar: f64::from(placed.count) / f64::from(poll.ballots.max(1)),
        right: belongs.map(|right| *right == placed.id),
        leads: belongs.is_none() && most > 0 && placed.count == most,
        ..Line::default()
    };
    told.into_iter().map(line).collect::<Vec<_>>().into_iter()
}

/// What is said of the places with the right answer, each after its place.
pub(super) fn remarks<'p>(
    poll: &'p PollSummary,
    places: impl Iterator<Item = &'p str>,
) -> impl Iterator<Item = String> {
    let notes: &[String] = match &poll.solution {
        Some(Solution::Pairs { notes, .. } | Solution::Words { notes, .. }) => notes,
        _ => &[],
    };
    let said = places.zip(notes).filter(|(_, note)| !note.is_empty());
    said.map(|(place, note)| format!("{place} → {note}"))
}

/// How many had all of it.
pub(super) fn whole_note(poll: &PollSummary, whole: u32, words: Words) -> String {
    let (whole, ballots) = (whole.to_string(), poll.ballots.to_string());
    words.fill("whole_note", &[("whole", &whole), ("ballots", &ballots)])
}
