use gazouillis_core::deck::Language;
use gazouillis_core::share::percentages;
use gazouillis_core::summary::{BreakdownSummary, SUMMARY_VERSION};

use super::*;

/// A room of these counts, with equal references.
fn room(counts: &[f64]) -> Summary {
    let total: f64 = counts.iter().sum();
    let people: Vec<u64> = counts.iter().map(|&count| count as u64).collect();
    let percents = percentages(&people);
    let profile = |(index, &count): (usize, &f64)| ProfileSummary {
        id: format!("p{index}"),
        name: format!("P{index}"),
        bird: String::new(),
        summary: String::new(),
        lever: String::new(),
        actions: Vec::new(),
        advice: Vec::new(),
        count,
        share: count / total,
        percent: percents[index],
        low: None,
        high: None,
        reference: Some(1.0 / counts.len() as f64),
    };
    let profiles = (total >= 5.0).then(|| counts.iter().enumerate().map(profile).collect());
    Summary {
        observed: None,
        version: SUMMARY_VERSION,
        session: "s".into(),
        title: "T".into(),
        subtitle: None,
        author: None,
        organisation: None,
        language: Language::En,
        started_at: 0,
        started_local: "2026-11-22T19:40".into(),
        finished: true,
        simulated: false,
        joined: total as u32,
        voters: total as u32,
        breakdown: Some(BreakdownSummary {
            people: total as u32,
            classified: total as u32,
            unclassified: 0,
            mixed: 0,
            minimum_answers: 4,
            profiles,
            minimum: 5,
            birds: Vec::new(),
            masked: None,
            has_masks: false,
            company: None,
            reference: None,
            portrait: None,
        }),
        polls: Vec::new(),
        changes: Vec::new(),
        questions: None,
        reactions: Vec::new(),
    }
}

fn said(counts: &[f64]) -> String {
    headline(&room(counts), Words::new(Language::En))
}

#[test]
fn the_most_frequent_profile_is_named_with_its_share_and_no_interval() {
    assert_eq!(said(&[20.0, 4.0, 6.0]), "“P0” comes first: about 2 people in 3 (67%).");
    assert_eq!(
        said(&[13.0, 8.0, 9.0]),
        "“P0” comes first, with 43% of those recognised."
    );
}

#[test]
fn profiles_at_the_same_height_are_named_together() {
    assert_eq!(
        said(&[3.0, 3.0, 2.0, 3.0]),
        "No profile stands out: “P0”, “P1” and “P3” come first together, with about 27%."
    );
}

#[test]
fn small_empty_and_untyped_rooms_are_said_in_words() {
    assert!(said(&[2.0, 1.0]).starts_with("The room is too small"));
    let empty = Summary {
        voters: 0,
        ..room(&[2.0, 1.0])
    };
    assert_eq!(
        headline(&empty, Words::new(Language::En)),
        "Nobody voted in this session."
    );
    let untyped = Summary {
        breakdown: None,
        ..room(&[2.0, 4.0])
    };
    assert_eq!(
        headline(&untyped, Words::new(Language::En)),
        "Turnout: 6\u{a0}people out of 6\u{a0}phones, for 0\u{a0}questions."
    );
}

#[test]
fn only_simple_fractions_are_named() {
    let words = Words::new(Language::En);
    assert_eq!(fraction(0.34, words).as_deref(), Some("about 1 person in 3"));
    assert_eq!(fraction(0.5, words).as_deref(), Some("about 1 person in 2"));
    assert_eq!(fraction(0.42, words), None);
}
