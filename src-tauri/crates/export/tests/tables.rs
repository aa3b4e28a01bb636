//! CSV and JSON as another program reads them.

mod rooms;

use std::str::FromStr;

use gazouillis_core::deck::Language;
use gazouillis_core::{Figures, QuestionView, Summary};
use gazouillis_export::{ExportError, Format, file_name, render};
use proptest::prelude::*;
use rooms::Room;

fn csv_text(summary: &Summary) -> String {
    let bytes = render(summary, Format::Csv).expect("CSV renders");
    let text = String::from_utf8(bytes).expect("CSV is UTF-8");
    text.strip_prefix('\u{feff}')
        .expect("Excel needs the byte order mark")
        .to_owned()
}

/// The rows below the heading, as a spreadsheet splits them.
fn rows(summary: &Summary) -> Vec<Vec<String>> {
    let text = csv_text(summary);
    let delimiter = if summary.language == Language::Fr { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row as long as the heading"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_name_chooses_a_format() {
    for format in Format::ALL {
        assert_eq!(Format::from_str(format.extension()).expect("its own name"), format);
        assert!(format.media_type().contains('/'));
    }
    assert!(matches!(Format::from_str("docx"), Err(ExportError::UnknownFormat(name)) if name == "docx"));
}

#[test]
fn json_is_the_summary_itself() {
    for summary in [
        Room::of(30).summary(),
        Room::of(3).summary(),
        Room::of(0).in_english().summary(),
    ] {
        let bytes = render(&summary, Format::Json).expect("JSON renders");
        let read: Summary = serde_json::from_slice(&bytes).expect("JSON reads back");
        assert_eq!(read, summary);
        assert!(bytes.starts_with(b"{\n  \"version\": 3,"), "the version comes first");
    }
}

#[test]
fn every_option_and_profile_has_its_row() {
    let summary = Room::of(30).summary();
    let rows = rows(&summary);
    for poll in &summary.polls {
        for option in &poll.figures.choice().expect("bars").bars {
            let row = rows
                .iter()
                .find(|row| row[0] == "sondage" && row[1] == poll.id && row[3] == option.id);
            let row = row.unwrap_or_else(|| panic!("no row for {} {}", poll.id, option.id));
            assert_eq!(
                (&row[5], &row[6]),
                (&option.count.to_string(), &poll.ballots.to_string())
            );
        }
    }
    assert_eq!(rows.iter().filter(|row| row[0] == "profil").count(), 7);
    assert_eq!(
        rows.iter().filter(|row| row[11] == "oui").count(),
        1,
        "one right answer in the quiz"
    );
}

#[test]
fn each_language_has_the_separators_its_spreadsheet_expects() {
    let french = csv_text(&Room::of(30).summary());
    assert!(french.starts_with("\"section\";\"id question\";"));
    let bound = |room: Room| {
        rows(&room.summary().for_company(300).expect("a company"))
            .into_iter()
            .find(|row| !row[8].is_empty())
    };
    assert!(
        bound(Room::of(30)).expect("an interval")[8].contains(','),
        "decimals with a comma"
    );
    let english = csv_text(&Room::of(30).in_english().summary());
    assert!(english.starts_with("\"section\",\"question id\","));
    assert!(
        bound(Room::of(30).in_english()).expect("an interval")[8].contains('.'),
        "decimals with a point"
    );
}

#[test]
fn what_too_few_people_stand_behind_is_an_empty_cell_and_not_a_zero() {
    let small = rows(&Room::of(3).summary());
    let profiles: Vec<_> = small.iter().filter(|row| row[0] == "profil").collect();
    assert_eq!(profiles.len(), 1);
    assert_eq!(
        (profiles[0][5].as_str(), profiles[0][12].as_str()),
        ("", "trop peu de personnes\u{a0}: non montré")
    );
    let summary = Room::of(24).summary();
    let moves: Vec<Vec<String>> = rows(&summary).into_iter().filter(|row| row[0] == "passage").collect();
    let (told, changed) = (&moves[0], summary.changes[0].changed);
    assert_eq!(
        (&*told[5], told[12].is_empty()),
        (
            &*changed.map(|people| people.to_string()).unwrap_or_default(),
            changed.is_some()
        )
    );
    assert!(
        summary.changes[0].flows.is_none() && moves.len() == 1,
        "from option to option nothing is told of 24 people"
    );
}

/// The hundredths of the people in a section's rows.
fn hundredths(rows: &[Vec<String>], section: &str) -> u64 {
    let counts = rows.iter().filter(|row| row[0] == section && !row[5].is_empty());
    let hundredth = |row: &Vec<String>| {
        (row[5].replace(',', ".").parse::<f64>().expect("a count is a number") * 100.0).round() as u64
    };
    counts.map(hundredth).sum()
}

#[test]
fn shared_people_add_up_in_the_column() {
    for people in 5..60 {
        let summary = Room::of(people).summary();
        let room = summary.breakdown.as_ref().expect("the talk has profiles");
        let told = rows(&summary);
        let classified = u64::from(room.classified) * 100;
        assert_eq!(
            hundredths(&told, "profil"),
            if room.profiles.is_some() { classified } else { 0 },
            "{people} people"
        );
        if let Some(masked) = &room.masked {
            assert_eq!(
                hundredths(&told, "profil caché"),
                (masked.people * 100.0).round() as u64,
                "{people} people"
            );
        }
    }
}

#[test]
fn intervals_are_only_given_of_a_company_whose_size_was_stated() {
    let summary = Room::of(80).summary();
    let bounds = |summary: &Summary| {
        rows(summary)
            .into_iter()
            .filter(|row| !row[8].is_empty() && row[0] == "profil")
            .count()
    };
    assert_eq!(bounds(&summary), 0, "a room is a census of those who answered");
    let company = summary.clone().for_company(400).expect("a company of 400");
    assert_eq!(bounds(&company), 7);
    let whole = summary
        .clone()
        .for_company(summary.breakdown.as_ref().expect("profiles").classified)
        .expect("the room is the company");
    for profile in whole.breakdown.into_iter().filter_map(|room| room.profiles).flatten() {
        let (low, high) = (profile.low.expect("an interval"), profile.high.expect("an interval"));
        assert!(
            high - low < 1e-9,
            "a whole company that answered has no uncertainty left"
        );
    }
    assert!(
        summary.for_company(3).is_err(),
        "a company is not smaller than its room"
    );
}

#[test]
fn summaries_frozen_by_version_0_1_still_become_files() {
    for old in [
        include_str!("../../core/tests/fixtures/summary-v1-thirty.json"),
        include_str!("../../core/tests/fixtures/summary-v1-three.json"),
    ] {
        let summary: Summary = serde_json::from_str(old).expect("an old summary reads");
        assert_eq!(summary.version, 1);
        assert!(rows(&summary).len() > 20, "its figures have their rows");
        for format in Format::ALL {
            if !matches!(format, Format::Pdf | Format::Png) || cfg!(feature = "pdf") {
                render(&summary, format).unwrap_or_else(|error| panic!("{format}: {error}"));
            }
        }
    }
}

#[test]
fn nothing_a_person_typed_becomes_a_formula() {
    let starts = [
        "=",
        "+",
        "-",
        "@",
        "\t=",
        "\r=",
        "\n=",
        "\0=",
        " =",
        "\u{200b}=",
        "\u{feff}=",
        "\u{a0}=",
        "\"=",
        "'=",
        "＝",
        ";=",
        "\";=",
        "\n\"=",
    ];
    let ends = [
        "1+1",
        "cmd|' /C calc'!A0",
        "HYPERLINK(\"http://x\")",
        "SUM(A1:A9)",
        "2+5+cmd|'!A0",
        "IMPORTXML(1)",
        "",
        "a;b,c\"d",
        "x\r\n=1",
        "DDE(\"x\")",
        "é",
        "🙂",
    ];
    let mut summary = Room::of(8).summary();
    let payloads: Vec<String> = starts
        .iter()
        .flat_map(|start| ends.iter().map(move |end| format!("{start}{end}")))
        .collect();
    assert!(payloads.len() >= 200);
    let poll = summary.polls[0].clone();
    summary.polls = payloads
        .iter()
        .map(|payload| {
            let mut poll = poll.clone();
            (poll.id, poll.ask) = (payload.clone(), payload.clone());
            let QuestionView::Single(view) = &mut poll.question else {
                panic!("the first poll has one choice");
            };
            for option in &mut view.options {
                (option.id, option.text) = (payload.clone(), payload.clone());
            }
            if let Figures::Choice(figures) = &mut poll.figures {
                figures.bars.iter_mut().for_each(|bar| bar.id.clone_from(payload));
            }
            poll
        })
        .collect();
    (summary.title, summary.author, summary.session) =
        (payloads[0].clone(), Some(payloads[1].clone()), payloads[2].clone());
    assert_safe(&rows(&summary));
}

fn assert_safe(rows: &[Vec<String>]) {
    for cell in rows.iter().flatten() {
        let start = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
        assert!(
            !start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
            "{cell:?} would be a formula"
        );
        assert!(!cell.contains(char::is_control), "{cell:?} holds a control character");
    }
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_build_without_pdf_says_so() {
    let error = render(&Room::of(3).summary(), Format::Pdf).expect_err("PDF is not built");
    assert!(error.to_string().contains("feature `pdf`"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn any_title_has_a_file_name_and_a_row(title in any::<String>(), started in any::<String>()) {
        let summary = Summary { title, started_local: started, ..bare() };
        let name = file_name(&summary, Format::Pdf);
        prop_assert!(name.starts_with("gazouillis") && name.ends_with(".pdf") && name.len() <= 100, "{}", name);
        prop_assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.'), "{}", name);
        prop_assert_eq!(name.matches('.').count(), 1);
        assert_safe(&rows(&summary));
        let json = render(&summary, Format::Json).expect("JSON renders");
        prop_assert_eq!(serde_json::from_slice::<Summary>(&json).expect("JSON reads back"), summary);
    }
}

fn bare() -> Summary {
    let mut summary = Room::of(0).silent().summary();
    summary.polls.clear();
    summary.changes.clear();
    summary
}
