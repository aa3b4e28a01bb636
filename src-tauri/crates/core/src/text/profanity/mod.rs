//! Swear words and insults, French and English, that the presenter sees before the room does.
//!
//! Whole words only, so that « concours », "Scunthorpe" and « assistant » pass; but words that hide behind digits (`c0n`), stretched
//! letters (`merdeeee`), dots (`m.e.r.d.e`), blanks (`p u t e`) or stars (`m*rde`) are found. It is a list, and knows nothing
//! of meaning: what it finds is shown to the presenter, who decides.

mod disguise;
mod list;

use std::ops::Range;

use super::fold::fold;
use super::words::words;

/// The places of a cleaned text, in bytes, where something stands that may offend; in order, none inside another.
#[must_use]
pub fn profanities(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let tokens: Vec<(Range<usize>, String)> = words(text).map(|(range, word)| (range, fold(word))).collect();
    let innocent = list::innocent(&tokens);
    let clear = |range: &Range<usize>| {
        !innocent
            .iter()
            .any(|other| other.start <= range.start && range.end <= other.end)
    };
    found.extend(list::phrases(&tokens));
    found.extend(
        tokens
            .iter()
            .filter(|(_, word)| list::holds(word))
            .map(|(range, _)| range.clone()),
    );
    found.extend(disguise::spelled_out(&tokens));
    found.extend(disguise::disguised(text));
    found.retain(clear);
    without_overlap(found)
}

fn without_overlap(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests;
