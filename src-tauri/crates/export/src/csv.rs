//! CSV: one tidy table, a row for every figure of the summary, for a spreadsheet to sort and filter.
//!
//! What opens right with a double click, on the machines where it is opened, decides the form:
//! - UTF-8 with a byte order mark, because Excel takes a file without one for Windows-1252 and spoils the accents;
//!   LibreOffice understands both.
//! - French files part the columns with `;` and write decimals with `,`, English ones with `,` and `.`: Excel splits a
//!   file at the list separator of its region and asks nothing. LibreOffice finds out by itself. A `sep=;` line would
//!   suit Excel alone and cancel the byte order mark.
//! - Every field is quoted and a text that a spreadsheet would take for a formula gets an apostrophe before it.
//!
//! The columns are those of [`COLUMNS`]; a figure that is not shown because too few people are behind it is an empty
//! cell with a remark, never a zero. Percentages are numbers without a sign.

mod cell;
mod observed;
mod rows;
mod voices;

use gazouillis_core::Summary;
use gazouillis_core::deck::Language;

use crate::error::ExportError;
use crate::words::Words;
use rows::Row;

/// The columns, by their keys in the table of words.
const COLUMNS: [&str; 13] = [
    "csv_section",
    "csv_group_id",
    "csv_group",
    "csv_item_id",
    "csv_item",
    "csv_count",
    "csv_base",
    "csv_percent",
    "csv_low",
    "csv_high",
    "csv_reference",
    "csv_right",
    "csv_remark",
];

pub(crate) fn render(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let words = Words::new(summary.language);
    let delimiter = match summary.language {
        Language::Fr => b';',
        Language::En => b',',
    };
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .quote_style(::csv::QuoteStyle::Always)
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS.map(|column| words.get(column)))?;
    for row in rows::of(summary, words) {
        writer.write_record(row.cells())?;
    }
    writer
        .into_inner()
        .map_err(|error| ExportError::Csv(error.into_error().into()))
}

impl Row {
    /// The cells in the order of [`COLUMNS`]. Texts are made safe here and nowhere else; figures are ours.
    fn cells(self) -> [String; COLUMNS.len()] {
        [
            cell::text(&self.section),
            cell::text(&self.group_id),
            cell::text(&self.group),
            cell::text(&self.item_id),
            cell::text(&self.item),
            self.count,
            self.base,
            self.percent,
            self.low,
            self.high,
            self.reference,
            cell::text(&self.right),
            cell::text(&self.remark),
        ]
    }
}
