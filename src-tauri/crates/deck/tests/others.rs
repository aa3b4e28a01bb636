//! Talks that are not about Twitter, in any language.

use gazouillis_core::deck::Language;
use gazouillis_deck::{DiagnosticCode as Code, LoadError, load, parse};

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

#[test]
fn a_picture_of_the_folder_may_be_a_bird_and_is_held_to_what_phones_can_load() {
    let own = OTHERS.replace("🦊", "\"./meine vögel/fuchs.png\"");
    let parsed = parse(&own);
    assert_eq!(parsed.diagnostics(), []);
    let typology = &parsed.deck().expect("a sound talk").typology;
    assert_eq!(typology.profiles[1].bird, "flock-2 meine vögel/fuchs.png");
    assert_eq!(typology.pictures().collect::<Vec<_>>(), ["meine vögel/fuchs.png"]);

    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("meine vögel")).unwrap();
    let (talk, picture) = (
        folder.path().join("talk.md"),
        folder.path().join("meine vögel/fuchs.png"),
    );
    std::fs::write(&talk, own).unwrap();
    let code = || match load(&talk) {
        Err(LoadError::Mistakes { diagnostics, .. }) => Some(diagnostics[0].code),
        _ => None,
    };
    assert_eq!(code(), Some(Code::PictureMissing));
    std::fs::write(&picture, vec![0; 2 * 1024 * 1024 + 1]).unwrap();
    assert_eq!(code(), Some(Code::PictureTooLarge));
    std::fs::write(&picture, b"png").unwrap();
    assert_eq!(code(), None);
    let elsewhere = parse(&OTHERS.replace("🦊", "https://example.org/fuchs.png"));
    assert_eq!(elsewhere.diagnostics()[0].code, Code::PictureAddress);
}
