//! What ballots on a plane say, and how they are counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kind::PlanePoint;
use crate::kind::record::{Record, Shape};

/// What one ballot says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PlaneMarks {
    /// The place of each statement, in the poll's order; `None` where it was skipped.
    pub places: Vec<Option<PlanePoint>>,
}

/// What a skipped statement is in a record.
const SKIPPED: i64 = -1;

impl Shape for PlaneMarks {
    const TAG: u8 = 2;

    fn record(&self) -> Record {
        let number = |place: &Option<PlanePoint>| match place {
            Some(PlanePoint { x, y }) => i64::from(*x) * 256 + i64::from(*y),
            None => SKIPPED,
        };
        Record {
            numbers: self.places.iter().map(number).collect(),
            texts: Vec::new(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        let place = |number: &i64| match *number {
            SKIPPED => Some(None),
            number => {
                let [x, y] = u16::try_from(number).ok()?.to_be_bytes();
                Some(Some(PlanePoint { x, y }))
            }
        };
        let places = record.numbers.iter().map(place).collect::<Option<_>>()?;
        record.texts.is_empty().then_some(Self { places })
    }
}

/// Ballots by place: (upwards, across), so that they come row by row.
pub(super) type Cells = BTreeMap<(u8, u8), u32>;

/// How many ballots are at each place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaneCounts {
    /// By statement; places where nobody is are left out.
    pub statements: Vec<Cells>,
}

/// What is told of the answers on a plane.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct PlaneFigures {
    /// Each statement, in the poll's order.
    pub statements: Vec<PlacedFigures>,
}

/// What is told of one statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct PlacedFigures {
    /// The statement's id.
    pub id: String,
    /// Ballots that give it a place.
    pub answers: u32,
    /// Ballots that skip it.
    pub skipped: u32,
    /// Places where somebody is: across, upwards, ballots. Row by row from the bottom; short, for there may be 121.
    pub cells: Vec<(u8, u8, u32)>,
    /// The middle of all places; absent when nobody gave one.
    pub centroid: Option<Centroid>,
}

/// The middle of a cloud of places, to tenths.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Centroid {
    /// The mean across.
    pub x: f64,
    /// The mean upwards.
    pub y: f64,
    /// The standard deviation across, with n, that of the room itself.
    pub x_spread: f64,
    /// The standard deviation upwards.
    pub y_spread: f64,
}
