//! A chart for every poll that has shares, with its figures beside.

use gazouillis_core::summary::PollSummary;
use rust_xlsxwriter::{Chart, Color, XlsxError};

use super::cell::{self, Cell};
use super::chart::{self, Bars, Stacked};
use super::sheet::{Paper, Sheet};
use super::{Told, Written};
use crate::kind::{Line, Section};

const WIDTHS: [f64; 4] = [46.0, 9.0, 3.0, 88.0];

/// The column charts start in.
const CHARTS: u16 = 3;

/// A chart of more bars nobody reads.
const MOST: usize = 30;

/// At this percentage of full size the figures and their chart are as wide as the paper.
const SCALE: u16 = 85;

/// So high is a page at that scale, in pixels.
const PAGE: f64 = 720.0;

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let polls = (1..).zip(told.summary.polls.iter().zip(&told.digest.polls));
    let shown = polls.filter(|(_, (_, section))| section.lines.iter().any(|line| line.percent.is_some()));
    let mut sheet = Sheet::new(&told.words.get("xlsx_graphs"), Paper::Landscape, &WIDTHS)?;
    sheet.without_lines();
    let (mut row, mut page, mut breaks) = (0, 0, Vec::new());
    for (number, (poll, section)) in shown {
        let end = block(&mut sheet, row, number, poll, section, told)?;
        // A chart is not cut in two, where a page holds it.
        if row > page && sheet.span(page..end) > PAGE {
            breaks.push(row);
            page = row;
        }
        row = end;
    }
    if row == 0 {
        return Ok(None);
    }
    sheet.pages(&breaks, SCALE)?;
    Ok(Some(sheet))
}

/// One poll, from a row on; returns the row for the next.
fn block(
    sheet: &mut Sheet,
    start: u32,
    number: u32,
    poll: &PollSummary,
    section: &Section,
    told: &Told<'_>,
) -> Result<u32, XlsxError> {
    let (words, look) = (told.words, &told.look);
    let asked = crate::kind::asked(poll, words);
    sheet.heading(start, CHARTS, &format!("{number}. {asked}"), look)?;
    let response = told.digest.responses.get(number as usize - 1);
    let about: Vec<&str> = [Some(section.kind.as_str()), response.map(String::as_str)]
        .into_iter()
        .flatten()
        .collect();
    sheet.sentence(start + 1, CHARTS, &about.join(" · "), &look.note)?;
    let first = start + 3;
    let lines: Vec<&Line> = section.lines.iter().filter(|line| line.percent.is_some()).collect();
    let alt = chart::alt(
        &asked,
        lines
            .iter()
            .filter_map(|line| Some((line.text.as_str(), line.percent?))),
        words,
    );
    let (drawn, height, mut below) = match parts(&lines) {
        Some(groups) => stacked(sheet, first, &groups, alt, told)?,
        None => bars(sheet, first, &lines, alt, told)?,
    };
    sheet.chart(first - 1, CHARTS, drawn)?;
    for note in section.notes.iter().chain(&poll.explain) {
        sheet.text(below, 0, note, &look.note)?;
        sheet.fit(below, 0, note)?;
        below += 1;
    }
    Ok(below.max(sheet.below(first - 1, height + 12)) + 1)
}

/// A line a bar.
fn bars(
    sheet: &mut Sheet,
    first: u32,
    lines: &[&Line],
    alt: String,
    told: &Told<'_>,
) -> Result<(Chart, u32, u32), XlsxError> {
    let look = &told.look;
    let mut row = first;
    for line in lines.iter().take(MOST) {
        let name = cell::name(&if line.group.is_empty() {
            line.text.clone()
        } else {
            format!("{} · {}", line.group, line.text)
        });
        sheet.text(row, 0, &name, &look.text)?;
        sheet.fit(row, 0, &name)?;
        sheet.put(row, 1, &Cell::told(line.percent, Cell::Percent), look)?;
        row += 1;
    }
    let colour = |line: &&&Line| -> Color {
        look.colour(match (line.right, line.leads) {
            (Some(true), _) => "good",
            (_, true) => "bar-lead",
            _ => "bar",
        })
    };
    let bars = Bars {
        names: (first, 0),
        values: (first, 1),
        count: lines.len().min(MOST),
        colours: lines.iter().take(MOST).map(|line| colour(&line)).collect(),
        alt,
        beside: None,
        title: Some((first - 3, 0)),
        whole: true,
    };
    if lines.len() > MOST {
        let shown = told.words.fill(
            "xlsx_first_lines",
            &[("count", &MOST.to_string()), ("all", &lines.len().to_string())],
        );
        sheet.text(row, 0, &shown, &look.note)?;
        sheet.fit(row, 0, &shown)?;
        row += 1;
    }
    let (drawn, height) = bars.draw(&sheet.name(), told);
    Ok((drawn, height, row))
}

/// The lines of each group, where every group has the same parts and these add up to everybody.
fn parts<'l>(lines: &[&'l Line]) -> Option<Vec<Vec<&'l Line>>> {
    let mut groups: Vec<Vec<&Line>> = Vec::new();
    for &line in lines {
        match groups.last_mut().filter(|group| group[0].group == line.group) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    let texts = |group: &[&Line]| group.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    let first = texts(groups.first()?);
    let alike = groups.iter().all(|group| {
        let whole: u32 = group.iter().filter_map(|line| line.percent).sum();
        texts(group) == first && whole == 100
    });
    (groups.len() > 1 && first.len() > 1 && alike).then_some(groups)
}

/// A group a bar, cut in its parts. The figures stand part by part, each under its name.
fn stacked(
    sheet: &mut Sheet,
    first: u32,
    groups: &[Vec<&Line>],
    alt: String,
    told: &Told<'_>,
) -> Result<(Chart, u32, u32), XlsxError> {
    let look = &told.look;
    let mut row = first;
    let mut places = Vec::new();
    for (part, line) in groups[0].iter().enumerate() {
        places.push((row, 0));
        let name = cell::name(&line.text);
        sheet.text(row, 0, &name, &look.label)?;
        sheet.fit(row, 0, &name)?;
        row += 1;
        for group in groups {
            let name = cell::name(&group[part].group);
            sheet.text(row, 0, &name, &look.part)?;
            sheet.fit(row, 0, &name)?;
            sheet.put(row, 1, &Cell::told(group[part].percent, Cell::Percent), look)?;
            row += 1;
        }
    }
    let bars = Stacked {
        parts: places,
        groups: groups.len(),
        alt,
    };
    let (drawn, height) = bars.draw(&sheet.name(), told);
    Ok((drawn, height, row))
}
