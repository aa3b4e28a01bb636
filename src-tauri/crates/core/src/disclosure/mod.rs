//! disclosure
mod audit;
mod pair;
pub use pair::{Flow, PairRule, Table};
