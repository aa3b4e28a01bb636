//! The one writer.

use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Deck, Event, Summary};
use rusqlite::{Connection, TransactionBehavior};

use crate::{StoreError, StoredSession, ballot, participant, poll_state, session, summary};

/// Pages in the write-ahead log after which SQLite folds it into the database: 16 MiB. The log is then written over from
/// its start, so commits rarely make the file grow, which is what makes syncing it slow.
const CHECKPOINT_PAGES: i64 = 4_096;

/// The connection that writes, and the session it writes.
#[derive(Debug)]
pub struct Writer {
    connection: Connection,
    session: Option<i64>,
}

impl Writer {
    pub(crate) fn new(connection: Connection) -> Self {
        Self {
            connection,
            session: None,
        }
    }

    /// What makes a commit durable: see `ARCHITECTURE.md`, invariant 2.
    pub(crate) fn configure(connection: &Connection) -> Result<(), StoreError> {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "secure_delete", true)?;
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        connection.set_prepared_statement_cache_capacity(32);
        Ok(())
    }

    /// Starts a session; later commits belong to it.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn start(&mut self, facts: &SessionFacts, deck: &Deck) -> Result<(), StoreError> {
        self.session = Some(session::insert(&self.connection, facts, deck)?);
        Ok(())
    }

    /// The newest session that is not finished, if any.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn latest_unfinished(&self) -> Result<Option<StoredSession>, StoreError> {
        let number = session::latest_unfinished(&self.connection)?;
        number.map(|number| session::load(&self.connection, number)).transpose()
    }

    /// Goes on with a stored session; later commits belong to it.
    pub fn resume(&mut self, stored: &StoredSession) {
        self.session = Some(stored.number);
    }

    /// Reads the current session afresh: the truth after a commit has failed.
    ///
    /// # Errors
    /// Whatever the database says.
    ///
    /// # Panics
    /// When no session was started or resumed.
    pub fn reload(&self) -> Result<StoredSession, StoreError> {
        session::load(&self.connection, self.current())
    }

    fn current(&self) -> i64 {
        self.session
            .expect("BUG: nothing is written before a session is started")
    }

    /// Writes events in one transaction. When this returns, they are on disk; when it fails, none is. With a summary the
    /// session is over: the summary is frozen and everything that links answers to phones is destroyed.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`] when the disk takes no more; whatever the database says otherwise.
    ///
    /// # Panics
    /// When no session was started or resumed.
    pub fn commit<'a>(
        &mut self,
        deck: &Deck,
        events: impl IntoIterator<Item = &'a Event>,
        seq: u64,
        at: i64,
        frozen: Option<&Summary>,
    ) -> Result<(), StoreError> {
        let number = self.current();
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for event in events {
            apply(&transaction, number, deck, event)?;
        }
        session::touch(&transaction, number, seq, at)?;
        if let Some(frozen) = frozen {
            summary::freeze(&transaction, number, frozen)?;
            ballot::destroy(&transaction, number)?;
            participant::destroy(&transaction, number)?;
        }
        transaction.commit()?;
        if frozen.is_some() {
            self.scrub();
        }
        Ok(())
    }

    /// Deletes a session for good: its rows, and their bytes in the file. Says whether there was one.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn forget(&mut self, id: &str) -> Result<bool, StoreError> {
        let deleted = self.connection.execute("DELETE FROM session WHERE id = ?1", [id])?;
        self.scrub();
        Ok(deleted > 0)
    }

    /// Rewrites the file without what was deleted and empties the log. What was deleted is gone from the tables either
    /// way, so a failure (a full disk) is only told.
    fn scrub(&mut self) {
        let scrubbed = self
            .connection
            .execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
        if let Err(error) = scrubbed {
            tracing::warn!(%error, "Deleted rows could not be scrubbed from the file; the next time a session ends, they will be.");
        }
    }
}

fn apply(connection: &Connection, session: i64, deck: &Deck, event: &Event) -> Result<(), StoreError> {
    match event {
        Event::Joined {
            participant,
            token,
            simulated,
        } => participant::insert(connection, session, *participant, token, *simulated),
        Event::Cast {
            participant,
            poll,
            answer,
            ballot,
        } => ballot::upsert(connection, session, &deck.polls[*poll].id, *participant, answer, ballot),
        Event::Moved(cursor) => {
            if deck.slides[cursor.slide].is_breakdown() {
                session::mark_breakdown_shown(connection, session)?;
            }
            session::move_to(connection, session, *cursor)
        }
        Event::BreakdownShown => session::mark_breakdown_shown(connection, session),
        Event::Opened { poll } | Event::Closed { poll } | Event::Revealed { poll } | Event::AnswerShown { poll } => {
            poll_state::apply(connection, session, &deck.polls[*poll].id, event)
        }
        Event::Finished => session::mark_finished(connection, session),
    }
}
