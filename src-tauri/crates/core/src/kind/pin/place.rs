//! A place on a picture, and how many places are counted where.

use serde::{Deserialize, Serialize};

use crate::kind::{Part, Record, Shape};

/// The width and the height of any picture: places are whole ten-thousandths of it, finer than a finger and the same on
/// every machine.
pub const WHOLE: u16 = 10_000;

/// How many cells the counting grid has across. With [`CELL_ROWS`] they are square on a wide picture.
pub const CELL_COLUMNS: usize = 32;

/// How many cells the counting grid has downwards.
pub const CELL_ROWS: usize = 18;

/// What a ballot says: a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PinMarks {
    /// From the left edge, in ten-thousandths.
    pub x: u16,
    /// From the top, in ten-thousandths.
    pub y: u16,
}

impl PinMarks {
    /// The place at these parts of the width and the height; `None` beside the picture, and for what is no number.
    #[must_use]
    pub fn at(x: f64, y: f64) -> Option<Self> {
        let place = |part: f64| {
            let is_inside = (0.0..=1.0).contains(&part);
            is_inside.then(|| (part * f64::from(WHOLE)).round() as u16)
        };
        Some(Self {
            x: place(x)?,
            y: place(y)?,
        })
    }

    /// The cell of the counting grid, row by row. The last edge belongs to the last cell.
    pub(super) fn cell(self) -> usize {
        let part = |at: u16, cells: usize| (usize::from(at) * cells / usize::from(WHOLE)).min(cells - 1);
        part(self.y, CELL_ROWS) * CELL_COLUMNS + part(self.x, CELL_COLUMNS)
    }
}

impl Shape for PinMarks {
    const TAG: u8 = 8;

    fn record(&self) -> Record {
        Record {
            numbers: vec![self.x.into(), self.y.into()],
            texts: Vec::new(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        let [x, y] = *record.numbers.as_slice() else {
            return None;
        };
        Some(Self {
            x: x.try_into().ok()?,
            y: y.try_into().ok()?,
        })
    }
}

/// How many ballots point where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinCounts {
    /// Ballots in all.
    pub ballots: u32,
    /// Ballots in each cell of the counting grid, row by row.
    pub cells: Vec<u32>,
    /// Ballots in each region.
    pub regions: Vec<u32>,
    /// Ballots in no region.
    pub elsewhere: u32,
    /// Ballots in a region that is right.
    pub right: u32,
}

impl PinCounts {
    pub(super) fn new(regions: usize) -> Self {
        Self {
            ballots: 0,
            cells: vec![0; CELL_COLUMNS * CELL_ROWS],
            regions: vec![0; regions],
            elsewhere: 0,
            right: 0,
        }
    }

    /// The cells that are not empty, with their counts.
    pub(super) fn hit_cells(&self) -> Vec<[u32; 2]> {
        let cells = (0..).zip(&self.cells);
        cells
            .filter(|(_, count)| **count > 0)
            .map(|(cell, &count)| [cell, count])
            .collect()
    }
}

/// What is told of where people point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct PinFigures {
    /// How many cells the counting grid has across.
    pub columns: u32,
    /// How many cells it has downwards.
    pub rows: u32,
    /// The cells that are not empty: the cell, row by row from 0, and how many ballots point there.
    pub cells: Vec<[u32; 2]>,
    /// Each region's share, in the question's order. Where regions overlap the shares are no parts of a whole.
    pub regions: Vec<RegionShare>,
    /// What points at no region.
    pub elsewhere: Part,
}

/// How many ballots point at a region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct RegionShare {
    /// The region's id.
    pub id: String,
    /// Ballots that point at it.
    pub count: u32,
    /// Its share of all ballots, as a whole percentage.
    pub percent: u32,
}
