//! The archive: every format's file as it is alone, with a text that says what each is.

use gazouillis_export::{ExportError, Format, file_name, render};

use crate::reading::entries;
use crate::rooms::Room;

#[test]
fn it_holds_every_file_that_this_build_writes_just_as_it_is_alone() {
    for room in [Room::of(30), Room::of(0), Room::of(46).in_english()] {
        let summary = room.summary();
        let mut entries = entries(render(&summary, Format::Zip).expect("it renders")).into_iter();
        let (name, readme) = entries.next().expect("a text first");
        assert_eq!(name, "README.txt");
        let readme = String::from_utf8(readme).expect("it is text");
        for format in Format::ALL.into_iter().filter(|format| *format != Format::Zip) {
            match render(&summary, format) {
                Ok(bytes) => {
                    let (name, content) = entries.next().expect("an entry");
                    assert_eq!(name, file_name(&summary, format));
                    assert!(content == bytes, "{format} is as it is alone");
                    assert!(readme.contains(&name), "the text says what {name} is");
                }
                Err(ExportError::NotBuilt { .. }) => {
                    assert!(!readme.contains(&format!(".{format}")), "no {format} is promised");
                }
                Err(error) => panic!("{format}: {error}"),
            }
        }
        let drawn: Vec<(String, Vec<u8>)> = entries.collect();
        // What nobody answered cannot be drawn.
        let answered = summary.polls.iter().filter(|poll| poll.ballots > 0).count();
        let expected = if cfg!(feature = "pdf") { answered } else { 0 };
        assert_eq!(drawn.len(), expected, "a picture for each question");
        for (index, (name, picture)) in drawn.iter().enumerate() {
            let (folder, file) = name.split_once('/').expect("a folder");
            assert!(readme.contains(&format!("{folder}/")), "the text says what {folder} is");
            assert!(file.starts_with(&format!("{:02}-", index + 1)), "{file}");
            assert!(picture.starts_with(b"\x89PNG"), "{file} is a picture");
        }
    }
}

#[test]
fn the_text_is_in_the_summarys_language_and_says_what_is_no_real_room() {
    let readme = |room: Room| {
        let (_, text) = entries(render(&room.summary(), Format::Zip).expect("it renders")).swap_remove(0);
        String::from_utf8(text).expect("it is text")
    };
    let french = readme(Room::of(30));
    assert!(
        french.starts_with("Twitter, et nous ?\r\n") && french.contains("tableaux à trier"),
        "{french}"
    );
    assert!(!french.contains("simulés"));
    assert!(readme(Room::of(30).simulated()).contains("Des téléphones simulés ont voté"));
    assert!(readme(Room::of(30).in_english()).contains("tables to sort"));
}

#[test]
fn equal_summaries_give_equal_bytes_with_the_sessions_date() {
    let render = || render(&Room::of(30).summary(), Format::Zip).expect("it renders");
    let first = render();
    assert!((0..3).all(|_| render() == first));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(first)).expect("an archive");
    for index in 0..archive.len() {
        let entry = archive.by_index(index).expect("an entry");
        let date = entry.last_modified().expect("a date");
        assert_eq!((date.year(), date.month(), date.day(), date.hour()), (2026, 11, 22, 19));
    }
}
