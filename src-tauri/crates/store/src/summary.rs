//! The table `summary`.

use gazouillis_core::Summary;
use rusqlite::{Connection, OptionalExtension, params};

use crate::StoreError;

pub(crate) fn freeze(connection: &Connection, session: i64, summary: &Summary) -> Result<(), StoreError> {
    let json = serde_json::to_string(summary).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    connection.execute(
        "INSERT INTO summary (session, json) VALUES (?1, ?2)",
        params![session, json],
    )?;
    Ok(())
}

pub(crate) fn frozen(connection: &Connection, session: i64) -> Result<Option<Summary>, StoreError> {
    let json: Option<String> = connection
        .query_row("SELECT json FROM summary WHERE session = ?1", [session], |row| {
            row.get(0)
        })
        .optional()?;
    json.map(|json| serde_json::from_str(&json).map_err(|error| StoreError::Unreadable(error.to_string())))
        .transpose()
}
