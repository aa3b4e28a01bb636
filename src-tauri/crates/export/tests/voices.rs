//! Questions to the speaker and reactions, in every format.

mod rooms;

use gazouillis_core::Summary;
use gazouillis_core::channel::Reaction;
use gazouillis_core::summary::{KeptQuestion, QuestionsSummary, ReactionCount, ReactionsSummary};
use gazouillis_export::{Format, render};
use rooms::Room;

fn spoken() -> Summary {
    let question = |text: &str, votes, answered| KeptQuestion {
        text: text.to_owned(),
        votes,
        answered,
    };
    let slide = |slide, title: Option<&str>, counts: &[(Reaction, u32)]| ReactionsSummary {
        slide,
        title: title.map(str::to_owned),
        counts: counts
            .iter()
            .map(|&(reaction, count)| ReactionCount { reaction, count })
            .collect(),
    };
    Summary {
        questions: Some(QuestionsSummary {
            asked: 3,
            answered: 1,
            kept: vec![
                question("Qui lit « vraiment » ces tweets ?", 12, true),
                question("=HYPERLINK(\"http://example.org\")", 3, false),
                question("#panic(1) *et après* ?", 0, false),
            ],
        }),
        reactions: vec![
            slide(1, Some("Bonjour"), &[(Reaction::Applause, 14), (Reaction::Heart, 2)]),
            slide(4, None, &[(Reaction::Laughter, 5)]),
        ],
        ..Room::of(30).summary()
    }
}

fn text(summary: &Summary, format: Format) -> String {
    String::from_utf8(render(summary, format).expect("it renders")).expect("it is text")
}

/// What a line of the table has besides its section, without what is empty.
fn lines(summary: &Summary, section: &str) -> Vec<String> {
    let table = text(summary, Format::Csv);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    let of_section = rows.filter(|row| row.get(0) == Some(section));
    of_section
        .map(|row| {
            row.iter()
                .skip(1)
                .filter(|cell| !cell.is_empty())
                .collect::<Vec<_>>()
                .join(" | ")
        })
        .collect()
}

#[test]
fn the_table_counts_questions_and_lists_those_that_are_kept() {
    let found = lines(&spoken(), "question à l’orateur");
    assert_eq!(
        found,
        [
            "montrées | 3",
            "répondues | 1",
            "Qui lit « vraiment » ces tweets ? | 12 | répondue",
            "'=HYPERLINK(\"http://example.org\") | 3",
            "#panic(1) *et après* ? | 0",
        ]
    );
    assert_eq!(
        lines(&spoken(), "réaction"),
        [
            "1 | Bonjour | applause | Bravo | 14",
            "1 | Bonjour | heart | J’adore | 2",
            "4 | laughter | Drôle | 5"
        ]
    );
}

#[test]
fn what_nobody_said_has_no_row() {
    let silent = Room::of(30).summary();
    assert!(lines(&silent, "question à l’orateur").is_empty() && lines(&silent, "réaction").is_empty());
}

#[test]
fn json_says_the_same() {
    let value: serde_json::Value = serde_json::from_str(&text(&spoken(), Format::Json)).expect("JSON");
    assert_eq!(value["questions"]["kept"][0]["votes"], 12);
    assert_eq!(value["reactions"][1]["counts"][0]["reaction"], "laughter");
}

/// The words of the document, read by another program.
#[cfg(feature = "pdf")]
fn read(summary: &Summary) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("summary.pdf");
    std::fs::write(&file, render(summary, Format::Pdf).expect("it renders")).expect("it can be written");
    let reader = std::process::Command::new("pdftotext").arg(&file).arg("-").output();
    let read = reader.expect("pdftotext runs").stdout;
    String::from_utf8(read)
        .expect("it is text")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(feature = "pdf")]
#[test]
fn the_document_has_a_part_for_them_where_there_are_any() {
    let spoken = read(&spoken());
    for words in [
        "La salle a parlé",
        "3 questions montrées · 1 répondue",
        "Qui lit « vraiment » ces tweets ?",
        "#panic(1) *et après* ?",
        "Réactions",
        "Ça me donne une idée",
    ] {
        let is_there = spoken.contains(words);
        assert_eq!(is_there, words != "Ça me donne une idée", "{words} in {spoken}");
    }
    assert!(!read(&Room::of(30).summary()).contains("La salle a parlé"));
    let unkept = Summary {
        questions: Some(QuestionsSummary {
            asked: 2,
            answered: 0,
            kept: Vec::new(),
        }),
        ..Room::of(30).summary()
    };
    assert!(read(&unkept).contains("Leurs textes n’ont pas été gardés."));
}
