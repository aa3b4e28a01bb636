//! The table `summary`: a session has one from when it is finished.

use gazouillis_core::Summary;
use rusqlite::{Connection, OptionalExtension, params};

use crate::StoreError;
use crate::seal::Seal;

pub(crate) fn freeze(connection: &Connection, number: i64, id: &str, summary: &Summary) -> Result<(), StoreError> {
    let json = serde_json::to_string(summary).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    connection.execute(
        "INSERT INTO summary (session, json, seal) VALUES (?1, ?2, ?3)",
        params![number, json, Seal::of_summary(id, &json).0],
    )?;
    Ok(())
}

/// The frozen summary of a session, when it is finished.
///
/// # Errors
/// [`StoreError::Unreadable`] when it is not what was frozen.
pub(crate) fn frozen(connection: &Connection, number: i64, id: &str) -> Result<Option<Summary>, StoreError> {
    let stored: Option<(String, [u8; 32])> = connection
        .query_row("SELECT json, seal FROM summary WHERE session = ?1", [number], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let Some((json, seal)) = stored else { return Ok(None) };
    let unreadable = |reason: String| StoreError::Unreadable(format!("the summary of {id}: {reason}"));
    if Seal::of_summary(id, &json) != Seal(seal) {
        return Err(unreadable("it has been changed".to_owned()));
    }
    serde_json::from_str(&json)
        .map(Some)
        .map_err(|error| unreadable(error.to_string()))
}
