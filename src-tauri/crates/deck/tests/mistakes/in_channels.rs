//! What stands open beside the slides, and the slide of questions.

use gazouillis_deck::{DiagnosticCode as Code, parse};

use crate::check_talks;

fn talk(channels: &str) -> String {
    format!("---\ntitle: T\nlang: fr\nchannels: {channels}\n---\n\n# A\n")
}

#[test]
fn mistakes_of_the_channels() {
    check_talks(&[
        ("no mapping", &talk("▶true"), Code::ExpectedMapping, None),
        (
            "an unknown channel",
            &talk("{ ▶reaction: true }"),
            Code::UnknownKey,
            Some("reactions"),
        ),
        (
            "an unknown setting of the questions",
            &talk("{ qa: { ▶moderate: false } }"),
            Code::UnknownKey,
            Some("moderated"),
        ),
        (
            "questions too short to ask anything",
            &talk("{ qa: { max: ▶5 } }"),
            Code::NumberOutOfRange,
            None,
        ),
        (
            "questions too long to read",
            &talk("{ qa: { max: ▶401 } }"),
            Code::NumberOutOfRange,
            None,
        ),
        ("neither on nor off", &talk("{ qa: ▶perhaps }"), Code::UnknownWord, None),
        ("a list", &talk("{ reactions: ▶[mood] }"), Code::ExpectedMapping, None),
        (
            "a mood that is none",
            &talk("{ reactions: { mood: ▶3 } }"),
            Code::UnknownWord,
            None,
        ),
    ]);
}

#[test]
fn a_channel_is_opened_by_a_word_or_by_its_settings() {
    let read = |channels: &str| {
        let parsed = parse(&talk(channels));
        assert!(
            parsed.diagnostics().is_empty(),
            "{channels}: {:?}",
            parsed.diagnostics()
        );
        parsed.deck().expect("a sound talk").channels
    };
    let none = read("{ qa: false }");
    assert!(!none.qa.open && !none.reactions.open);
    let both = read("{ qa: true, reactions: true }");
    assert!(both.qa.open && both.qa.moderated && both.reactions.open && both.reactions.mood);
    let said = read("{ qa: { moderated: false, max: 120 }, reactions: { mood: false } }");
    assert!(said.qa.open && !said.qa.moderated && said.reactions.open && !said.reactions.mood);
    assert_eq!(said.qa.max, 120);
}
