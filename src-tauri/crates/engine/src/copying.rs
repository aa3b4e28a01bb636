//! The thread that keeps a copy of the database beside it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use gazouillis_store::Copies;

/// How long after it was asked for a copy is made: when a poll closes, every phone wants to be told at once.
const LATER: Duration = Duration::from_millis(500);

/// Makes copies when it is asked to, one at a time; asking twice while one is being made gives one more.
pub(crate) struct Copying {
    ask: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Copying {
    /// Starts the thread.
    pub(crate) fn start(copies: Copies) -> Self {
        let (ask, asked) = sync_channel(1);
        let thread = std::thread::Builder::new().name("copies".to_owned()).spawn(move || {
            while asked.recv().is_ok() {
                // The room is told first; closes that follow one another are copied together.
                let _ = asked.recv_timeout(LATER);
                let made = catch_unwind(AssertUnwindSafe(|| {
                    fail::fail_point!("copy");
                    copies.make()
                }));
                match made {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => {
                        tracing::warn!(%error, "The database could not be copied; the next close tries again.");
                    }
                    Err(_) => tracing::error!("A fault of the program kept the database from being copied."),
                }
            }
        });
        Self {
            ask: Some(ask),
            thread: thread
                .inspect_err(|error| tracing::warn!(%error, "No copies of the database are made."))
                .ok(),
        }
    }

    /// Asks for a copy of what is on disk now.
    pub(crate) fn ask(&self) {
        // A full channel holds a request that has not begun yet: it will see what is on disk now, too.
        let _ = self.ask.as_ref().map(|ask| ask.try_send(()));
    }
}

impl Drop for Copying {
    fn drop(&mut self) {
        self.ask = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
