//! The table `session`.

use std::sync::Arc;

use gazouillis_core::session::{Cursor, Session};
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Deck, Event, Summary};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{StoreError, ballot, participant, poll_state};

/// One session of the library, in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Its id.
    pub id: String,
    /// The talk's title.
    pub title: String,
    /// When it started: Unix time in milliseconds.
    pub started_at: i64,
    /// Whether it is finished.
    pub finished: bool,
    /// Whether simulated phones took part.
    pub simulated: bool,
    /// Phones that joined.
    pub joined: u32,
    /// Ballots counted.
    pub ballots: u32,
}

/// A session as it can be taken up again.
#[derive(Debug, Clone)]
pub struct StoredSession {
    /// Its key in this database.
    pub(crate) number: i64,
    /// What is known about it besides its events.
    pub facts: SessionFacts,
    /// When it last changed: Unix time in milliseconds.
    pub touched_at: i64,
    /// Its state.
    pub session: Session,
}

pub(crate) fn insert(connection: &Connection, facts: &SessionFacts, deck: &Deck) -> Result<i64, StoreError> {
    let deck_json = serde_json::to_string(deck).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    connection
        .prepare_cached(
            "INSERT INTO session (id, title, deck, started_at, started_local, touched_at) VALUES (?1, ?2, ?3, ?4, ?5, ?4)",
        )?
        .execute(params![facts.id, deck.title, deck_json, facts.started_at, facts.started_local])?;
    Ok(connection.last_insert_rowid())
}

/// Notes how far a session has come; once per commit.
pub(crate) fn touch(connection: &Connection, session: i64, seq: u64, at: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE session SET seq = ?2, touched_at = ?3 WHERE number = ?1")?
        .execute(params![session, seq as i64, at])?;
    Ok(())
}

pub(crate) fn move_to(connection: &Connection, session: i64, cursor: Cursor) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE session SET slide = ?2, step = ?3 WHERE number = ?1")?
        .execute(params![session, cursor.slide as i64, cursor.step])?;
    Ok(())
}

pub(crate) fn mark_breakdown_shown(connection: &Connection, session: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE session SET breakdown_shown = 1 WHERE number = ?1 AND breakdown_shown = 0")?
        .execute([session])?;
    Ok(())
}

pub(crate) fn mark_finished(connection: &Connection, session: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE session SET finished = 1 WHERE number = ?1")?
        .execute([session])?;
    Ok(())
}

pub(crate) fn number_of(connection: &Connection, id: &str) -> Result<Option<i64>, StoreError> {
    let number = connection
        .prepare_cached("SELECT number FROM session WHERE id = ?1")?
        .query_row([id], |row| row.get(0));
    Ok(number.optional()?)
}

/// The newest session that is not finished.
pub(crate) fn latest_unfinished(connection: &Connection) -> Result<Option<i64>, StoreError> {
    let number = connection
        .prepare_cached("SELECT number FROM session WHERE finished = 0 ORDER BY touched_at DESC, number DESC LIMIT 1")?
        .query_row([], |row| row.get(0));
    Ok(number.optional()?)
}

/// Checks that every session that might be gone on with, or has to be finished, can be read.
pub(crate) fn check_unfinished(connection: &Connection) -> Result<(), StoreError> {
    let mut statement = connection.prepare("SELECT number FROM session WHERE finished = 0")?;
    let numbers = statement.query_map([], |row| row.get(0))?;
    for number in numbers {
        load(connection, number?)?;
    }
    Ok(())
}

/// Reads a session as events and folds them, so that there is one way only to build its state.
pub(crate) fn load(connection: &Connection, number: i64) -> Result<StoredSession, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, deck, started_at, started_local, touched_at, seq, slide, step, breakdown_shown, finished FROM session WHERE number = ?1",
    )?;
    let stored = statement.query_row([number], Head::read)?;
    let deck: Deck = serde_json::from_str(&stored.deck).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    let mut events = participant::load(connection, number)?;
    let people = events.len();
    events.extend(ballot::load(connection, number, &deck, people)?);
    events.extend(poll_state::load(connection, number, &deck)?);
    let place = stored.cursor;
    if deck
        .slides
        .get(place.slide)
        .is_none_or(|slide| place.step >= slide.steps)
    {
        return Err(StoreError::Unreadable(format!(
            "a place the talk does not have: {place:?}"
        )));
    }
    events.push(Event::Moved(place));
    if stored.breakdown_shown {
        events.push(Event::BreakdownShown);
    }
    if stored.finished {
        events.push(Event::Finished);
    }
    Ok(StoredSession {
        number,
        facts: stored.facts,
        touched_at: stored.touched_at,
        session: Session::restore(Arc::new(deck), events, stored.seq),
    })
}

/// A number that is never below zero.
pub(crate) fn unsigned(row: &Row<'_>, column: usize) -> Result<u64, rusqlite::Error> {
    let value: i64 = row.get(column)?;
    u64::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value))
}

struct Head {
    facts: SessionFacts,
    deck: String,
    touched_at: i64,
    seq: u64,
    cursor: Cursor,
    breakdown_shown: bool,
    finished: bool,
}

impl Head {
    fn read(row: &Row<'_>) -> Result<Self, rusqlite::Error> {
        Ok(Self {
            facts: SessionFacts {
                id: row.get(0)?,
                started_at: row.get(2)?,
                started_local: row.get(3)?,
            },
            deck: row.get(1)?,
            touched_at: row.get(4)?,
            seq: unsigned(row, 5)?,
            cursor: Cursor {
                slide: unsigned(row, 6)? as usize,
                step: row.get(7)?,
            },
            breakdown_shown: row.get(8)?,
            finished: row.get(9)?,
        })
    }
}

/// All sessions, newest first. A finished one is counted from its frozen summary.
pub(crate) fn list(connection: &Connection) -> Result<Vec<SessionRow>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("sql/list_sessions.sql"))?;
    let rows = statement.query_map([], |row| {
        let summary: Option<String> = row.get(7)?;
        let entry = SessionRow {
            id: row.get(0)?,
            title: row.get(1)?,
            started_at: row.get(2)?,
            finished: row.get(3)?,
            simulated: row.get(4)?,
            joined: row.get(5)?,
            ballots: row.get(6)?,
        };
        Ok((entry, summary))
    })?;
    let mut sessions = Vec::new();
    for row in rows {
        let (mut entry, summary) = row?;
        if let Some(summary) = summary {
            let summary: Summary =
                serde_json::from_str(&summary).map_err(|error| StoreError::Unreadable(error.to_string()))?;
            entry.simulated = summary.simulated;
            entry.joined = summary.joined;
            entry.ballots = summary.polls.iter().map(|poll| poll.ballots).sum();
        }
        sessions.push(entry);
    }
    Ok(sessions)
}
