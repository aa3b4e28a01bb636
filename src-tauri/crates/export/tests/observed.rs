//! What the presenter saw in the room, in every format: in a part of its own, and never among the votes.

mod rooms;

use gazouillis_core::Summary;
use gazouillis_core::summary::{ObservedProfile, ObservedSummary};
use gazouillis_export::{Format, render};
use rooms::Room;

const NOTE: &str = "Relevé à vue par la personne qui présente, sans vote";

/// A room in which two were seen as curious, and one as adamant.
fn observed(room: Room) -> Summary {
    let talk = rooms::talk(gazouillis_core::deck::Language::Fr);
    let seen = |id: &str| match id {
        "curieux" => (2, 67),
        "categorique" => (1, 33),
        _ => (0, 0),
    };
    let profiles = talk.typology.profiles.iter().map(|profile| {
        let (count, percent) = seen(&profile.id);
        ObservedProfile {
            id: profile.id.clone(),
            name: profile.name.clone(),
            bird: profile.bird.clone(),
            count,
            percent,
        }
    });
    Summary {
        observed: Some(ObservedSummary {
            total: 3,
            profiles: profiles.collect(),
        }),
        ..room.summary()
    }
}

fn text(summary: &Summary, format: Format) -> String {
    String::from_utf8(render(summary, format).expect("it renders")).expect("it is text")
}

fn rows(summary: &Summary) -> Vec<Vec<String>> {
    let table = text(summary, Format::Csv);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_table_has_them_in_rows_of_their_own_and_leaves_the_votes_as_they_were() {
    let with = observed(Room::of(30));
    let (seen, voted): (Vec<_>, Vec<_>) = rows(&with).into_iter().partition(|row| row[0] == "vu dans la salle");
    assert_eq!(voted, rows(&Room::of(30).summary()), "the votes say what they said");
    assert_eq!(seen.len(), 7);
    let curious = seen.iter().find(|row| row[3] == "curieux").expect("a row");
    assert_eq!(
        (curious[5].as_str(), curious[6].as_str(), curious[7].as_str()),
        ("2", "3", "67")
    );
    assert!(
        seen.iter().all(|row| row[12].starts_with(NOTE)),
        "each row says so, however the table is sorted: {seen:?}"
    );
}

#[test]
fn json_has_them_beside_the_breakdown_and_reads_what_was_written_before() {
    let summary = observed(Room::of(30));
    let value: serde_json::Value = serde_json::from_str(&text(&summary, Format::Json)).expect("JSON");
    assert_eq!(value["observed"]["total"], 3);
    assert_eq!(value["observed"]["profiles"][2]["percent"], 67);
    let mut before = value;
    before.as_object_mut().expect("an object").remove("observed");
    let read: Summary = serde_json::from_value(before).expect("an older summary is read as before");
    assert_eq!(read, Room::of(30).summary());
}

/// The words of the document, read by another program.
#[cfg(feature = "pdf")]
fn read(summary: &Summary, pages: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("summary.pdf");
    std::fs::write(&file, render(summary, Format::Pdf).expect("it renders")).expect("it can be written");
    let reader = std::process::Command::new("pdftotext")
        .args(pages)
        .arg(&file)
        .arg("-")
        .output();
    let read = reader.expect("pdftotext runs").stdout;
    let read = String::from_utf8(read).expect("it is text");
    read.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(feature = "pdf")]
#[test]
fn the_document_has_a_part_for_them_and_without_votes_the_first_page() {
    let first = ["-l", "1"];
    let voted = observed(Room::of(30));
    assert!(
        !read(&voted, &first).contains("Vu dans la salle"),
        "the first page is about votes"
    );
    let whole = read(&voted, &[]);
    for words in ["Vu dans la salle", "3 attitudes relevées.", NOTE] {
        assert_eq!(whole.matches(words).count(), 1, "{words} in {whole}");
    }
    let unvoted = read(&observed(Room::of(0)), &first);
    assert!(
        unvoted.contains("Personne n’a voté") && unvoted.contains("3 attitudes relevées."),
        "{unvoted}"
    );
    assert!(!read(&Room::of(30).summary(), &[]).contains("Vu dans la salle"));
}
