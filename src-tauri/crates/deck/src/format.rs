//! The keys of the format: what each takes and what it is for.
//!
//! The readers know their keys from these lists and from nowhere else, and so do the JSON Schemas and the reference. A key that
//! is read is therefore explained, and what is explained is read.

/// A word of the format, and what it says in French and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The word as it is written.
    pub word: &'static str,
    /// What it says, in French.
    pub fr: &'static str,
    /// What it says, in English.
    pub en: &'static str,
}

/// When a key has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Due {
    /// Never.
    Never,
    /// Always.
    Always,
    /// In a poll that borrows nothing from the first half of a pair.
    First,
}

/// One key of a mapping.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key {
    /// The key as it is written.
    pub(crate) word: &'static str,
    pub(crate) takes: Takes,
    pub(crate) due: Due,
    /// What holds where it is left out, as JSON.
    pub(crate) usual: Option<&'static str>,
    /// How it may look, as JSON.
    pub(crate) example: Option<&'static str>,
    pub(crate) fr: &'static str,
    pub(crate) en: &'static str,
}

/// What stands behind a key.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Takes {
    /// A text that says something. Numbers are taken as they are written.
    Text,
    /// A text that may say nothing.
    AnyText,
    /// The same, or nothing: to be filled in by whoever gives the talk.
    ToFill,
    /// `[a-z0-9-]+`.
    Id,
    /// `true` or `false`.
    Flag,
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// A number from the first to the second.
    Number(f64, f64),
    /// One of some words.
    OneOf(fn() -> Vec<&'static str>),
    /// One of some words that are explained.
    Explained(fn() -> Vec<Word>),
    /// A text of a certain form: a regular expression.
    Like(&'static str),
    /// The path of a file of the talk's folder, with one of these endings.
    File(&'static [&'static str]),
    /// So many items.
    List(&'static Takes, usize, usize),
    /// A mapping with keys of its own.
    Map(&'static [Key]),
    /// A mapping from the id of a profile.
    ByProfile(&'static Takes),
    /// A mapping from names of the author’s own.
    ByName(&'static Takes),
    /// Any of these.
    Either(&'static [Takes]),
}

impl Key {
    /// A key that may be left out.
    pub(crate) const fn new(word: &'static str, takes: Takes, fr: &'static str, en: &'static str) -> Self {
        Self {
            word,
            takes,
            due: Due::Never,
            usual: None,
            example: None,
            fr,
            en,
        }
    }

    /// The same key, which has to be there.
    pub(crate) const fn due(self) -> Self {
        Self {
            due: Due::Always,
            ..self
        }
    }

    /// The same key, which has to be there unless the poll is the second half of a pair.
    pub(crate) const fn due_first(self) -> Self {
        Self {
            due: Due::First,
            ..self
        }
    }

    /// The same key, with what holds where it is left out.
    pub(crate) const fn usually(self, json: &'static str) -> Self {
        Self {
            usual: Some(json),
            ..self
        }
    }

    /// The same key, with an example.
    pub(crate) const fn such_as(self, json: &'static str) -> Self {
        Self {
            example: Some(json),
            ..self
        }
    }

    /// The key and what it is for.
    pub(crate) fn explained(&self) -> Word {
        Word {
            word: self.word,
            fr: self.fr,
            en: self.en,
        }
    }
}
