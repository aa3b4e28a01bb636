//! The schema, as migrations. A migration that has been released is never edited; the next one adds.

use std::path::Path;

use rusqlite::Connection;

use crate::{StoreError, first};

/// Marks the file as ours (`PRAGMA application_id`): "GAZO".
const APPLICATION_ID: i64 = 0x4741_5A4F;

/// How one version of the schema becomes the next.
type Migration = fn(&Connection) -> Result<(), StoreError>;

/// One entry per schema version, first to last.
const MIGRATIONS: &[Migration] = &[
    |connection| Ok(connection.execute_batch(include_str!("sql/0001_first.sql"))?),
    |connection| {
        connection.execute_batch(include_str!("sql/0002_log.sql"))?;
        first::convert(connection)?;
        Ok(connection.execute_batch(include_str!("sql/0002_log_after.sql"))?)
    },
    |connection| Ok(connection.execute_batch(include_str!("sql/0003_talk_seal.sql"))?),
];

/// The newest schema version this program knows.
pub(crate) fn known_version() -> i64 {
    MIGRATIONS.len() as i64
}

fn pragma(connection: &Connection, name: &str) -> Result<i64, rusqlite::Error> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

/// Checks that a database is whole, ours, and not newer than the program.
pub(crate) fn check(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let damaged = |reason: String| StoreError::Damaged {
        path: path.to_owned(),
        reason,
    };
    let version = pragma(connection, "user_version").map_err(|error| damaged(error.to_string()))?;
    let application = pragma(connection, "application_id").map_err(|error| damaged(error.to_string()))?;
    if version == 0 && application == 0 && is_empty(connection).map_err(|error| damaged(error.to_string()))? {
        return Ok(());
    }
    if application != APPLICATION_ID {
        return Err(damaged("it was not written by Gazouillis".to_owned()));
    }
    if version > known_version() {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found: version,
            known: known_version(),
        });
    }
    let verdict: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| damaged(error.to_string()))?;
    if verdict == "ok" { Ok(()) } else { Err(damaged(verdict)) }
}

/// Whether a database has the newest schema.
pub(crate) fn is_current(connection: &Connection) -> Result<bool, StoreError> {
    Ok(pragma(connection, "user_version")? == known_version())
}

fn is_empty(connection: &Connection) -> Result<bool, rusqlite::Error> {
    connection.query_row("SELECT count(*) = 0 FROM sqlite_master", [], |row| row.get(0))
}

/// Brings a database up to date, each version in a transaction of its own.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let current = pragma(connection, "user_version")?;
    for (index, migrate) in MIGRATIONS.iter().enumerate().skip(current as usize) {
        let transaction = connection.transaction()?;
        migrate(&transaction)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", index as i64 + 1)?;
        transaction.commit()?;
    }
    Ok(())
}
