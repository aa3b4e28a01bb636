//! Writes the handouts of two talks, to be looked at: `cargo run -p gazouillis-export --example handout -- FOLDER`.

#[path = "../tests/rooms/mod.rs"]
mod rooms;

use std::path::PathBuf;
use std::time::Instant;

use gazouillis_export::{Handout, HandoutOptions, HandoutPages, Pictures};
use rooms::{Room, slides};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say which folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    let pictures = Pictures::from([(slides::PATH.to_owned(), slides::PICTURE.into())]);
    for (talk, deck) in [("built-in", slides::built_in()), ("every", slides::every_layout())] {
        let summary = Room::of(30).on(deck.clone()).summary();
        for summary in [None, Some(&summary)] {
            let handout = Handout {
                deck: &deck,
                summary,
                pictures: &pictures,
            };
            for pages in [HandoutPages::Slides, HandoutPages::Steps] {
                for notes in [false, true] {
                    let start = Instant::now();
                    let bytes = handout.render(HandoutOptions { pages, notes })?;
                    let room = if summary.is_some() { "-room" } else { "" };
                    let notes = if notes { "-notes" } else { "" };
                    let path = folder.join(format!("{talk}{room}-{pages}{notes}.pdf"));
                    std::fs::write(&path, &bytes)?;
                    println!("{:>9} bytes {:>6.1?} {}", bytes.len(), start.elapsed(), path.display());
                }
            }
        }
    }
    Ok(())
}
