//! What changed between questions asked twice: the sentences, a table and a chart for each.

use gazouillis_core::summary::{ChangeSummary, ChangedOption};
use rust_xlsxwriter::XlsxError;

use super::cell::Cell;
use super::chart::{self, Clustered};
use super::sheet::{Grid, Paper, Sheet};
use super::{Told, Written, flows};

const WIDTHS: [f64; 8] = [44.0, 13.0, 13.0, 13.0, 13.0, 13.0, 13.0, 13.0];

/// The column charts start in, right of the tables.
const CHARTS: u16 = 5;

/// The last column of sentences.
const LAST: u16 = 7;

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let changes = &told.summary.changes;
    if changes.is_empty() {
        return Ok(None);
    }
    let mut sheet = Sheet::new(&told.words.get("xlsx_changes"), Paper::Landscape, &WIDTHS)?;
    let mut row = 0;
    for (number, (change, sentences)) in (1..).zip(changes.iter().zip(&told.digest.changes)) {
        row = written(&mut sheet, row, number, change, sentences, told)?;
    }
    Ok(Some(sheet))
}

/// One question asked twice, from a row on; returns the row for the next.
fn written(
    sheet: &mut Sheet,
    start: u32,
    number: u32,
    change: &ChangeSummary,
    sentences: &str,
    told: &Told<'_>,
) -> Result<u32, XlsxError> {
    let (words, look) = (told.words, &told.look);
    sheet.heading(start, LAST, &change.ask, look)?;
    sheet.sentence(start + 1, LAST, sentences, &look.note)?;
    let Some(options) = change.options.as_deref().filter(|options| !options.is_empty()) else {
        return Ok(start + 3);
    };
    let ballots = |ballots: Option<u32>| words.count("ballots", f64::from(ballots.unwrap_or(change.people)));
    let bases = [
        ("before", ballots(change.before_ballots)),
        ("after", ballots(change.after_ballots)),
    ];
    let places = bases.each_ref().map(|(place, count)| (*place, count.as_str()));
    sheet.sentence(start + 2, LAST, &words.fill("xlsx_bases", &places), &look.note)?;
    let first = start + 4;
    let mut below = table(
        sheet,
        first,
        &format!("Gazouillis_change_{number}"),
        change,
        options,
        told,
    )?;
    let chart = Clustered {
        names: (first + 1, 0),
        values: (first + 1, 3),
        count: options.len(),
        alt: chart::alt(
            &format!("{} · {}", change.ask, words.get("legend_after")),
            options
                .iter()
                .map(|option| (option.text.as_str(), option.after_percent)),
            words,
        ),
    };
    let (drawn, height) = chart.draw(&sheet.name(), told);
    sheet.chart(first, CHARTS, drawn)?;
    // Where every meaning is one option the second table would be the first again.
    if !change.totals.is_empty() && change.totals.len() < options.len() {
        sheet.sentence(below + 1, LAST, &words.get("xlsx_totals"), &look.label)?;
        let name = format!("Gazouillis_meaning_{number}");
        below = table(sheet, below + 2, &name, change, &change.totals, told)?;
    }
    // Who moved may take more columns, so it stands below the chart.
    below = (below + 1).max(sheet.below(first, height + 16));
    Ok(flows::write(sheet, below, number, change, options, told)? + 2)
}

/// The answers with how many gave each, before and after.
fn table(
    sheet: &mut Sheet,
    row: u32,
    name: &str,
    change: &ChangeSummary,
    options: &[ChangedOption],
    told: &Told<'_>,
) -> Result<u32, XlsxError> {
    let words = told.words;
    let before = words.get(if change.looks_back {
        "legend_then"
    } else {
        "legend_before"
    });
    let after = words.get("legend_after");
    let share = |when: &str| words.fill("xlsx_share_of", &[("when", when)]);
    let people = |when: &str| words.fill("xlsx_people_of", &[("when", when)]);
    let grid = Grid {
        name: name.to_owned(),
        alt: words.get("change_title"),
        titles: vec![
            words.get("option"),
            people(&before),
            people(&after),
            share(&before),
            share(&after),
        ],
        rows: options
            .iter()
            .map(|option| {
                vec![
                    Cell::text(&option.text),
                    Cell::Whole(option.before),
                    Cell::Whole(option.after),
                    Cell::Percent(option.before_percent),
                    Cell::Percent(option.after_percent),
                ]
            })
            .collect(),
        filter: false,
    };
    sheet.table(row, &grid, &told.look)
}
