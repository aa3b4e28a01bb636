//! Places on a picture in the table and the document: a row a region.

mod rooms;

use gazouillis_core::deck::{Language, Picture};
use gazouillis_core::kind::{Area, Pin, Region, plain_regions};
use gazouillis_core::{Deck, Poll, Summary};
use gazouillis_export::{Format, render};
use rooms::{Room, talk};

fn region(id: &str, text: &str, [left, top, width, height]: [u16; 4]) -> Region {
    Region {
        id: id.to_owned(),
        text: text.to_owned(),
        at: Area {
            left,
            top,
            width,
            height,
        },
    }
}

/// A question without regions of its own, one whose regions overlap, and one with a right region that leaves much out.
fn deck(language: Language) -> Deck {
    let talk = talk(language);
    let model = talk.polls[0].clone();
    let pin = |regions: Vec<Region>, plain: bool, right: Vec<usize>| Pin {
        picture: Picture {
            src: "a.png".to_owned(),
            alt: "Un écran.".to_owned(),
        },
        regions,
        plain,
        right,
    };
    let over = vec![
        region("tout", "Partout", [0, 0, 10_000, 10_000]),
        region("haut", "En haut", [0, 0, 10_000, 5_000]),
    ];
    let small = vec![
        region("coin", "=Le coin", [0, 0, 1_000, 1_000]),
        region("bord", "Le bord", [9_000, 0, 1_000, 10_000]),
    ];
    let polls = [
        ("libre", pin(plain_regions(language), true, vec![])),
        ("couvert", pin(over, false, vec![])),
        ("juste", pin(small, false, vec![1])),
    ];
    let poll = |(id, pin): (&str, Pin)| Poll {
        id: id.to_owned(),
        ask: format!("{id} ?"),
        pair: None,
        question: pin.into(),
        ..model.clone()
    };
    Deck {
        polls: polls.into_iter().map(poll).collect(),
        ..talk
    }
}

/// Region, ballots, of how many, share, whether it is right: of one poll, as a spreadsheet splits them.
fn rows(summary: &Summary, poll: &str) -> Vec<[String; 5]> {
    let bytes = render(summary, Format::Csv).expect("CSV renders");
    let text = String::from_utf8(bytes).expect("CSV is UTF-8");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(|row| row.expect("a row as long as the heading"));
    rows.filter(|row| &row[1] == poll)
        .map(|row| [3, 5, 6, 7, 11].map(|column: usize| row[column].to_owned()))
        .collect()
}

fn number(text: &str) -> u32 {
    text.parse().expect("a number")
}

#[test]
fn every_ballot_is_in_one_row_where_regions_do_not_overlap() {
    let summary = Room::of(30).on(deck(Language::Fr)).summary();
    for (poll, lines) in [("libre", 9), ("juste", 3)] {
        let rows = rows(&summary, poll);
        assert_eq!(rows.len(), lines, "{poll}");
        let ballots = number(&rows[0][2]);
        assert!(ballots > 0);
        assert_eq!(rows.iter().map(|row| number(&row[1])).sum::<u32>(), ballots, "{poll}");
        assert_eq!(rows.iter().map(|row| number(&row[3])).sum::<u32>(), 100, "{poll}");
    }
}

#[test]
fn regions_that_overlap_are_shares_of_their_own() {
    let summary = Room::of(30).on(deck(Language::Fr)).summary();
    let rows = rows(&summary, "couvert");
    let ids: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(ids, ["tout", "haut", "elsewhere"]);
    assert_eq!((rows[0][1].clone(), rows[0][3].as_str()), (rows[0][2].clone(), "100"));
    assert_eq!(rows[2][1], "0", "nobody is beside the whole");
    assert!(number(&rows[1][1]) > 0);
}

#[test]
fn what_is_right_is_said_of_each_region_and_of_nothing_else() {
    let summary = Room::of(30).on(deck(Language::Fr)).summary();
    let said: Vec<String> = rows(&summary, "juste").into_iter().map(|row| row[4].clone()).collect();
    assert_eq!(said, ["non", "oui", ""]);
    assert!(rows(&summary, "libre").iter().all(|row| row[4].is_empty()));
}

#[cfg(feature = "pdf")]
#[test]
fn the_document_has_them_in_both_languages_and_in_an_empty_room() {
    for language in [Language::Fr, Language::En] {
        for room in [Room::of(30), Room::of(30).silent()] {
            let summary = room.on(deck(language)).summary();
            let bytes = render(&summary, Format::Pdf).unwrap_or_else(|error| panic!("{error}"));
            assert!(bytes.starts_with(b"%PDF-1.7"));
        }
    }
}
