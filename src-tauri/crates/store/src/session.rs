//! The table `session`, and reading a session back.

use std::sync::Arc;

use gazouillis_core::session::Session;
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Deck, Event, Summary};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::log::{self, End};
use crate::seal::Seal;
use crate::witness::Testimony;
use crate::{StoreError, summary};

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
    /// Whether it is a rehearsal.
    pub simulated: bool,
    /// Phones that joined.
    pub joined: u32,
    /// Ballots counted.
    pub ballots: u32,
    /// Whether somebody joined, or something was counted by hand.
    pub holds_something: bool,
    /// What is wrong with it, when it cannot be read as it was written; its figures are then 0.
    pub damage: Option<String>,
}

/// A session as it can be taken up again.
#[derive(Debug, Clone)]
pub struct StoredSession {
    /// Its key in this database.
    pub(crate) number: i64,
    /// Where its log ends.
    pub(crate) end: End,
    /// What is known about it besides its events.
    pub facts: SessionFacts,
    /// When it last changed: Unix time in milliseconds.
    pub touched_at: i64,
    /// When a poll was last opened, or given a time limit: Unix time in milliseconds.
    pub timed_at: Option<i64>,
    /// Its state.
    pub session: Session,
}

/// Begins a session: its row, and the seal its log begins with.
pub(crate) fn insert(connection: &Connection, facts: &SessionFacts, deck: &Deck) -> Result<(i64, End), StoreError> {
    let deck_json = serde_json::to_string(deck).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    connection
        .prepare_cached("INSERT INTO session (id, title, deck, started_at, started_local) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![
            facts.id,
            deck.title,
            deck_json,
            facts.started_at,
            facts.started_local
        ])?;
    let seal = Seal::of_session(facts, &deck_json);
    Ok((connection.last_insert_rowid(), End { last: 0, seal }))
}

/// Keeps the talk as it ran: with what was edited, improvised and begun anew. Only for a session whose summary is frozen, and its log
/// destroyed in the same transaction, since a log is sealed over the talk that it begins with.
pub(crate) fn keep_talk(connection: &Connection, number: i64, id: &str, talk: &Deck) -> Result<(), StoreError> {
    let json = serde_json::to_string(talk).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    connection
        .prepare_cached("UPDATE session SET deck = ?2 WHERE number = ?1")?
        .execute(params![number, json])?;
    connection
        .prepare_cached("UPDATE summary SET talk_seal = ?2 WHERE session = ?1")?
        .execute(params![number, Seal::of_talk(id, &json).0])?;
    Ok(())
}

/// Checks that the talk of a finished session is what was kept.
///
/// # Errors
/// [`StoreError::TalkLost`] when it is not.
pub(crate) fn check_talk(connection: &Connection, number: i64) -> Result<Head, StoreError> {
    let head = Head::of(connection, number)?;
    let sealed: Option<Option<[u8; 32]>> = connection
        .prepare_cached("SELECT talk_seal FROM summary WHERE session = ?1")?
        .query_row([number], |row| row.get(0))
        .optional()?;
    // What an earlier version finished has no seal.
    let is_same = |seal| Seal::of_talk(&head.facts.id, &head.deck) == Seal(seal);
    if sealed.flatten().is_none_or(is_same) {
        return Ok(head);
    }
    Err(StoreError::TalkLost(head.facts.id))
}

/// The talk of a session that is finished.
pub(crate) fn kept_talk(connection: &Connection, number: i64) -> Result<Deck, StoreError> {
    let head = check_talk(connection, number)?;
    serde_json::from_str(&head.deck).map_err(|_| StoreError::TalkLost(head.facts.id))
}

pub(crate) fn number_of(connection: &Connection, id: &str) -> Result<Option<i64>, StoreError> {
    let number = connection
        .prepare_cached("SELECT number FROM session WHERE id = ?1")?
        .query_row([id], |row| row.get(0));
    Ok(number.optional()?)
}

/// The sessions that are neither finished nor known to be damaged, newest first.
pub(crate) fn unfinished(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT number FROM session WHERE damage IS NULL AND number NOT IN (SELECT session FROM summary) \
         ORDER BY started_at DESC, number DESC",
    )?;
    let numbers = statement.query_map([], |row| row.get(0))?;
    Ok(numbers.collect::<Result<_, _>>()?)
}

/// Checks that every session is what was written, and that the log of the one that ran last goes as far as its witness saw.
///
/// # Errors
/// [`StoreError::Unreadable`] when one is not.
pub(crate) fn check_all(connection: &Connection, testimony: Option<Testimony>) -> Result<(), StoreError> {
    if let Some(testimony) = testimony {
        let is_here: bool = connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM session WHERE number = ?1)",
            [testimony.session],
            |row| row.get(0),
        )?;
        if !is_here {
            return Err(StoreError::Unreadable(
                "the session that was running is not there".to_owned(),
            ));
        }
    }
    let mut statement = connection.prepare("SELECT session, id FROM summary JOIN session ON number = session")?;
    let finished = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    for row in finished {
        let (number, id) = row?;
        summary::frozen(connection, number, &id)?;
        check_talk(connection, number)?;
    }
    for number in unfinished(connection)? {
        let stored = load(connection, number)?;
        if let Some(testimony) = testimony.filter(|testimony| testimony.session == number) {
            log::check_witness(connection, &stored, testimony.end)?;
        }
    }
    Ok(())
}

/// How far the log of the newest unfinished session goes; 0 when there is none.
pub(crate) fn newest_end(connection: &Connection) -> u64 {
    let last = connection.query_row(
        "SELECT last FROM log ORDER BY session DESC, row DESC LIMIT 1",
        [],
        |row| row.get::<_, i64>(0),
    );
    last.unwrap_or(0).unsigned_abs()
}

/// What a session's row says.
pub(crate) struct Head {
    pub(crate) facts: SessionFacts,
    pub(crate) title: String,
    pub(crate) deck: String,
    damage: Option<String>,
}

impl Head {
    pub(crate) const COLUMNS: &str = "id, title, deck, started_at, started_local, damage";

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, rusqlite::Error> {
        Ok(Self {
            facts: SessionFacts {
                id: row.get(0)?,
                started_at: row.get(3)?,
                started_local: row.get(4)?,
            },
            title: row.get(1)?,
            deck: row.get(2)?,
            damage: row.get(5)?,
        })
    }

    pub(crate) fn of(connection: &Connection, number: i64) -> Result<Self, StoreError> {
        let sql = format!("SELECT {} FROM session WHERE number = ?1", Self::COLUMNS);
        Ok(connection.prepare_cached(&sql)?.query_row([number], Self::read)?)
    }
}

/// Reads a session by folding its log, and says why it could not be read to the end, if so.
pub(crate) fn replay(connection: &Connection, number: i64) -> Result<(StoredSession, Option<String>), StoreError> {
    let head = Head::of(connection, number)?;
    let deck: Deck = serde_json::from_str(&head.deck).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    let begin = Seal::of_session(&head.facts, &head.deck);
    let replay = log::replay(connection, number, Session::new(Arc::new(deck)), begin)?;
    let stored = StoredSession {
        number,
        end: replay.end,
        touched_at: replay.touched_at.unwrap_or(head.facts.started_at),
        timed_at: replay.timed_at,
        facts: head.facts,
        session: replay.session,
    };
    Ok((stored, replay.broken))
}

/// Reads a session that is whole.
///
/// # Errors
/// [`StoreError::Unreadable`] when it is not.
pub(crate) fn load(connection: &Connection, number: i64) -> Result<StoredSession, StoreError> {
    match replay(connection, number)? {
        (stored, None) => Ok(stored),
        (_, Some(reason)) => Err(StoreError::Unreadable(reason)),
    }
}

/// All sessions, newest first. A finished one is counted from its frozen summary; one that cannot be read is listed as damaged,
/// and keeps no other from being listed.
pub(crate) fn list(connection: &Connection) -> Result<Vec<SessionRow>, StoreError> {
    let sql = format!(
        "SELECT {}, number FROM session ORDER BY started_at DESC, number DESC",
        Head::COLUMNS
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let heads = statement.query_map([], |row| Ok((Head::read(row)?, row.get::<_, i64>(6)?)))?;
    let mut sessions = Vec::new();
    for head in heads {
        let (head, number) = head?;
        sessions.push(entry(connection, head, number)?);
    }
    Ok(sessions)
}

fn entry(connection: &Connection, head: Head, number: i64) -> Result<SessionRow, StoreError> {
    let mut entry = SessionRow {
        id: head.facts.id,
        title: head.title,
        started_at: head.facts.started_at,
        finished: false,
        simulated: false,
        joined: 0,
        ballots: 0,
        holds_something: false,
        damage: head.damage,
    };
    if entry.damage.is_some() {
        return Ok(entry);
    }
    match summary::frozen(connection, number, &entry.id) {
        Ok(Some(frozen)) => entry.count(&frozen),
        Ok(None) => match load(connection, number) {
            Ok(stored) => entry.count_running(&stored.session),
            Err(error) => entry.damage = Some(damage_of(error)?),
        },
        Err(error) => entry.damage = Some(damage_of(error)?),
    }
    Ok(entry)
}

/// What is wrong with a session that cannot be read; an error that concerns more than this session stays one.
fn damage_of(error: StoreError) -> Result<String, StoreError> {
    match error {
        StoreError::Unreadable(reason) => Ok(reason),
        other => Err(other),
    }
}

impl SessionRow {
    fn count(&mut self, frozen: &Summary) {
        self.title.clone_from(&frozen.title);
        self.finished = true;
        self.simulated = frozen.simulated;
        self.joined = frozen.joined;
        self.holds_something = true;
        self.ballots = frozen.polls.iter().map(|poll| poll.ballots).sum();
    }

    fn count_running(&mut self, session: &Session) {
        self.title.clone_from(&session.deck().title);
        self.simulated = session.is_simulated();
        self.joined = session.participants().len() as u32;
        self.holds_something = !session.is_untouched();
        self.ballots = session.polls().iter().map(|poll| poll.tally.ballots).sum();
    }
}

/// Writes the events that a session of version 0.1 comes down to as the one row of its log.
pub(crate) fn convert(
    connection: &Connection,
    number: i64,
    events: &[Event],
    seq: u64,
    at: i64,
) -> Result<(), StoreError> {
    if events.is_empty() {
        return Ok(());
    }
    let head = Head::of(connection, number)?;
    let begin = End {
        last: 0,
        seal: Seal::of_session(&head.facts, &head.deck),
    };
    log::append(connection, number, begin, events, seq.max(1), at)?;
    Ok(())
}
