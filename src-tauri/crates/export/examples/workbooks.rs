//! Writes the workbooks of several rooms, to be looked at, and says how long each took:
//! `cargo run -p gazouillis-export --no-default-features --example workbooks -- FOLDER`.

#[path = "../tests/rooms/mod.rs"]
mod rooms;

use std::path::PathBuf;
use std::time::Instant;

use gazouillis_core::deck::Language;
use gazouillis_core::summary::{KeptQuestion, QuestionsSummary};
use gazouillis_core::{Deck, Summary};
use gazouillis_export::{Format, file_name, render};
use rooms::{Room, placing, talk};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say which folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    let mut rooms: Vec<(&str, Summary)> = vec![
        ("nobody", Room::of(0).summary()),
        ("three", Room::of(3).summary()),
        ("thirty", Room::of(30).summary()),
        ("company", Room::of(300).summary().for_company(900)?),
        ("english", Room::of(46).in_english().summary()),
        ("placing", Room::of(30).on(placing(Language::Fr)).summary()),
    ];
    if std::env::args().any(|word| word == "--large") {
        let large = Room::of(10_000).on(twenty_polls()).summary();
        rooms.push(("large", large.clone()));
        rooms.push(("wordy", wordy(large)));
    }
    for (name, summary) in rooms {
        for format in [Format::Xlsx, Format::Zip] {
            let start = Instant::now();
            let bytes = render(&summary, format)?;
            let took = start.elapsed();
            let path = folder.join(name).with_extension(format.extension());
            std::fs::write(&path, &bytes)?;
            println!(
                "{:>9} bytes {took:>8.1?} {} ({})",
                bytes.len(),
                path.display(),
                file_name(&summary, format)
            );
        }
    }
    Ok(())
}

/// The same with a question from everybody, each as long as a tweet.
fn wordy(mut summary: Summary) -> Summary {
    let question = |number: u32| KeptQuestion {
        text: format!("{number}. {}", "Pourquoi donc ? ".repeat(17)),
        votes: number % 100,
        answered: number.is_multiple_of(2),
    };
    summary.questions = Some(QuestionsSummary {
        asked: 10_000,
        answered: 5_000,
        kept: (0..10_000).map(question).collect(),
    });
    summary
}

/// The talk of the tests with twenty polls.
fn twenty_polls() -> Deck {
    let mut deck = talk(Language::Fr);
    let own = deck.polls.clone();
    let mut number = 0;
    while deck.polls.len() < 20 {
        let mut poll = own[1 + number % (own.len() - 2)].clone();
        number += 1;
        poll.id = format!("{}-{number}", poll.id);
        deck.polls.push(poll);
    }
    deck
}
