//! Lists of words that are named elsewhere, in an order that counts: right orders, right words.

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::{Fields, text};
use crate::report::{Problem, Spanned};
use crate::yaml::{Node, Value};

/// What a key lists.
#[derive(Default)]
pub(super) struct Listed {
    /// The indices of those that are known, each once.
    pub(super) indices: Vec<usize>,
    /// How many are written.
    pub(super) written: usize,
}

/// The words of `known` that a key lists. One word alone needs no list.
pub(super) fn listed(fields: &Fields<'_>, key: &str, known: &[&str]) -> Listed {
    let words = words(fields, key);
    let written = words.len();
    let mut indices = Vec::new();
    for word in words {
        match known.iter().position(|known| *known == word.value) {
            Some(index) if indices.contains(&index) => {
                let problem = Problem::new(word.at, Code::ListedTwice);
                fields.report.add(problem.found(&word.value));
            }
            Some(index) => indices.push(index),
            None => {
                let problem = Problem::new(word.at, Code::UnknownOption);
                fields.report.add(problem.choice(&word.value, known.iter().copied()));
            }
        }
    }
    Listed { indices, written }
}

/// The words that a key lists.
fn words(fields: &Fields<'_>, key: &str) -> Vec<Spanned<String>> {
    match fields.get(key) {
        Some(Node {
            value: Value::List(items),
            ..
        }) => items.iter().filter_map(|item| text(item, key, fields.report)).collect(),
        _ => fields.text(key).into_iter().collect(),
    }
}
