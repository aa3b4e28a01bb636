//! Scales, planes and numbers in a table and in a document.

mod rooms;

use gazouillis_core::deck::Language;
use gazouillis_core::{Figures, Summary};
use gazouillis_export::{Format, render};
use rooms::{Room, placing};

/// The rows of one poll: id, words, count, base, percentage, right, remark.
fn rows(summary: &Summary, poll: &str) -> Vec<[String; 7]> {
    let bytes = render(summary, Format::Csv).expect("CSV renders");
    let text = String::from_utf8(bytes).expect("CSV is UTF-8");
    let delimiter = if summary.language == Language::Fr { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let columns = [3, 4, 5, 6, 7, 11, 12];
    let rows = reader.records().map(|row| row.expect("a row as long as the heading"));
    let of_poll = rows.filter(|row| row.iter().any(|cell| cell == poll));
    of_poll
        .map(|row| columns.map(|column| row[column].to_owned()))
        .collect()
}

fn summary(people: u32) -> Summary {
    Room::of(people).on(placing(Language::Fr)).summary()
}

#[test]
fn every_value_of_every_statement_has_its_row_and_so_has_the_mean() {
    let summary = summary(30);
    let rows = rows(&summary, "avis");
    let Figures::Scale(figures) = &summary.polls[0].figures else {
        panic!("figures of a scale");
    };
    assert_eq!(rows.len(), 3 * (5 + 2));
    for (index, told) in figures.statements.iter().enumerate() {
        let of_statement = &rows[7 * index..7 * (index + 1)];
        for (place, count) in told.counts.iter().enumerate() {
            let [id, _, written, base, percent, ..] = &of_statement[place];
            assert_eq!(id, &format!("{}/{}", told.id, place + 1));
            assert_eq!((written, base), (&count.to_string(), &told.answers.to_string()));
            assert_eq!(percent, &told.percents[place].to_string());
        }
        let mean = format!("{:.1}", told.mean.expect("thirty people")).replace('.', ",");
        assert!(of_statement[5][6].ends_with(&mean), "{:?} for {mean}", of_statement[5]);
    }
    assert_eq!(rows[3][1], "Utile · 4 · Plutôt d’accord");
}

#[test]
fn a_question_that_is_its_own_statement_names_none() {
    let rows = rows(&summary(30), "humeur");
    assert_eq!(rows[0][0], "1");
    assert!(rows[0][1].starts_with("1 · Pas du tout"), "{:?}", rows[0]);
}

#[test]
fn a_plane_is_told_by_quarters_that_hold_everybody() {
    let summary = summary(30);
    for (poll, statements) in [("usages", 3), ("place", 1)] {
        let rows = rows(&summary, poll);
        assert_eq!(rows.len(), statements * (5 + 4));
        for of_statement in rows.chunks(9) {
            let counts: u32 = of_statement[..5]
                .iter()
                .map(|row| row[2].parse::<u32>().expect("a count"))
                .sum();
            assert_eq!(counts.to_string(), of_statement[0][3], "everybody is in one quarter");
        }
    }
}

#[test]
fn a_number_is_told_by_bins_quartiles_and_what_is_right() {
    let summary = summary(30);
    let told = rows(&summary, "debit");
    let (bins, quartiles) = told.split_at(told.len() - 3);
    let counts: u32 = bins.iter().map(|row| row[2].parse::<u32>().expect("a count")).sum();
    assert_eq!(counts, summary.polls[4].ballots);
    assert_eq!(
        bins.iter().filter(|row| row[5] == "oui").count(),
        1,
        "one bin holds the right number: {bins:?}"
    );
    assert!(quartiles.iter().all(|row| row[6].contains("tweets")), "{quartiles:?}");
    assert!(
        rows(&summary, "combien").iter().all(|row| row[5].is_empty()),
        "nothing is right there"
    );
}

#[test]
fn what_looks_like_a_formula_is_text() {
    let bytes = render(&summary(30), Format::Csv).expect("CSV renders");
    let text = String::from_utf8(bytes).expect("CSV is UTF-8");
    for cell in ["=cmd()", "=1+1"] {
        assert!(
            !text.contains(&format!(";{cell}")) && !text.contains(&format!(";\"{cell}")),
            "{cell} begins a cell"
        );
    }
}

#[test]
fn json_reads_back() {
    for people in [0, 1, 30] {
        let summary = summary(people);
        let bytes = render(&summary, Format::Json).expect("JSON renders");
        assert_eq!(
            serde_json::from_slice::<Summary>(&bytes).expect("JSON reads back"),
            summary
        );
    }
}

#[cfg(feature = "pdf")]
#[test]
fn rooms_of_any_size_have_a_document() {
    for (people, language) in [(0, Language::En), (30, Language::Fr)] {
        let summary = Room::of(people).on(placing(language)).summary();
        let bytes = render(&summary, Format::Pdf).unwrap_or_else(|error| panic!("{error}"));
        assert!(bytes.starts_with(b"%PDF-1.7"));
    }
}
