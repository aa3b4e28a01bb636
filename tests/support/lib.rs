//! Real clients for tests: a talk, a server on free ports, phones, a presenter.
//!
//! **Invariant.** Everything here speaks to the program as its users do, over HTTP or by its command line, and waits for
//! conditions with a deadline, never for a fixed time.

mod answer;
mod figures;
#[cfg(unix)]
mod group;
mod headless;
mod live;
mod phone;
mod power;
mod presenter;
pub mod raw;
mod server;
mod talk;
mod wait;

pub use answer::Answer;
pub use figures::{bars, counts, right};
#[cfg(unix)]
pub use group::Group;
pub use headless::Headless;
pub use live::Live;
pub use phone::Phone;
pub use power::PowerlessDisk;
pub use presenter::Presenter;
pub use server::TestServer;
pub use talk::TestTalk;
pub use wait::{DEADLINE, soon};
