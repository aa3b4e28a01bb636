//! The talk that the browsers are driven through asks in every way there is, with every setting. Its text is taken apart here
//! without the reader: what the reader overlooks would be missing unseen.

use gazouillis_core::kind::KindName;

use super::keys;

/// `tests/fixtures/every-kind.fr.md`.
const TALK: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../tests/fixtures/every-kind.fr.md"
));

/// The lines of each poll block.
fn polls() -> Vec<Vec<&'static str>> {
    let blocks = TALK.split("```poll\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap_or_default().lines().collect())
        .collect()
}

fn says(lines: &[&str], key: &str) -> bool {
    lines.iter().any(|line| line.starts_with(&format!("{key}:")))
}

/// The polls of one kind.
fn of(kind: KindName) -> Vec<Vec<&'static str>> {
    let line = format!("kind: {}", kind.word());
    polls()
        .into_iter()
        .filter(|lines| lines.contains(&line.as_str()))
        .collect()
}

#[test]
fn every_kind_is_asked_with_each_of_its_settings() {
    for &kind in KindName::ALL {
        let asked = of(kind);
        assert!(!asked.is_empty(), "{kind:?} is not asked");
        for key in keys(kind).iter().map(|key| key.word) {
            assert!(
                asked.iter().any(|lines| says(lines, key)),
                "no question of kind {} says `{key}`",
                kind.word()
            );
        }
    }
}

#[test]
fn every_setting_that_all_kinds_share_is_used() {
    let polls = polls();
    for key in crate::poll::KEYS.map(|key| key.word) {
        assert!(polls.iter().any(|lines| says(lines, key)), "no question says `{key}`");
    }
    for line in [
        "results: live",
        "results: after",
        "pair: before",
        "pair: after",
        "pair: then",
    ] {
        assert!(
            polls.iter().any(|lines| lines.contains(&line)),
            "no question says `{line}`"
        );
    }
    for show in ["wall", "one", "themes"] {
        let line = format!("show: {show}");
        assert!(
            of(KindName::Text).iter().any(|lines| lines.contains(&line.as_str())),
            "{line}"
        );
    }
}

#[test]
fn every_setting_of_the_talk_and_of_its_slides_is_used() {
    let lines: Vec<&str> = TALK.lines().collect();
    for key in crate::front_matter::TALK_KEYS
        .iter()
        .chain(&crate::front_matter::SLIDE_KEYS)
        .map(|key| key.word)
    {
        assert!(says(&lines, key), "neither the talk nor a slide says `{key}`");
    }
    for channel in [
        "moderated:",
        "max:",
        "mood:",
        "bird:",
        "masks:",
        "minimum_answers:",
        "note:",
        "means:",
        "alt:",
    ] {
        assert!(
            lines.iter().any(|line| line.contains(channel)),
            "nothing says `{channel}`"
        );
    }
    let surveys = TALK
        .split("\n---\n")
        .filter(|slide| slide.matches("```poll").count() > 1);
    assert!(surveys.count() > 0, "no slide asks several questions");
}
