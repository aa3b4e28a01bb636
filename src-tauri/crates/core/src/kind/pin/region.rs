//! The named regions of a picture.

use serde::{Deserialize, Serialize};

use super::place::{PinMarks, WHOLE};
use crate::deck::Language;
use crate::statistics::SplitMix64;

/// The most regions a picture may have: as many as a phone can list, and fewer than a comparison may have rows.
pub const MAX_REGIONS: usize = 16;

/// A rectangle of a picture, in ten-thousandths of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Area {
    /// From the left edge of the picture.
    pub left: u16,
    /// From the top of the picture.
    pub top: u16,
    /// Across, at least 1.
    pub width: u16,
    /// Downwards, at least 1.
    pub height: u16,
}

impl Area {
    /// The rectangle of these parts of the picture's width and height; `None` when it is empty or leaves the picture.
    #[must_use]
    pub fn of_parts([left, top, width, height]: [f64; 4]) -> Option<Self> {
        let place = PinMarks::at(left, top)?;
        let size = PinMarks::at(width, height)?;
        let fits = |from: u16, long: u16| long > 0 && from <= WHOLE - long;
        (fits(place.x, size.x) && fits(place.y, size.y)).then_some(Self {
            left: place.x,
            top: place.y,
            width: size.x,
            height: size.y,
        })
    }

    /// Whether a place is inside. Left and upper edges belong to it; the others only where the picture ends, so that
    /// neighbours share no place.
    #[must_use]
    pub fn contains(self, x: u16, y: u16) -> bool {
        let within =
            |at: u16, from: u16, long: u16| at >= from && (at < from + long || (at == WHOLE && from + long == WHOLE));
        within(x, self.left, self.width) && within(y, self.top, self.height)
    }

    /// Whether a place can be in both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }

    /// A place inside, mostly near the middle.
    pub(super) fn aimed_at(self, dice: &mut SplitMix64) -> PinMarks {
        // The sum of three even numbers is nearly a normal one, and never leaves its bounds.
        let mut part = || (dice.unit() + dice.unit() + dice.unit()) / 3.0;
        let across = part() * f64::from(self.width);
        let downwards = part() * f64::from(self.height);
        PinMarks {
            x: self.left + across as u16,
            y: self.top + downwards as u16,
        }
    }
}

/// A region with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// Unique in the question.
    pub id: String,
    /// Its name.
    pub text: String,
    /// Where it is.
    pub at: Area,
}

/// A region as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct RegionView {
    /// Names the region in the figures.
    pub id: String,
    /// Its name.
    pub text: String,
    /// Where it is.
    pub at: Area,
}

impl Region {
    pub(super) fn view(&self) -> RegionView {
        RegionView {
            id: self.id.clone(),
            text: self.text.clone(),
            at: self.at,
        }
    }
}

/// The nine regions of a picture for which the talk names none, row by row.
#[must_use]
pub fn plain_regions(language: Language) -> Vec<Region> {
    let third = |part: usize| (WHOLE as usize * part / 3) as u16;
    let region = |(index, (id, text)): (usize, &(&str, &str))| {
        let (column, row) = (index % 3, index / 3);
        Region {
            id: (*id).to_owned(),
            text: (*text).to_owned(),
            at: Area {
                left: third(column),
                top: third(row),
                width: third(column + 1) - third(column),
                height: third(row + 1) - third(row),
            },
        }
    };
    names(language).iter().enumerate().map(region).collect()
}

fn names(language: Language) -> [(&'static str, &'static str); 9] {
    match language {
        Language::Fr => [
            ("haut-gauche", "En haut à gauche"),
            ("haut", "En haut"),
            ("haut-droite", "En haut à droite"),
            ("gauche", "À gauche"),
            ("milieu", "Au milieu"),
            ("droite", "À droite"),
            ("bas-gauche", "En bas à gauche"),
            ("bas", "En bas"),
            ("bas-droite", "En bas à droite"),
        ],
        Language::En => [
            ("top-left", "Top left"),
            ("top", "Top"),
            ("top-right", "Top right"),
            ("left", "Left"),
            ("middle", "In the middle"),
            ("right", "Right"),
            ("bottom-left", "Bottom left"),
            ("bottom", "Bottom"),
            ("bottom-right", "Bottom right"),
        ],
    }
}
