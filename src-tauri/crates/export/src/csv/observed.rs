//! What the presenter saw in the room: rows of their own, which say each for itself that nobody voted for them.

use gazouillis_core::Summary;
use gazouillis_core::summary::ObservedProfile;

use super::rows::Row;
use crate::words::Words;

pub(super) fn rows(summary: &Summary, words: Words) -> Vec<Row> {
    let Some(observed) = &summary.observed else {
        return Vec::new();
    };
    let row = |profile: &ObservedProfile| Row {
        section: words.get("csv_observed"),
        item_id: profile.id.clone(),
        item: profile.name.clone(),
        count: profile.count.to_string(),
        base: observed.total.to_string(),
        percent: profile.percent.to_string(),
        remark: words.get("observed_note"),
        ..Row::default()
    };
    observed.profiles.iter().map(row).collect()
}
