//! `kind: quiz`.

use gazouillis_core::kind::{MAX_OPTIONS, Quiz};
use gazouillis_core::{PollOption, Question};

use super::choice::OPTIONS;
use super::choice::{Allowed, options};
use super::shared::{EXPLAIN, ONE_OR_SEVERAL, SHUFFLE};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::text;
use crate::format::{Key, Takes};
use crate::report::{Problem, Spanned};
use crate::yaml::{Node, Value};

impl Reader for Quiz {
    const KEYS: &'static [Key] = &[
        OPTIONS,
        Key::new(
            "right",
            ONE_OR_SEVERAL,
            "la bonne option, ou leur liste",
            "the right option, or a list of them",
        )
        .due_first(),
        Key::new(
            "several",
            Takes::Flag,
            "true : une réponse nomme toutes les bonnes, et elles seules",
            "true: an answer names all that are right, and just these",
        )
        .usually("false"),
        Key::new(
            "confidence",
            Takes::Flag,
            "true : demande « sûr / pas sûr » avec la réponse",
            "true: asks “sure / not sure” with the answer",
        )
        .usually("false"),
        SHUFFLE,
        EXPLAIN,
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let options = options(asked, Allowed { note: true });
        Self {
            right: right(asked, &options),
            options,
            several: asked.flag("several"),
            confidence: asked.flag("confidence"),
            shuffle: asked.flag("shuffle"),
        }
    }
}

/// The indices of the right options: those written, or those of the first half of the pair.
fn right(asked: &Asked<'_>, options: &[PollOption]) -> Vec<usize> {
    if let (None, Some(Question::Quiz(first))) = (
        asked.fields.get("right"),
        asked.first.as_ref().map(|first| first.question),
    ) {
        return first.right.clone();
    }
    if !asked.second {
        asked.fields.required("right");
    }
    let mut indices = Vec::new();
    for right in written(asked, MAX_OPTIONS) {
        match options.iter().position(|option| option.id == right.value) {
            Some(index) if !indices.contains(&index) => indices.push(index),
            Some(_) => {}
            None if options.is_empty() => {}
            None => {
                let ids = options.iter().map(|option| option.id.as_str());
                let problem = Problem::new(right.at, Code::UnknownOption);
                asked.report().add(problem.choice(&right.value, ids));
            }
        }
    }
    indices
}

/// The key `right`: one id, or several but at most `most`.
pub(super) fn written(asked: &Asked<'_>, most: usize) -> Vec<Spanned<String>> {
    let fields = &asked.fields;
    match fields.get("right") {
        Some(Node {
            value: Value::List(_), ..
        }) => fields
            .counted("right", 1..=most)
            .unwrap_or_default()
            .iter()
            .filter_map(|node| text(node, "right", fields.report))
            .collect(),
        _ => fields.text("right").into_iter().collect(),
    }
}
