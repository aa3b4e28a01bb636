use std::fs;

use gazouillis_core::questionnaire::Finding;
use gazouillis_deck::load;

use super::*;
use crate::BUILT_IN;

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
fn the_built_in_talks_are_sound() {
    for talk in &BUILT_IN {
        let page = render(talk.name, &outcome(talk.text), talk.language);
        let [clean, how, busy, sound] = match talk.language {
            Language::Fr => [
                "twitter.fr.md : 0 erreur, 0 avertissement.",
                "100000 personnes tirées par chiffre.",
                "Derrière qui ne choisit que lui : 0,0\u{a0}%.",
                "Le questionnaire tient debout.",
            ],
            Language::En => [
                "twitter.en.md: 0 mistakes, 0 warnings.",
                "100000 people drawn per figure.",
                "Behind those who choose only it: 0.0%.",
                "The questionnaire is sound.",
            ],
        };
        for words in [clean, how, busy, sound] {
            assert!(page.contains(words), "{words}: {page}");
        }
    }
}

#[test]
fn the_value_names_profiles_by_their_ids() {
    let french = &BUILT_IN[0];
    let check = describe(french.name, &outcome(french.text), Language::En);
    let value = serde_json::to_value(&check).expect("a check is JSON");
    assert_eq!(value["ok"], true);
    assert_eq!(value["questionnaire"]["profiles"][6]["id"], "deborde");
    assert_eq!(value["questionnaire"]["profiles"][6]["masks"][0]["id"], "categorique");
    assert_eq!(
        value["questionnaire"]["samples"], 100_000,
        "eight statements are answered in too many ways to go through"
    );
    for profile in value["questionnaire"]["profiles"].as_array().expect("seven profiles") {
        let figure = |name: &str| profile[name].as_f64().expect("a share");
        let (by_chance, recognised) = (figure("random_share"), figure("recognition"));
        assert!(
            profile["reachable"] == true && (0.10..=0.18).contains(&by_chance),
            "{profile}"
        );
        assert!(
            figure("recognition_at_30_percent") >= 0.9 && figure("recognition_at_30_percent") < recognised,
            "{profile}"
        );
        assert!(
            figure("order_shift").abs() <= 0.02 && figure("named_wrongly") == 0.0,
            "{profile}"
        );
    }
}

#[test]
fn a_talk_without_planned_minutes_plans_none() {
    let check = describe("talk.md", &outcome("---\ntitle: T\nlang: fr\n---\n# A\n"), Language::En);
    let json = serde_json::to_string(&check).expect("a check is JSON");
    assert!(json.contains("\"minutes\":0.0"), "{json}");
}

#[test]
fn every_finding_has_words_in_both_languages_that_name_its_profiles() {
    let deck = outcome(BUILT_IN[0].text).expect("a sound talk").deck;
    let findings = [
        Finding::TooFewScoringPolls { scoring: 1, minimum: 2 },
        Finding::Unreachable { profile: 0 },
        Finding::RandomShare { profile: 0, share: 0.3 },
        Finding::Recognition {
            profile: 0,
            noise: 0.2,
            share: 0.5,
        },
        Finding::Recognition {
            profile: 0,
            noise: 0.3,
            share: 0.5,
        },
        Finding::Order {
            profile: 0,
            shift: -0.07,
        },
        Finding::MaskNeverAppears { profile: 6, mask: 0 },
        Finding::NamedWrongly { profile: 0, share: 0.1 },
    ];
    for finding in findings {
        let (french, english) = (
            judgement::words(&finding, &deck, Language::Fr),
            judgement::words(&finding, &deck, Language::En),
        );
        assert_ne!(french, english);
        let named = matches!(finding, Finding::TooFewScoringPolls { .. });
        for words in [french, english] {
            assert!(named || words.contains("Le catégorique"), "{words}");
            assert!(
                words.ends_with('.') && words.matches('.').count() >= 1,
                "what to do: {words}"
            );
        }
    }
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
    assert_eq!(value["diagnostics"][0]["code"], "unknown_language");
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
