//! Talks that can be given in several lengths.

use gazouillis_core::deck::Language;
use gazouillis_deck::{DiagnosticCode as Code, LoadError, Severity, load_cut, parse, parse_cut};

/// Three lengths, of which 45 is usual.
const TALK: &str = "---
title: T
lang: fr
cuts: [60, 30, 45]
cut: 45
---

# Pour tous

---
from: 45
---

# De quarante-cinq minutes

---
until: 30
---

# Au lieu d’elles

---
from: 45
until: 45
---

# Rien qu’en quarante-cinq

---
from: 60
---

# D’une heure

---

# La fin
";

fn titles(minutes: Option<u16>) -> Vec<String> {
    let parsed = parse_cut(TALK, minutes);
    assert_eq!(parsed.diagnostics(), []);
    let slides = &parsed.deck().expect("a sound talk").slides;
    slides.iter().filter_map(|slide| slide.title.clone()).collect()
}

#[test]
fn each_length_has_its_own_slides_and_the_usual_one_is_given_when_nobody_chooses() {
    assert_eq!(titles(Some(30)), ["Pour tous", "Au lieu d’elles", "La fin"]);
    let usual = [
        "Pour tous",
        "De quarante-cinq minutes",
        "Rien qu’en quarante-cinq",
        "La fin",
    ];
    assert_eq!(titles(Some(45)), usual);
    assert_eq!(titles(None), usual);
    assert_eq!(
        titles(Some(60)),
        ["Pour tous", "De quarante-cinq minutes", "D’une heure", "La fin"]
    );
    let longest = TALK.replace("cut: 45\n", "");
    let parsed = parse(&longest);
    let deck = parsed.deck().expect("a sound talk");
    assert_eq!((deck.cuts.as_slice(), deck.cut), ([30, 45, 60].as_slice(), Some(60)));
}

#[test]
fn a_slide_without_a_name_has_the_same_one_in_every_length() {
    let last = |minutes| {
        let parsed = parse_cut(TALK, Some(minutes));
        parsed
            .deck()
            .and_then(|deck| deck.slides.last())
            .map(|slide| slide.id.clone())
    };
    assert_eq!(last(30).as_deref(), Some("slide-6"));
    assert_eq!(last(30), last(60));
}

/// A question asked before and after, the first time in the long version only.
fn torn() -> String {
    let asked = |id: &str, pair: &str, key: &str| {
        format!(
            "\n---\n{key}---\n\n```poll\nid: {id}\nkind: single\nask: q\npair: {pair}\noptions: [{{ id: a, text: a }}, {{ id: b, text: b }}]\n```\n"
        )
    };
    format!(
        "---\ntitle: T\nlang: en\ncuts: [30, 45]\n---\n# A\n{}{}",
        asked("q", "before", "from: 45\n"),
        asked("q-after", "after", "id: last\n")
    )
}

#[test]
fn what_is_wrong_in_one_length_only_keeps_the_talk_from_starting_and_says_in_which() {
    let talk = torn();
    let parsed = parse(&talk);
    assert!(parsed.deck().is_none(), "on the day, somebody may choose that length");
    let found = parsed.diagnostics();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].code, found[0].cut), (Code::PairWithoutCounterpart, Some(30)));
    assert!(
        found[0]
            .message(Language::En)
            .ends_with("(In the version of 30 minutes.)")
    );
    let mended = parse_cut(&talk.replace("from: 45\n", "minutes: 1\n"), Some(30));
    assert_eq!(mended.diagnostics(), []);
}

#[test]
fn what_is_wrong_in_every_length_is_told_once_and_as_ever() {
    let parsed = parse(&TALK.replace("# La fin", "# La fin\n\n<b>gras</b>"));
    let found: Vec<_> = parsed
        .diagnostics()
        .iter()
        .map(|found| (found.code, found.cut))
        .collect();
    assert_eq!(found, [(Code::RawHtml, None); 2][..found.len()], "{found:?}");
    assert!(!found.is_empty());
}

#[test]
fn a_length_that_its_slides_do_not_fit_into_is_told() {
    let planned = TALK.replace("\n---\n\n# La fin", "\n---\nminutes: 31\n---\n\n# La fin");
    let parsed = parse(&planned);
    assert!(parsed.deck().is_some(), "it can be given all the same");
    let found: Vec<_> = parsed
        .diagnostics()
        .iter()
        .map(|found| {
            (
                found.code,
                found.severity,
                found.found.as_str(),
                found.expected.as_str(),
            )
        })
        .collect();
    assert_eq!(found, [(Code::CutTooLong, Severity::Warning, "31", "30")]);
    assert_eq!(parse(&planned.replace("31", "30")).diagnostics(), []);
}

#[test]
fn a_length_that_a_talk_does_not_have_is_refused_with_those_that_it_has() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talk.md");
    std::fs::write(&file, TALK).unwrap();
    let error = load_cut(&file, Some(20)).unwrap_err();
    assert!(matches!(&error, LoadError::NoSuchCut { cuts } if cuts == &[30, 45, 60]));
    assert!(error.message(Language::Fr).contains("30, 45, 60"));
    assert_eq!(load_cut(&file, Some(30)).unwrap().deck.slides.len(), 3);
    std::fs::write(&file, "---\ntitle: T\nlang: fr\n---\n# A\n").unwrap();
    let error = load_cut(&file, Some(30)).unwrap_err();
    assert!(
        error.message(Language::En).contains("cuts: [30, 45]"),
        "it says how to have one"
    );
    assert_eq!(load_cut(&file, None).unwrap().deck.cut, None);
}
