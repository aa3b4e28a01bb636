//! Writes the summaries of several rooms, to be looked at: `cargo run -p gazouillis-export --example gallery -- FOLDER`.

#[path = "../tests/rooms/mod.rs"]
mod rooms;

use std::path::PathBuf;
use std::time::Instant;

use gazouillis_core::deck::Language;
use gazouillis_core::{Question, Summary};
use gazouillis_export::{ExportError, Format, render};
use rooms::{Room, placing, talk};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say which folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    let rooms: [(&str, Summary); 9] = [
        ("thirty", Room::of(30).summary()),
        ("three", Room::of(3).summary()),
        ("eight", Room::of(8).unfinished().summary()),
        ("empty", Room::of(12).silent().summary()),
        ("nobody", Room::of(0).summary()),
        ("long", Room::of(300).on(long_words()).summary()),
        ("simulated", Room::of(30).simulated().unfinished().summary()),
        ("english", Room::of(46).in_english().summary()),
        ("placing", Room::of(30).on(placing(Language::Fr)).summary()),
    ];
    for (name, summary) in rooms {
        for format in Format::ALL {
            let start = Instant::now();
            // Some builds leave a format out.
            let bytes = match render(&summary, format) {
                Err(ExportError::NotBuilt { .. }) => continue,
                rendered => rendered?,
            };
            let path = folder.join(name).with_extension(format.extension());
            std::fs::write(&path, &bytes)?;
            println!("{:>9} bytes {:>6.1?} {}", bytes.len(), start.elapsed(), path.display());
        }
    }
    Ok(())
}

/// The same talk by somebody who cannot stop.
fn long_words() -> gazouillis_core::Deck {
    let mut deck = talk(Language::Fr);
    deck.title = "Twitter, X, Mastodon, Bluesky et tous les autres : ce que nous en savons vraiment, ce que nous croyons en savoir, et ce que nous en ferons ensemble".into();
    deck.organisation =
        Some("Direction interrégionale des systèmes d'information et de la transformation numérique".into());
    for poll in &mut deck.polls {
        poll.ask = format!(
            "{} Répondez sans réfléchir trop longtemps, personne ne vous regarde, et vous pourrez changer d'avis jusqu'à la clôture",
            poll.ask
        );
        let options = match &mut poll.question {
            Question::Single(single) => &mut single.options,
            Question::Multiple(multiple) => &mut multiple.options,
            Question::Quiz(quiz) => &mut quiz.options,
            _ => continue,
        };
        for option in options {
            option.text = format!(
                "{}, et je le dis comme je le pense 🙂, sans détour, même si mon anticonstitutionnellementréfractaire voisin n'est pas du même avis que moi",
                option.text
            );
        }
    }
    deck
}
