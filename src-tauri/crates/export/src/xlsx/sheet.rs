//! A sheet on its way: the one place that writes into cells, and it writes texts and numbers only.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Chart, Format, ObjectMovement, Table, TableColumn, TableStyle, Worksheet, XlsxError};

use super::cell::{self, Cell};
use super::look::{self, Look};

/// A row of default height, in pixels and in points.
const ROW: (u32, f64) = (20, 15.0);

/// A row of a table, in points: a line with air around it.
const LINE: f64 = 18.0;

/// The size of ordinary letters, in points.
const LETTERS: f64 = 11.0;

/// A4, in the numbers of printers.
const A4: u8 = 9;

/// How a sheet lies on paper.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    /// Upright.
    Portrait,
    /// Where it is wide.
    Landscape,
}

/// A table: headings that are ours, and cells.
pub(super) struct Grid {
    /// Names it in the workbook: Latin letters, digits and `_`.
    pub(super) name: String,
    /// What a screen reader says of it.
    pub(super) alt: String,
    /// The headings of its columns, each different.
    pub(super) titles: Vec<String>,
    /// Its rows.
    pub(super) rows: Vec<Vec<Cell>>,
    /// Whether it is long enough to be filtered.
    pub(super) filter: bool,
}

/// One sheet.
pub(super) struct Sheet {
    worksheet: Worksheet,
    widths: Vec<f64>,
    heights: BTreeMap<u32, f64>,
}

impl Sheet {
    /// An empty sheet with columns of these widths, in digits; printed as wide as the paper.
    pub(super) fn new(name: &str, paper: Paper, widths: &[f64]) -> Result<Self, XlsxError> {
        let mut worksheet = Worksheet::new();
        worksheet
            .set_name(name)?
            .set_paper_size(A4)
            .set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3)
            .set_print_fit_to_pages(1, 0)
            .set_footer("&LGazouillis · &A&R&P / &N");
        if paper == Paper::Landscape {
            worksheet.set_landscape();
        }
        for (column, width) in (0..).zip(widths) {
            worksheet.set_column_width(column, *width)?;
        }
        Ok(Self {
            worksheet,
            widths: widths.to_vec(),
            heights: BTreeMap::new(),
        })
    }

    /// Keeps the rows above this one in sight, and the last of them on every page.
    pub(super) fn freeze(&mut self, row: u32) -> Result<(), XlsxError> {
        self.worksheet.set_freeze_panes(row, 0)?;
        self.worksheet.set_repeat_rows(row - 1, row - 1)?;
        Ok(())
    }

    /// For sheets that are read and not reckoned with.
    pub(super) fn without_lines(&mut self) {
        self.worksheet.set_screen_gridlines(false);
    }

    /// Starts a page above each of these rows and prints at this percentage of full size.
    pub(super) fn pages(&mut self, breaks: &[u32], scale: u16) -> Result<(), XlsxError> {
        self.worksheet.set_print_scale(scale);
        if !breaks.is_empty() {
            self.worksheet.set_page_breaks(breaks)?;
        }
        Ok(())
    }

    /// Words.
    pub(super) fn text(&mut self, row: u32, column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
        self.worksheet
            .write_string_with_format(row, column, cell::text(words), format)?;
        Ok(())
    }

    /// A cell, written as its kind is.
    pub(super) fn put(&mut self, row: u32, column: u16, cell: &Cell, look: &Look) -> Result<(), XlsxError> {
        self.put_as(row, column, cell, look.of(cell))
    }

    /// A cell, written as said.
    pub(super) fn put_as(&mut self, row: u32, column: u16, cell: &Cell, format: &Format) -> Result<(), XlsxError> {
        let number = match cell {
            Cell::Empty => {
                self.worksheet.write_blank(row, column, format)?;
                return Ok(());
            }
            Cell::Text(words) => return self.text(row, column, words, format),
            Cell::Whole(count) => f64::from(*count),
            Cell::Percent(percent) => f64::from(*percent) / 100.0,
            Cell::Decimal(figure) | Cell::Tenths(figure) | Cell::Share(figure) => *figure,
        };
        self.worksheet.write_number_with_format(row, column, number, format)?;
        Ok(())
    }

    /// A sentence over the columns from the first to this one, in a row as high as it needs.
    pub(super) fn sentence(&mut self, row: u32, last: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
        self.spread(row, last, words, format, LETTERS)
    }

    /// The same in letters of headings.
    pub(super) fn heading(&mut self, row: u32, last: u16, words: &str, look: &Look) -> Result<(), XlsxError> {
        self.spread(row, last, words, &look.heading, look::HEADING)
    }

    fn spread(&mut self, row: u32, last: u16, words: &str, format: &Format, size: f64) -> Result<(), XlsxError> {
        let words = cell::text(words);
        let width = self.widths[..=usize::from(last)].iter().sum::<f64>();
        self.height(
            row,
            lines(&words, width * LETTERS / size) as f64 * ROW.1 * size / LETTERS,
        )?;
        if last == 0 {
            self.worksheet.write_string_with_format(row, 0, words, format)?;
        } else {
            self.worksheet.merge_range(row, 0, row, last, &words, format)?;
        }
        Ok(())
    }

    /// Makes a row this high, in points; never lower than it is.
    pub(super) fn height(&mut self, row: u32, points: f64) -> Result<(), XlsxError> {
        let height = self.heights.entry(row).or_insert(ROW.1);
        *height = height.max(points.min(400.0));
        self.worksheet.set_row_height(row, *height)?;
        Ok(())
    }

    /// Makes a row high enough for words in a column.
    pub(super) fn fit(&mut self, row: u32, column: u16, words: &str) -> Result<(), XlsxError> {
        let needed = lines(&cell::text(words), self.widths[usize::from(column)]);
        self.height(row, needed as f64 * ROW.1)
    }

    /// A table with its headings at a row; returns the row below it.
    pub(super) fn table(&mut self, row: u32, grid: &Grid, look: &Look) -> Result<u32, XlsxError> {
        let columns: Vec<TableColumn> = grid
            .titles
            .iter()
            .enumerate()
            .map(|(column, title)| {
                // Headings stand over what they are of: figures on the right.
                let is_words = |cell: &Cell| matches!(cell, Cell::Empty | Cell::Text(_));
                let words = grid.rows.iter().all(|row| row.get(column).is_none_or(is_words));
                // The arrow of a filter would cover what stands on the right.
                let format = if words || grid.filter {
                    &look.column
                } else {
                    &look.figures
                };
                TableColumn::new().set_header(title).set_header_format(format)
            })
            .collect();
        let headings = (0..).zip(&grid.titles).map(|(column, title): (usize, _)| {
            // The arrow of a filter takes its place.
            lines(title, self.widths[column] - if grid.filter { 3.0 } else { 0.0 })
        });
        let headings = headings.max().unwrap_or(1);
        self.height(row, headings as f64 * ROW.1 + 4.0)?;
        for (below, cells) in (row + 1..).zip(&grid.rows) {
            self.height(below, LINE)?;
            for (column, cell) in (0..).zip(cells) {
                if let Cell::Text(words) = cell {
                    self.fit(below, column, words)?;
                }
                self.put(below, column, cell, look)?;
            }
        }
        let table = Table::new()
            .set_name(&grid.name)
            .set_alt_text(cell::caption(&grid.alt))
            .set_style(TableStyle::Light1)
            .set_autofilter(grid.filter)
            .set_columns(&columns);
        let last = row + u32::try_from(grid.rows.len()).unwrap_or(u32::MAX - row);
        let right = u16::try_from(grid.titles.len() - 1).unwrap_or(u16::MAX);
        self.worksheet.add_table(row, 0, last, right, &table)?;
        Ok(last + 1)
    }

    /// A chart with its corner in a cell.
    pub(super) fn chart(&mut self, row: u32, column: u16, mut chart: Chart) -> Result<(), XlsxError> {
        chart.set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
        self.worksheet.insert_chart_with_offset(row, column, &chart, 16, 4)?;
        Ok(())
    }

    /// The name on its tab.
    pub(super) fn name(&self) -> String {
        self.worksheet.name()
    }

    /// The first row that starts at least so many pixels below a row.
    pub(super) fn below(&self, row: u32, pixels: u32) -> u32 {
        let mut end = row;
        let mut left = f64::from(pixels);
        while left > 0.0 {
            left -= self.pixels(end);
            end += 1;
        }
        end
    }

    /// How high the rows from one to another are, without the other, in pixels.
    pub(super) fn span(&self, rows: std::ops::Range<u32>) -> f64 {
        rows.map(|row| self.pixels(row)).sum()
    }

    fn pixels(&self, row: u32) -> f64 {
        let points = self.heights.get(&row).copied().unwrap_or(ROW.1);
        points / ROW.1 * f64::from(ROW.0)
    }

    /// The sheet, done.
    pub(super) fn finish(self) -> Worksheet {
        self.worksheet
    }
}

/// How many lines words take in a column so many digits wide.
fn lines(words: &str, width: f64) -> usize {
    // On average letters are narrower than a digit, but for those of East Asia and emoji.
    let wide = |character: char| {
        if ('\u{1100}'..'\u{2000}').contains(&character) || character >= '\u{2600}' {
            2.0
        } else {
            0.92
        }
    };
    let (mut lines, mut used) = (1, 0.0);
    for word in words.split(' ') {
        let needed: f64 = word.chars().map(wide).sum();
        if used > 0.0 && used + 1.0 + needed > width {
            (lines, used) = (lines + 1, 0.0);
        } else if used > 0.0 {
            used += 1.0;
        }
        used += needed;
        // A word longer than the column is broken.
        while used > width {
            (lines, used) = (lines + 1, used - width);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_the_lines_that_they_need() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("deux mots", 10.0), 1);
        assert_eq!(lines("deux mots encore", 10.0), 2);
        assert_eq!(lines(&"a".repeat(35), 10.0), 4);
        assert_eq!(lines("推特推特推特", 10.0), 2);
    }
}
