//! `kind: multiple`.

use gazouillis_core::Question;
use gazouillis_core::kind::{MAX_OPTIONS, Multiple};

use super::choice::OPTIONS;
use super::choice::{Allowed, options};
use super::shared::{NO_OPINION, OTHER, SHUFFLE};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::format::{Key, Takes};
use crate::report::Problem;

impl Reader for Multiple {
    const KEYS: &'static [Key] = &[
        OPTIONS,
        Key::new(
            "min",
            Takes::Whole(1, MAX_OPTIONS as i64),
            "combien d’options au moins",
            "how many options at least",
        )
        .usually("1"),
        Key::new(
            "max",
            Takes::Whole(1, MAX_OPTIONS as i64),
            "combien d’options au plus ; toutes, sinon",
            "how many options at most; all, when left out",
        ),
        OTHER,
        NO_OPINION,
        SHUFFLE,
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let options = options(asked, Allowed { note: false });
        let other = asked.flag("other");
        let most = options.len() + usize::from(other);
        let (min, max) = limits(asked, most);
        Self {
            options,
            min,
            max,
            other,
            no_opinion: asked.flag("no_opinion"),
            shuffle: asked.flag("shuffle"),
        }
    }
}

/// The fewest and the most that a ballot names: as written, as in the first half of the pair, or from one to all.
fn limits(asked: &Asked<'_>, most: usize) -> (usize, usize) {
    let theirs = match asked.first.as_ref().map(|first| first.question) {
        Some(Question::Multiple(first)) => Some((first.min, first.max)),
        _ => None,
    };
    let (their_min, their_max) = theirs.unwrap_or((1, most));
    let max = asked.fields.whole("max", 1..=MAX_OPTIONS as u32);
    if let Some(max) = max.as_ref().filter(|max| most > 0 && max.value as usize > most) {
        let problem = Problem::new(max.at, Code::NumberOutOfRange).found(max.value.to_string());
        asked.report().add(problem.expected(format!("1–{most}")));
    }
    let max = max.map_or(their_max, |max| max.value as usize);
    let min = asked.fields.whole("min", 1..=MAX_OPTIONS as u32);
    if let Some(min) = min.as_ref().filter(|min| max > 0 && min.value as usize > max) {
        let problem = Problem::new(min.at, Code::NumberOutOfRange).found(min.value.to_string());
        asked.report().add(problem.expected(format!("1–{max}")));
    }
    (min.map_or(their_min, |min| min.value as usize), max)
}
