//! The domain of Gazouillis: a talk, its polls, the ballots of a room, and what they add up to.
//!
//! **Invariant.** This crate does no I/O, reads no clock, draws no random number and knows neither async nor SQL. Time,
//! tokens and random bits are passed in, so every rule here can be tested by giving it values.
//!
//! The running session is a pair of pure functions: [`Session::decide`] says which [`Event`]s a [`Command`] causes (or
//! why it is refused), [`Session::evolve`] folds one event into the state. Whoever owns a session stores the events
//! between the two.

pub mod ballot;
pub mod budget;
pub mod change;
pub mod channel;
pub mod content;
pub mod deck;
pub mod disclosure;
pub mod favourites;
pub mod improvise;
pub mod kind;
pub mod leaderboard;
pub mod look;
pub mod poll;
pub mod questionnaire;
pub mod session;
pub mod share;
pub mod speed;
pub mod statistics;
pub mod summary;
pub mod survey;
pub mod tally;
pub mod text;
pub mod typology;

pub use ballot::Revision;
pub use deck::{Deck, Layout, Slide};
pub use kind::{Answer, Figures, InvalidAnswer, Marks, PollOption, Question, QuestionView, Solution};
pub use poll::Poll;
pub use session::{Command, Cursor, Event, Phase, Rejection, Session, Snapshot, TokenHash, Vote};
pub use summary::Summary;
pub use tally::Tally;
pub use typology::{Breakdown, Profile, Typology};
