//! `kind: ranking`.

use gazouillis_core::Question;
use gazouillis_core::kind::{MAX_OPTIONS, Ranking};

use super::choice::OPTIONS;
use super::choice::{Allowed, options};
use super::listed::{Listed, listed};
use super::shared::{EXPLAIN, ONE_OR_SEVERAL};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::format::{Key, Takes};
use crate::report::Problem;

impl Reader for Ranking {
    const KEYS: &'static [Key] = &[
        OPTIONS,
        Key::new(
            "top",
            Takes::Whole(1, MAX_OPTIONS as i64),
            "combien de places il y a ; toutes, sinon",
            "how many places there are; all, when left out",
        ),
        Key::new(
            "right",
            ONE_OR_SEVERAL,
            "le bon ordre : en fait un quiz",
            "the right order: makes it a quiz",
        ),
        EXPLAIN,
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let options = options(asked, Allowed { note: false });
        let theirs = match asked.first.as_ref().map(|first| first.question) {
            Some(Question::Ranking(first)) => Some(first),
            _ => None,
        };
        let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
        let right = match theirs {
            Some(first) if asked.fields.get("right").is_none() => Listed {
                indices: first.right.clone(),
                written: first.right.len(),
            },
            _ if ids.is_empty() => Listed::default(),
            _ => listed(&asked.fields, "right", &ids),
        };
        let their_top = theirs.map(|first| first.top);
        let otherwise = match right.written {
            0 => their_top.unwrap_or(options.len()),
            written => their_top.unwrap_or(written),
        };
        let top = top(asked, options.len()).unwrap_or(otherwise);
        check(asked, right.written, top);
        Self {
            top,
            options,
            right: right.indices,
        }
    }
}

/// How many places are written.
fn top(asked: &Asked<'_>, options: usize) -> Option<usize> {
    let top = asked.fields.whole("top", 1..=MAX_OPTIONS as u32)?;
    if options > 0 && top.value as usize > options {
        let problem = Problem::new(top.at, Code::NumberOutOfRange).found(top.value.to_string());
        asked.report().add(problem.expected(format!("1–{options}")));
    }
    Some(top.value as usize)
}

/// A right order names as many options as there are places; what explains it needs one.
fn check(asked: &Asked<'_>, right: usize, top: usize) {
    if let Some(node) = asked.fields.get("right")
        && right > 0
        && right != top
    {
        let problem = Problem::new(node.at, Code::ItemCount).found("right");
        asked.report().add(problem.expected(top.to_string()));
    }
    if let (Some(entry), 0) = (asked.fields.entry("explain"), right) {
        let problem = Problem::new(entry.at, Code::IdleKey).found("explain");
        asked.report().add(problem.expected("right"));
    }
}
