use gazouillis_core::deck::Language;
use gazouillis_deck::{DiagnosticCode as Code, LARGEST_FILE, parse};

use crate::HEADER;

fn codes(talk: &str) -> Vec<(usize, usize, Code)> {
    parse(talk)
        .diagnostics()
        .iter()
        .map(|found| (found.line, found.column, found.code))
        .collect()
}

#[test]
fn all_mistakes_of_a_file_are_reported_at_once_in_its_order() {
    let talk = "---\ntitel: T\nlang: fr\n---\n\n<b>gras</b>\n\n---\nlayout: centre\n---\n\n```poll\nid: p\nkind: quizz\nask: Un texte : mal cité\n```\n\n---\n\n```tweet\nname: A\n```\n";
    assert_eq!(
        codes(talk),
        [
            (2, 1, Code::UnknownKey),
            (6, 1, Code::RawHtml),
            (9, 9, Code::UnknownLayout),
            (15, 15, Code::YamlColon),
            (20, 1, Code::MissingKey),
            (20, 1, Code::MissingKey),
        ]
    );
}

#[test]
fn a_broken_typology_does_not_make_every_profile_unknown() {
    let talk = "---\ntitle: T\nlang: fr\ntypology:\n  profiles: curieux\n---\n\n```poll\nid: p\nkind: single\nask: q\noptions: [{ text: a, scores: { curieux: 1 } }, { text: b }]\n```\n";
    assert_eq!(codes(talk), [(5, 13, Code::ExpectedList)]);
}

#[test]
fn a_broken_poll_does_not_make_its_results_unknown() {
    let talk = format!("{HEADER}---\n\n```poll\nid: p\nask: a: b\n```\n\n---\nlayout: results\npoll: p\n---\n");
    assert_eq!(codes(&talk), [(15, 7, Code::YamlColon)]);
}

#[test]
fn positions_survive_windows_line_ends_and_a_byte_order_mark() {
    let unix = format!("{HEADER}---\n\nÉté <b>\n");
    let windows = format!("\u{feff}{}", unix.replace('\n', "\r\n"));
    assert_eq!(codes(&unix), [(13, 5, Code::RawHtml)]);
    assert_eq!(codes(&unix), codes(&windows));
}

#[test]
fn mistakes_without_end_are_counted_and_not_listed() {
    let talk = format!("{HEADER}{}", "\n<b>\n".repeat(1000));
    let parsed = parse(&talk);
    assert_eq!(parsed.diagnostics().len(), 201);
    let last = &parsed.diagnostics()[200];
    assert_eq!(last.code, Code::MoreMistakes);
    assert!(
        last.message(Language::En).contains("800"),
        "{}",
        last.message(Language::En)
    );
}

#[test]
fn limits_are_named() {
    let slides = format!("{HEADER}{}", "---\n\nA\n\n".repeat(300));
    assert_eq!(codes(&slides).last().map(|found| found.2), Some(Code::TooManySlides));
    let steps = format!("{HEADER}---\n\n{}", "* a\n".repeat(101));
    assert!(codes(&steps).contains(&(113, 1, Code::TooManySteps)));
    let long = format!("{HEADER}---\n\n{}", "- a\n".repeat(10_000));
    assert!(codes(&long).iter().any(|found| found.2 == Code::SlideTooLong));
    let words = format!("{HEADER}---\n\n{}", "mot ".repeat(61));
    assert_eq!(codes(&words), [(12, 1, Code::Overfull)]);
    let pictures = format!("{HEADER}---\n\n{}", "![a](a.png)\n\n".repeat(301));
    assert!(codes(&pictures).contains(&(613, 1, Code::TooManyPictures)));
    let yaml = format!("{HEADER}---\n\n```tweet\n{}\n```\n", "# x\n".repeat(40_000));
    assert_eq!(codes(&yaml), [(14, 1, Code::YamlTooLarge)]);
    assert_eq!(codes(&" ".repeat(LARGEST_FILE + 1)), [(1, 1, Code::FileTooLarge)]);
}

#[test]
fn a_message_says_what_is_wrong_what_is_expected_and_what_is_near() {
    let talk = format!("{HEADER}---\nlayout: centre\n---\n# A\n");
    let parsed = parse(&talk);
    let found = &parsed.diagnostics()[0];
    assert_eq!(
        found.message(Language::En),
        "There is no layout “centre”. Possible: default, cover, section, statement, quote, two-cols, image-right, \
         center, end, join, poll, results, profiles, qa, leaderboard. Did you mean “center”?"
    );
    assert!(
        found
            .message(Language::Fr)
            .ends_with("Vouliez-vous dire «\u{a0}center\u{a0}»\u{a0}?")
    );
}
