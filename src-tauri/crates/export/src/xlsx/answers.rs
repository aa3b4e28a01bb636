//! Every line of every poll in one tidy table, to filter, to sort and to turn.

use gazouillis_core::summary::PollSummary;

use super::cell::Cell;
use super::sheet::{Grid, Paper, Sheet};
use super::{Told, Written};
use crate::kind::Section;
use crate::words::Words;

/// Headings and widths, in the order of the columns.
const COLUMNS: [(&str, f64); 13] = [
    ("xlsx_number", 7.0),
    ("xlsx_id", 16.0),
    ("xlsx_question", 44.0),
    ("xlsx_kind", 18.0),
    ("xlsx_group", 26.0),
    ("option", 44.0),
    ("xlsx_option_id", 14.0),
    ("xlsx_count", 11.0),
    ("xlsx_base", 9.0),
    ("xlsx_share", 9.0),
    ("value", 12.0),
    ("xlsx_measure", 18.0),
    ("xlsx_right", 12.0),
];

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let words = told.words;
    let polls = (1..).zip(told.summary.polls.iter().zip(&told.digest.polls));
    let rows: Vec<Vec<Cell>> = polls
        .flat_map(|(number, (poll, section))| rows(number, poll, section, words))
        .collect();
    if rows.is_empty() {
        return Ok(None);
    }
    let grid = Grid {
        name: "Gazouillis_answers".to_owned(),
        alt: words.get("polls"),
        titles: COLUMNS.iter().map(|(key, _)| words.get(key)).collect(),
        rows,
        filter: true,
    };
    let mut sheet = Sheet::new(
        &words.get("xlsx_answers"),
        Paper::Landscape,
        &COLUMNS.map(|(_, width)| width),
    )?;
    sheet.table(0, &grid, &told.look)?;
    sheet.freeze(1)?;
    Ok(Some(sheet))
}

fn rows(number: u32, poll: &PollSummary, section: &Section, words: Words) -> Vec<Vec<Cell>> {
    let row = |line: &crate::kind::Line| {
        let measure = line.value.as_ref().and(section.value_title.as_ref());
        vec![
            Cell::Whole(number),
            Cell::text(&poll.id),
            Cell::text(&poll.ask),
            Cell::text(&section.kind),
            Cell::text(&line.group),
            Cell::text(&line.text),
            Cell::text(&line.id),
            Cell::told(line.count, Cell::Whole),
            Cell::Whole(line.base),
            Cell::told(line.percent, Cell::Percent),
            Cell::told(line.value.as_deref(), |value| figure(value, words)),
            Cell::told(measure, Cell::text),
            Cell::told(line.right, |right| {
                Cell::text(words.get(if right { "csv_yes" } else { "csv_no" }))
            }),
        ]
    };
    section.lines.iter().map(row).collect()
}

/// A figure as a number, where it is one and nothing else; else as the language writes it, such as points with a mean rank.
fn figure(value: &str, words: Words) -> Cell {
    let comma = words.tenths(0.0).replace('0', "");
    let (whole, tenth) = value.split_once(comma.as_str()).unwrap_or((value, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(tenth) && tenth.len() == 1;
    match format!("{whole}.{tenth}").parse() {
        Ok(number) if is_number && value.contains(comma.as_str()) => Cell::Tenths(number),
        Ok(number) if is_number => Cell::Decimal(number),
        _ => Cell::text(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gazouillis_core::deck::Language;

    #[test]
    fn only_a_plain_number_becomes_one() {
        let (fr, en) = (Words::new(Language::Fr), Words::new(Language::En));
        assert!(matches!(figure("3,4", fr), Cell::Tenths(number) if number == 3.4));
        assert!(matches!(figure("-0.5", en), Cell::Tenths(number) if number == -0.5));
        assert!(matches!(figure("12", fr), Cell::Decimal(number) if number == 12.0));
        for words in ["57,000", "57\u{a0}000", "12 (2.1)", "", "-", "=1"] {
            assert!(matches!(figure(words, en), Cell::Text(_)), "{words}");
        }
    }
}
