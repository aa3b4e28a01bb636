//! What else is worth a sentence on the first page.

use gazouillis_core::Summary;
use gazouillis_core::summary::MaskedSummary;

use super::{Digest, telling};
use crate::words::Words;

/// More sentences than this nobody reads in a minute.
pub(super) const MOST: usize = 3;

/// What changed, what is behind the busy ones, where the room differs from the reference, how right it was; and where there is none of
/// these, what most of the room said.
pub(super) fn findings(summary: &Summary, digest: &Digest, words: Words) -> Vec<String> {
    let room = summary.breakdown.as_ref();
    let changed = digest.changes.iter().zip(&summary.changes);
    let changed = changed
        .filter(|(_, change)| change.options.is_some() && !change.looks_back)
        .map(|(line, change)| format!("{} {line}", super::shortened(&change.ask)));
    let masked = room.and_then(|room| room.masked.as_ref());
    let masked = masked.and_then(|masked| behind(masked, words));
    // Where no profiles are shown these polls are drawn on the same page.
    let shows_profiles = room.is_some_and(|room| room.profiles.is_some());
    let told = digest.telling.iter().filter(|_| shows_profiles).filter_map(|&index| {
        let is_paired = |change: &gazouillis_core::summary::ChangeSummary| {
            [&change.before, &change.after].contains(&&summary.polls[index].id)
        };
        // Said already, with what changed.
        if summary.changes.iter().any(is_paired) {
            return None;
        }
        telling::told(&summary.polls[index], &digest.polls[index], words)
    });
    changed
        .chain(masked)
        .chain(digest.reference.clone())
        .chain(digest.quiz.clone())
        .chain(told)
        .take(MOST)
        .collect()
}

/// What most of those in a masking profile have behind it.
fn behind(masked: &MaskedSummary, words: Words) -> Option<String> {
    let names = masked.behind.join(" · ");
    let simply = masked.simply.map(|simply| simply.percent).unwrap_or_default();
    let first = masked.profiles.iter().rev().max_by_key(|profile| profile.percent)?;
    if first.percent <= simply {
        return Some(words.fill(
            "finding_simply",
            &[("names", &names), ("percent", &words.percent(simply))],
        ));
    }
    Some(words.fill(
        "finding_behind",
        &[
            ("names", &names),
            ("name", &first.name),
            ("percent", &words.percent(first.percent)),
        ],
    ))
}
