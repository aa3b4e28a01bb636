//! The rows of the table, in the order of the document: the session, its profiles, its polls, what changed.

use gazouillis_core::Summary;
use gazouillis_core::summary::{BreakdownSummary, ChangeSummary, PollSummary};

use crate::words::Words;

/// One row. Texts are as they were typed, figures as the language writes them; an empty cell says nothing.
#[derive(Default)]
pub(super) struct Row {
    pub(super) section: String,
    pub(super) group_id: String,
    pub(super) group: String,
    pub(super) item_id: String,
    pub(super) item: String,
    pub(super) count: String,
    pub(super) base: String,
    pub(super) percent: String,
    pub(super) low: String,
    pub(super) high: String,
    pub(super) reference: String,
    pub(super) right: String,
    pub(super) remark: String,
}

pub(super) fn of(summary: &Summary, words: Words) -> Vec<Row> {
    let mut rows = session(summary, words);
    if let Some(room) = &summary.breakdown {
        rows.extend(breakdown(room, words));
    }
    rows.extend(summary.polls.iter().flat_map(|poll| options(poll, words)));
    rows.extend(summary.changes.iter().flat_map(|change| changed(change, words)));
    rows
}

/// A share as a percentage with one decimal.
fn hundredths(share: f64, words: Words) -> String {
    words.number(share * 100.0)
}

fn session(summary: &Summary, words: Words) -> Vec<Row> {
    let row = |key: &str| Row {
        section: words.get("csv_session"),
        group_id: summary.session.clone(),
        item_id: words.get(key),
        ..Row::default()
    };
    let remark = [(summary.simulated, "rehearsal"), (!summary.finished, "provisional")];
    let remark = remark
        .iter()
        .filter(|(is_so, _)| *is_so)
        .map(|(_, key)| words.get(key))
        .collect::<Vec<_>>();
    let mut rows = vec![Row {
        item: summary.title.clone(),
        remark: remark.join(" · "),
        ..row("csv_title")
    }];
    let texts = [
        ("csv_subtitle", &summary.subtitle),
        ("csv_author", &summary.author),
        ("csv_organisation", &summary.organisation),
        ("csv_started", &Some(summary.started_local.clone())),
    ];
    rows.extend(texts.into_iter().filter_map(|(key, text)| {
        Some(Row {
            item: text.clone()?,
            ..row(key)
        })
    }));
    let mut figures = vec![("csv_joined", summary.joined), ("csv_voters", summary.voters)];
    if let Some(room) = &summary.breakdown {
        figures.push(("csv_classified", room.classified));
        figures.push(("csv_unclassified", room.unclassified));
        figures.push(("csv_mixed", room.mixed));
    }
    rows.extend(figures.into_iter().map(|(key, count)| Row {
        count: count.to_string(),
        ..row(key)
    }));
    rows
}

fn breakdown(room: &BreakdownSummary, words: Words) -> Vec<Row> {
    let section = words.get("csv_profile");
    let Some(profiles) = &room.profiles else {
        return vec![Row {
            section,
            remark: words.get("csv_too_few"),
            ..Row::default()
        }];
    };
    let shown = profiles.iter().map(|profile| Row {
        section: section.clone(),
        item_id: profile.id.clone(),
        item: profile.name.clone(),
        count: words.number(profile.count),
        base: room.classified.to_string(),
        percent: profile.percent.to_string(),
        low: hundredths(profile.low, words),
        high: hundredths(profile.high, words),
        reference: hundredths(profile.reference, words),
        remark: profile.lever.clone(),
        ..Row::default()
    });
    let masked = room.masked.iter().flat_map(|masked| {
        masked.profiles.iter().map(|profile| Row {
            section: words.get("csv_masked"),
            group: masked.behind.join(" · "),
            item_id: profile.id.clone(),
            item: profile.name.clone(),
            count: words.number(profile.count),
            base: words.number(masked.people),
            percent: profile.percent.to_string(),
            ..Row::default()
        })
    });
    shown.chain(masked).collect()
}

fn options(poll: &PollSummary, words: Words) -> impl Iterator<Item = Row> {
    // Of no ballots nothing is known, not even nought per cent.
    let known = move |figure: String| if poll.ballots == 0 { String::new() } else { figure };
    poll.options.iter().map(move |option| Row {
        section: words.get("csv_poll"),
        group_id: poll.id.clone(),
        group: poll.ask.clone(),
        item_id: option.id.clone(),
        item: option.text.clone(),
        count: option.count.to_string(),
        base: poll.ballots.to_string(),
        percent: known(option.percent.to_string()),
        low: known(hundredths(option.low, words)),
        high: known(hundredths(option.high, words)),
        right: option
            .right
            .map(|right| words.get(if right { "csv_yes" } else { "csv_no" }))
            .unwrap_or_default(),
        ..Row::default()
    })
}

fn changed(change: &ChangeSummary, words: Words) -> Vec<Row> {
    let row = |section: &str, poll: &str| Row {
        section: words.get(section),
        group_id: poll.to_owned(),
        group: change.ask.clone(),
        base: change.people.to_string(),
        ..Row::default()
    };
    let Some(options) = &change.options else {
        let hidden = Row {
            base: String::new(),
            remark: words.get("csv_too_few"),
            ..row("csv_after", &change.after)
        };
        return vec![hidden];
    };
    let mut rows = Vec::new();
    for option in options {
        let item = || option.text.clone();
        let (before, after) = (option.before.to_string(), option.after.to_string());
        let percent = option.before_percent.to_string();
        rows.push(Row {
            item: item(),
            count: before,
            percent,
            ..row("csv_before", &change.before)
        });
        let percent = option.after_percent.to_string();
        rows.push(Row {
            item: item(),
            count: after,
            percent,
            ..row("csv_after", &change.after)
        });
    }
    for (from, flows) in change.flows.iter().flatten().enumerate() {
        for (to, count) in flows.iter().enumerate() {
            rows.push(Row {
                item: format!("{} → {}", options[from].text, options[to].text),
                count: count.map(|count| count.to_string()).unwrap_or_default(),
                remark: if count.is_none() {
                    words.get("csv_hidden")
                } else {
                    String::new()
                },
                ..row("csv_flow", &change.after)
            });
        }
    }
    rows
}
