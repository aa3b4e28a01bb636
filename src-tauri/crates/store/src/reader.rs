//! Reading beside the writer.

use std::path::Path;

use gazouillis_core::{Deck, Summary};
use rusqlite::Connection;

use crate::copies::open_to_read;
use crate::folder::DATABASE;
use crate::{SessionRow, StoreError, StoredSession, schema, session, summary};

/// A read-only connection. In write-ahead mode it sees the last commit and never waits for the writer, nor the writer for it.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
}

impl Reader {
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            connection: open_to_read(path)?,
        })
    }

    /// A reader of a data folder's database, whoever writes in it. `None` when there is no database yet.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer program wrote it; whatever the disk says.
    pub fn of_folder(folder: &Path) -> Result<Option<Self>, StoreError> {
        let path = folder.join(DATABASE);
        if !path.exists() {
            return Ok(None);
        }
        let reader = Self::open(&path)?;
        schema::check(&reader.connection, &path)?;
        Ok(Some(reader))
    }

    /// All sessions, newest first.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn sessions(&self) -> Result<Vec<SessionRow>, StoreError> {
        session::list(&self.connection)
    }

    /// A session's summary: the frozen one once it is finished, else a fold of what is stored now. `None` when the
    /// library has no such session.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn summary(&self, id: &str) -> Result<Option<Summary>, StoreError> {
        // One transaction, so that the fold sees one moment.
        let transaction = self.connection.unchecked_transaction()?;
        let Some(number) = session::number_of(&transaction, id)? else {
            return Ok(None);
        };
        if let Some(frozen) = summary::frozen(&transaction, number, id)? {
            return Ok(Some(frozen));
        }
        let stored = session::load(&transaction, number)?;
        Ok(Some(stored.session.summary(stored.facts)))
    }

    /// A session's talk as it ran, with its summary: see [`Self::summary`]. `None` when the library has no such session.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn talk_and_summary(&self, id: &str) -> Result<Option<(Deck, Summary)>, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        let Some(number) = session::number_of(&transaction, id)? else {
            return Ok(None);
        };
        if let Some(frozen) = summary::frozen(&transaction, number, id)? {
            return Ok(Some((session::kept_talk(&transaction, number)?, frozen)));
        }
        let stored = session::load(&transaction, number)?;
        let talk = Deck::clone(stored.session.deck());
        Ok(Some((talk, stored.session.summary(stored.facts))))
    }

    /// A whole session. `None` when the library has no such session.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn load(&self, id: &str) -> Result<Option<StoredSession>, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        session::number_of(&transaction, id)?
            .map(|number| session::load(&transaction, number))
            .transpose()
    }
}
