//! Starting: a new session, or the one that a crash interrupted.

use std::sync::Arc;
use std::thread::JoinHandle;

use gazouillis_core::{Command, Deck, Session};
use gazouillis_store::{DataFolder, SetAside, StoreError, StoredSession, Writer};
use tokio::sync::watch;

use crate::handle::{EngineHandle, Published};
use crate::queue::Queue;
use crate::session_thread::{Running, SessionThread};
use crate::{Library, facts};

/// An interrupted session is gone on with when it last changed less than this long ago: 12 hours, in milliseconds. Later
/// it is another day, and another room.
const RESUME_WITHIN: i64 = 12 * 60 * 60 * 1_000;

/// The running engine. Dropping it stops the session thread after what is waiting has been written.
pub struct Engine {
    handle: EngineHandle,
    thread: Option<JoinHandle<()>>,
    /// Keeps the data folder ours for as long as something writes in it.
    _folder: DataFolder,
}

/// What starting gave.
pub struct Started {
    /// The engine.
    pub engine: Engine,
    /// The sessions of the data folder.
    pub library: Library,
    /// A damaged database that was put aside.
    pub set_aside: Option<SetAside>,
}

impl Engine {
    /// Starts on a data folder and a talk: goes on with the session of this very talk that was interrupted, else starts a
    /// new one. An unfinished session that is not gone on with is finished, so that its links do not linger.
    ///
    /// # Errors
    /// When the database is newer than the program, or the disk refuses.
    ///
    /// # Panics
    /// When the system cannot start a thread.
    pub fn start(folder: DataFolder, deck: Arc<Deck>) -> Result<Started, StoreError> {
        let (mut writer, set_aside) = folder.writer()?;
        let (running, resumed) = take_up(&mut writer, &deck)?;
        let library = Library::new(folder.reader()?);
        let queue = Arc::new(Queue::default());
        let (publisher, published) = watch::channel(Arc::new(Published::of(&running, resumed, false)));
        let thread = SessionThread {
            running,
            writer,
            queue: Arc::clone(&queue),
            publisher,
            resumed,
            disk_full: false,
            ahead_of_disk: false,
        };
        let thread = std::thread::Builder::new()
            .name("session".to_owned())
            .spawn(move || thread.run())
            .expect("BUG: the system starts no thread");
        let handle = EngineHandle { queue, published };
        Ok(Started {
            engine: Self {
                handle,
                thread: Some(thread),
                _folder: folder,
            },
            library,
            set_aside,
        })
    }

    /// How to speak to it.
    #[must_use]
    pub fn handle(&self) -> EngineHandle {
        self.handle.clone()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.handle.queue.stop();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn take_up(writer: &mut Writer, deck: &Arc<Deck>) -> Result<(Running, bool), StoreError> {
    while let Some(stored) = writer.latest_unfinished()? {
        let recent = facts::now().saturating_sub(stored.touched_at) < RESUME_WITHIN;
        if recent && **stored.session.deck() == **deck {
            writer.resume(&stored);
            tracing::info!(session = %stored.facts.id, seq = stored.session.seq(), "Going on with the interrupted session.");
            return Ok((
                Running {
                    facts: stored.facts,
                    session: stored.session,
                },
                true,
            ));
        }
        lay_down(writer, stored)?;
    }
    let facts = facts::new_session();
    writer.start(&facts, deck)?;
    Ok((
        Running {
            facts,
            session: Session::new(Arc::clone(deck)),
        },
        false,
    ))
}

/// Finishes an abandoned session, or deletes it when nobody joined.
fn lay_down(writer: &mut Writer, stored: StoredSession) -> Result<(), StoreError> {
    if stored.session.participants().is_empty() {
        writer.forget(&stored.facts.id)?;
        return Ok(());
    }
    writer.resume(&stored);
    let mut session = stored.session;
    let events = session.decide(Command::Finish).unwrap_or_default();
    for event in &events {
        session.evolve(event);
    }
    let summary = session.summary(stored.facts);
    writer.commit(session.deck(), &events, session.seq(), facts::now(), Some(&summary))
}
