//! `kind: quiz`.

use gazouillis_core::kind::{MAX_OPTIONS, Quiz};
use gazouillis_core::{PollOption, Question};

use super::choice::{Allowed, options};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::text;
use crate::report::{Problem, Spanned};
use crate::yaml::{Node, Value};

impl Reader for Quiz {
    const KEYS: &'static [&'static str] = &["options", "right", "several", "confidence", "shuffle", "explain"];

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
