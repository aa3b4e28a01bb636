//! The table `poll_state`.

use gazouillis_core::{Deck, Event};
use rusqlite::{Connection, params};

use crate::StoreError;

/// Notes what a poll goes through. A poll is closed, revealed and answered in one row.
pub(crate) fn apply(connection: &Connection, session: i64, poll: &str, event: &Event) -> Result<(), StoreError> {
    let sql = match event {
        Event::Opened { .. } => include_str!("sql/open_poll.sql"),
        Event::Closed { .. } => include_str!("sql/close_poll.sql"),
        Event::Revealed { .. } => include_str!("sql/reveal_poll.sql"),
        Event::AnswerShown { .. } => include_str!("sql/show_answer.sql"),
        _ => return Ok(()),
    };
    connection.prepare_cached(sql)?.execute(params![session, poll])?;
    Ok(())
}

pub(crate) fn load(connection: &Connection, session: i64, deck: &Deck) -> Result<Vec<Event>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT poll, phase, revealed, answer_shown FROM poll_state WHERE session = ?1")?;
    let mut rows = statement.query([session])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        let phase: String = row.get(1)?;
        let Some(poll) = deck.poll_index(&id) else {
            return Err(StoreError::Unreadable(format!("state of poll {id}: no such poll")));
        };
        match phase.as_str() {
            "open" => events.push(Event::Opened { poll }),
            "closed" => events.push(Event::Closed { poll }),
            _ => {}
        }
        if row.get(2)? {
            events.push(Event::Revealed { poll });
        }
        if row.get(3)? {
            events.push(Event::AnswerShown { poll });
        }
    }
    Ok(events)
}
