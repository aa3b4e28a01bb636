//! What ballots with a number say, and how they are counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kind::record::{Record, Shape};

/// What one ballot says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct NumberMarks {
    /// The number, counted in units of the question's last decimal.
    pub value: i64,
}

impl Shape for NumberMarks {
    const TAG: u8 = 3;

    fn record(&self) -> Record {
        Record {
            numbers: vec![self.value],
            texts: Vec::new(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        match (record.numbers.as_slice(), record.texts.as_slice()) {
            ([value], []) => Some(Self { value: *value }),
            _ => None,
        }
    }
}

/// How many ballots say each number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NumberCounts {
    /// Ballots by number; numbers that nobody says are left out.
    pub values: BTreeMap<i64, u32>,
}

/// What is told of the numbers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct NumberFigures {
    /// How the numbers are spread, at most twelve bins, ascending and without a gap.
    pub bins: Vec<Bin>,
    /// Where the quarters of the room meet; absent when nobody has answered.
    pub quartiles: Option<Quartiles>,
}

/// Numbers taken together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Bin {
    /// The smallest number in it; absent where it holds all that are smaller than the next bin's.
    pub from: Option<f64>,
    /// The largest number in it; absent where it holds all that are larger than the last bin's.
    pub to: Option<f64>,
    /// Ballots.
    pub count: u32,
    /// Their share as a whole percentage; all bins' add up to 100.
    pub percent: u32,
}

/// Where the quarters of a room meet, to one decimal more than the question has, half rounded up.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Quartiles {
    /// A quarter of the room says at most this.
    pub low: f64,
    /// Half of the room says at most this.
    pub median: f64,
    /// Three quarters of the room say at most this.
    pub high: f64,
}
