//! The one sentence a room comes down to. It says what the people who answered said, and claims nothing beyond them.

use gazouillis_core::Summary;
use gazouillis_core::summary::{BreakdownSummary, ProfileSummary};

use crate::words::Words;

/// How near a share must be to a simple fraction to be called one.
const NEAR: f64 = 0.02;

pub(super) fn headline(summary: &Summary, words: Words) -> String {
    if summary.voters == 0 {
        return words.get("headline_empty");
    }
    let Some(room) = &summary.breakdown else {
        return untyped(summary, words);
    };
    let mut ranked: Vec<&ProfileSummary> = room.profiles.iter().flatten().collect();
    ranked.sort_by(|a, b| b.share.total_cmp(&a.share));
    match ranked.split_first() {
        None => untold(summary, room, words),
        Some((&first, others)) => {
            let level: Vec<&ProfileSummary> = others
                .iter()
                .copied()
                .take_while(|other| (other.share - first.share).abs() < 1e-9)
                .collect();
            if level.is_empty() {
                leads(first, words)
            } else {
                tied(first, &level, words)
            }
        }
    }
}

/// Why nothing is said of profiles.
fn untold(summary: &Summary, room: &BreakdownSummary, words: Words) -> String {
    if room.classified >= room.minimum && !summary.finished {
        return words.get("headline_unshown");
    }
    let key = if summary.voters >= room.minimum {
        "headline_unclassified"
    } else {
        "headline_small"
    };
    words.fill(key, &[("minimum", &room.minimum.to_string())])
}

fn untyped(summary: &Summary, words: Words) -> String {
    let voters = words.count("count_people", f64::from(summary.voters));
    let joined = words.count("count_phones", f64::from(summary.joined));
    let polls = words.count("count_questions", summary.polls.len() as f64);
    words.fill(
        "headline_untyped",
        &[("voters", &voters), ("joined", &joined), ("polls", &polls)],
    )
}

/// The most frequent profile.
fn leads(profile: &ProfileSummary, words: Words) -> String {
    let percent = words.percent(profile.percent);
    let places = [("name", profile.name.as_str()), ("percent", percent.as_str())];
    match fraction(profile.share, words) {
        Some(fraction) => words.fill("headline_leads", &[&places[..], &[("fraction", &fraction)]].concat()),
        None => words.fill("headline_leads_plain", &places),
    }
}

/// A share as “1 person in 3”, when it is nearly that.
fn fraction(share: f64, words: Words) -> Option<String> {
    let near = |fraction: f64| (share - fraction).abs() <= NEAR;
    if near(2.0 / 3.0) {
        Some(words.get("two_thirds"))
    } else if near(3.0 / 4.0) {
        Some(words.get("three_quarters"))
    } else {
        let n = (2..=5_u32).find(|n| near(1.0 / f64::from(*n)))?;
        Some(words.fill("one_in", &[("n", &n.to_string())]))
    }
}

/// Profiles at the same height.
fn tied(first: &ProfileSummary, level: &[&ProfileSummary], words: Words) -> String {
    let quoted = |profile: &ProfileSummary| words.fill("quoted", &[("words", &profile.name)]);
    let (last, rest) = level
        .split_last()
        .expect("BUG: a list that is not empty has a last entry");
    let rest: Vec<String> = std::iter::once(first).chain(rest.iter().copied()).map(quoted).collect();
    let names = format!("{} {} {}", rest.join(", "), words.get("and"), quoted(last));
    // Percentages that add up to 100 may differ by one between equal shares: the plain rounding is said here.
    let percent = words.percent((first.share * 100.0).round() as u32);
    words.fill("headline_tied", &[("names", &names), ("percent", &percent)])
}

#[cfg(test)]
mod tests;
