//! What both listeners know.

use std::net::SocketAddr;
use std::sync::Arc;

use gazouillis_core::TokenHash;
use gazouillis_engine::{EngineHandle, Library};
use gazouillis_protocol::ErrorCode;

use crate::addresses::AddressBook;
use crate::answer::ApiError;
use crate::chorus::Chorus;
use crate::door::{Caller, Door, Pace, Presence};
use crate::hand::Hand;
use crate::live::Views;
use crate::machine::Machine;
use crate::notices::NoticeBoard;
use crate::pictures::Pictures;
use crate::recut::Recut;
use crate::remote::Remotes;
use crate::secret::Secret;
use crate::server::Leave;
use crate::wifi::Wifi;

/// Shared by all requests.
pub(crate) struct Shared {
    pub(crate) engine: EngineHandle,
    pub(crate) library: Library,
    pub(crate) addresses: AddressBook,
    pub(crate) views: Views,
    pub(crate) door: Door,
    pub(crate) pace: Arc<Pace>,
    pub(crate) presence: Arc<Presence>,
    pub(crate) chorus: Chorus,
    pub(crate) notices: NoticeBoard,
    pub(crate) pictures: Arc<Pictures>,
    pub(crate) leave: Option<Leave>,
    pub(crate) recut: Option<Recut>,
    pub(crate) remotes: Remotes,
    pub(crate) hand: Hand,
    pub(crate) machine: Machine,
    pub(crate) wifi: Wifi,
    /// Where phones that vote are served.
    pub(crate) audience: SocketAddr,
    pub(crate) control_secret: Secret,
    pub(crate) stage_secret: Secret,
}

impl Shared {
    /// Whether the holder of a token may ask now.
    pub(crate) fn within_pace(&self, caller: &Caller, token: &TokenHash) -> Result<(), ApiError> {
        if self.pace.allows_token(caller, token) {
            Ok(())
        } else {
            Err(ErrorCode::TooManyRequests.into())
        }
    }
}
