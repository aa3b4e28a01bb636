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
    ("xlsx_median", 12.0),
    ("xlsx_remark", 50.0),
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
    // A column of which no poll has anything to say is left out.
    let says = |column: usize| {
        let is_empty = |cell: &Cell| match cell {
            Cell::Empty => true,
            Cell::Text(words) => words.is_empty(),
            _ => false,
        };
        !rows.iter().all(|row| is_empty(&row[column]))
    };
    let columns: Vec<usize> = (0..COLUMNS.len()).filter(|&column| says(column)).collect();
    let widths: Vec<f64> = columns.iter().map(|&column| COLUMNS[column].1).collect();
    let grid = Grid {
        name: "Gazouillis_polls".to_owned(),
        alt: words.get("polls"),
        titles: columns.iter().map(|&column| words.get(COLUMNS[column].0)).collect(),
        rows: rows
            .iter()
            .map(|row| columns.iter().map(|&column| row[column].clone()).collect())
            .collect(),
        filter: true,
    };
    let mut sheet = Sheet::new(&words.get("xlsx_polls"), Paper::Landscape, &widths)?;
    sheet.table(0, &grid, &told.look)?;
    sheet.freeze(1)?;
    Ok(Some(sheet))
}
