//! The rows of the table, in the order of the document: the session, its profiles, its polls, what changed, what else was said.

use gazouillis_core::Summary;
use gazouillis_core::leaderboard::Pace;
use gazouillis_core::share::percent;
use gazouillis_core::summary::{BreakdownSummary, ChangeSummary, MaskedSummary, PollSummary};

use crate::kind::{self, Line};
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
    rows.extend(super::observed::rows(summary, words));
    rows.extend(summary.polls.iter().flat_map(|poll| poll_rows(poll, words)));
    rows.extend(summary.changes.iter().flat_map(|change| changed(change, words)));
    rows.extend(super::voices::rows(summary, words));
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
        figures.extend(room.company.map(|people| ("csv_company", people)));
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
    let bound = |share: Option<f64>| share.map(|share| hundredths(share, words)).unwrap_or_default();
    let counts = shared_counts(&profiles.iter().map(|profile| profile.count).collect::<Vec<_>>(), words);
    let shown = profiles.iter().zip(counts).map(|(profile, count)| Row {
        section: section.clone(),
        item_id: profile.id.clone(),
        item: profile.name.clone(),
        count,
        base: room.classified.to_string(),
        percent: profile.percent.to_string(),
        low: bound(profile.low),
        high: bound(profile.high),
        reference: profile
            .reference
            .map(|share| hundredths(share, words))
            .unwrap_or_default(),
        remark: profile.lever.clone(),
        ..Row::default()
    });
    let masked = room.masked.iter().flat_map(|masked| behind(masked, words));
    let portrait = room.portrait.iter().map(|portrait| Row {
        section: section.clone(),
        item_id: words.get("csv_portrait"),
        count: portrait.agreed.to_string(),
        base: portrait.people.to_string(),
        percent: percent(portrait.agreed, portrait.people).to_string(),
        ..Row::default()
    });
    shown.chain(masked).chain(portrait).collect()
}

/// The second split: the profiles that may be told, then those who hide nothing and the rest, where they may.
fn behind(masked: &MaskedSummary, words: Words) -> Vec<Row> {
    let named = masked
        .profiles
        .iter()
        .map(|profile| (profile.id.clone(), profile.name.clone(), profile.count, profile.percent));
    let others = [("simply", masked.simply), ("untold", masked.untold)];
    let others = others.into_iter().filter_map(|(key, part)| {
        let part = part?;
        Some((String::new(), words.get(key), part.count, part.percent))
    });
    let parts: Vec<(String, String, f64, u32)> = named.chain(others).collect();
    let counts = shared_counts(&parts.iter().map(|part| part.2).collect::<Vec<_>>(), words);
    let base = words.hundredths(masked.people);
    let row = |((item_id, item, _, percent), count): ((String, String, f64, u32), String)| Row {
        section: words.get("csv_masked"),
        group: masked.behind.join(" · "),
        item_id,
        item,
        count,
        base: base.clone(),
        percent: percent.to_string(),
        ..Row::default()
    };
    parts.into_iter().zip(counts).map(row).collect()
}

/// People whom ties share out, with two decimals that add up as the people do: the hundredths are dealt out by largest
/// remainder, so a third, a third and a third are 0.34, 0.33 and 0.33. Whole people stay whole.
fn shared_counts(counts: &[f64], words: Words) -> Vec<String> {
    let exact: Vec<f64> = counts.iter().map(|count| count * 100.0).collect();
    let mut hundredths: Vec<i64> = exact.iter().map(|count| (count + 1e-6).floor() as i64).collect();
    let missing = exact.iter().sum::<f64>().round() as i64 - hundredths.iter().sum::<i64>();
    let rest = |index: usize| exact[index] - hundredths[index] as f64;
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by(|&a, &b| rest(b).total_cmp(&rest(a)).then(a.cmp(&b)));
    for index in order.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        hundredths[index] += 1;
    }
    hundredths
        .into_iter()
        .map(|count| words.hundredths(count as f64 / 100.0))
        .collect()
}

fn poll_rows(poll: &PollSummary, words: Words) -> Vec<Row> {
    let section = kind::section(poll, words);
    // A poll of which nothing was kept still says how many answered.
    let bare = (section.lines.is_empty() && section.quotes.is_empty()).then(|| Row {
        section: words.get("csv_poll"),
        group_id: poll.id.clone(),
        group: kind::asked(poll, words),
        count: poll.ballots.to_string(),
        remark: section.notes.join(" "),
        ..Row::default()
    });
    let lines = section.lines.into_iter();
    let lines = lines.map(|line| poll_row(poll, line, section.value_title.as_deref(), words));
    let quotes = section.quotes.into_iter().map(|quote| Row {
        section: words.get("csv_poll"),
        group_id: poll.id.clone(),
        group: kind::asked(poll, words),
        item: quote.text,
        count: quote.votes.map(|votes| votes.to_string()).unwrap_or_default(),
        remark: quote.theme,
        ..Row::default()
    });
    lines
        .chain(quotes)
        .chain(bare)
        .chain(poll.pace.iter().flat_map(|pace| pace_rows(poll, pace, words)))
        .collect()
}

/// How many were right and how fast the room was, where speed gave points.
fn pace_rows(poll: &PollSummary, pace: &Pace, words: Words) -> Vec<Row> {
    let row = |key: &str| Row {
        section: words.get("csv_poll"),
        group_id: poll.id.clone(),
        group: kind::asked(poll, words),
        item: words.get(key),
        ..Row::default()
    };
    let right = Row {
        count: pace.right.to_string(),
        base: pace.answers.to_string(),
        percent: percent(pace.right, pace.answers).to_string(),
        ..row("csv_pace_right")
    };
    let median = pace.median.map(|median| Row {
        count: kind::pace::seconds(median, words),
        ..row("csv_pace_median")
    });
    [right].into_iter().chain(median).collect()
}

fn poll_row(poll: &PollSummary, line: Line, value_title: Option<&str>, words: Words) -> Row {
    let value = line
        .value
        .map(|value| format!("{}\u{a0}: {value}", value_title.unwrap_or_default()));
    Row {
        section: words.get("csv_poll"),
        group_id: poll.id.clone(),
        group: kind::asked(poll, words),
        item_id: line.id,
        item: if line.group.is_empty() {
            line.text
        } else {
            format!("{} · {}", line.group, line.text)
        },
        count: line.count.map(|count| count.to_string()).unwrap_or_default(),
        base: line.base.to_string(),
        percent: line.percent.map(|percent| percent.to_string()).unwrap_or_default(),
        right: line
            .right
            .map(|right| words.get(if right { "csv_yes" } else { "csv_no" }))
            .unwrap_or_default(),
        remark: value.unwrap_or_default(),
        ..Row::default()
    }
}

fn changed(change: &ChangeSummary, words: Words) -> Vec<Row> {
    let row = |section: &str, poll: &str| Row {
        section: words.get(section),
        group_id: poll.to_owned(),
        group: change.ask.clone(),
        base: change.people.to_string(),
        ..Row::default()
    };
    let asked = |ballots: Option<u32>| ballots.unwrap_or(change.people).to_string();
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
            base: asked(change.before_ballots),
            percent,
            ..row(
                if change.looks_back { "csv_then" } else { "csv_before" },
                &change.before,
            )
        });
        let percent = option.after_percent.to_string();
        rows.push(Row {
            item: item(),
            count: after,
            base: asked(change.after_ballots),
            percent,
            ..row("csv_after", &change.after)
        });
    }
    // A summary of version 1 does not count them, and of a question with several answers there is no such number.
    if change.before_ballots.is_some() && !change.meanings.is_empty() {
        rows.push(Row {
            item: words.get("csv_changed"),
            count: change.changed.map(|people| people.to_string()).unwrap_or_default(),
            remark: if change.changed.is_none() {
                words.get("csv_hidden")
            } else {
                String::new()
            },
            ..row("csv_flow", &change.after)
        });
    }
    let labels: Vec<&str> = if change.meanings.is_empty() {
        options.iter().map(|option| option.text.as_str()).collect()
    } else {
        change.meanings.iter().map(String::as_str).collect()
    };
    for (from, flows) in change.flows.iter().flatten().enumerate() {
        for (to, count) in flows.iter().enumerate() {
            rows.push(Row {
                item: format!("{} → {}", labels[from], labels[to]),
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
    for (option, switch) in options.iter().zip(&change.switches) {
        let Some(switch) = switch else { continue };
        rows.extend(
            [("csv_came", switch.came), ("csv_left", switch.left)].map(|(key, people)| Row {
                item: option.text.clone(),
                item_id: words.get(key),
                count: people.to_string(),
                ..row("csv_flow", &change.after)
            }),
        );
    }
    rows
}
