//! The workbook as a whole: which sheets there are, what they are called, how they print, and that equal summaries give equal bytes.

use calamine::Reader;
use gazouillis_core::Summary;
use gazouillis_core::deck::Language;
use gazouillis_core::summary::{ObservedProfile, ObservedSummary, QuestionsSummary};
use gazouillis_export::{Format, render};

use crate::reading::{cells, entries, open, tables};
use crate::rooms::{Room, placing};

fn names(summary: &Summary) -> Vec<String> {
    open(summary).sheet_names()
}

fn part(summary: &Summary, name: &str) -> String {
    let parts = entries(render(summary, Format::Xlsx).expect("it renders"));
    let found = parts.into_iter().find(|(part, _)| part == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("no part {name}")).1).expect("it is text")
}

#[test]
fn a_sheet_that_would_say_nothing_is_left_out() {
    let full = [
        "Synthèse",
        "Profils",
        "Actions",
        "Avant, après",
        "Graphiques",
        "Réponses",
        "Sondages",
        "Méthode",
    ];
    assert_eq!(names(&Room::of(30).summary()), full);
    let without = |absent: &[&str]| -> Vec<&str> { full.into_iter().filter(|name| !absent.contains(name)).collect() };
    assert_eq!(names(&Room::of(3).summary()), without(&["Profils", "Actions"]));
    let mut nothing = Room::of(0).summary();
    (nothing.polls, nothing.changes) = (Vec::new(), Vec::new());
    assert_eq!(names(&nothing), ["Synthèse", "Méthode"]);
    let english = names(&Room::of(30).in_english().summary());
    assert_eq!(
        english,
        [
            "Overview",
            "Profiles",
            "Actions",
            "Before, after",
            "Charts",
            "Answers",
            "Polls",
            "Method"
        ]
    );
}

#[test]
fn every_room_has_a_workbook_whose_sheets_say_something() {
    for people in [0, 3, 8, 30, 300] {
        for room in [
            Room::of(people),
            Room::of(people).in_english(),
            Room::of(people).on(placing(Language::Fr)),
        ] {
            let summary = room.summary();
            let mut book = open(&summary);
            for sheet in book.sheet_names() {
                let range = book.worksheet_range(&sheet).expect("it is read");
                assert!(range.used_cells().count() > 1, "{sheet} with {people} people");
                assert!(sheet.chars().count() <= 31 && !sheet.contains(['[', ']', ':', '*', '?', '/', '\\']));
            }
        }
    }
}

#[test]
fn equal_summaries_give_equal_bytes_whatever_the_clock_says() {
    for people in [3, 30, 300] {
        let render = || render(&Room::of(people).summary(), Format::Xlsx).expect("it renders");
        let first = render();
        assert!((0..4).all(|_| render() == first), "{people} people");
    }
    let about = part(&Room::of(30).summary(), "docProps/core.xml");
    // 1,795,372,800 seconds after 1970.
    assert_eq!(about.matches(">2026-11-22T18:40:00Z<").count(), 2, "{about}");
    assert!(about.contains("<dc:title>Twitter, et nous ?</dc:title>") && about.contains(">Camille Lefèvre<"));
}

#[test]
fn a_time_that_no_spreadsheet_knows_is_no_reason_to_write_nothing() {
    for started_at in [i64::MIN, -1, i64::MAX] {
        let summary = Summary {
            started_at,
            ..Room::of(8).summary()
        };
        assert!(render(&summary, Format::Xlsx).is_ok(), "{started_at}");
    }
}

#[test]
fn a_rehearsal_and_an_open_session_say_so_on_the_first_sheet() {
    let warned = |summary: &Summary, words: &str| {
        cells(summary)
            .iter()
            .any(|(sheet, cell)| sheet == "Synthèse" && cell.to_string().contains(words))
    };
    let odd = Room::of(30).simulated().unfinished().summary();
    let real = Room::of(30).summary();
    for words in ["RÉPÉTITION — téléphones simulés", "résultats provisoires"] {
        assert!(warned(&odd, words) && !warned(&real, words), "{words}");
    }
    assert!(warned(&real, "Camille Lefèvre") && warned(&real, "dimanche 22\u{a0}novembre 2026"));
}

#[test]
fn tables_are_real_and_charts_are_said_to_those_who_do_not_see_them() {
    let summary = Room::of(30).summary();
    let found = tables(&summary);
    for name in ["profiles", "actions", "change_1", "answers", "polls"] {
        assert!(found.contains(&format!("Gazouillis_{name}")), "{name} in {found:?}");
    }
    let parts = entries(render(&summary, Format::Xlsx).expect("it renders"));
    let charts = parts
        .iter()
        .filter(|(name, _)| name.starts_with("xl/charts/chart"))
        .count();
    assert_eq!(
        charts,
        summary.polls.len() + 2,
        "one a poll, the profiles and the change"
    );
    let drawings = parts.iter().filter(|(name, _)| name.starts_with("xl/drawings/drawing"));
    let told: usize = drawings
        .map(|(_, xml)| {
            String::from_utf8_lossy(xml)
                .matches("descr=\"Diagramme en barres.")
                .count()
        })
        .sum();
    assert_eq!(told, charts);
    let is_colour = |colour: &str| {
        let charts = parts.iter().filter(|(name, _)| name.starts_with("xl/charts/chart"));
        let mut charts = charts.map(|(_, xml)| String::from_utf8_lossy(xml).contains(colour));
        charts.any(|found| found)
    };
    assert!(
        is_colour("00826A") && is_colour("FBC84D"),
        "the profiles' colours of the design"
    );
}

#[test]
fn sheets_print_on_a4_with_their_headings_on_every_page() {
    let summary = Room::of(300).summary();
    let answers = part(&summary, "xl/worksheets/sheet6.xml");
    assert!(answers.contains("paperSize=\"9\"") && answers.contains("orientation=\"landscape\""));
    assert!(
        answers.contains("fitToHeight=\"0\"") && answers.contains("state=\"frozen\""),
        "{}",
        &answers[..600]
    );
    let book = part(&summary, "xl/workbook.xml");
    assert!(
        book.contains("_xlnm.Print_Titles") && book.contains("Réponses!$1:$1"),
        "{book}"
    );
}

#[test]
fn what_was_seen_in_the_room_stands_apart_from_what_was_voted() {
    let seen = ObservedSummary {
        total: 3,
        profiles: vec![ObservedProfile {
            id: "curieux".into(),
            name: "Le curieux".into(),
            bird: "curieux".into(),
            count: 3,
            percent: 100,
        }],
    };
    for people in [0, 30] {
        let summary = Summary {
            observed: Some(seen.clone()),
            ..Room::of(people).summary()
        };
        let rows = crate::reading::table(&summary, "Gazouillis_observed");
        assert_eq!(crate::reading::number(&rows[0]["Vus"]), Some(3.0));
        let note = cells(&summary)
            .iter()
            .any(|(_, cell)| cell.to_string().contains("ce n’est pas un échantillon"));
        assert!(note, "with {people} people");
    }
}

#[test]
fn questions_that_were_not_kept_are_counted_and_nothing_more() {
    let summary = Summary {
        questions: Some(QuestionsSummary {
            asked: 4,
            answered: 1,
            kept: Vec::new(),
        }),
        ..Room::of(30).summary()
    };
    assert!(names(&summary).contains(&"Questions, réactions".to_owned()));
    assert!(!tables(&summary).contains(&"Gazouillis_questions".to_owned()));
    let said = |words: &str| {
        cells(&summary)
            .iter()
            .any(|(_, cell)| cell.to_string().replace('\u{a0}', " ").contains(words))
    };
    assert!(said("4 questions montrées · 1 répondue"));
    assert!(said("Leurs textes n’ont pas été gardés."));
}
