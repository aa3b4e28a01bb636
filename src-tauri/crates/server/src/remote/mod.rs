//! The presenter's own phone as a remote control.
//!
//! **Invariants.** It has a listener of its own, which exists only while the presenter offers a pairing or has allowed a phone, and
//! runs on the presenter's thread. A key pairs one phone, once. A phone that has paired sees and does nothing until the presenter
//! allows it on the console, and from the moment it is revoked. A press does something once, and only where the phone said it was.

mod listener;
mod pairing;

pub(crate) use listener::start;
pub(crate) use pairing::Remotes;
