//! Workbooks and archives, read by libraries that did not write them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use gazouillis_core::Summary;
use gazouillis_export::{Format, render};
use serde_json::Value;

/// A workbook, opened.
pub(crate) fn open(summary: &Summary) -> Xlsx<Cursor<Vec<u8>>> {
    let bytes = render(summary, Format::Xlsx).expect("the workbook is written");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("it is a workbook");
    book.load_tables().expect("its tables are read");
    book
}

/// A row of a table by its headings.
pub(crate) type Row = BTreeMap<String, Data>;

/// The rows of a table that is named in the workbook.
pub(crate) fn table(summary: &Summary, name: &str) -> Vec<Row> {
    let mut book = open(summary);
    let table = book
        .table_by_name(name)
        .unwrap_or_else(|error| panic!("no table {name}: {error}"));
    let titles = table.columns().to_vec();
    let rows = table.data().rows();
    rows.map(|row| titles.iter().cloned().zip(row.iter().cloned()).collect())
        .collect()
}

/// The names of the workbook's tables.
pub(crate) fn tables(summary: &Summary) -> Vec<String> {
    open(summary).table_names().into_iter().cloned().collect()
}

/// Every cell that says something, with the sheet it is on.
pub(crate) fn cells(summary: &Summary) -> Vec<(String, Data)> {
    let sheets = open(summary).worksheets();
    let each = |(name, range): (String, calamine::Range<Data>)| {
        range
            .used_cells()
            .map(|(_, _, cell)| (name.clone(), cell.clone()))
            .collect::<Vec<_>>()
    };
    sheets.into_iter().flat_map(each).collect()
}

/// A number of a cell; nothing where it is empty.
pub(crate) fn number(cell: &Data) -> Option<f64> {
    match cell {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        Data::Empty => None,
        other => panic!("{other:?} is no number"),
    }
}

/// The words of a cell.
pub(crate) fn words(cell: &Data) -> &str {
    match cell {
        Data::String(words) => words,
        Data::Empty => "",
        other => panic!("{other:?} is no text"),
    }
}

/// The summary as programs get it.
pub(crate) fn json(summary: &Summary) -> Value {
    serde_json::from_slice(&render(summary, Format::Json).expect("JSON is written")).expect("it is JSON")
}

/// The entries of an archive by their names, in its order.
pub(crate) fn entries(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).expect("an entry");
            let mut content = Vec::new();
            entry.read_to_end(&mut content).expect("it unpacks");
            (entry.name().expect("a name").into_owned(), content)
        })
        .collect()
}
