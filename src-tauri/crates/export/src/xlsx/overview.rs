//! The first sheet: what session this is, what has to be known before its figures are read, and what it comes down to.

use rust_xlsxwriter::XlsxError;

use super::cell::Cell;
use super::sheet::{Paper, Sheet};
use super::{Told, Written};

const WIDTHS: [f64; 2] = [32.0, 78.0];

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let (summary, words, look) = (told.summary, told.words, &told.look);
    let mut page = Page::new(&words.get("xlsx_overview"))?;
    page.sheet.text(0, 0, &summary.title, &look.title)?;
    page.sheet.height(0, 30.0)?;
    if let Some(subtitle) = &summary.subtitle {
        page.wide(subtitle, told)?;
    }
    let warnings = [
        (summary.simulated, "rehearsal", "rehearsal_note"),
        (!summary.finished, "provisional", "provisional_note"),
    ];
    for (_, mark, note) in warnings.iter().filter(|(is_so, ..)| *is_so) {
        let warning = format!("{}. {}", words.get(mark), words.get(note));
        page.sheet.sentence(page.row, 1, &warning, &look.warning)?;
        page.row += 1;
    }
    page.row += 1;
    page.value(&words.get("xlsx_date"), &Cell::text(&told.digest.date), told)?;
    for (key, text) in [
        ("xlsx_author", &summary.author),
        ("xlsx_organisation", &summary.organisation),
    ] {
        if let Some(text) = text {
            page.value(&words.get(key), &Cell::text(text), told)?;
        }
    }
    for (key, count) in figures(told) {
        page.value(&capitalised(&words.get(key)), &Cell::Whole(count), told)?;
    }
    page.row += 1;
    page.part("headline", told)?;
    page.sheet
        .text(page.row - 1, 1, &told.digest.headline, &look.headline)?;
    page.sheet.fit(page.row - 1, 1, &told.digest.headline)?;
    for finding in &told.digest.findings {
        page.value("", &Cell::text(finding), told)?;
    }
    page.row += 1;
    page.part("xlsx_method_pointer_head", told)?;
    let how = words.get("xlsx_method_pointer");
    page.sheet.text(page.row - 1, 1, &how, &look.note)?;
    page.sheet.fit(page.row - 1, 1, &how)?;
    Ok(Some(page.sheet))
}

/// How many took part, and how many of them the profiles are of.
fn figures(told: &Told<'_>) -> Vec<(&'static str, u32)> {
    let summary = told.summary;
    let mut figures = vec![("csv_joined", summary.joined), ("csv_voters", summary.voters)];
    if let Some(room) = &summary.breakdown {
        figures.push(("csv_classified", room.classified));
        figures.push(("csv_unclassified", room.unclassified));
        figures.push(("csv_mixed", room.mixed));
        figures.extend(room.company.map(|people| ("csv_company", people)));
    }
    figures
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// A sheet of labels and what they stand before.
pub(super) struct Page {
    pub(super) sheet: Sheet,
    row: u32,
}

impl Page {
    pub(super) fn new(name: &str) -> Result<Self, XlsxError> {
        let mut sheet = Sheet::new(name, Paper::Portrait, &WIDTHS)?;
        sheet.without_lines();
        Ok(Self { sheet, row: 1 })
    }

    /// Words over the whole width.
    fn wide(&mut self, words: &str, told: &Told<'_>) -> Result<(), XlsxError> {
        self.sheet.sentence(self.row, 1, words, &told.look.note)?;
        self.row += 1;
        Ok(())
    }

    /// The heading of a part, before what stands in the same row.
    fn part(&mut self, key: &str, told: &Told<'_>) -> Result<(), XlsxError> {
        self.sheet.text(self.row, 0, &told.words.get(key), &told.look.label)?;
        self.row += 1;
        Ok(())
    }

    /// A label and its value.
    pub(super) fn value(&mut self, label: &str, value: &Cell, told: &Told<'_>) -> Result<(), XlsxError> {
        self.sheet.text(self.row, 0, label, &told.look.label)?;
        self.sheet.fit(self.row, 0, label)?;
        let format = match value {
            Cell::Text(words) => {
                self.sheet.fit(self.row, 1, words)?;
                &told.look.text
            }
            _ => &told.look.value,
        };
        self.sheet.put_as(self.row, 1, value, format)?;
        self.row += 1;
        Ok(())
    }

    /// An empty row.
    pub(super) fn gap(&mut self) {
        self.row += 1;
    }
}
