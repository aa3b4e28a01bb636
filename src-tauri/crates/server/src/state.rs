//! What both listeners know.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use gazouillis_engine::{EngineHandle, Library};
use gazouillis_protocol::Notice;
use tokio::sync::watch;

use crate::addresses::AddressBook;
use crate::live::Views;
use crate::pictures::Pictures;
use crate::secret::Secret;

/// Shared by all requests.
pub(crate) struct Shared {
    pub(crate) engine: EngineHandle,
    pub(crate) library: Library,
    pub(crate) addresses: AddressBook,
    pub(crate) views: Views,
    pub(crate) here: Here,
    pub(crate) notices: Vec<Notice>,
    pub(crate) pictures: Pictures,
    pub(crate) control_secret: Secret,
    pub(crate) stage_secret: Secret,
    /// What makes a join one of a rehearsal.
    pub(crate) rehearsal_key: Secret,
}

/// Counts the phones that follow the live view now.
#[derive(Debug, Clone, Default)]
pub(crate) struct Here {
    count: Arc<AtomicU32>,
    changed: watch::Sender<()>,
}

impl Here {
    /// Counts one more, until the guard is dropped.
    pub(crate) fn enter(&self) -> HereGuard {
        self.count.fetch_add(1, Ordering::Relaxed);
        self.changed.send_replace(());
        HereGuard { here: self.clone() }
    }

    pub(crate) fn count(&self) -> u32 {
        self.count.load(Ordering::Relaxed)
    }

    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }
}

/// One phone that is here.
#[derive(Debug)]
pub(crate) struct HereGuard {
    here: Here,
}

impl Drop for HereGuard {
    fn drop(&mut self) {
        self.here.count.fetch_sub(1, Ordering::Relaxed);
        self.here.changed.send_replace(());
    }
}
