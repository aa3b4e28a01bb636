//! The handout: the talk's slides as a PDF, a page a slide or a page a step, with or without the speaker's notes, and with what
//! the room answered as far as a session's summary tells it.
//!
//! What a page shows is decided here, one module for what each layout needs; how it looks stands in `templates/handout`, one file a
//! layout. The templates read one virtual file, `/handout.json`, so that what people typed is never markup.
//!
//! **Invariant.** Figures come from the [`Summary`] alone. Notes are in the file only when they were asked for, and of a step that
//! is shown by itself nothing is in the file that comes later.

#[cfg(feature = "pdf")]
mod asked;
#[cfg(feature = "pdf")]
mod breakdown;
#[cfg(feature = "pdf")]
mod change;
#[cfg(feature = "pdf")]
mod favourites;
#[cfg(feature = "pdf")]
mod headings;
#[cfg(feature = "pdf")]
mod moments;
#[cfg(feature = "pdf")]
mod notes;
#[cfg(feature = "pdf")]
mod page;
#[cfg(feature = "pdf")]
mod pictures;
#[cfg(feature = "pdf")]
mod poll;
#[cfg(feature = "pdf")]
mod scene;
#[cfg(feature = "pdf")]
mod sheets;
#[cfg(feature = "pdf")]
mod writing;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use gazouillis_core::{Deck, Summary};
use serde::Deserialize;

use crate::error::ExportError;

/// The talk's pictures: their bytes by the path that the talk names them with.
pub type Pictures = BTreeMap<String, Vec<u8>>;

/// What a page of the handout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandoutPages {
    /// A slide, whole.
    #[default]
    Slides,
    /// A step of a slide, as the room saw it.
    Steps,
}

impl fmt::Display for HandoutPages {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Slides => "slides",
            Self::Steps => "steps",
        })
    }
}

impl FromStr for HandoutPages {
    type Err = ExportError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        [Self::Slides, Self::Steps]
            .into_iter()
            .find(|pages| pages.to_string() == name)
            .ok_or_else(|| ExportError::UnknownPages(name.to_owned()))
    }
}

/// What of a talk goes onto paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HandoutOptions {
    /// What a page is.
    pub pages: HandoutPages,
    /// Whether the speaker's notes stand under each slide, on sheets of A4.
    pub notes: bool,
}

/// A talk to be put on paper.
#[derive(Debug, Clone, Copy)]
pub struct Handout<'a> {
    /// The talk.
    pub deck: &'a Deck,
    /// What a room answered; `None` for the talk by itself.
    pub summary: Option<&'a Summary>,
    /// Its pictures, as far as they are there. One that is not is replaced by its words.
    pub pictures: &'a Pictures,
}

impl Handout<'_> {
    /// The PDF.
    ///
    /// # Errors
    /// When this build leaves PDF out, or it could not be typeset; the error says what to do.
    #[cfg(feature = "pdf")]
    pub fn render(&self, options: HandoutOptions) -> Result<Vec<u8>, ExportError> {
        let pictures = pictures::usable(self.pictures);
        match self.typeset(options, &pictures) {
            // A picture may pass for one and still not be drawn.
            Err(_) if !pictures.is_empty() => self.typeset(options, &pictures::Drawable::default()),
            done => done,
        }
    }

    /// The PDF.
    ///
    /// # Errors
    /// This build leaves PDF out.
    #[cfg(not(feature = "pdf"))]
    pub fn render(&self, _: HandoutOptions) -> Result<Vec<u8>, ExportError> {
        Err(ExportError::NotBuilt {
            format: crate::Format::Pdf,
        })
    }

    /// The name offered when it is saved.
    #[must_use]
    pub fn file_name(&self, options: HandoutOptions) -> String {
        crate::file_name::handout(self.deck, self.summary, options)
    }

    #[cfg(feature = "pdf")]
    fn typeset(&self, options: HandoutOptions, pictures: &pictures::Drawable) -> Result<Vec<u8>, ExportError> {
        let sheets = sheets::Sheets::new(self, options, pictures);
        let mut files = vec![("handout.json".to_owned(), serde_json::to_vec(&sheets)?)];
        files.extend(pictures.files());
        let ident = self
            .summary
            .map_or(self.deck.title.as_str(), |summary| &summary.session);
        crate::pdf::typeset(
            "handout.typ",
            files,
            &format!("{ident} {} {}", options.pages, options.notes),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_as_they_are_written() {
        for pages in [HandoutPages::Slides, HandoutPages::Steps] {
            assert_eq!(pages.to_string().parse::<HandoutPages>().ok(), Some(pages));
        }
        assert!("every".parse::<HandoutPages>().is_err());
    }
}
