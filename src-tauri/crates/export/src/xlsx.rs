//! XLSX: a workbook with a sheet per subject, real tables to sort and filter, and charts that the spreadsheet itself draws.
//!
//! What a person typed is text in every cell: it is written by [`sheet::Sheet`] alone, which knows texts and numbers, and neither
//! formulas nor links. Nothing that is not told has a number: its cell is empty, or says so in words. A sheet that would say
//! nothing is left out.
//!
//! The file's date is that of the session, so equal summaries give equal bytes.

mod actions;
mod answers;
mod cell;
mod changes;
mod chart;
mod flows;
mod graphs;
mod look;
mod method;
mod overview;
mod polls;
mod profiles;
mod sheet;
mod texts;
mod voices;

use gazouillis_core::Summary;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::digest::Digest;
use crate::error::ExportError;
use crate::words::Words;
use look::Look;
use sheet::Sheet;

/// What the sheets are written from.
struct Told<'s> {
    summary: &'s Summary,
    digest: Digest,
    words: Words,
    look: Look,
}

/// A sheet, or none where it would say nothing.
type Written = Result<Option<Sheet>, XlsxError>;

/// Every sheet, in the order of the tabs: what is read first, then what is looked up.
const SHEETS: [fn(&Told<'_>) -> Written; 10] = [
    overview::sheet,
    profiles::sheet,
    actions::sheet,
    changes::sheet,
    graphs::sheet,
    answers::sheet,
    polls::sheet,
    texts::sheet,
    voices::sheet,
    method::sheet,
];

pub(crate) fn render(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let words = Words::new(summary.language);
    let told = Told {
        summary,
        digest: Digest::new(summary),
        words,
        look: Look::new(words),
    };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&told)?);
    for write in SHEETS {
        if let Some(sheet) = write(&told)? {
            workbook.push_worksheet(sheet.finish());
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn properties(told: &Told<'_>) -> Result<DocProperties, XlsxError> {
    let summary = told.summary;
    // A session of no time that a spreadsheet knows is one of the day that clocks count from.
    let started = ExcelDateTime::from_timestamp(summary.started_at.div_euclid(1_000));
    let started = started.or_else(|_| ExcelDateTime::from_timestamp(0))?;
    let typed = |text: &Option<String>| cell::caption(text.as_deref().unwrap_or_default());
    Ok(DocProperties::new()
        .set_title(cell::caption(&summary.title))
        .set_subject(told.words.get("document"))
        .set_author(typed(&summary.author))
        .set_company(typed(&summary.organisation))
        .set_creation_datetime(&started))
}
