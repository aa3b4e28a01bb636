//! The one sentence a room comes down to, and when it may say more than “nothing stands out”.

use gazouillis_core::Summary;
use gazouillis_core::summary::ProfileSummary;

use crate::words::Words;

/// How far a share must be from its reference, in standard errors, to be worth a headline: the two-sided 95 % level
/// corrected for looking at seven profiles at once (Bonferroni).
const FAR: f64 = 2.69;

/// How near a share must be to a simple fraction to be called one.
const NEAR: f64 = 0.02;

pub(super) fn headline(summary: &Summary, words: Words) -> String {
    if summary.voters == 0 {
        return words.get("headline_empty");
    }
    let Some(room) = &summary.breakdown else {
        return untyped(summary, words);
    };
    let profiles = room.profiles.as_deref().unwrap_or_default();
    let mut ranked: Vec<&ProfileSummary> = profiles.iter().collect();
    ranked.sort_by(|a, b| b.share.total_cmp(&a.share));
    let Some((&first, others)) = ranked.split_first() else {
        return words.get("headline_small");
    };
    if others.iter().all(|other| first.low > other.high) {
        leads(first, words)
    } else if let Some(profile) = farthest_from_reference(profiles, room.classified) {
        against_reference(profile, words)
    } else {
        nothing_stands_out(first, others, words)
    }
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

/// One profile whose interval lies wholly above every other's.
fn leads(profile: &ProfileSummary, words: Words) -> String {
    let percent = words.percent(profile.percent);
    let interval = words.interval(profile.low, profile.high);
    let places = [
        ("name", profile.name.as_str()),
        ("percent", percent.as_str()),
        ("interval", interval.as_str()),
    ];
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

fn farthest_from_reference(profiles: &[ProfileSummary], classified: u32) -> Option<&ProfileSummary> {
    let distance = |profile: &ProfileSummary| {
        let deviation = (profile.reference * (1.0 - profile.reference) / f64::from(classified)).sqrt();
        if deviation > 0.0 {
            (profile.share - profile.reference).abs() / deviation
        } else {
            0.0
        }
    };
    let far = profiles.iter().filter(|profile| {
        let excluded = profile.low > profile.reference || profile.high < profile.reference;
        excluded && distance(profile) > FAR
    });
    far.max_by(|a, b| distance(a).total_cmp(&distance(b)))
}

fn against_reference(profile: &ProfileSummary, words: Words) -> String {
    let key = if profile.share > profile.reference {
        "headline_above"
    } else {
        "headline_below"
    };
    words.fill(
        key,
        &[
            ("name", &profile.name),
            ("percent", &words.percent(profile.percent)),
            ("reference", &words.percent((profile.reference * 100.0).round() as u32)),
            ("interval", &words.interval(profile.low, profile.high)),
        ],
    )
}

fn nothing_stands_out(first: &ProfileSummary, others: &[&ProfileSummary], words: Words) -> String {
    let percent = words.percent(first.percent);
    let level: Vec<&ProfileSummary> = others
        .iter()
        .copied()
        .take_while(|other| (other.share - first.share).abs() < 1e-9)
        .collect();
    if level.is_empty() {
        return words.fill("headline_neutral", &[("name", &first.name), ("percent", &percent)]);
    }
    let quoted = |profile: &ProfileSummary| words.fill("quoted", &[("words", &profile.name)]);
    let (last, rest) = level
        .split_last()
        .expect("BUG: a list that is not empty has a last entry");
    let rest: Vec<String> = std::iter::once(&first)
        .chain(rest)
        .map(|profile| quoted(profile))
        .collect();
    let names = format!("{} {} {}", rest.join(", "), words.get("and"), quoted(last));
    // Percentages that add up to 100 may differ by one between equal shares: the plain rounding is said here.
    let percent = words.percent((first.share * 100.0).round() as u32);
    words.fill("headline_tied", &[("names", &names), ("percent", &percent)])
}

#[cfg(test)]
mod tests;
