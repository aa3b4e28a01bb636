//! A talk file (Markdown with YAML) becomes a [`Deck`](gazouillis_core::Deck), or a list of mistakes with line, column
//! and the words to correct them.
//!
//! **Invariant.** A talk with a mistake never yields a deck, and reading goes on after a mistake: all of them are
//! reported at once. Only [`load()`] touches files.
//!
//! A talk file may come from anybody: size, slides, depth and pictures are capped, raw HTML and remote addresses are
//! refused, and the time taken is proportional to the file.
//!
//! The way through: `slides` cuts the file at its separators, `yaml` and `fields` read front matter and blocks, `markdown`
//! reads the rest, `slide` puts one slide together, `talk` the whole.

mod birds;
mod channels;
mod code;
mod cut;
mod diagnostic;
mod fields;
mod format;
mod formula;
mod front_matter;
mod inline;
mod kind;
mod load;
mod look;
mod markdown;
mod means;
mod media;
mod nearest;
mod notes;
mod option;
pub mod overflow;
mod pairs;
mod picture;
mod poll;
mod report;
mod schema;
mod slide;
mod slides;
mod source;
mod survey;
mod talk;
mod tweet;
mod typology;
mod variables;
mod words;
mod yaml;

pub use birds::BIRDS;
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use format::Word;
pub use front_matter::vocabulary;
pub use load::{LoadError, Loaded, load, load_cut, no_such_cut};
pub use schema::Schema;
pub use talk::{LARGEST_FILE, Parsed};

/// Reads the text of a talk file, without looking for its pictures.
#[must_use]
pub fn parse(source: &str) -> Parsed {
    parse_cut(source, None)
}

/// Reads the text of a talk file in one of its lengths, without looking for its pictures. A length that it does not have gives the usual one.
#[must_use]
pub fn parse_cut(source: &str, minutes: Option<u16>) -> Parsed {
    talk::read(source, minutes, &|_, _, _| {})
}
