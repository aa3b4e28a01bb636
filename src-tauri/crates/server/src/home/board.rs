//! What the home page shows, as it is told to everybody who looks at it.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use tokio::sync::watch;

use super::Host;

/// Tells the home page that something has changed. Cheap to clone.
#[derive(Clone)]
pub struct HomeBoard {
    host: Arc<dyn Host>,
    latest: Arc<Latest>,
}

impl fmt::Debug for HomeBoard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("HomeBoard").finish_non_exhaustive()
    }
}

impl HomeBoard {
    /// Shows how things are at this host's.
    pub(super) fn of(host: Arc<dyn Host>) -> Self {
        let board = Self {
            host,
            latest: Arc::default(),
        };
        board.refresh();
        board
    }

    pub(super) fn host(&self) -> &Arc<dyn Host> {
        &self.host
    }

    /// The event that tells it, now and whenever it changes.
    pub(super) fn shown(&self) -> &watch::Sender<Bytes> {
        &self.latest.shown
    }

    /// Shows how things are now. Reads files: call it where that is allowed.
    pub fn refresh(&self) {
        self.latest.refresh(|| {
            let view = serde_json::to_string(&self.host.view()).expect("BUG: a view is always JSON");
            Bytes::from(format!("data: {view}\n\n"))
        });
    }

    pub(super) async fn refresh_beside(&self) {
        let board = self.clone();
        // Whoever panics there has said so.
        let _ = tokio::task::spawn_blocking(move || board.refresh()).await;
    }
}

/// The newest reading of something, whoever reads it.
#[derive(Default)]
struct Latest {
    shown: watch::Sender<Bytes>,
    reading: Mutex<()>,
}

impl Latest {
    /// Reads and shows, one after the other: a reading that began earlier must not replace a newer one.
    fn refresh(&self, read: impl FnOnce() -> Bytes) {
        let _one_at_a_time = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let event = read();
        self.shown.send_if_modified(|shown| {
            let is_new = *shown != event;
            *shown = event;
            is_new
        });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn after_many_changes_at_once_the_last_is_shown() {
        const AT_ONCE: usize = 4;
        for _ in 0..500 {
            let latest = Latest::default();
            let changes = AtomicUsize::new(0);
            thread::scope(|scope| {
                for _ in 0..AT_ONCE {
                    scope.spawn(|| {
                        changes.fetch_add(1, Ordering::SeqCst);
                        latest.refresh(|| {
                            let read = changes.load(Ordering::SeqCst);
                            thread::yield_now();
                            Bytes::from(read.to_string())
                        });
                    });
                }
            });
            assert_eq!(*latest.shown.borrow(), AT_ONCE.to_string());
        }
    }
}
