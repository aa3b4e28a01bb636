//! The sessions of the data folder, read beside the running one.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Deck, Summary};
use gazouillis_store::{Reader, SessionRow, StoreError};

/// A session that can be gone on with.
#[derive(Debug, Clone)]
pub struct Interrupted {
    /// What is known about it besides its events.
    pub facts: SessionFacts,
    /// Its talk, as it was.
    pub talk: Arc<Deck>,
    /// The slide it was on, from 0.
    pub slide: usize,
    /// Phones that had joined.
    pub joined: u32,
    /// When it last changed: Unix time in milliseconds.
    pub touched_at: i64,
}

/// Reads sessions without ever holding up a vote. Its methods block on the disk: call them where that is allowed.
#[derive(Debug)]
pub struct Library {
    reader: Mutex<Reader>,
}

impl Library {
    /// Opens the sessions of a data folder, beside the app that may be running on it. `None` when there are none yet.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn open(folder: &Path) -> Result<Option<Self>, StoreError> {
        Ok(Reader::of_folder(folder)?.map(Self::new))
    }

    pub(crate) fn new(reader: Reader) -> Self {
        Self {
            reader: Mutex::new(reader),
        }
    }

    fn read<T>(&self, read: impl FnOnce(&Reader) -> Result<T, StoreError>) -> Result<T, StoreError> {
        read(&self.reader.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// All sessions, newest first.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn sessions(&self) -> Result<Vec<SessionRow>, StoreError> {
        self.read(Reader::sessions)
    }

    /// The newest session in which anything was counted and that nobody finished. A rehearsal is none of them.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn interrupted(&self) -> Result<Option<Interrupted>, StoreError> {
        self.read(|reader| {
            let rows = reader.sessions()?.into_iter();
            let mut left =
                rows.filter(|row| !row.finished && !row.simulated && row.holds_something && row.damage.is_none());
            let Some(row) = left.next() else { return Ok(None) };
            let stored = reader.load(&row.id)?;
            Ok(stored.map(|stored| Interrupted {
                facts: stored.facts,
                talk: Arc::clone(stored.session.talk()),
                slide: stored.session.cursor().slide,
                joined: row.joined,
                touched_at: stored.touched_at,
            }))
        })
    }

    /// A session's talk as it ran, with its summary. `None` when there is no such session.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn talk_and_summary(&self, id: &str) -> Result<Option<(Deck, Summary)>, StoreError> {
        self.read(|reader| reader.talk_and_summary(id))
    }

    /// A session's summary: frozen once it is finished, else as of now. `None` when there is no such session.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn summary(&self, id: &str) -> Result<Option<Summary>, StoreError> {
        self.read(|reader| reader.summary(id))
    }
}
