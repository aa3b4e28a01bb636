//! The table `ballot`.

use gazouillis_core::ballot::Ballot;
use gazouillis_core::session::ParticipantId;
use gazouillis_core::{Answer, Deck, Event};
use rusqlite::{Connection, params};

use crate::StoreError;
use crate::session::unsigned;

pub(crate) fn upsert(
    connection: &Connection,
    session: i64,
    poll: &str,
    participant: ParticipantId,
    answer: &Answer,
    ballot: &Ballot,
) -> Result<(), StoreError> {
    let answer = serde_json::to_string(answer).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    connection
        .prepare_cached(include_str!("sql/upsert_ballot.sql"))?
        .execute(params![
            session,
            poll,
            participant.0,
            ballot.revision,
            ballot.seq as i64,
            answer
        ])?;
    Ok(())
}

/// The ballots of a session that so many people have joined.
pub(crate) fn load(
    connection: &Connection,
    session: i64,
    deck: &Deck,
    people: usize,
) -> Result<Vec<Event>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT poll, participant, revision, seq, answer FROM ballot WHERE session = ?1 ORDER BY seq",
    )?;
    let mut rows = statement.query([session])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        let answer: String = row.get(4)?;
        let unreadable = |reason: String| StoreError::Unreadable(format!("ballot in poll {id}: {reason}"));
        let poll = deck
            .poll_index(&id)
            .ok_or_else(|| unreadable("no such poll".to_owned()))?;
        let answer: Answer = serde_json::from_str(&answer).map_err(|error| unreadable(error.to_string()))?;
        let choices = deck.polls[poll]
            .choices(&answer)
            .map_err(|error| unreadable(error.to_string()))?;
        let ballot = Ballot {
            choices,
            revision: row.get(2)?,
            seq: unsigned(row, 3)?,
        };
        let participant = ParticipantId(row.get(1)?);
        if participant.0 as usize >= people {
            return Err(unreadable(format!("nobody has number {}", participant.0)));
        }
        events.push(Event::Cast {
            participant,
            poll,
            answer,
            ballot,
        });
    }
    Ok(events)
}

pub(crate) fn destroy(connection: &Connection, session: i64) -> Result<(), StoreError> {
    connection.execute("DELETE FROM ballot WHERE session = ?1", [session])?;
    Ok(())
}
