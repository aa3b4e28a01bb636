//! Making sure that bytes which must be gone are gone: from the database, its free pages, and its write-ahead log.

use std::time::Duration;

use rusqlite::Connection;

use crate::StoreError;

/// How long the writer waits for the locks of others, in everything but a scrub.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// Rewrites the file without what was deleted and empties the log. Says whether nothing is left: a reader that still looks at
/// what was before keeps the log from being emptied, and is not waited for.
pub(crate) fn scrub(connection: &Connection) -> Result<bool, StoreError> {
    connection.execute_batch("VACUUM")?;
    empty_log(connection)
}

/// The same for a database that has just been opened, where there may be nothing to do.
pub(crate) fn scrub_what_is_left(connection: &Connection) -> Result<bool, StoreError> {
    let free: i64 = connection.pragma_query_value(None, "freelist_count", |row| row.get(0))?;
    if free > 0 {
        connection.execute_batch("VACUUM")?;
    }
    empty_log(connection)
}

fn empty_log(connection: &Connection) -> Result<bool, StoreError> {
    connection.busy_timeout(Duration::ZERO)?;
    // A checkpoint that finds somebody in its way returns a row that says so, not an error.
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
    connection.busy_timeout(PATIENCE)?;
    Ok(!busy?)
}
