//! Charts that the spreadsheet draws from cells: whatever is typed reaches them as a place on a sheet, never as a formula.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartPoint,
    ChartSolidFill, ChartType, Color,
};

use super::Told;
use super::cell;
use super::look::Look;
use crate::words::Words;

/// How wide charts are, in pixels.
pub(super) const WIDTH: u32 = 620;

/// How high a bar is with the space around it, and what is around all of them.
const BAR: (u32, u32) = (26, 40);

/// So many parts of a chart are read out to those who do not see it.
const READ_OUT: usize = 12;

/// The room that a full bar leaves for its figure.
const FULL: f64 = 1.15;

/// A row and a column.
type Place = (u32, u16);

/// Bars, one a row.
pub(super) struct Bars {
    /// Where their names start.
    pub(super) names: Place,
    /// Where their shares start.
    pub(super) values: Place,
    /// How many there are.
    pub(super) count: usize,
    /// Their colours.
    pub(super) colours: Vec<Color>,
    /// What a screen reader says.
    pub(super) alt: String,
    /// A second share beside each: the cell of its name, above its figures, and its colour.
    pub(super) beside: Option<(Place, Color)>,
    /// The cell that says what the bars are of, where that is not written above.
    pub(super) title: Option<Place>,
    /// Whether a full bar is everybody, so that charts can be compared.
    pub(super) whole: bool,
}

impl Bars {
    /// The chart and how high it is, in pixels.
    pub(super) fn draw(&self, sheet: &str, told: &Told<'_>) -> (Chart, u32) {
        let count = u32::try_from(self.count).unwrap_or(1);
        let last = |(row, column): Place| (sheet, row, column, row + count - 1, column);
        let mut chart = Chart::new_bar();
        let points: Vec<ChartPoint> = self
            .colours
            .iter()
            .map(|colour| ChartPoint::new().set_format(&mut filled(*colour)))
            .collect();
        let first = chart.add_series();
        first
            .set_categories(last(self.names))
            .set_values(last(self.values))
            .set_points(&points)
            .set_gap(if self.beside.is_some() { 40 } else { 55 })
            .set_data_label(&figure(told));
        // Where there is a legend, its mark is nobody's in particular.
        first.set_format(&mut filled(told.look.colour("bar")));
        if let Some((row, column)) = self.title {
            first.set_name((sheet, row, column));
        }
        let mut bar = BAR.0;
        if let Some(((row, column), colour)) = self.beside {
            bar += 14;
            chart
                .add_series()
                .set_name((sheet, row, column))
                .set_categories(last(self.names))
                .set_values(last((row + 1, column)))
                .set_format(&mut filled(colour))
                .set_data_label(&figure(told));
            chart.legend().set_position(ChartLegendPosition::Bottom);
        } else {
            chart.legend().set_hidden();
        }
        chart.title().set_hidden();
        let height = BAR.1 + bar * count + if self.beside.is_some() { 24 } else { 0 };
        let height = height.max(120);
        if self.whole {
            chart.x_axis().set_max(FULL);
        }
        finish(&mut chart, &self.alt, height, told);
        (chart, height)
    }
}

/// Groups whose parts add up to everybody: a bar each, cut in parts.
pub(super) struct Stacked {
    /// Where the parts' names are; below each the groups' names and, one column on, their shares.
    pub(super) parts: Vec<Place>,
    /// How many groups there are.
    pub(super) groups: usize,
    /// What a screen reader says.
    pub(super) alt: String,
}

impl Stacked {
    /// The chart and how high it is, in pixels.
    pub(super) fn draw(&self, sheet: &str, told: &Told<'_>) -> (Chart, u32) {
        let groups = u32::try_from(self.groups).unwrap_or(1);
        let mut chart = Chart::new(ChartType::BarPercentStacked);
        let steps = self.parts.len().saturating_sub(1).max(1) as f64;
        for (index, &(row, column)) in self.parts.iter().enumerate() {
            let part = index as f64 / steps;
            let colour = told.look.between("profile-anxieux", "bar-lead", part);
            let letters = told.look.colour(if part < 0.5 { "ink" } else { "on-night" });
            let mut figures = figure(told);
            figures
                .set_position(ChartDataLabelPosition::Center)
                // A part that nobody chose has no figure.
                .set_num_format(format!("{};;", Look::percent_form(told.words)))
                .set_font(ChartFont::new().set_color(letters));
            chart
                .add_series()
                .set_name((sheet, row, column))
                .set_categories((sheet, row + 1, column, row + groups, column))
                .set_values((sheet, row + 1, column + 1, row + groups, column + 1))
                .set_format(&mut filled(colour))
                .set_gap(45)
                .set_overlap(100)
                .set_data_label(&figures);
        }
        chart.title().set_hidden();
        chart.legend().set_position(ChartLegendPosition::Bottom);
        let legend = u32::try_from(self.parts.len()).unwrap_or(1) * 12;
        let height = BAR.1 + 32 * groups + 24 + legend;
        finish(&mut chart, &self.alt, height, told);
        (chart, height)
    }
}

/// The same answers before and after: two bars each.
pub(super) struct Clustered {
    /// Where the answers' names start.
    pub(super) names: Place,
    /// Where the shares before start; those after are one column on, and the names of both above.
    pub(super) values: Place,
    /// How many answers there are.
    pub(super) count: usize,
    /// What a screen reader says.
    pub(super) alt: String,
}

impl Clustered {
    /// The chart and how high it is, in pixels.
    pub(super) fn draw(&self, sheet: &str, told: &Told<'_>) -> (Chart, u32) {
        let count = u32::try_from(self.count).unwrap_or(1);
        let last = |(row, column): Place| (sheet, row, column, row + count - 1, column);
        let mut chart = Chart::new_bar();
        for (after, colour) in [(0, "reference"), (1, "bar-lead")] {
            let (row, column) = (self.values.0, self.values.1 + after);
            chart
                .add_series()
                .set_name((sheet, row - 1, column))
                .set_categories(last(self.names))
                .set_values(last((row, column)))
                .set_format(&mut filled(told.look.colour(colour)))
                .set_gap(45)
                .set_data_label(&figure(told));
        }
        chart.title().set_hidden();
        chart.legend().set_position(ChartLegendPosition::Bottom);
        chart.x_axis().set_max(FULL);
        let height = (BAR.1 + 24 + count * 46).max(160);
        finish(&mut chart, &self.alt, height, told);
        (chart, height)
    }
}

/// What every chart has: the first bar above, no lines but the bars, its words for those who do not see it.
fn finish(chart: &mut Chart, alt: &str, height: u32, told: &Told<'_>) {
    let letters = || {
        let mut font = ChartFont::new();
        font.set_size(10).set_color(told.look.colour("ink"));
        font
    };
    chart
        .set_width(WIDTH)
        .set_height(height)
        .set_alt_text(cell::caption(alt));
    // Of bars the second axis is that of the names.
    chart.y_axis().set_reverse().set_font(&letters());
    chart.x_axis().set_min(0).set_major_gridlines(false).set_hidden(true);
    chart.legend().set_font(&letters());
    chart.chart_area().set_format(ChartFormat::new().set_no_border());
}

/// The figure at a bar.
fn figure(told: &Told<'_>) -> ChartDataLabel {
    let mut label = ChartDataLabel::new();
    label
        .show_value()
        .set_position(ChartDataLabelPosition::OutsideEnd)
        .set_num_format(Look::percent_form(told.words))
        .set_font(ChartFont::new().set_color(told.look.colour("ink")));
    label
}

fn filled(colour: Color) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour));
    format
}

/// A chart in words: what it is of, and its longest parts.
pub(super) fn alt<'t>(of: &str, parts: impl Iterator<Item = (&'t str, u32)>, words: Words) -> String {
    let parts: Vec<String> = parts
        .take(READ_OUT)
        .map(|(name, percent)| format!("{name} {}", words.percent(percent)))
        .collect();
    words.fill("xlsx_chart", &[("of", of), ("parts", &parts.join(", "))])
}
