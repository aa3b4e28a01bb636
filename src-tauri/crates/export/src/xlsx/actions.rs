//! What to do next, a row an action: first what would move most people.

use super::cell::Cell;
use super::sheet::{Grid, Paper, Sheet};
use super::{Told, Written};

const WIDTHS: [f64; 6] = [22.0, 9.0, 40.0, 40.0, 48.0, 22.0];

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let words = told.words;
    let room = told.summary.breakdown.as_ref();
    let profiles = room.and_then(|room| room.profiles.as_deref()).unwrap_or_default();
    let rows: Vec<Vec<Cell>> = told
        .digest
        .actions
        .iter()
        .flat_map(|action| {
            let profile = &profiles[action.profile];
            let source = words.get(if action.is_advice { "xlsx_advice" } else { "xlsx_action" });
            let row = move |what: &str| {
                vec![
                    Cell::text(&profile.name),
                    Cell::Percent(profile.percent),
                    Cell::text(&profile.summary),
                    Cell::text(&profile.lever),
                    Cell::text(what),
                    Cell::text(if what.is_empty() { "" } else { source.as_str() }),
                ]
            };
            // A profile without an action still has its lever.
            let bare = action.actions.is_empty().then(String::new);
            bare.iter()
                .chain(&action.actions)
                .map(|what| row(what))
                .collect::<Vec<_>>()
        })
        .collect();
    if rows.is_empty() {
        return Ok(None);
    }
    let grid = Grid {
        name: "Gazouillis_actions".to_owned(),
        alt: words.get("next_lead"),
        titles: ["profile", "xlsx_share", "xlsx_who", "lever", "xlsx_what", "xlsx_source"]
            .map(|key| words.get(key))
            .to_vec(),
        rows,
        filter: true,
    };
    let mut sheet = Sheet::new(&words.get("xlsx_actions"), Paper::Landscape, &WIDTHS)?;
    sheet.table(0, &grid, &told.look)?;
    sheet.freeze(1)?;
    Ok(Some(sheet))
}
