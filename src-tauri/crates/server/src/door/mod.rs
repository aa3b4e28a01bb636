//! The door: who may join, how many connections and streams whoever is there may hold, and how often they may ask.
//!
//! **Invariant.** Device addresses live here, in memory, and nowhere else: no view, log, error or file carries one; even
//! their debug form hides them. Nobody is refused for sharing an address with a room: what an address may do without the
//! presenter's word is bounded, and beyond it the presenter is asked once. What decides is pure, with the time passed in.

mod address;
mod admission;
mod codes;
mod entrance;
mod pace;
mod places;
mod presence;

pub(crate) use address::DeviceAddress;
pub use codes::{CodeSheet, CodeSheetError};
pub(crate) use entrance::Door;
pub(crate) use pace::Pace;
pub(crate) use places::{Caller, Hold, Places};
pub(crate) use presence::{Presence, Stay};
