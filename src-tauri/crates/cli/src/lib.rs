//! The commands of `gazouillis`, for both of its binaries: the desktop shell, and `gazouillis-headless` which links no
//! WebKit.
//!
//! **Invariant.** A command decides nothing about a session. It reads its arguments, makes the parts meet (deck, engine,
//! server), and puts into words, in the language of the system, what they answer.

pub mod arguments;
mod built_in;
pub mod check;
mod codes;
mod commands;
mod follow;
pub mod home;
mod language;
pub mod launch;
mod logging;
mod reference;
mod rehearse;
mod starter;

pub use built_in::{BUILT_IN, BuiltIn};
pub use commands::{Exit, run};
pub use language::system_language;
pub use launch::{LaunchError, Running, launch};
pub use logging::start_logging;
pub use reference::reference;
