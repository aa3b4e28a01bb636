//! What the report claims beyond the people who answered, in words and never as a bare number.

use gazouillis_core::Summary;
use gazouillis_core::summary::AgainstReference;

use crate::words::Words;

pub(super) fn reference(summary: &Summary, words: Words) -> Option<String> {
    let verdict = summary.breakdown.as_ref()?.reference?;
    Some(words.get(match verdict {
        AgainstReference::TooSmall => "reference_too_small",
        AgainstReference::Compatible => "reference_compatible",
        AgainstReference::Different => "reference_different",
    }))
}

pub(super) fn company(summary: &Summary, words: Words) -> Option<String> {
    let room = summary.breakdown.as_ref().filter(|room| room.profiles.is_some())?;
    let people = words.number(f64::from(room.company?));
    Some(words.fill("company", &[("count", &people)]))
}

/// How much was seen in the room, and what that is not.
pub(super) fn observed(summary: &Summary, words: Words) -> Option<String> {
    let total = summary.observed.as_ref()?.total;
    let counted = words.count("observed_count", f64::from(total));
    Some(format!("{counted}. {}", words.get("observed_note")))
}

pub(super) fn portrait(summary: &Summary, words: Words) -> Option<String> {
    let portrait = summary.breakdown.as_ref()?.portrait?;
    let whole = |people: u32| words.number(f64::from(people));
    let places = [("agreed", whole(portrait.agreed)), ("people", whole(portrait.people))];
    let counted = words.fill(
        "portrait",
        &places.each_ref().map(|(place, people)| (*place, people.as_str())),
    );
    let (Some(kappa), Some(low), Some(high)) = (portrait.kappa, portrait.low, portrait.high) else {
        return Some(counted);
    };
    // J. R. Landis and G. G. Koch, The measurement of observer agreement for categorical data, Biometrics 33 (1977), in
    // four steps instead of six.
    let strength = words.get(match kappa {
        kappa if kappa < 0.2 => "agreement_none",
        kappa if kappa < 0.4 => "agreement_fair",
        kappa if kappa < 0.6 => "agreement_moderate",
        _ => "agreement_good",
    });
    let ends = [("low", words.number(low)), ("high", words.number(high))];
    let interval = words.fill("range", &ends.each_ref().map(|(place, end)| (*place, end.as_str())));
    let places = [
        ("strength", strength),
        ("kappa", words.number(kappa)),
        ("interval", interval),
    ];
    let beyond = words.fill(
        "portrait_kappa",
        &places.each_ref().map(|(place, words)| (*place, words.as_str())),
    );
    Some(format!("{counted} {beyond}"))
}

/// Why no profiles are shown, where the talk has some and somebody voted.
pub(super) fn untold(summary: &Summary, words: Words) -> Option<String> {
    let room = summary.breakdown.as_ref().filter(|room| room.profiles.is_none())?;
    if summary.voters == 0 {
        return None;
    }
    if room.classified >= room.minimum && !summary.finished {
        return Some(words.get("breakdown_later"));
    }
    let classified = words.count("count_classified", f64::from(room.classified));
    let places = [
        ("classified", classified.as_str()),
        ("minimum", &room.minimum.to_string()),
    ];
    Some(words.fill("breakdown_none", &places))
}
