//! The polls, a row each: how many answered, and what has to be said of their figures.

use super::cell::Cell;
use super::sheet::{Grid, Paper, Sheet};
use super::{Told, Written};
use crate::kind;

/// Headings and widths, in the order of the columns.
const COLUMNS: [(&str, f64); 10] = [
    ("xlsx_number", 7.0),
    ("xlsx_id", 16.0),
    ("xlsx_question", 52.0),
    ("xlsx_kind", 18.0),
    ("xlsx_ballots", 11.0),
    ("xlsx_joined", 12.0),
    ("xlsx_pace_right", 12.0),
    ("csv_pace_median", 12.0),
    ("csv_remark", 50.0),
    ("xlsx_explain", 50.0),
];

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let words = told.words;
    let polls = (1..).zip(told.summary.polls.iter().zip(&told.digest.polls));
    let rows: Vec<Vec<Cell>> = polls
        .map(|(number, (poll, section))| {
            let median = poll.pace.and_then(|pace| pace.median);
            vec![
                Cell::Whole(number),
                Cell::text(&poll.id),
                Cell::text(kind::asked(poll, words)),
                Cell::text(&section.kind),
                Cell::Whole(poll.ballots),
                Cell::Whole(told.summary.joined),
                Cell::told(poll.pace, |pace| Cell::Whole(pace.right)),
                Cell::told(median, |median| Cell::Tenths(f64::from(median) / 1_000.0)),
                Cell::text(section.notes.join(" ")),
                Cell::told(poll.explain.as_deref(), Cell::text),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Ok(None);
    }
    let grid = Grid {
        name: "Gazouillis_polls".to_owned(),
        alt: words.get("polls"),
        titles: COLUMNS.iter().map(|(key, _)| words.get(key)).collect(),
        rows,
        filter: true,
    };
    let mut sheet = Sheet::new(
        &words.get("xlsx_polls"),
        Paper::Landscape,
        &COLUMNS.map(|(_, width)| width),
    )?;
    sheet.table(0, &grid, &told.look)?;
    sheet.freeze(1)?;
    Ok(Some(sheet))
}
