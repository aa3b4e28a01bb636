//! The room's profiles, what hides behind some of them, and apart from these what was seen in the room.

use gazouillis_core::summary::{BreakdownSummary, MaskedSummary, ObservedSummary, ProfileSummary};
use rust_xlsxwriter::XlsxError;

use super::cell::Cell;
use super::chart::{self, Bars};
use super::sheet::{Grid, Paper, Sheet};
use super::{Told, Written};
use crate::tokens;

/// The widths of the name and of figures, of what parts them from the chart, and of the chart.
const WIDTHS: [f64; 4] = [36.0, 15.0, 3.0, 88.0];

/// A sheet with so many columns, the last of which is that of sentences; then a gap, then charts.
struct Page {
    sheet: Sheet,
    last: u16,
}

impl Page {
    fn new(columns: u16, told: &Told<'_>) -> Result<Self, XlsxError> {
        let [name, figure, gap, chart] = WIDTHS;
        let figures = usize::from(columns) - 1;
        let widths = [&[name][..], &vec![figure; figures], &[gap, chart]].concat();
        Ok(Self {
            sheet: Sheet::new(&told.words.get("xlsx_profiles"), Paper::Landscape, &widths)?,
            last: columns - 1,
        })
    }

    /// The column charts start in.
    fn charts(&self) -> u16 {
        self.last + 2
    }
}

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let room = told.summary.breakdown.as_ref();
    let profiles = room.and_then(|room| Some((room, room.profiles.as_deref()?)));
    let observed = told.summary.observed.as_ref();
    if profiles.is_none() && observed.is_none() {
        return Ok(None);
    }
    let shown = profiles.map_or(&[][..], |(_, profiles)| profiles);
    let columns = columns(shown);
    let mut page = Page::new(u16::try_from(columns.len()).unwrap_or(u16::MAX), told)?;
    let mut row = 0;
    if let Some((room, profiles)) = profiles {
        row = voted(&mut page, room, profiles, &columns, told)?;
        page.sheet.freeze(1)?;
    }
    if let Some(observed) = observed {
        seen(&mut page, row, observed, told)?;
    }
    Ok(Some(page.sheet))
}

/// A column: its heading, and what it says of a profile.
type Column = (&'static str, fn(&ProfileSummary) -> Cell);

/// Those columns that have something to say.
fn columns(profiles: &[ProfileSummary]) -> Vec<Column> {
    let mut columns: Vec<Column> = vec![
        ("profile", |profile| Cell::text(&profile.name)),
        ("xlsx_people", |profile| Cell::Decimal(profile.count)),
        ("xlsx_share", |profile| Cell::Percent(profile.percent)),
    ];
    if profiles.iter().any(|profile| profile.reference.is_some()) {
        columns.push(("xlsx_reference", |profile| Cell::told(profile.reference, Cell::Share)));
    }
    if profiles.iter().any(|profile| profile.low.is_some()) {
        columns.push(("xlsx_low", |profile| Cell::told(profile.low, Cell::Share)));
        columns.push(("xlsx_high", |profile| Cell::told(profile.high, Cell::Share)));
    }
    columns
}

fn voted(
    page: &mut Page,
    room: &BreakdownSummary,
    profiles: &[ProfileSummary],
    columns: &[Column],
    told: &Told<'_>,
) -> Result<u32, XlsxError> {
    let (words, look) = (told.words, &told.look);
    let (last, charts) = (page.last, page.charts());
    let referenced = columns.iter().any(|(key, _)| *key == "xlsx_reference");
    let sheet = &mut page.sheet;
    let row = |profile: &ProfileSummary| columns.iter().map(|(_, told)| told(profile)).collect();
    let grid = Grid {
        name: "Gazouillis_profiles".to_owned(),
        alt: words.get("breakdown"),
        titles: columns.iter().map(|(key, _)| words.get(key)).collect(),
        rows: profiles.iter().map(row).collect(),
        filter: false,
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
    sheet.chart(1, charts, drawn)?;
    below += 1;
    for sentence in sentences(room, told) {
        sheet.sentence(below, last, &sentence, &look.note)?;
        below += 1;
    }
    let mut below = (below + 1).max(sheet.below(1, height + 24));
    if let Some(masked) = &room.masked {
        below = behind(page, below, masked, told)?;
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
fn behind(page: &mut Page, row: u32, masked: &MaskedSummary, told: &Told<'_>) -> Result<u32, XlsxError> {
    let (words, look) = (told.words, &told.look);
    let last = page.last;
    let sheet = &mut page.sheet;
    let heading = words.fill("masked", &[("names", &masked.behind.join(" · "))]);
    sheet.heading(row, last, &heading, look)?;
    let people = words.count("count_people", masked.people);
    sheet.sentence(
        row + 1,
        last,
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
fn seen(page: &mut Page, row: u32, observed: &ObservedSummary, told: &Told<'_>) -> Result<(), XlsxError> {
    let (words, look) = (told.words, &told.look);
    let (last, charts) = (page.last, page.charts());
    let sheet = &mut page.sheet;
    sheet.heading(row, last, &words.get("observed"), look)?;
    if let Some(sentence) = &told.digest.observed {
        sheet.sentence(row + 1, last, sentence, &look.note)?;
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
    sheet.chart(row, charts, drawn)
}
