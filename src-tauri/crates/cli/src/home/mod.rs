//! Home: the talks and sessions of this computer, and how one of them comes to be presented.
//!
//! **Invariant.** Nothing is presented here by itself: without a talk that was asked for, no session runs and nothing listens on the
//! network. What home remembers (`home.json` in the data folder) is where talks are, and never what anybody answered.

mod cards;
mod hall;
mod host;
mod refusals;
mod shelf;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use gazouillis_core::deck::Language;
pub use gazouillis_server::HomeServer;
use gazouillis_server::{ListenError, serve_home};

pub use hall::{Hall, NoWindows, Stagehand};
pub use shelf::chosen_language;
pub(crate) use shelf::pictures_of_session;

/// Home is served here, or on one of the next ports. Always the same, because what a page remembers belongs to its address.
pub const HOME: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 18_470);

/// Opens home. Must be called within a Tokio runtime of several threads.
///
/// # Errors
/// When no port can be had.
pub fn open(hall: &Arc<Hall>, home: SocketAddr, language: Language) -> Result<HomeServer, ListenError> {
    let server = serve_home(Arc::clone(hall) as _, home, language)?;
    hall.tell(server.url(), server.board());
    Ok(server)
}
