//! Sessions on real files: kept, taken up again, and destroyed when they must be.
#![allow(clippy::unwrap_used, reason = "a test may panic anywhere")]

mod before;
mod copies;
mod damage;
mod ending;
mod flips;
mod reopening;
mod talk;
