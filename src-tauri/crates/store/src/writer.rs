//! The one writer.

use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Deck, Event, Summary};
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};

use crate::log::{self, End};
use crate::witness::{Testimony, Witness};
use crate::{Copies, StoreError, StoredSession, scrub, session, summary};

/// Pages in the write-ahead log after which SQLite folds it into the database: 16 MiB. The log is then written over from
/// its start, so commits rarely make the file grow, which is what makes syncing it slow.
const CHECKPOINT_PAGES: i64 = 4_096;

/// The connection that writes, and the session it writes.
#[derive(Debug)]
pub struct Writer {
    connection: Connection,
    witness: Witness,
    copies: Copies,
    current: Option<Current>,
    scrub_due: bool,
}

/// The session that commits belong to.
#[derive(Debug, Clone)]
struct Current {
    number: i64,
    end: End,
    id: String,
    started_at: i64,
}

impl Writer {
    pub(crate) fn new(connection: Connection, witness: Witness, copies: Copies) -> Self {
        Self {
            connection,
            witness,
            copies,
            current: None,
            scrub_due: false,
        }
    }

    /// What makes a commit durable: see `ARCHITECTURE.md`, invariant 2.
    pub(crate) fn configure(connection: &Connection) -> Result<(), StoreError> {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        // On macOS a sync leaves the bytes in the drive's cache unless they are asked for on the platter.
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "checkpoint_fullfsync", true)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "secure_delete", true)?;
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
        connection.busy_timeout(scrub::PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(32);
        Ok(())
    }

    /// Starts a session with the events it begins with; later commits belong to it.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn start(&mut self, facts: &SessionFacts, deck: &Deck, events: &[Event]) -> Result<(), StoreError> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (number, mut end) = session::insert(&transaction, facts, deck)?;
        if !events.is_empty() {
            end = log::append(&transaction, number, end, events, events.len() as u64, facts.started_at)?;
        }
        transaction.commit()?;
        self.go_on(Some(Current {
            number,
            end,
            id: facts.id.clone(),
            started_at: facts.started_at,
        }));
        Ok(())
    }

    /// The newest session that is not finished, if any.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn latest_unfinished(&self) -> Result<Option<StoredSession>, StoreError> {
        let newest = session::unfinished(&self.connection)?.into_iter().next();
        newest.map(|number| session::load(&self.connection, number)).transpose()
    }

    /// Goes on with a stored session; later commits belong to it.
    pub fn resume(&mut self, stored: &StoredSession) {
        self.go_on(Some(Current {
            number: stored.number,
            end: stored.end,
            id: stored.facts.id.clone(),
            started_at: stored.facts.started_at,
        }));
    }

    fn go_on(&mut self, current: Option<Current>) {
        self.witness.note(current.as_ref().map(|current| Testimony {
            session: current.number,
            end: current.end,
        }));
        self.current = current;
    }

    /// Reads the current session afresh: the truth after a commit has failed.
    ///
    /// # Errors
    /// Whatever the database says.
    ///
    /// # Panics
    /// When no session was started or resumed, or it is finished.
    pub fn reload(&mut self) -> Result<StoredSession, StoreError> {
        let stored = session::load(&self.connection, self.current().number)?;
        self.resume(&stored);
        Ok(stored)
    }

    fn current(&self) -> &Current {
        self.current
            .as_ref()
            .expect("BUG: nothing is written before a session is started, or after it is finished")
    }

    /// Writes events in one transaction. When this returns, they are on disk; when it fails, none is. `last` is the sequence
    /// number they lead to, `at` the time (Unix, in milliseconds).
    ///
    /// # Errors
    /// [`StoreError::DiskFull`] when the disk takes no more; whatever the database says otherwise.
    ///
    /// # Panics
    /// When no session was started or resumed, or it is finished.
    pub fn commit(&mut self, events: &[Event], last: u64, at: i64) -> Result<(), StoreError> {
        let mut current = self.current().clone();
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        current.end = log::append(&transaction, current.number, current.end, events, last, at)?;
        transaction.commit()?;
        self.go_on(Some(current));
        Ok(())
    }

    /// Ends the current session: its summary is frozen, its talk kept as it ran, and everything that links answers to phones is
    /// destroyed, in the database and in every copy of it.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`] when the disk takes no more; whatever the database says otherwise. The session then is as it
    /// was, and only its copies may be gone.
    ///
    /// # Panics
    /// When no session was started or resumed, or it is finished.
    pub fn finish(&mut self, frozen: &Summary, talk: &Deck) -> Result<(), StoreError> {
        let current = self.current().clone();
        // Copies go first: when the program dies in between, there is still a session to finish.
        let copies = self.copies.clone();
        let _none_is_made = copies.destroy(current.started_at)?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        summary::freeze(&transaction, current.number, &current.id, frozen)?;
        session::keep_talk(&transaction, current.number, &current.id, talk)?;
        log::destroy(&transaction, current.number)?;
        transaction.commit()?;
        self.go_on(None);
        self.scrub();
        Ok(())
    }

    /// Deletes a session for good: its rows, their bytes in the file, and every copy that may hold it. Says whether there was
    /// one.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn forget(&mut self, id: &str) -> Result<bool, StoreError> {
        let started_at: Option<i64> = self
            .connection
            .query_row("SELECT started_at FROM session WHERE id = ?1", [id], |row| row.get(0))
            .optional()?;
        let Some(started_at) = started_at else {
            return Ok(false);
        };
        let copies = self.copies.clone();
        let _none_is_made = copies.destroy(started_at)?;
        if self.current.as_ref().is_none_or(|current| current.id == id) {
            // Nothing is missed of what is deleted on purpose.
            self.go_on(None);
        }
        self.connection.execute("DELETE FROM session WHERE id = ?1", [id])?;
        self.scrub();
        Ok(true)
    }

    /// Whether commits belong to a session: from its start until it is finished.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.current.is_some()
    }

    /// Whether bytes that must be gone still wait for a reader to let go of them.
    #[must_use]
    pub fn is_scrub_due(&self) -> bool {
        self.scrub_due
    }

    /// Tries again what a reader kept from being done. What was deleted is gone from the tables either way, so a failure (a
    /// full disk) is only told, and tried again.
    pub fn scrub(&mut self) {
        let scrubbed = scrub::scrub(&self.connection);
        self.note_scrub(scrubbed);
    }

    pub(crate) fn scrub_what_is_left(&mut self) {
        let scrubbed = scrub::scrub_what_is_left(&self.connection);
        self.note_scrub(scrubbed);
    }

    fn note_scrub(&mut self, scrubbed: Result<bool, StoreError>) {
        self.scrub_due = match scrubbed {
            Ok(nothing_left) => !nothing_left,
            Err(error) => {
                tracing::warn!(%error, "Deleted rows could not be scrubbed from the file yet.");
                true
            }
        };
    }
}
