//! How cells look: the letters and colours of the design, as far as a spreadsheet has them, and how numbers are written.

use std::collections::BTreeMap;

use gazouillis_core::deck::Language;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::cell::Cell;
use crate::tokens;
use crate::words::Words;

/// The size of a heading's letters, in points.
pub(super) const HEADING: f64 = 13.0;

/// The formats of cells.
pub(super) struct Look {
    /// The title of the workbook.
    pub(super) title: Format,
    /// The heading of a part.
    pub(super) heading: Format,
    /// What has to be known before any figure is read.
    pub(super) warning: Format,
    /// What a value is.
    pub(super) label: Format,
    /// Words.
    pub(super) text: Format,
    /// Words in a table.
    cell: Format,
    /// Words under others that they are a part of.
    pub(super) part: Format,
    /// The one sentence.
    pub(super) headline: Format,
    /// What is said of figures.
    pub(super) note: Format,
    /// The heading of a column.
    pub(super) column: Format,
    /// The heading of a column of figures.
    pub(super) figures: Format,
    /// A figure that stands where words start.
    pub(super) value: Format,
    /// A cell of those who kept their mind.
    pub(super) kept: Format,
    whole: Format,
    decimal: Format,
    tenths: Format,
    percent: Format,
    share: Format,
    colours: BTreeMap<&'static str, &'static str>,
}

impl Look {
    pub(super) fn new(words: Words) -> Self {
        let colours = tokens::colours();
        let colour = |name: &str| Color::from(colours[name]);
        let top = || Format::new().set_align(FormatAlign::Top);
        let wrapped = || top().set_text_wrap();
        let middle = || Format::new().set_align(FormatAlign::VerticalCenter);
        // What stands right of a figure keeps away from it.
        let number = |form: &str| {
            let right = middle().set_align(FormatAlign::Right).set_indent(1);
            right.set_num_format(form)
        };
        let column = || {
            Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(colour("on-night"))
                .set_background_color(colour("night"))
        };
        // French puts a space before the sign, where a line does not break.
        let sign = match words.language {
            Language::Fr => "\"\u{a0}\"%",
            Language::En => "%",
        };
        Self {
            title: top().set_bold().set_font_size(20).set_font_color(colour("ink")),
            heading: wrapped()
                .set_bold()
                .set_font_size(HEADING)
                .set_font_color(colour("accent-ink")),
            warning: wrapped()
                .set_bold()
                .set_font_color(colour("accent-ink"))
                .set_background_color(colour("accent-soft")),
            label: wrapped().set_font_color(colour("ink-soft")),
            text: wrapped(),
            cell: middle().set_text_wrap(),
            part: wrapped().set_align(FormatAlign::Left).set_indent(1),
            headline: wrapped()
                .set_bold()
                .set_font_size(HEADING)
                .set_font_color(colour("ink")),
            note: wrapped().set_font_color(colour("ink-soft")),
            figures: column().set_align(FormatAlign::Right).set_indent(1),
            value: top().set_num_format("#,##0").set_align(FormatAlign::Left),
            column: column(),
            kept: number("0")
                .set_background_color(colour("bar-track"))
                .set_border(FormatBorder::Thin)
                .set_border_color(colour("line")),
            whole: number("#,##0"),
            decimal: number("#,##0.00"),
            tenths: number("0.0"),
            percent: number(&format!("0{sign}")),
            share: number(&format!("0.0{sign}")),
            colours,
        }
    }

    /// A colour of the design.
    pub(super) fn colour(&self, name: &str) -> Color {
        Color::from(self.colours[name])
    }

    /// A colour between two of the design, from the first (0) to the second (1).
    pub(super) fn between(&self, from: &str, to: &str, part: f64) -> Color {
        let channels = |name: &str| {
            let value = u32::from_str_radix(&self.colours[name][1..], 16).unwrap_or_default();
            [16, 8, 0].map(|shift| f64::from((value >> shift) & 0xff))
        };
        let (from, to) = (channels(from), channels(to));
        let mixed = [0, 1, 2].map(|channel| (from[channel] + (to[channel] - from[channel]) * part).round() as u32);
        Color::RGB((mixed[0] << 16) | (mixed[1] << 8) | mixed[2])
    }

    /// How a cell is written.
    pub(super) fn of(&self, cell: &Cell) -> &Format {
        match cell {
            Cell::Empty | Cell::Text(_) => &self.cell,
            Cell::Whole(_) => &self.whole,
            // What ties did not share out stays whole.
            Cell::Decimal(figure) if figure.fract().abs() < 1e-9 => &self.whole,
            Cell::Decimal(_) => &self.decimal,
            Cell::Tenths(_) => &self.tenths,
            Cell::Percent(_) => &self.percent,
            Cell::Share(_) => &self.share,
        }
    }

    /// How a percentage is written in a chart.
    pub(super) fn percent_form(words: Words) -> &'static str {
        match words.language {
            Language::Fr => "0\"\u{a0}\"%",
            Language::En => "0%",
        }
    }
}
