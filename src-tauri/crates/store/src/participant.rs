//! The table `participant`.

use gazouillis_core::session::ParticipantId;
use gazouillis_core::{Event, TokenHash};
use rusqlite::{Connection, params};

use crate::StoreError;

pub(crate) fn insert(
    connection: &Connection,
    session: i64,
    participant: ParticipantId,
    token: &TokenHash,
    simulated: bool,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT INTO participant (session, number, token, simulated) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![session, participant.0, token.0, simulated])?;
    Ok(())
}

pub(crate) fn load(connection: &Connection, session: i64) -> Result<Vec<Event>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT number, token, simulated FROM participant WHERE session = ?1 ORDER BY number")?;
    let mut rows = statement.query([session])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let participant = ParticipantId(row.get(0)?);
        // People are numbered as they come, without gaps; ballots name them by that number.
        if participant.0 as usize != events.len() {
            return Err(StoreError::Unreadable(format!("nobody has number {}", events.len())));
        }
        events.push(Event::Joined {
            participant,
            token: TokenHash(row.get(1)?),
            simulated: row.get(2)?,
        });
    }
    Ok(events)
}

pub(crate) fn destroy(connection: &Connection, session: i64) -> Result<(), StoreError> {
    connection.execute("DELETE FROM participant WHERE session = ?1", [session])?;
    Ok(())
}
