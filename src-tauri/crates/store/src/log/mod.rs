//! The table `log`: one row per commit, each sealed over all rows before it.

mod batch;

use gazouillis_core::{Event, Session};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::seal::Seal;
use crate::{StoreError, StoredSession};

use batch::Batch;

/// The end of a chain: where the next row goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct End {
    /// The sequence number of the last event.
    pub(crate) last: u64,
    /// The seal of the last row.
    pub(crate) seal: Seal,
}

/// Writes one batch at the end of a chain and says where the chain ends now. `last` is the sequence number that the batch leads
/// to.
pub(crate) fn append(
    connection: &Connection,
    session: i64,
    end: End,
    events: &[Event],
    last: u64,
    at: i64,
) -> Result<End, StoreError> {
    let first = end.last + 1;
    let bytes = batch::encode(events, end.last, at);
    let seal = end.seal.next(first, last, &bytes);
    connection
        .prepare_cached("INSERT INTO log (session, first, last, events, seal) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![session, first as i64, last as i64, bytes, seal.0])?;
    Ok(End { last, seal })
}

/// What a log says, as far as it can be believed.
#[derive(Debug)]
pub(crate) struct Replay {
    /// The state after the last row that is intact.
    pub(crate) session: Session,
    /// Where the chain ends there.
    pub(crate) end: End,
    /// When that row was written: Unix time in milliseconds; `None` without a row.
    pub(crate) touched_at: Option<i64>,
    /// When a poll was last opened, or given a time limit: Unix time in milliseconds.
    pub(crate) timed_at: Option<i64>,
    /// Why the rows after it cannot be believed.
    pub(crate) broken: Option<String>,
}

/// Folds a session's log into a new session. Stops at the first row that is not what was written.
pub(crate) fn replay(connection: &Connection, number: i64, new: Session, begin: Seal) -> Result<Replay, StoreError> {
    let mut replay = Replay {
        end: End {
            last: new.seq(),
            seal: begin,
        },
        session: new,
        touched_at: None,
        timed_at: None,
        broken: None,
    };
    let mut statement =
        connection.prepare_cached("SELECT first, last, events, seal FROM log WHERE session = ?1 ORDER BY row")?;
    let mut rows = statement.query([number])?;
    loop {
        let taken = match rows.next() {
            Ok(None) => return Ok(replay),
            Ok(Some(row)) => replay.take_row(row),
            Err(error) => Err(Refused::Changed(error.to_string())),
        };
        match taken {
            Ok(()) => {}
            Err(Refused::Changed(reason)) => {
                replay.broken = Some(format!(
                    "the log is not whole after event {}: {reason}",
                    replay.end.last
                ));
                return Ok(replay);
            }
            Err(Refused::Unknown(reason)) => return Err(StoreError::NewerLog(reason)),
        }
    }
}

/// Why a row is not folded.
enum Refused {
    /// It is not what was written.
    Changed(String),
    /// Its seal vouches for it, and still it says nothing to this program: a newer one wrote it.
    Unknown(String),
}

impl Replay {
    fn take_row(&mut self, row: &Row<'_>) -> Result<(), Refused> {
        let changed = |error: rusqlite::Error| Refused::Changed(error.to_string());
        let number = |column| row.get::<_, i64>(column).map(i64::unsigned_abs).map_err(changed);
        let seal = Seal(row.get(3).map_err(changed)?);
        let events = row.get_ref(2).map_err(changed)?;
        let events = events.as_blob().map_err(|error| Refused::Changed(error.to_string()))?;
        self.take(number(0)?, number(1)?, events, seal)
    }

    /// Checks a row's place and seal, then folds it.
    fn take(&mut self, first: u64, last: u64, events: &[u8], seal: Seal) -> Result<(), Refused> {
        if first != self.end.last + 1 || last < first {
            return Err(Refused::Changed("a row is missing".to_owned()));
        }
        if self.end.seal.next(first, last, events) != seal {
            return Err(Refused::Changed("a row has been changed".to_owned()));
        }
        let unknown = |error: minicbor::decode::Error| Refused::Unknown(error.to_string());
        let batch = Batch::read(events, self.end.last).map_err(unknown)?;
        let at = batch.at;
        self.touched_at = Some(at);
        for event in batch {
            let event = event.map_err(unknown)?;
            if !self.session.fits(&event) {
                return Err(Refused::Unknown(format!("the talk has no place for {event:?}")));
            }
            if matches!(event, Event::Opened { .. } | Event::TimerSet { .. }) {
                self.timed_at = Some(at);
            }
            self.session.evolve(&event);
        }
        self.session.renumber(last);
        self.end = End { last, seal };
        Ok(())
    }
}

/// Checks that a log which is whole goes at least as far as its witness saw, by the same rows.
pub(crate) fn check_witness(connection: &Connection, stored: &StoredSession, seen: End) -> Result<(), StoreError> {
    if seen.last == 0 {
        return Ok(());
    }
    if stored.end.last < seen.last {
        return Err(StoreError::Unreadable(format!(
            "{} events that had been confirmed are missing at the end of the log",
            seen.last - stored.end.last
        )));
    }
    let seal: Option<[u8; 32]> = connection
        .query_row(
            "SELECT seal FROM log WHERE session = ?1 AND last = ?2",
            params![stored.number, seen.last as i64],
            |row| row.get(0),
        )
        .optional()?;
    match seal {
        Some(seal) if Seal(seal) == seen.seal => Ok(()),
        _ => Err(StoreError::Unreadable(
            "the log is another one than the one that was written".to_owned(),
        )),
    }
}

/// Deletes a session's log.
pub(crate) fn destroy(connection: &Connection, session: i64) -> Result<(), StoreError> {
    connection.execute("DELETE FROM log WHERE session = ?1", [session])?;
    Ok(())
}
