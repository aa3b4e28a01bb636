//! What ballots on a scale say, and how they are counted.

use serde::{Deserialize, Serialize};

use crate::kind::record::{Record, Shape};

/// What one ballot says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct ScaleMarks {
    /// The value of each statement, in the poll's order; `None` where it was skipped.
    pub values: Vec<Option<u8>>,
}

/// What a skipped statement is in a record.
const SKIPPED: i64 = -1;

impl Shape for ScaleMarks {
    const TAG: u8 = 1;

    fn record(&self) -> Record {
        let number = |value: &Option<u8>| value.map_or(SKIPPED, i64::from);
        Record {
            numbers: self.values.iter().map(number).collect(),
            texts: Vec::new(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        let value = |number: &i64| match *number {
            SKIPPED => Some(None),
            number => u8::try_from(number).ok().map(Some),
        };
        let values = record.numbers.iter().map(value).collect::<Option<_>>()?;
        record.texts.is_empty().then_some(Self { values })
    }
}

/// How many ballots give each value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScaleCounts {
    /// By statement, then by value from the low end on.
    pub statements: Vec<Vec<u32>>,
}

/// What is told of the answers on a scale.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct ScaleFigures {
    /// Each statement, in the poll's order.
    pub statements: Vec<ScaledFigures>,
}

/// What is told of one statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct ScaledFigures {
    /// The statement's id.
    pub id: String,
    /// Ballots that give it a value.
    pub answers: u32,
    /// Ballots that skip it.
    pub skipped: u32,
    /// Ballots by value, from the low end on.
    pub counts: Vec<u32>,
    /// The same as whole percentages of `answers` that add up to 100.
    pub percents: Vec<u32>,
    /// The mean of the values, to tenths; absent when nobody gave one.
    pub mean: Option<f64>,
    /// Their standard deviation with n, that of the room itself, to tenths.
    pub spread: Option<f64>,
}
