//! What the windows and the commands share.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use gazouillis_cli::Running;
use gazouillis_core::Command;
use gazouillis_core::deck::Language;
use gazouillis_engine::store::StoreError;
use gazouillis_engine::{EngineHandle, Library};
use gazouillis_server::{AddressBook, NoticeBoard};
use tokio::sync::mpsc::UnboundedSender;

use crate::keys;

/// The presenter's desk, as far as the shell knows it.
pub(crate) struct Desk {
    pub(crate) session: EngineHandle,
    pub(crate) library: Option<Library>,
    pub(crate) addresses: AddressBook,
    pub(crate) notices: NoticeBoard,
    pub(crate) language: Language,
    clicks: UnboundedSender<Command>,
    swapped: AtomicBool,
}

impl Desk {
    /// The desk of a talk that is being given on a data folder.
    pub(crate) fn of(running: &Running, data: &Path, language: Language) -> Result<Self, StoreError> {
        Ok(Self {
            session: running.session(),
            library: Library::open(data)?,
            addresses: running.server.addresses.clone(),
            notices: running.server.notices.clone(),
            language,
            clicks: keys::forward(running.session()),
            swapped: AtomicBool::new(false),
        })
    }

    /// Sends a command to the session, after those sent before.
    pub(crate) fn click(&self, command: Command) {
        // The receiver lives as long as the program.
        let _ = self.clicks.send(command);
    }

    /// Whether the windows have changed screens.
    pub(crate) fn is_swapped(&self) -> bool {
        self.swapped.load(Ordering::Relaxed)
    }

    /// Notes that the windows change screens.
    pub(crate) fn swap(&self) {
        self.swapped.fetch_xor(true, Ordering::Relaxed);
    }

    /// Whether people are in the middle of something that closing the window would interrupt.
    pub(crate) fn is_busy(&self) -> bool {
        let now = self.session.now();
        !now.snapshot.finished && now.snapshot.joined > 0
    }
}
