//! The last sheet: how the figures came about, what they say, and what is kept nowhere.

use super::cell::Cell;
use super::overview::Page;
use super::{Told, Written};

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let words = told.words;
    let room = told.summary.breakdown.as_ref();
    let mut page = Page::new(&words.get("xlsx_method"))?;
    page.sheet.text(0, 0, &words.get("method"), &told.look.title)?;
    page.sheet.height(0, 30.0)?;
    page.value("", &Cell::text(words.get("method_lead")), told)?;
    page.gap();
    let profile = room.map(|room| {
        let minimum = room.minimum_answers.to_string();
        (
            "method_profile",
            words.fill("method_profile_text", &[("minimum", &minimum)]),
        )
    });
    let note = |key: &'static str| (key, words.get(&format!("{key}_text")));
    let notes = [
        profile,
        Some(note("method_interval")),
        room.and_then(|room| room.reference).map(|_| note("method_reference")),
        room.and_then(|room| room.masked.as_ref())
            .map(|_| note("method_masked")),
        Some(note("method_privacy")),
    ];
    for (key, text) in notes.into_iter().flatten() {
        page.value(&words.get(key), &Cell::text(text), told)?;
        page.gap();
    }
    let places = [
        ("session", told.summary.session.as_str()),
        ("date", told.digest.date.as_str()),
    ];
    page.value("", &Cell::text(words.fill("method_session", &places)), told)?;
    Ok(Some(page.sheet))
}
