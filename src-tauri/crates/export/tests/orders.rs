//! Rankings, points, pairs and gaps in the table and the document, held against the answers of a room.

mod rooms;

use gazouillis_core::deck::Language;
use gazouillis_core::kind::{Blanks, Figures, Gap, Match, MatchPair, Points, Ranking};
use gazouillis_core::{Deck, Poll, PollOption, Question, Solution, Summary};
use gazouillis_export::{Format, render};
use rooms::{Room, talk};

fn options() -> Vec<PollOption> {
    let option = |(index, text): (usize, &str)| PollOption {
        id: format!("o{index}"),
        text: text.to_owned(),
        ..PollOption::default()
    };
    ["Une charte", "Une formation", "Des exemples", "Du temps"]
        .into_iter()
        .enumerate()
        .map(option)
        .collect()
}

fn questions() -> Vec<(&'static str, Question)> {
    let pair = |(left, right): (&str, &str)| MatchPair {
        id: left.to_lowercase(),
        left: left.to_owned(),
        right: right.to_owned(),
        note: None,
    };
    let gap = |right: usize| Gap {
        takes: vec![0, 1, 2],
        right: Some(right),
        note: None,
    };
    let ranking = |top: usize, right: Vec<usize>| Ranking {
        options: options(),
        top,
        right,
    };
    vec![
        ("besoins", ranking(3, Vec::new()).into()),
        ("histoire", ranking(4, vec![2, 0, 3, 1]).into()),
        (
            "temps",
            Points {
                options: options(),
                total: 100,
                step: 5,
            }
            .into(),
        ),
        (
            "signes",
            Match {
                pairs: [("RT", "Retweet"), ("DM", "Message privé"), ("TL", "Le fil")]
                    .map(pair)
                    .into(),
            }
            .into(),
        ),
        (
            "limites",
            Blanks {
                parts: ["Un tweet a ", " caractères, un lien en compte ", "."]
                    .map(str::to_owned)
                    .into(),
                words: ["280", "23", "140"].map(str::to_owned).into(),
                gaps: vec![gap(0), gap(1)],
                once: true,
            }
            .into(),
        ),
    ]
}

fn deck(language: Language) -> Deck {
    let talk = talk(language);
    let model = talk.polls[0].clone();
    let poll = |(id, question): (&str, Question)| Poll {
        id: id.to_owned(),
        ask: format!("{id} ?"),
        pair: None,
        question,
        ..model.clone()
    };
    Deck {
        polls: questions().into_iter().map(poll).collect(),
        ..talk
    }
}

fn room() -> Summary {
    Room::of(30).on(deck(Language::Fr)).summary()
}

/// The rows of one poll, as a spreadsheet splits them.
fn rows(summary: &Summary, poll: &str) -> Vec<Vec<String>> {
    let bytes = render(summary, Format::Csv).expect("CSV renders");
    let text = String::from_utf8(bytes).expect("CSV is UTF-8");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(|row| row.expect("a row as long as the heading"));
    rows.map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>())
        .filter(|row| row[1] == poll)
        .collect()
}

fn figures<'s>(summary: &'s Summary, poll: &str) -> (&'s Figures, Option<&'s Solution>, u32) {
    let poll = summary.polls.iter().find(|summary| summary.id == poll).expect("a poll");
    (&poll.figures, poll.solution.as_ref(), poll.ballots)
}

#[test]
fn a_ranking_stands_in_the_rooms_order_with_first_places_points_and_mean() {
    let summary = room();
    let (Figures::Ranking(told), None, ballots) = figures(&summary, "besoins") else {
        panic!("a ranking")
    };
    let rows = rows(&summary, "besoins");
    assert_eq!(rows.len(), 4);
    let points: Vec<u32> = rows
        .iter()
        .map(|row| {
            let rank = told.ranks.iter().find(|rank| rank.id == row[3]).expect("an option");
            assert_eq!((&row[5], &row[6]), (&rank.first.to_string(), &ballots.to_string()));
            let mean = format!("{:.1}", rank.mean.unwrap_or_default()).replace('.', ",");
            let mean = mean.trim_end_matches(",0");
            assert_eq!(row[12], format!("Points (rang)\u{a0}: {} ({mean})", rank.points));
            rank.points
        })
        .collect();
    assert!(points.is_sorted_by(|one, other| one >= other), "{points:?}");
    let firsts: u32 = rows.iter().map(|row| row[5].parse::<u32>().expect("a count")).sum();
    assert_eq!(firsts, ballots, "everybody puts one first");
}

#[test]
fn a_ranking_with_a_right_order_stands_in_that_order() {
    let summary = room();
    let texts: Vec<String> = rows(&summary, "histoire")
        .into_iter()
        .map(|row| row[4].clone())
        .collect();
    assert_eq!(
        texts,
        ["1. Des exemples", "2. Une charte", "3. Du temps", "4. Une formation"]
    );
}

#[test]
fn shares_of_points_add_up_to_a_hundred() {
    let summary = room();
    let rows = rows(&summary, "temps");
    let percents: u32 = rows.iter().map(|row| row[7].parse::<u32>().expect("a share")).sum();
    assert_eq!((rows.len(), percents), (4, 100));
}

#[test]
fn every_ballot_is_in_one_row_of_each_pair_and_each_gap() {
    let summary = room();
    for (poll, groups, right) in [
        ("signes", 3, "RT · Retweet"),
        ("limites", 2, "Un tweet a [1] caractères, un lien en · 280"),
    ] {
        let rows = rows(&summary, poll);
        let (_, _, ballots) = figures(&summary, poll);
        let all: u32 = rows.iter().map(|row| row[5].parse::<u32>().expect("a count")).sum();
        assert_eq!(all, groups * ballots, "{poll}");
        let belong: Vec<&str> = rows
            .iter()
            .filter(|row| row[11] == "oui")
            .map(|row| row[4].as_str())
            .collect();
        assert_eq!(belong.len() as u32, groups, "one right line for each");
        assert!(belong.contains(&right), "{belong:?}");
    }
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
