//! The server as phones, the presenter and everybody else on the network meet it: over real HTTP.
#![allow(clippy::unwrap_used, reason = "a test may panic anywhere")]

mod access;
mod crash;
mod forgery;
mod headless;
mod hosts;
mod live;
mod pages;
mod patience;
mod power;
mod rehearsal;
mod resume;
mod room;
mod statuses;
mod summaries;
