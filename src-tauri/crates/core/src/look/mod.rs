//! How a talk looks on the projector: one of our two themes, or a company's few colours, and its logo.
//!
//! A company gives three colours at most; [`Tones`] makes a whole slide of them, and [`Look::faults`] says which of them a room
//! could not read.

mod colour;
mod faults;
mod tones;

use serde::{Deserialize, Serialize};

pub use colour::Colour;
pub use faults::{Asked, Fault};
pub use tones::Tones;

use crate::deck::Picture;

/// What the talk's file says of its look. Everything may be left out.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Look {
    /// The theme that is named; without one, light.
    #[serde(default)]
    pub theme: Theme,
    /// The ground of ordinary slides.
    #[serde(default)]
    pub paper: Option<Colour>,
    /// What is written on it.
    #[serde(default)]
    pub ink: Option<Colour>,
    /// Marks, bars, and the ground of covers.
    #[serde(default)]
    pub accent: Option<Colour>,
    /// A small picture at the corner of every slide.
    #[serde(default)]
    pub logo: Option<Picture>,
}

/// A theme of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark letters on light paper.
    #[default]
    Light,
    /// Light letters on dark paper.
    Dark,
}

impl Theme {
    /// Paper, ink and accent of the theme: `--paper`, `--ink` and `--accent` of `ui/src/design/tokens.css`.
    #[must_use]
    pub const fn base(self) -> [Colour; 3] {
        match self {
            Self::Light => [
                Colour::new(0xfb, 0xf4, 0xe6),
                Colour::new(0x1a, 0x1c, 0x3a),
                Colour::new(0xd0, 0x34, 0x1c),
            ],
            Self::Dark => [
                Colour::new(0x14, 0x16, 0x2e),
                Colour::new(0xf6, 0xec, 0xd9),
                Colour::new(0xff, 0x7f, 0x5f),
            ],
        }
    }
}

impl Look {
    /// Whether any colour is the talk's own.
    #[must_use]
    pub fn has_colours(&self) -> bool {
        self.paper.is_some() || self.ink.is_some() || self.accent.is_some()
    }

    /// Whether letters are dark on light or light on dark, which the colours decide where they are given: the theme that birds,
    /// right and wrong are painted for.
    #[must_use]
    pub fn ground(&self) -> Theme {
        let clear = |colour: Colour| colour.contrast(Colour::BLACK) >= colour.contrast(Colour::WHITE);
        match (self.paper, self.ink) {
            (Some(paper), _) if clear(paper) => Theme::Light,
            (Some(_), _) => Theme::Dark,
            (None, Some(ink)) if clear(ink) => Theme::Dark,
            (None, Some(_)) => Theme::Light,
            (None, None) => self.theme,
        }
    }

    /// The ground of ordinary slides.
    #[must_use]
    pub fn paper(&self) -> Colour {
        self.paper.unwrap_or(self.ground().base()[0])
    }

    /// What is written on it.
    #[must_use]
    pub fn ink(&self) -> Colour {
        self.ink.unwrap_or(self.ground().base()[1])
    }

    /// Marks, bars, and the ground of covers.
    #[must_use]
    pub fn accent(&self) -> Colour {
        self.accent.unwrap_or(self.ground().base()[2])
    }

    /// Every tone of a slide, where the talk has colours of its own.
    #[must_use]
    pub fn tones(&self) -> Option<Tones> {
        self.has_colours().then(|| Tones::of(self))
    }
}

#[cfg(test)]
mod tests;
