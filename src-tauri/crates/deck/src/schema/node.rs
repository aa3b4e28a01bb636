//! An example in YAML as JSON.

use serde_json::Value as Json;

use crate::report::Report;
use crate::yaml::{self, Node, Value};

/// What a block of YAML says. Words that look like a number or like true and false are taken for that.
pub(super) fn json(yaml: &str) -> Json {
    let read = yaml::parse(yaml, 0, &Report::default());
    read.as_ref().map_or(Json::Null, of)
}

fn of(node: &Node) -> Json {
    match &node.value {
        Value::Empty => Json::Null,
        Value::List(items) => items.iter().map(of).collect(),
        Value::Mapping(entries) => entries
            .iter()
            .map(|entry| (entry.key.clone(), of(&entry.value)))
            .collect(),
        Value::Scalar(word) => match serde_json::from_str(word) {
            Ok(plain @ (Json::Number(_) | Json::Bool(_))) => plain,
            _ => Json::String(word.clone()),
        },
    }
}
