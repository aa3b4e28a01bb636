//! CSV and JSON as another program reads them.

mod rooms;

use std::str::FromStr;

use gazouillis_core::Summary;
use gazouillis_core::deck::Language;
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
        assert!(bytes.starts_with(b"{\n  \"version\": 1,"), "the version comes first");
    }
}

#[test]
fn every_option_and_profile_has_its_row() {
    let summary = Room::of(30).summary();
    let rows = rows(&summary);
    for poll in &summary.polls {
        for option in &poll.options {
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
    assert!(french.contains("\"31,6\""), "decimals with a comma");
    let english = csv_text(&Room::of(30).in_english().summary());
    assert!(english.starts_with("\"section\",\"question id\","));
    assert!(english.contains("\"31.6\""), "decimals with a point");
}

#[test]
fn what_too_few_people_stand_behind_is_an_empty_cell_and_not_a_zero() {
    let small = rows(&Room::of(3).summary());
    let profiles: Vec<_> = small.iter().filter(|row| row[0] == "profil").collect();
    assert_eq!(profiles.len(), 1);
    assert_eq!(
        (profiles[0][5].as_str(), profiles[0][12].as_str()),
        ("", "moins de 5 personnes\u{a0}: non montré")
    );
    let summary = Room::of(24).summary();
    let hidden = summary.changes[0]
        .flows
        .iter()
        .flatten()
        .flatten()
        .filter(|cell| cell.is_none())
        .count();
    let rows = rows(&summary);
    let empty = rows
        .iter()
        .filter(|row| row[0] == "passage" && row[5].is_empty() && !row[12].is_empty())
        .count();
    assert!(hidden > 0);
    assert_eq!(empty, hidden);
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
            poll.options
                .iter_mut()
                .for_each(|option| (option.id, option.text) = (payload.clone(), payload.clone()));
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
