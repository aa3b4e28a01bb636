//! The room's profiles, what hides behind some of them, and apart from these what was seen in the room.

use gazouillis_core::summary::{BreakdownSummary, MaskedSummary, ObservedSummary, ProfileSummary};
use rust_xlsxwriter::XlsxError;

use super::cell::Cell;
use super::chart::{self, Bars};
use super::sheet::{Grid, Paper, Sheet};
use super::{Told, Written};
use crate::tokens;

const WIDTHS: [f64; 8] = [34.0, 12.0, 10.0, 12.0, 12.0, 12.0, 3.0, 60.0];

/// The column charts start in.
const CHARTS: u16 = 7;

/// The last column of sentences.
const LAST: u16 = 5;

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let room = told.summary.breakdown.as_ref();
    let profiles = room.and_then(|room| Some((room, room.profiles.as_deref()?)));
    let observed = told.summary.observed.as_ref();
    if profiles.is_none() && observed.is_none() {
        return Ok(None);
    }
    let mut sheet = Sheet::new(&told.words.get("xlsx_profiles"), Paper::Landscape, &WIDTHS)?;
    let mut row = 0;
    if let Some((room, profiles)) = profiles {
        row = voted(&mut sheet, room, profiles, told)?;
        sheet.freeze(1)?;
    }
    if let Some(observed) = observed {
        seen(&mut sheet, row, observed, told)?;
    }
    Ok(Some(sheet))
}

fn voted(
    sheet: &mut Sheet,
    room: &BreakdownSummary,
    profiles: &[ProfileSummary],
    told: &Told<'_>,
) -> Result<u32, XlsxError> {
    let (words, look) = (told.words, &told.look);
    let mut titles = vec!["profile", "xlsx_people", "xlsx_share"];
    let referenced = profiles.iter().any(|profile| profile.reference.is_some());
    let bounded = profiles.iter().any(|profile| profile.low.is_some());
    if referenced {
        titles.push("xlsx_reference");
    }
    if bounded {
        titles.extend(["xlsx_low", "xlsx_high"]);
    }
    let row = |profile: &ProfileSummary| {
        let mut row = vec![
            Cell::text(&profile.name),
            Cell::Decimal(profile.count),
            Cell::Percent(profile.percent),
        ];
        if referenced {
            row.push(Cell::told(profile.reference, Cell::Share));
        }
        if bounded {
            row.push(Cell::told(profile.low, Cell::Share));
            row.push(Cell::told(profile.high, Cell::Share));
        }
        row
    };
    let grid = Grid {
        name: "Gazouillis_profiles".to_owned(),
        alt: words.get("breakdown"),
        titles: titles.iter().map(|key| words.get(key)).collect(),
        rows: profiles.iter().map(row).collect(),
        filter: true,
    };
    let mut below = sheet.table(0, &grid, look)?;
    let bars = Bars {
        names: (1, 0),
        values: (1, 2),
        count: grid.rows.len(),
        colours: profiles
            .iter()
            .map(|profile| colour(&profile.bird, &profile.id))
            .collect(),
        alt: chart::alt(
            &words.get("breakdown"),
            profiles.iter().map(|profile| (profile.name.as_str(), profile.percent)),
            words,
        ),
        beside: referenced.then_some(((0, 3), look.colour("reference"))),
        title: Some((0, 2)),
        whole: false,
    };
    let (drawn, height) = bars.draw(&sheet.name(), told);
    sheet.chart(1, CHARTS, drawn)?;
    below += 1;
    for sentence in sentences(room, told) {
        sheet.sentence(below, LAST, &sentence, &look.note)?;
        below += 1;
    }
    let mut below = (below + 1).max(sheet.below(1, height + 24));
    match &room.masked {
        Some(masked) => below = behind(sheet, below, masked, told)?,
        None if room.has_masks => {
            sheet.heading(below, LAST, &words.get("masked_title"), look)?;
            sheet.sentence(below + 1, LAST, &words.get("masked_none"), &look.note)?;
            below += 3;
        }
        None => {}
    }
    Ok(below)
}

fn colour(bird: &str, id: &str) -> rust_xlsxwriter::Color {
    tokens::profile(bird, id).into()
}

/// Of how many the shares are, and what may be claimed beyond them.
fn sentences(room: &BreakdownSummary, told: &Told<'_>) -> Vec<String> {
    let words = told.words;
    let classified = words.count("count_classified", f64::from(room.classified));
    let people = words.count("count_people", f64::from(room.people));
    let mut of = vec![words.fill("base", &[("classified", &classified), ("people", &people)])];
    if room.mixed > 0 {
        of.push(words.count("mixed", f64::from(room.mixed)));
    }
    if room.unclassified > 0 {
        of.push(words.count("unclassified", f64::from(room.unclassified)));
    }
    let digest = &told.digest;
    let claims = [&digest.reference, &digest.company, &digest.portrait];
    std::iter::once(format!("{}.", of.join(" · ")))
        .chain(claims.into_iter().flatten().cloned())
        .collect()
}

/// The second split, below a row.
fn behind(sheet: &mut Sheet, row: u32, masked: &MaskedSummary, told: &Told<'_>) -> Result<u32, XlsxError> {
    let (words, look) = (told.words, &told.look);
    let heading = words.fill("masked", &[("names", &masked.behind.join(" · "))]);
    sheet.heading(row, LAST, &heading, look)?;
    let people = words.count("count_people", masked.people);
    sheet.sentence(
        row + 1,
        LAST,
        &words.fill("masked_note", &[("people", &people)]),
        &look.note,
    )?;
    let named = masked
        .profiles
        .iter()
        .map(|profile| (profile.name.clone(), profile.count, profile.percent));
    let others = [("simply", masked.simply), ("untold", masked.untold)];
    let others = others
        .into_iter()
        .filter_map(|(key, part)| part.map(|part| (words.get(key), part.count, part.percent)));
    let rows: Vec<Vec<Cell>> = named
        .chain(others)
        .map(|(name, count, percent)| vec![Cell::Text(name), Cell::Decimal(count), Cell::Percent(percent)])
        .collect();
    if rows.is_empty() {
        return Ok(row + 3);
    }
    let grid = Grid {
        name: "Gazouillis_masked".to_owned(),
        alt: heading,
        titles: ["profile", "xlsx_people", "xlsx_share"]
            .map(|key| words.get(key))
            .to_vec(),
        rows,
        filter: false,
    };
    Ok(sheet.table(row + 3, &grid, look)? + 1)
}

/// What the presenter saw: below the votes, with a table and a chart of its own, and never beside their shares.
fn seen(sheet: &mut Sheet, row: u32, observed: &ObservedSummary, told: &Told<'_>) -> Result<(), XlsxError> {
    let (words, look) = (told.words, &told.look);
    sheet.heading(row, LAST, &words.get("observed"), look)?;
    if let Some(sentence) = &told.digest.observed {
        sheet.sentence(row + 1, LAST, sentence, &look.note)?;
    }
    let grid = Grid {
        name: "Gazouillis_observed".to_owned(),
        alt: words.get("observed"),
        titles: ["profile", "observed_head", "xlsx_observed_share"]
            .map(|key| words.get(key))
            .to_vec(),
        rows: observed
            .profiles
            .iter()
            .map(|profile| {
                vec![
                    Cell::text(&profile.name),
                    Cell::Whole(profile.count),
                    Cell::Percent(profile.percent),
                ]
            })
            .collect(),
        filter: false,
    };
    if grid.rows.is_empty() {
        return Ok(());
    }
    let first = row + 3;
    sheet.table(first, &grid, look)?;
    let bars = Bars {
        names: (first + 1, 0),
        values: (first + 1, 2),
        count: grid.rows.len(),
        colours: observed
            .profiles
            .iter()
            .map(|profile| colour(&profile.bird, &profile.id))
            .collect(),
        alt: chart::alt(
            &words.get("observed"),
            observed
                .profiles
                .iter()
                .map(|profile| (profile.name.as_str(), profile.percent)),
            words,
        ),
        beside: None,
        title: Some((row, 0)),
        whole: false,
    };
    let (drawn, _) = bars.draw(&sheet.name(), told);
    sheet.chart(row, CHARTS, drawn)
}
