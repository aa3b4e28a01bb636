//! Which colours of a talk a room could not read.

use super::{Colour, Look};

/// What two colours have to do together, with the contrast that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Ink on paper, read from the back row: 7, the enhanced contrast of WCAG 2.2 (1.4.6); below 4.5 (1.4.3) nobody should have to.
    Reading,
    /// Marks in the accent on paper: 3, that of graphics (1.4.11). Words in the accent are darkened or lightened until they can be read.
    Marks,
    /// A paper clearly light or clearly dark, since birds and states are painted for one or the other: 12 from black or from white.
    Ground,
}

impl Asked {
    /// The contrast that is asked for.
    #[must_use]
    pub const fn ratio(self) -> f64 {
        match self {
            Self::Reading => 7.0,
            Self::Marks => 3.0,
            Self::Ground => 12.0,
        }
    }
}

/// Two colours that do not stand out from each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fault {
    /// What they were asked for.
    pub asked: Asked,
    /// The colour that should stand out.
    pub colour: Colour,
    /// What it should stand out from.
    pub against: Colour,
    /// The contrast that they reach.
    pub ratio: f64,
    /// The nearest colour that would do, in place of `colour`; of [`Asked::Ground`], in place of the paper.
    pub nearest: Colour,
    /// Whether nobody could read it, so that the talk may not start like this.
    pub unreadable: bool,
}

/// Text below this contrast is no text for many (WCAG 2.2, 1.4.3).
const LEAST_FOR_TEXT: f64 = 4.5;

impl Look {
    /// What a room could not read. Our own colours have no faults.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        if !self.has_colours() {
            return Vec::new();
        }
        let (paper, ink, accent) = (self.paper(), self.ink(), self.accent());
        let fault = |asked: Asked, colour: Colour, against: Colour, least: f64| {
            let ratio = colour.contrast(against);
            (ratio < asked.ratio()).then(|| Fault {
                asked,
                colour,
                against,
                ratio,
                nearest: colour.standing_out(&[against], asked.ratio()),
                unreadable: ratio < least,
            })
        };
        let far = if paper.contrast(Colour::BLACK) >= paper.contrast(Colour::WHITE) {
            Colour::BLACK
        } else {
            Colour::WHITE
        };
        [
            fault(Asked::Ground, paper, far, 0.0),
            fault(Asked::Reading, ink, paper, LEAST_FOR_TEXT),
            fault(Asked::Marks, accent, paper, 0.0),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
