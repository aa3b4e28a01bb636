use std::fs;

use gazouillis_deck::load;

use super::*;

const BUILT_IN: &str = include_str!("../../../../talks/twitter.fr.md");

fn outcome(talk: &str) -> Outcome {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("talk.md");
    fs::write(&path, talk).expect("the folder is writable");
    load(&path)
}

#[test]
fn a_mistake_is_shown_under_its_line() {
    let page = render(
        "talk.md",
        &outcome("---\ntitle: T\nlang: fr\n---\n\n# Été <b>\n"),
        Language::En,
    );
    assert_eq!(
        page,
        "talk.md:6:7: error: HTML is not accepted: <b>. Write Markdown; for a line break, end the line with \\.\n   \
         |\n 6 | # Été <b>\n   |       ^^^\n\ntalk.md: 1 mistake, 0 warnings. The talk will not start like this.\n"
    );
}

#[test]
fn a_line_without_end_is_shown_around_the_mistake_and_cannot_command_a_terminal() {
    let talk = format!(
        "---\ntitle: T\nlang: fr\n---\n{}\u{1b}[31m<b>{}\n",
        "a".repeat(500),
        "b".repeat(500)
    );
    let page = render("talk.md", &outcome(&talk), Language::Fr);
    assert!(!page.contains('\u{1b}'), "{page}");
    assert!(page.lines().all(|line| line.chars().count() < 200), "{page}");
    let lines: Vec<&str> = page.lines().collect();
    let mark = lines.iter().position(|line| line.contains("^^^")).expect("a mark");
    let (shown, caret) = (lines[mark - 1], lines[mark]);
    assert_eq!(
        caret.chars().position(|letter| letter == '^'),
        shown.chars().position(|letter| letter == '<')
    );
}

#[test]
fn a_sound_talk_is_judged_and_always_the_same() {
    let outcome = outcome(BUILT_IN);
    let page = render("twitter.fr.md", &outcome, Language::Fr);
    assert!(page.contains("Le questionnaire tient debout."), "{page}");
    assert_eq!(page, render("twitter.fr.md", &outcome, Language::Fr));
}

#[test]
fn the_value_names_profiles_by_their_ids() {
    let check = describe("twitter.fr.md", &outcome(BUILT_IN), Language::En);
    let value = serde_json::to_value(&check).expect("a check is JSON");
    assert_eq!(value["ok"], true);
    assert_eq!(value["questionnaire"]["profiles"][6]["id"], "deborde");
    assert_eq!(value["questionnaire"]["profiles"][6]["masks"][0]["id"], "categorique");
}

#[test]
fn the_value_of_a_bad_talk_has_codes_and_words() {
    let check = describe(
        "talk.md",
        &outcome("---\ntitle: T\nlang: fra\n---\n# A\n"),
        Language::En,
    );
    let value = serde_json::to_value(&check).expect("a check is JSON");
    assert_eq!(value["ok"], false);
    assert_eq!(value["diagnostics"][0]["code"], "unknown_word");
    assert_eq!(value["diagnostics"][0]["nearest"], "fr");
    assert_eq!(
        (&value["talk"], &value["questionnaire"]),
        (&serde_json::Value::Null, &serde_json::Value::Null)
    );
}

#[test]
fn a_file_that_is_not_there_is_said_in_words() {
    let nowhere = load(std::path::Path::new("nowhere.md"));
    assert!(render("nowhere.md", &nowhere, Language::Fr).contains("Il n’existe pas"));
    assert!(describe("nowhere.md", &nowhere, Language::En).error.is_some());
}
