//! The room's breakdown, as far as a summary tells it.

use gazouillis_core::summary::{BreakdownSummary, MaskedSummary, ProfileSummary};
use gazouillis_core::typology::BreakdownStep;
use gazouillis_core::{Deck, Profile, Summary};
use serde::Serialize;

use super::Handout;
use crate::pdf::legible;
use crate::words::Words;

/// The breakdown as its page shows it.
#[derive(Debug, Serialize)]
pub(super) struct BreakdownScene {
    profiles: Vec<Column>,
    /// Who is counted.
    facts: Vec<String>,
    /// Why there are no shares, where too few are classified.
    few: Option<String>,
    masked: Option<Masks>,
}

#[derive(Debug, Serialize)]
struct Column {
    id: String,
    name: String,
    bird: String,
    share: Option<f64>,
    percent: Option<String>,
    people: Option<String>,
    reference: Option<f64>,
    reference_words: Option<String>,
}

#[derive(Debug, Serialize)]
struct Masks {
    title: String,
    parts: Vec<MaskPart>,
}

#[derive(Debug, Serialize)]
struct MaskPart {
    name: String,
    bird: Option<String>,
    percent: String,
}

/// Whether a summary tells the shares of the room.
pub(super) fn is_told(summary: Option<&Summary>) -> bool {
    profiles(summary).is_some()
}

fn profiles(summary: Option<&Summary>) -> Option<&[ProfileSummary]> {
    summary?.breakdown.as_ref()?.profiles.as_deref()
}

/// The breakdown at a step of its slide.
pub(super) fn scene(handout: &Handout<'_>, step: u16) -> BreakdownScene {
    let (deck, words) = (handout.deck, Words::new(handout.deck.language));
    let steps = deck.typology.breakdown_steps();
    let shows = |wanted: BreakdownStep| steps.iter().take(usize::from(step) + 1).any(|shown| *shown == wanted);
    let told = profiles(handout.summary);
    let room = handout.summary.and_then(|summary| summary.breakdown.as_ref());
    let column = |profile: &Profile| {
        let told = told.and_then(|told| told.iter().find(|told| told.id == profile.id));
        column(profile, told, told.is_some() && shows(BreakdownStep::Reference), words)
    };
    BreakdownScene {
        profiles: deck.typology.profiles.iter().map(column).collect(),
        facts: room
            .filter(|_| told.is_some())
            .map(|room| facts(room, words))
            .unwrap_or_default(),
        few: room.and_then(|room| few(room, words)),
        masked: room
            .and_then(|room| room.masked.as_ref())
            .filter(|_| shows(BreakdownStep::Masks))
            .map(|masked| masks(masked, deck, words)),
    }
}

fn column(profile: &Profile, told: Option<&ProfileSummary>, with_reference: bool, words: Words) -> Column {
    let reference = profile.reference.filter(|_| with_reference);
    let percent = |percent: f64| format!("{}{}", words.number(percent), words.percent_sign());
    Column {
        id: profile.id.clone(),
        name: legible::line(&profile.name, words.language),
        bird: profile.bird.clone(),
        share: told.map(|told| told.share),
        percent: told.map(|told| words.percent(told.percent)),
        people: told.map(|told| words.count("count_people", told.count)),
        reference: reference.map(|reference| reference / 100.0),
        reference_words: reference
            .map(|reference| words.fill("handout_reference", &[("percent", &percent(reference))])),
    }
}

/// Who is counted, in lines.
fn facts(room: &BreakdownSummary, words: Words) -> Vec<String> {
    let mut facts = vec![words.count("count_classified", room.classified.into())];
    if room.mixed > 0 {
        facts.push(words.count("mixed", room.mixed.into()));
    }
    if room.unclassified > 0 {
        facts.push(words.count("unclassified", room.unclassified.into()));
    }
    facts
}

/// Why there are no shares.
fn few(room: &BreakdownSummary, words: Words) -> Option<String> {
    if room.profiles.is_some() || room.classified >= room.minimum {
        return None;
    }
    let classified = words.count("count_classified", room.classified.into());
    let places = [("classified", classified), ("minimum", room.minimum.to_string())];
    Some(words.fill(
        "breakdown_none",
        &places.each_ref().map(|(place, value)| (*place, value.as_str())),
    ))
}

fn masks(masked: &MaskedSummary, deck: &Deck, words: Words) -> Masks {
    let hidden = masked.profiles.iter().map(|hidden| MaskPart {
        name: legible::line(&hidden.name, words.language),
        bird: deck
            .typology
            .profiles
            .iter()
            .find(|profile| profile.id == hidden.id)
            .map(|profile| profile.bird.clone()),
        percent: words.percent(hidden.percent),
    });
    let others = [("simply", masked.simply), ("untold", masked.untold)];
    let others = others.into_iter().filter_map(|(key, share)| {
        Some(MaskPart {
            name: words.get(key),
            bird: None,
            percent: words.percent(share?.percent),
        })
    });
    let names: Vec<String> = masked
        .behind
        .iter()
        .map(|name| legible::line(name, words.language))
        .collect();
    Masks {
        title: words.fill("masked", &[("names", &names.join(" · "))]),
        parts: hidden.chain(others).collect(),
    }
}
