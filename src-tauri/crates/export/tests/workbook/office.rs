//! The workbook in LibreOffice: it opens, and what it keeps of it says the same. An experiment of `cargo xtask prove`, which names the
//! program in `GAZOUILLIS_OFFICE`; without it nothing is tried here.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use calamine::{Data, Ods, Reader};
use gazouillis_core::Summary;
use gazouillis_core::deck::Language;
use gazouillis_export::{Format, render};
use serde_json::Value;

use crate::hostile::hostile;
use crate::reading::{json, number, words};
use crate::rooms::{Room, placing};

/// In seconds: opening takes a few, and what takes longer than this never ends.
const PATIENCE: &str = "180";

/// The program that opens workbooks.
fn office() -> Option<PathBuf> {
    std::env::var_os("GAZOUILLIS_OFFICE").map(PathBuf::from)
}

/// A workbook as LibreOffice keeps it after opening it, with a profile of its own.
fn kept(office: &Path, summary: &Summary) -> Ods<BufReader<File>> {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("book.xlsx");
    std::fs::write(&book, render(summary, Format::Xlsx).expect("it renders")).expect("it can be written");
    let start = Instant::now();
    let output = Command::new("timeout")
        .args(["--kill-after=5", PATIENCE])
        .arg(office)
        .arg(format!(
            "-env:UserInstallation=file://{}",
            folder.path().join("profile").display()
        ))
        .args(["--headless", "--convert-to", "ods", "--outdir"])
        .arg(folder.path())
        .arg(&book)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    println!("opened and kept in {:.1?}", start.elapsed());
    calamine::open_workbook(folder.path().join("book.ods")).expect("it kept a workbook")
}

/// The rows below a heading of this name in the first column.
fn below(sheet: &calamine::Range<Data>, title: &str) -> Vec<Vec<Data>> {
    let rows = sheet
        .rows()
        .skip_while(|row| row.first().map(Data::to_string).as_deref() != Some(title));
    let rows = rows
        .skip(1)
        .take_while(|row| !matches!(row.first(), None | Some(Data::Empty)));
    rows.map(<[Data]>::to_vec).collect()
}

fn near(cell: &Data, told: Option<f64>) {
    match (number(cell), told) {
        (Some(kept), Some(told)) => assert!((kept - told).abs() < 1e-9, "{kept} is not {told}"),
        (kept, told) => assert_eq!(kept, told),
    }
}

#[test]
fn libreoffice_opens_every_room_and_says_the_same() {
    let Some(office) = office() else {
        return;
    };
    let (mut figures, mut books) = (0, 0);
    let rooms = [
        Room::of(0).summary(),
        Room::of(3).summary(),
        Room::of(8).summary(),
        Room::of(30).summary(),
        Room::of(300).summary().for_company(900).expect("a company of 900"),
        Room::of(46).in_english().summary(),
        Room::of(30).on(placing(Language::Fr)).summary(),
    ];
    for summary in rooms {
        let mut book = kept(&office, &summary);
        let told = json(&summary);
        let is_french = summary.language == Language::Fr;
        let name = |french: &'static str, english: &'static str| if is_french { french } else { english };
        let percent = |value: &Value| value.as_u64().map(|percent| percent as f64 / 100.0);
        if let Some(profiles) = told["breakdown"]["profiles"].as_array() {
            let sheet = book.worksheet_range(name("Profils", "Profiles")).expect("profiles");
            for (row, profile) in below(&sheet, name("Profil", "Profile")).iter().zip(profiles) {
                assert_eq!(Some(words(&row[0])), profile["name"].as_str());
                near(&row[1], profile["count"].as_f64());
                near(&row[2], percent(&profile["percent"]));
                figures += 2;
            }
        }
        let sheet = book.worksheet_range(name("Réponses", "Answers")).expect("answers");
        let rows = below(&sheet, name("N°", "No."));
        for (place, poll) in told["polls"].as_array().expect("polls").iter().enumerate() {
            let of_poll = |row: &&Vec<Data>| number(&row[0]) == Some(place as f64 + 1.0);
            let bars = poll["figures"]["choice"]["bars"].as_array();
            let bars = bars.or(poll["figures"]["bars"].as_array());
            for (row, bar) in rows.iter().filter(of_poll).zip(bars.into_iter().flatten()) {
                assert_eq!(Some(words(&row[6])), bar["id"].as_str());
                near(&row[7], bar["count"].as_f64());
                near(&row[8], poll["ballots"].as_f64());
                near(row.get(9).unwrap_or(&Data::Empty), percent_of_some(bar, poll));
                figures += 3;
            }
        }
        let changes = told["changes"].as_array().into_iter().flatten();
        for options in changes.filter_map(|change| change["options"].as_array()) {
            let sheet = book
                .worksheet_range(name("Avant, après", "Before, after"))
                .expect("changes");
            for (row, option) in below(&sheet, name("Réponse", "Answer")).iter().zip(options) {
                near(&row[1], option["before"].as_f64());
                near(&row[2], option["after"].as_f64());
                near(&row[3], percent(&option["before_percent"]));
                near(&row[4], percent(&option["after_percent"]));
                figures += 4;
            }
        }
        assert_no_formula(&mut book);
        books += 1;
    }
    println!("{figures} figures of {books} workbooks are those of the JSON");
    assert!(figures > 500, "{figures}");
}

/// Of no ballots nothing is known, not even nought per cent.
fn percent_of_some(bar: &Value, poll: &Value) -> Option<f64> {
    let asked = poll["ballots"].as_u64().filter(|ballots| *ballots > 0);
    asked.and(bar["percent"].as_u64()).map(|percent| percent as f64 / 100.0)
}

fn assert_no_formula(book: &mut Ods<BufReader<File>>) {
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).expect("formulas are read");
        let found: Vec<_> = formulas.used_cells().take(3).collect();
        assert!(found.is_empty(), "{found:?} on {sheet}");
    }
}

#[test]
fn libreoffice_makes_no_formula_of_what_was_typed() {
    let Some(office) = office() else {
        return;
    };
    let mut book = kept(&office, &hostile());
    assert_no_formula(&mut book);
    let texts: Vec<String> = book
        .worksheets()
        .into_iter()
        .flat_map(|(_, sheet)| {
            sheet
                .used_cells()
                .map(|(_, _, cell)| cell.to_string())
                .collect::<Vec<_>>()
        })
        .collect();
    for payload in ["=1+1", "@SUM(A1:A9)}", "+1+1", "http://example.org/?a=1&b=2"] {
        assert!(texts.iter().any(|text| text == payload), "{payload} is a text");
    }
    println!("{} cells, none of them a formula", texts.len());
}
