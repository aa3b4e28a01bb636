//! What people wrote, as far as it was kept.

use super::cell::Cell;
use super::sheet::{Grid, Paper, Sheet};
use super::{Told, Written};

/// Headings and widths, in the order of the columns.
const COLUMNS: [(&str, f64); 6] = [
    ("xlsx_number", 7.0),
    ("xlsx_id", 16.0),
    ("xlsx_question", 40.0),
    ("xlsx_theme", 24.0),
    ("xlsx_text", 70.0),
    ("wanted_by", 9.0),
];

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let words = told.words;
    let polls = (1..).zip(told.summary.polls.iter().zip(&told.digest.polls));
    let rows: Vec<Vec<Cell>> = polls
        .flat_map(|(number, (poll, section))| {
            section.quotes.iter().map(move |quote| {
                vec![
                    Cell::Whole(number),
                    Cell::text(&poll.id),
                    Cell::text(&poll.ask),
                    Cell::text(&quote.theme),
                    Cell::text(&quote.text),
                    Cell::told(quote.votes, Cell::Whole),
                ]
            })
        })
        .collect();
    if rows.is_empty() {
        return Ok(None);
    }
    let grid = Grid {
        name: "Gazouillis_texts".to_owned(),
        alt: words.get("xlsx_texts"),
        titles: COLUMNS.iter().map(|(key, _)| words.get(key)).collect(),
        rows,
        filter: true,
    };
    let mut sheet = Sheet::new(
        &words.get("xlsx_texts"),
        Paper::Landscape,
        &COLUMNS.map(|(_, width)| width),
    )?;
    sheet.table(0, &grid, &told.look)?;
    sheet.freeze(1)?;
    Ok(Some(sheet))
}
