//! A question before and after.

use gazouillis_core::Summary;
use gazouillis_core::deck::Language;
use gazouillis_core::poll::Pair;
use gazouillis_core::summary::{ChangeSummary, ChangedOption};
use serde::Serialize;

use super::Handout;
use crate::digest::{self, FlowPicture};
use crate::pdf::legible;
use crate::words::Words;

/// What changed, as its page shows it.
#[derive(Debug, Serialize)]
pub(super) struct ChangeScene {
    pub(super) ask: Option<String>,
    pub(super) hint: Option<String>,
    pub(super) about: Option<String>,
    pub(super) rows: Vec<ChangedRow>,
    /// What can be said of it in sentences.
    pub(super) line: String,
    /// What the bars of the time before are.
    pub(super) before: String,
    /// The change as a picture, where one says more than bars.
    pub(super) picture: Option<FlowPicture>,
}

#[derive(Debug, Serialize)]
pub(super) struct ChangedRow {
    text: String,
    before: String,
    after: String,
    before_bar: f64,
    after_bar: f64,
    points: String,
}

/// The change that a poll's slide shows, the same as on the stage: the one that ends with it, from what was said at the time; for a
/// poll that asks what was before, the one that begins with it.
pub(super) fn found<'a>(handout: &Handout<'a>, poll: usize) -> Option<(&'a Summary, &'a ChangeSummary)> {
    let asked = &handout.deck.polls[poll];
    let summary = handout.summary?;
    let is_asked = |id: &str| id == asked.id || (1..=asked.round.max(9)).any(|round| asked.in_round(round).id == id);
    let looks_back = asked.pair == Some(Pair::Then);
    let mut changes = summary.changes.iter();
    let change = changes.find(|change| {
        change.looks_back == looks_back && is_asked(if looks_back { &change.before } else { &change.after })
    });
    change.map(|change| (summary, change))
}

pub(super) fn scene(summary: &Summary, change: &ChangeSummary) -> ChangeScene {
    let words = Words::new(summary.language);
    let options = change.options.as_deref().unwrap_or_default();
    let longest = options
        .iter()
        .map(|option| option.before_percent.max(option.after_percent))
        .max();
    // Both bars share a scale that ends a little beyond the longest.
    let end = f64::from(longest.unwrap_or(0).div_ceil(10).max(1) * 10);
    ChangeScene {
        ask: None,
        hint: None,
        about: answers(change, words),
        rows: options.iter().map(|option| row(option, end, words)).collect(),
        picture: digest::picture(change, words).map(|picture| legible_picture(picture, words)),
        line: legible::line(&digest::change(change, summary), summary.language),
        before: words.get(if change.looks_back {
            "legend_then"
        } else {
            "legend_before"
        }),
    }
}

fn legible_picture(mut picture: FlowPicture, words: Words) -> FlowPicture {
    for row in &mut picture.rows {
        row.label = legible::line(&row.label, words.language);
    }
    picture
}

/// How many answered each time.
fn answers(change: &ChangeSummary, words: Words) -> Option<String> {
    let (before, after) = (change.before_ballots?, change.after_ballots?);
    change.options.as_ref()?;
    Some(words.fill(
        "handout_answers",
        &[("before", &before.to_string()), ("after", &after.to_string())],
    ))
}

fn row(option: &ChangedOption, end: f64, words: Words) -> ChangedRow {
    let moved = i64::from(option.after_percent) - i64::from(option.before_percent);
    ChangedRow {
        text: legible::line(&option.text, words.language),
        before: words.percent(option.before_percent),
        after: words.percent(option.after_percent),
        before_bar: f64::from(option.before_percent) / end,
        after_bar: f64::from(option.after_percent) / end,
        points: points(moved, words),
    }
}

/// The difference, with its sign.
fn points(moved: i64, words: Words) -> String {
    let size = moved.unsigned_abs();
    let sign = match moved {
        0 => return "=".to_owned(),
        1.. => '+',
        _ => '−',
    };
    let is_one = size == 1 || (words.language == Language::Fr && size < 2);
    let key = if is_one { "handout_points_one" } else { "handout_points" };
    format!("{sign}{}", words.fill(key, &[("count", &size.to_string())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_has_its_sign() {
        let words = Words::new(Language::En);
        assert_eq!(points(0, words), "=");
        assert_eq!(points(1, words), "+1\u{a0}point");
        assert_eq!(points(-12, words), "−12\u{a0}points");
    }
}
