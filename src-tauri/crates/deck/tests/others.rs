//! Talks that are not about Twitter, in any language.

use gazouillis_core::deck::Language;
use gazouillis_deck::parse;

/// A talk that is not about Twitter: three profiles, in any language, with birds of the flock or faces of their own.
const OTHERS: &str = "---\ntitle: Mittag\nlang: de-CH\ntypology:\n  profiles:\n    \
    - { id: frueh, name: Die Frühen, summary: s, lever: l, advice: [a] }\n    \
    - { id: spaet, name: Die Späten, bird: 🦊, summary: s, lever: l, advice: [a] }\n    \
    - { id: nie, name: Die Fastenden, bird: curieux, summary: s, lever: l, advice: [a] }\n\
    layout: cover\n---\n# Mittag\n\n---\nlayout: profiles\n---\n\n# Wir\n";

#[test]
fn a_talk_needs_no_reference_no_birds_and_may_be_in_any_language() {
    let parsed = parse(OTHERS);
    assert_eq!(parsed.diagnostics(), []);
    let deck = parsed.deck().expect("a sound talk");
    assert_eq!(
        (deck.language, deck.tag()),
        (Language::En, "de-CH"),
        "the app itself speaks English"
    );
    let birds: Vec<&str> = deck
        .typology
        .profiles
        .iter()
        .map(|profile| profile.bird.as_str())
        .collect();
    assert_eq!(birds, ["flock-1", "flock-2 🦊", "curieux"]);
    assert_eq!(deck.typology.references(), None);
    assert_eq!(deck.slides[1].steps, 1, "there is nothing to compare, and nobody hides");
    let compared = OTHERS.replace("summary", "reference: 33.4, summary");
    let parsed = parse(&compared);
    let deck = parsed.deck().expect("a sound talk");
    assert_eq!(
        (deck.slides[1].steps, deck.typology.references().map(|all| all.len())),
        (2, Some(3))
    );
    let masked = OTHERS.replace("advice: [a] }\n    layout", "advice: [a], masks: [frueh] }\n    layout");
    assert_eq!(
        parse(&masked.replace("bird: curieux, ", "masks: [frueh], "))
            .deck()
            .expect("sound")
            .slides[1]
            .steps,
        2
    );
}

#[test]
fn french_and_english_have_their_own_words_wherever_they_are_spoken() {
    for (lang, language) in [
        ("fr", Language::Fr),
        ("fr-CA", Language::Fr),
        ("en-GB", Language::En),
        ("pt-BR", Language::En),
    ] {
        let parsed = parse(&format!("---\ntitle: T\nlang: {lang}\n---\n# A\n"));
        let deck = parsed.deck().expect("a sound talk");
        assert_eq!((deck.language, deck.tag()), (language, lang));
    }
    for lang in ["French", "FR", "f", "en_GB", "de-"] {
        assert!(
            parse(&format!("---\ntitle: T\nlang: {lang}\n---\n# A\n"))
                .deck()
                .is_none(),
            "{lang}"
        );
    }
}
