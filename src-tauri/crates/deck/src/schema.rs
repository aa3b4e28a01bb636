//! The format as JSON Schema, for editors that complete and check YAML.
//!
//! Draft 7, because that is what the YAML language server (VS Code, Neovim, Helix, IntelliJ's own reader) understands in full. A
//! schema is made from the keys that the readers themselves use, so it cannot know a key that they do not read. It says what can be said
//! of one block by itself: whether a poll that is named exists, only the reader knows.

mod node;
mod shape;

use gazouillis_core::deck::Language;
use gazouillis_core::kind::KindName;
use serde_json::{Value, json};

use crate::format::{Due, Key};
use crate::front_matter::{self, SLIDE_KEYS, TALK_KEYS};
use crate::{kind, poll, tweet};
use shape::{object, properties};

/// What a schema is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// The front matter at the top of a talk, which is that of its first slide as well.
    Talk,
    /// The front matter of any other slide.
    Slide,
    /// What a block ```` ```poll ```` holds.
    Poll,
    /// What a block ```` ```tweet ```` holds.
    Tweet,
}

impl Schema {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Talk, Self::Slide, Self::Poll, Self::Tweet];

    /// The name of its file, without the ending.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Slide => "slide",
            Self::Poll => "poll",
            Self::Tweet => "tweet",
        }
    }

    fn title(self) -> (&'static str, &'static str) {
        match self {
            Self::Talk => ("L’en-tête d’un exposé Gazouillis", "The head of a Gazouillis talk"),
            Self::Slide => (
                "L’en-tête d’une diapositive Gazouillis",
                "The head of a Gazouillis slide",
            ),
            Self::Poll => ("Une question Gazouillis", "A Gazouillis poll"),
            Self::Tweet => ("Un tweet dessiné par Gazouillis", "A tweet drawn by Gazouillis"),
        }
    }

    /// The schema, its words in this language.
    #[must_use]
    pub fn json(self, language: Language) -> Value {
        let mut schema = match self {
            Self::Talk => head(&[&TALK_KEYS[..], &SLIDE_KEYS[..]].concat(), language),
            Self::Slide => head(&SLIDE_KEYS, language),
            Self::Poll => any_poll(language),
            Self::Tweet => object(&tweet::KEYS, language),
        };
        let (fr, en) = self.title();
        if let Value::Object(schema) = &mut schema {
            let title = if language == Language::Fr { fr } else { en };
            schema.insert("$schema".to_owned(), "http://json-schema.org/draft-07/schema#".into());
            schema.insert("title".to_owned(), title.into());
        }
        schema
    }
}

/// A front matter, with what a layout cannot do without and what belongs to one layout alone.
fn head(keys: &[Key], language: Language) -> Value {
    let mut head = object(keys, language);
    let only_with = |key: &str, layout: &str| {
        json!({
            "if": { "required": [key] },
            "then": { "required": ["layout"], "properties": { "layout": { "const": layout } } },
        })
    };
    let shown_by = |layout: &str, wanted: Value| {
        json!({
            "if": { "required": ["layout"], "properties": { "layout": { "const": layout } } },
            "then": wanted,
        })
    };
    let favourites = front_matter::SHOWS_FAVOURITES.map(front_matter::layout_word);
    head["allOf"] = json!([
        {
            "if": { "required": ["poll"], "not": { "required": ["top"] } },
            "then": { "required": ["layout"], "properties": { "layout": { "const": "results" } } },
        },
        {
            "if": { "required": ["top"] },
            "then": { "required": ["poll"], "properties": { "layout": { "enum": favourites } } },
        },
        only_with("profile", "profiles"),
        shown_by("results", json!({ "required": ["poll"] })),
        shown_by(
            "image-right",
            json!({ "anyOf": [{ "required": ["image"] }, { "required": ["bird"] }] })
        ),
    ]);
    head["dependencies"] = json!({ "image_alt": ["image"] });
    head
}

/// A poll of any kind: a branch for each, which an editor chooses by the word behind `kind`.
fn any_poll(language: Language) -> Value {
    let branches: Vec<Value> = KindName::ALL.iter().map(|kind| one_kind(*kind, language)).collect();
    let mut poll = object(&poll::KEYS, language);
    if let Value::Object(poll) = &mut poll {
        // Each branch has its own keys, and no others.
        poll.remove("additionalProperties");
        poll.insert("oneOf".to_owned(), branches.into());
        poll.insert("dependencies".to_owned(), json!({ "speed": ["timer"] }));
    }
    poll
}

fn one_kind(kind: KindName, language: Language) -> Value {
    let own = kind::keys(kind);
    let keys = [&poll::KEYS[..], own].concat();
    let mut branch = json!({
        "title": kind.word(),
        "description": kind.summary(),
        "type": "object",
        "properties": properties(&keys, language),
        "additionalProperties": false,
        "examples": [node::json(&kind.example())],
    });
    branch["properties"]["kind"] = json!({ "const": kind.word(), "description": kind.summary() });
    let due: Vec<&str> = own
        .iter()
        .filter(|key| key.due == Due::First)
        .map(|key| key.word)
        .collect();
    let one_of = kind::one_of(kind);
    if due.is_empty() && one_of.is_empty() {
        return branch;
    }
    // The second half of a pair may leave all this to the first.
    let mut alone = json!({});
    if !due.is_empty() {
        alone["required"] = json!(due);
    }
    if !one_of.is_empty() {
        let required: Vec<Value> = one_of.iter().map(|key| json!({ "required": [key] })).collect();
        alone["anyOf"] = json!(required);
    }
    branch["if"] = json!({ "required": ["pair"], "properties": { "pair": { "enum": ["after", "then"] } } });
    branch["else"] = alone;
    branch
}

#[cfg(test)]
mod usual;
