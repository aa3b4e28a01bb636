//! What figures may claim beyond the people who answered, one file per method, each with its source.
//!
//! **Invariant.** Nothing here says a bare number where a room is too small to carry it: below a test's own size the answer
//! is [`Verdict::TooSmall`]. What is drawn is drawn from a seed, so the same figures always give the same answer.

mod change;
mod goodman;
mod kappa;
mod mcnemar;
mod random;
mod reference;
mod wilson;

use serde::{Deserialize, Serialize};

pub use change::{Movement, SMALLEST_CHANGE, movements};
pub use goodman::goodman;
pub use kappa::{Agreement, Kappa, SMALLEST_KAPPA, kappa};
pub use mcnemar::mcnemar_mid_p;
pub use random::SplitMix64;
pub use reference::{SMALLEST_ROOM, against_reference};
pub use wilson::wilson_lower;

/// How often something is drawn where a caller has no better idea: a p-value near 5 % is then known to ± 0.5 %.
pub const SAMPLES: u32 = 10_000;

/// The level at which the words say "different" or "changed".
pub const LEVEL: f64 = 0.05;

/// An interval of a share, both ends within 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// What a test has to say.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// There are fewer people than the test needs: "the room is too small to conclude".
    TooSmall {
        /// People there are.
        people: u32,
        /// People it takes.
        needed: u32,
    },
    /// The test was made.
    Tested {
        /// How probable figures at least as unusual would be if there were nothing to find, 0 to 1.
        p: f64,
    },
}

impl Verdict {
    /// Whether there is something to find, at [`LEVEL`]; `None` when the room is too small to say.
    #[must_use]
    pub fn is_clear(&self) -> Option<bool> {
        match *self {
            Self::TooSmall { .. } => None,
            Self::Tested { p } => Some(p < LEVEL),
        }
    }
}
