//! The sessions of the data folder, read beside the running one.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use gazouillis_core::Summary;
use gazouillis_store::{Reader, SessionRow, StoreError};

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

    /// A session's summary: frozen once it is finished, else as of now. `None` when there is no such session.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn summary(&self, id: &str) -> Result<Option<Summary>, StoreError> {
        self.read(|reader| reader.summary(id))
    }
}
