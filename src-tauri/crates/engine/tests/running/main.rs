//! The running session on a real data folder.
#![allow(clippy::unwrap_used, reason = "a test may panic anywhere")]

mod beginning;
mod full_disk;
mod going_on;
mod order;
mod room;
mod sessions;
