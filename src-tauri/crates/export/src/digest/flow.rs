//! A change as a picture: two columns of what answers mean, and who went from one to the other where all of that may be told.

use gazouillis_core::summary::ChangeSummary;
use serde::Serialize;

use crate::words::Words;

/// More meanings than this are told as bars: their words would lie on each other.
const MOST: usize = 6;

/// What is drawn of a change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct FlowPicture {
    /// The meanings, from top to bottom.
    pub(crate) rows: Vec<FlowRow>,
    /// People from meaning (row) to meaning (column); `None` where that may not be told, and the columns are of percentages.
    pub(crate) flows: Option<Vec<Vec<u32>>>,
}

/// One meaning in both columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct FlowRow {
    /// What it is called.
    pub(crate) label: String,
    /// How large it was: people of the table, else a percentage.
    pub(crate) before: u32,
    /// How large it is.
    pub(crate) after: u32,
    /// The same in words.
    pub(crate) before_figure: String,
    /// The same in words.
    pub(crate) after_figure: String,
}

/// The picture, where it says more than bars: it shows who went where, or puts several options together.
pub(crate) fn picture(change: &ChangeSummary, words: Words) -> Option<FlowPicture> {
    let options = change.options.as_ref()?;
    let flows = told(change);
    let is_worth_it = flows.is_some() || change.totals.len() < options.len();
    if !(2..=MOST).contains(&change.totals.len()) || !is_worth_it {
        return None;
    }
    let rows = change.totals.iter().enumerate().map(|(index, total)| {
        let (before, after) = match &flows {
            None => (total.before_percent, total.after_percent),
            Some(flows) => (
                flows[index].iter().sum(),
                flows.iter().map(|row| row[index]).sum::<u32>(),
            ),
        };
        let figure = |size: u32| match &flows {
            None => words.percent(size),
            Some(_) => words.number(f64::from(size)),
        };
        FlowRow {
            label: total.text.clone(),
            before,
            after,
            before_figure: figure(before),
            after_figure: figure(after),
        }
    });
    let rows = rows.collect();
    Some(FlowPicture { rows, flows })
}

/// The table, when every cell of it may be told.
fn told(change: &ChangeSummary) -> Option<Vec<Vec<u32>>> {
    let rows = change.flows.as_ref()?.iter();
    let table: Option<Vec<Vec<u32>>> = rows.map(|row| row.iter().copied().collect()).collect();
    table.filter(|table| table.len() == change.totals.len())
}
