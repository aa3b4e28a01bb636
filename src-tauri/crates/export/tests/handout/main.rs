//! The handout as a file: every slide and every step on a page, as much of the room as its summary tells, and nothing else.
#![cfg(feature = "pdf")]

mod document;
mod pages;
mod paper;
#[path = "../rooms/mod.rs"]
mod rooms;
mod told;
