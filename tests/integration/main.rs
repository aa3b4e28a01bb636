//! The server as phones, the presenter and everybody else on the network meet it: over real HTTP.
#![allow(clippy::unwrap_used, reason = "a test may panic anywhere")]

mod access;
mod channels;
mod codes;
mod crash;
mod crowds;
mod cuts;
mod door;
mod editing;
mod favourites;
mod flood;
mod forgery;
mod handout;
mod headless;
mod home;
mod hosts;
mod improve;
mod leaderboard;
mod live;
#[cfg(target_os = "linux")]
mod network;
mod observed;
mod pages;
mod patience;
mod pictures;
mod power;
mod profiles;
mod reactions;
mod rehearsal;
mod remote;
mod resume;
mod returns;
mod room;
mod rounds;
mod screens;
mod shapes;
mod statuses;
mod streams;
mod summaries;
mod survey;
mod upvotes;
mod videos;
mod words;
