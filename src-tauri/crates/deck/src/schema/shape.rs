//! What a key takes, as JSON Schema.

use gazouillis_core::deck::Language;
use serde_json::{Map, Value, json};

use crate::format::{Due, Key, Takes, Word};
use crate::picture::REFUSED;

/// A mapping with these keys and no others.
pub(super) fn object(keys: &[Key], language: Language) -> Value {
    let mut object = json!({
        "type": "object",
        "properties": properties(keys, language),
        "additionalProperties": false,
    });
    let due = keys.iter().filter(|key| key.due == Due::Always).map(|key| key.word);
    let due: Vec<&str> = due.collect();
    if !due.is_empty() {
        object["required"] = json!(due);
    }
    object
}

/// What each key takes.
pub(super) fn properties(keys: &[Key], language: Language) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| (key.word.to_owned(), property(key, language)))
        .collect();
    properties.into()
}

fn property(key: &Key, language: Language) -> Value {
    let mut property = takes(&key.takes, language);
    let said = key.explained();
    property["description"] = said_in(&said, language).into();
    if let Some(usual) = key.usual {
        property["default"] = literal(usual);
    }
    if let Some(example) = key.example {
        property["examples"] = json!([literal(example)]);
    }
    property
}

fn said_in(word: &Word, language: Language) -> &'static str {
    match language {
        Language::Fr => word.fr,
        Language::En => word.en,
    }
}

fn literal(json: &str) -> Value {
    serde_json::from_str(json).expect("BUG: a key's default or example is not JSON")
}

fn takes(takes: &Takes, language: Language) -> Value {
    match takes {
        // YAML reads `text: 140` as a number and `title: true` as true; the format takes them as they are written.
        Takes::Text => json!({ "type": ["string", "number", "boolean"], "pattern": "\\S" }),
        Takes::AnyText => json!({ "type": ["string", "number", "boolean"] }),
        Takes::ToFill => json!({ "type": ["string", "number", "boolean", "null"] }),
        Takes::Id => json!({ "type": ["string", "integer", "boolean"], "pattern": "^[a-z0-9-]+$", "minimum": 0 }),
        Takes::Flag => json!({ "type": "boolean" }),
        Takes::Whole(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Takes::Number(from, to) => json!({ "type": "number", "minimum": from, "maximum": to }),
        Takes::OneOf(words) => json!({ "enum": words() }),
        Takes::Explained(words) => {
            let words = words();
            json!({
                "enum": words.iter().map(|word| word.word).collect::<Vec<_>>(),
                // What VS Code shows beside each word; validators pass over it.
                "enumDescriptions": words.iter().map(|word| said_in(word, language)).collect::<Vec<_>>(),
            })
        }
        Takes::Like(pattern) => json!({ "type": "string", "pattern": pattern }),
        Takes::File(endings) => json!({ "type": "string", "pattern": path(endings) }),
        Takes::List(item, fewest, most) => {
            json!({ "type": "array", "items": self::takes(item, language), "minItems": fewest, "maxItems": most })
        }
        Takes::Map(keys) => object(keys, language),
        Takes::ByProfile(points) => {
            json!({ "type": "object", "additionalProperties": self::takes(points, language) })
        }
        Takes::ByName(value) => json!({
            "type": "object",
            "propertyNames": { "pattern": "^[a-z0-9-]+$" },
            "additionalProperties": self::takes(value, language),
        }),
        Takes::Either(all) => {
            let all: Vec<Value> = all.iter().map(|one| self::takes(one, language)).collect();
            json!({ "anyOf": all })
        }
    }
}

/// A path within the talk's folder: no address, no drive, no way out, and one of these endings in any case.
fn path(endings: &[&str]) -> String {
    let refused: String = REFUSED.iter().collect::<String>().replace('\\', r"\\");
    let any_case = |ending: &&str| -> String {
        ending
            .chars()
            .map(|letter| match letter.to_ascii_uppercase() {
                upper if upper == letter => letter.to_string(),
                upper => format!("[{letter}{upper}]"),
            })
            .collect()
    };
    let endings: Vec<String> = endings.iter().map(any_case).collect();
    format!(r"^(?!/)(?!(.*/)?\.\.(/|$))[^{refused}]+\.({})$", endings.join("|"))
}
