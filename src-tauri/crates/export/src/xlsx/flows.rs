//! Who moved from one answer to another, where that may be told.

use gazouillis_core::summary::{ChangeSummary, ChangedOption};
use rust_xlsxwriter::XlsxError;

use super::Told;
use super::cell::Cell;
use super::sheet::{Grid, Sheet};

/// The last column of sentences.
const LAST: u16 = 7;

/// From a row on; returns the row below.
pub(super) fn write(
    sheet: &mut Sheet,
    row: u32,
    number: u32,
    change: &ChangeSummary,
    options: &[ChangedOption],
    told: &Told<'_>,
) -> Result<u32, XlsxError> {
    let below = match &change.flows {
        Some(flows) => matrix(sheet, row, change, options, flows, told)?,
        None => row,
    };
    switches(sheet, below, number, change, options, told)
}

/// Answers before down, answers after across. A cell that would point at someone says nothing, and a note says why.
fn matrix(
    sheet: &mut Sheet,
    row: u32,
    change: &ChangeSummary,
    options: &[ChangedOption],
    flows: &[Vec<Option<u32>>],
    told: &Told<'_>,
) -> Result<u32, XlsxError> {
    let (words, look) = (told.words, &told.look);
    let names: Vec<&str> = if change.meanings.is_empty() {
        options.iter().map(|option| option.text.as_str()).collect()
    } else {
        change.meanings.iter().map(String::as_str).collect()
    };
    sheet.heading(row, LAST, &words.get("flows"), look)?;
    sheet.sentence(row + 1, LAST, &words.get("flows_note"), &look.note)?;
    let hides = flows.iter().flatten().any(Option::is_none);
    if hides {
        sheet.sentence(row + 2, LAST, &words.get("xlsx_flows_hidden"), &look.note)?;
    }
    let top = row + 3;
    sheet.text(top, 0, &words.get("flows_corner"), &look.column)?;
    for (column, name) in (1..).zip(&names) {
        sheet.text(top, column, name, &look.column)?;
        sheet.fit(top, column.min(LAST), name)?;
    }
    let mut below = top + 1;
    for ((from, name), counts) in names.iter().enumerate().zip(flows) {
        sheet.text(below, 0, name, &look.text)?;
        sheet.fit(below, 0, name)?;
        for (to, count) in counts.iter().enumerate() {
            let cell = Cell::told(*count, Cell::Whole);
            let format = if from == to { &look.kept } else { look.of(&cell) };
            sheet.put_as(below, u16::try_from(to + 1).unwrap_or(LAST), &cell, format)?;
        }
        below += 1;
    }
    Ok(below + 1)
}

/// Of a question with several answers: who came to each, and who left it.
fn switches(
    sheet: &mut Sheet,
    row: u32,
    number: u32,
    change: &ChangeSummary,
    options: &[ChangedOption],
    told: &Told<'_>,
) -> Result<u32, XlsxError> {
    let words = told.words;
    let told_of = options.iter().zip(&change.switches);
    let rows: Vec<Vec<Cell>> = told_of
        .map(|(option, switch)| {
            vec![
                Cell::text(&option.text),
                Cell::told(switch.as_ref(), |switch| Cell::Whole(switch.came)),
                Cell::told(switch.as_ref(), |switch| Cell::Whole(switch.left)),
            ]
        })
        .collect();
    if rows.is_empty() || change.switches.iter().all(Option::is_none) {
        return Ok(row);
    }
    let grid = Grid {
        name: format!("Gazouillis_switch_{number}"),
        alt: words.get("flows"),
        titles: ["option", "xlsx_came", "xlsx_left"].map(|key| words.get(key)).to_vec(),
        rows,
        filter: false,
    };
    Ok(sheet.table(row, &grid, &told.look)? + 1)
}
