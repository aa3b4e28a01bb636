//! The pages' side of the running session: HTTP and Server-Sent Events, nothing else.
//!
//! **Invariant.** There are two listeners and they share no route. The *audience* listener (the local network) serves the
//! phone page, ballots and the public live view. The *control* listener (loopback, a secret new at each start) serves the
//! stage, the console and every command. This crate cannot see SQL: it speaks to the engine and to the library.

mod addresses;
mod answer;
mod assets;
mod audience;
mod body;
mod chorus;
mod control;
mod desk;
mod door;
mod guard;
mod hand;
mod home;
mod hosts;
mod listen;
mod live;
mod machine;
mod notices;
mod openapi;
mod path;
mod pictures;
mod qr;
mod recut;
mod remote;
mod report;
mod secret;
mod server;
mod state;
mod stream;
mod videos;
mod wifi;

pub use addresses::{Address, AddressBook};
pub use door::{CodeSheet, CodeSheetError};
pub use home::{HomeBoard, HomeServer, Host, Paper, Refusal, ShelvedTalk, serve_home};
pub use listen::ListenError;
pub use notices::NoticeBoard;
pub use openapi::{audience as audience_openapi, control as control_openapi};
pub use pictures::pictures_of;
pub use recut::Recut;
pub use report::session_entry;
pub use secret::{Secret, token_hash};
pub use server::{Leave, Options, Server, start};
