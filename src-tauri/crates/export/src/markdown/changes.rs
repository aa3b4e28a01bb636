//! Questions asked twice.

use gazouillis_core::summary::{ChangeSummary, ChangedOption};

use super::Paper;
use super::escape::escaped;
use super::table::Table;
use crate::reading::Reading;

pub(super) fn write(paper: &mut Paper<'_, '_>) {
    let reading = paper.reading;
    if reading.summary.changes.is_empty() {
        return;
    }
    paper.heading(2, &paper.say("change_title"));
    paper.block(&paper.say("change_lead"));
    for (change, line) in reading.summary.changes.iter().zip(&reading.digest.changes) {
        one(paper, change, line);
    }
}

fn one(paper: &mut Paper<'_, '_>, change: &ChangeSummary, line: &str) {
    let reading = paper.reading;
    paper.heading(3, &paper.or_else(&change.ask, &change.before));
    paper.block(&reading.answered(change).map(|told| escaped(&told)).unwrap_or_default());
    paper.block(&paper.line(line));
    if let Some(options) = &change.options {
        if Reading::has_totals(change) {
            paper.block(&format!("**{}**", paper.say("html_totals")));
            paired(paper, change, &change.totals, false);
            paper.block(&format!("**{}**", paper.say("html_options")));
        }
        paired(paper, change, options, true);
    }
    if let Some(flows) = &change.flows {
        paper.block(&format!("**{}**", paper.say("flows")));
        moves(paper, change, flows);
    }
}

fn paired(paper: &mut Paper<'_, '_>, change: &ChangeSummary, rows: &[ChangedOption], is_options: bool) {
    let (reading, words) = (paper.reading, paper.reading.words);
    let switched = is_options && change.switches.iter().any(Option::is_some);
    let mut heads = vec![
        paper.say("option"),
        escaped(&reading.before(change)),
        paper.say("legend_after"),
    ];
    if switched {
        heads.extend([paper.say("html_came"), paper.say("html_left")]);
    }
    let mut table = Table::new(heads);
    let figure = |percent: u32, count: u32| format!("{} ({count})", words.percent(percent));
    let moved = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
    for (index, row) in rows.iter().enumerate() {
        let after = format!("**{}** ({})", words.percent(row.after_percent), row.after);
        let mut cells = vec![paper.line(&row.text), figure(row.before_percent, row.before), after];
        if switched {
            let switch = change.switches.get(index).copied().flatten();
            cells.extend([
                moved(switch.map(|switch| switch.came)),
                moved(switch.map(|switch| switch.left)),
            ]);
        }
        table.row(cells);
    }
    paper.table(&table);
}

/// Who moved from one meaning to another.
fn moves(paper: &mut Paper<'_, '_>, change: &ChangeSummary, flows: &[Vec<Option<u32>>]) {
    let labels = paper.reading.moved(change);
    let label = |index: usize| labels.get(index).map_or_else(|| "–".to_owned(), |label| escaped(label));
    let mut table = Table::new(std::iter::once(paper.say("flows_corner")).chain((0..flows.len()).map(label)));
    for (row, cells) in flows.iter().enumerate() {
        let told = |(column, count): (usize, &Option<u32>)| match count {
            Some(count) if row == column => format!("**{count}**"),
            Some(count) => count.to_string(),
            None => "–".to_owned(),
        };
        table.row(std::iter::once(label(row)).chain(cells.iter().enumerate().map(told)));
    }
    paper.table(&table);
    paper.block(&paper.say("md_flows_note"));
}
