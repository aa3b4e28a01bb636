//! Databases of version 0.1, which had a table for each kind of event and kept the state they led to.

use gazouillis_core::ballot::Ballot;
use gazouillis_core::session::{Cursor, ParticipantId};
use gazouillis_core::{Answer, Deck, Event, TokenHash};
use rusqlite::{Connection, Row};

use crate::seal::Seal;
use crate::{StoreError, session};

/// Turns what the tables of version 0.1 hold into logs and sealed summaries. The new tables
/// are there; the old ones have been renamed to `first_…`.
pub(crate) fn convert(connection: &Connection) -> Result<(), StoreError> {
    let mut heads = connection.prepare(
        "SELECT number, deck, seq, touched_at, slide, step, breakdown_shown FROM first_session WHERE finished = 0",
    )?;
    let unfinished: Vec<Head> = heads.query_map([], Head::read)?.collect::<Result<_, _>>()?;
    for head in unfinished {
        let events = head.events(connection)?;
        session::convert(connection, head.number, &events, head.seq, head.touched_at)?;
    }
    seal_summaries(connection)
}

fn seal_summaries(connection: &Connection) -> Result<(), StoreError> {
    let mut statement = connection.prepare(
        "SELECT session, id, json FROM first_summary JOIN session ON session.number = first_summary.session",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (number, id, json): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        connection.execute(
            "INSERT INTO summary (session, json, seal) VALUES (?1, ?2, ?3)",
            rusqlite::params![number, json, Seal::of_summary(&id, &json).0],
        )?;
    }
    Ok(())
}

struct Head {
    number: i64,
    deck: String,
    seq: u64,
    touched_at: i64,
    cursor: Cursor,
    breakdown_shown: bool,
}

impl Head {
    fn read(row: &Row<'_>) -> Result<Self, rusqlite::Error> {
        let unsigned = |column| -> Result<u64, rusqlite::Error> {
            let value: i64 = row.get(column)?;
            u64::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value))
        };
        Ok(Self {
            number: row.get(0)?,
            deck: row.get(1)?,
            seq: unsigned(2)?,
            touched_at: row.get(3)?,
            cursor: Cursor {
                slide: unsigned(4)? as usize,
                step: row.get(5)?,
            },
            breakdown_shown: row.get(6)?,
        })
    }

    /// The events that lead to the state that was kept.
    fn events(&self, connection: &Connection) -> Result<Vec<Event>, StoreError> {
        let deck: Deck = serde_json::from_str(&self.deck).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let mut events = people(connection, self.number)?;
        let joined = events
            .iter()
            .filter(|event| matches!(event, Event::Joined { .. }))
            .count();
        events.extend(ballots(connection, self.number, &deck, joined)?);
        events.extend(polls(connection, self.number, &deck)?);
        let has_place = |slide: &gazouillis_core::Slide| self.cursor.step < slide.steps;
        if !deck.slides.get(self.cursor.slide).is_some_and(has_place) {
            return Err(StoreError::Unreadable(format!(
                "a place the talk does not have: {:?}",
                self.cursor
            )));
        }
        if self.cursor != Cursor::default() {
            events.push(Event::Moved(self.cursor));
        }
        events.extend(self.breakdown_shown.then_some(Event::BreakdownShown));
        Ok(events)
    }
}

fn people(connection: &Connection, session: i64) -> Result<Vec<Event>, StoreError> {
    let mut statement = connection
        .prepare("SELECT number, token, simulated FROM first_participant WHERE session = ?1 ORDER BY number")?;
    let mut rows = statement.query([session])?;
    let mut events = Vec::new();
    let mut rehearsal = false;
    while let Some(row) = rows.next()? {
        let participant = ParticipantId(row.get(0)?);
        // People were numbered as they came, without gaps; ballots name them by that number.
        if participant.0 as usize != events.len() {
            return Err(StoreError::Unreadable(format!("nobody has number {}", events.len())));
        }
        rehearsal |= row.get::<_, bool>(2)?;
        events.push(Event::Joined {
            participant,
            token: TokenHash(row.get(1)?),
            code: None,
        });
    }
    if rehearsal {
        events.insert(0, Event::RehearsalBegan);
    }
    Ok(events)
}

fn ballots(connection: &Connection, session: i64, deck: &Deck, people: usize) -> Result<Vec<Event>, StoreError> {
    let mut statement = connection
        .prepare("SELECT poll, participant, revision, seq, answer FROM first_ballot WHERE session = ?1 ORDER BY seq")?;
    let mut rows = statement.query([session])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, answer): (String, String) = (row.get(0)?, row.get(4)?);
        let unreadable = |reason: String| StoreError::Unreadable(format!("ballot in poll {id}: {reason}"));
        let poll = deck
            .poll_index(&id)
            .ok_or_else(|| unreadable("no such poll".to_owned()))?;
        let answer: Answer = serde_json::from_str(&answer).map_err(|error| unreadable(error.to_string()))?;
        let marks = deck.polls[poll]
            .question
            .read(&answer)
            .map_err(|error| unreadable(error.to_string()))?;
        let participant = ParticipantId(row.get(1)?);
        if participant.0 as usize >= people {
            return Err(unreadable(format!("nobody has number {}", participant.0)));
        }
        let ballot = Ballot {
            marks,
            revision: row.get(2)?,
            seq: row.get::<_, i64>(3)?.unsigned_abs(),
            elapsed: None,
        };
        events.push(Event::Cast {
            participant,
            poll,
            ballot,
        });
    }
    Ok(events)
}

fn polls(connection: &Connection, session: i64, deck: &Deck) -> Result<Vec<Event>, StoreError> {
    let mut statement =
        connection.prepare("SELECT poll, phase, revealed, answer_shown FROM first_poll_state WHERE session = ?1")?;
    let mut rows = statement.query([session])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, phase): (String, String) = (row.get(0)?, row.get(1)?);
        let Some(poll) = deck.poll_index(&id) else {
            return Err(StoreError::Unreadable(format!("state of poll {id}: no such poll")));
        };
        match phase.as_str() {
            "open" => events.push(Event::Opened { poll }),
            "closed" => events.push(Event::Closed { poll }),
            _ => {}
        }
        events.extend(row.get::<_, bool>(2)?.then_some(Event::Revealed { poll }));
        events.extend(row.get::<_, bool>(3)?.then_some(Event::AnswerShown { poll }));
    }
    Ok(events)
}
