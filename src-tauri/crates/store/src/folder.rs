//! The data folder: who may write in it, and what happens to a database that is damaged.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::rescue::rescue;
use crate::witness::{Testimony, Witness};
use crate::{Copies, Reader, Rescued, StoreError, Writer, copies, schema, session};

/// A data folder this process alone writes in, for as long as the value lives.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    copies: Copies,
    /// Holds the operating system's lock; it ends with the process, however that ends.
    _lock: File,
}

/// Says that a damaged database was put aside, and what could be taken out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Where it is now.
    pub path: PathBuf,
    /// What was wrong with it.
    pub reason: String,
    /// What the new database has of it.
    pub rescued: Rescued,
    /// How many events of the session that was running are known to be missing: answers, arrivals and clicks that had been
    /// confirmed.
    pub missing: u64,
}

pub(crate) const DATABASE: &str = "gazouillis.db";

impl DataFolder {
    /// Takes hold of a folder, making it if need be.
    ///
    /// # Errors
    /// [`StoreError::Locked`] when another instance holds it, [`StoreError::Folder`] when it cannot be made or written.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let unusable = |source| StoreError::Folder {
            path: path.to_owned(),
            source,
        };
        std::fs::create_dir_all(path).map_err(unusable)?;
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path.join("gazouillis.lock"))
            .map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self {
                path: path.to_owned(),
                copies: Copies::of(path),
                _lock: lock,
            }),
            Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::Locked(path.to_owned())),
            Err(std::fs::TryLockError::Error(source)) => Err(unusable(source)),
        }
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// Opens the one writer. A damaged database is put aside and named, a new one takes its place with all that is intact, and
    /// the talk goes on.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer program wrote the database; whatever the disk says otherwise.
    pub fn writer(&self) -> Result<(Writer, Option<SetAside>), StoreError> {
        let mut witness = Witness::open(&self.path);
        let testimony = witness.read();
        match self.checked(testimony) {
            Ok(connection) => Ok((self.write_with(connection, witness), None)),
            Err(StoreError::Damaged { reason, .. }) => {
                let path = copies::set_aside(&self.path)?;
                witness.note(None);
                let mut connection = self.checked(None)?;
                let rescued = rescue(&self.path, &path, &mut connection)?;
                let kept = testimony.map_or(0, |_| session::newest_end(&connection));
                let missing = testimony.map_or(0, |testimony| testimony.end.last.saturating_sub(kept));
                tracing::warn!(path = %path.display(), %reason, missing, "A damaged database was set aside.");
                let aside = SetAside {
                    path,
                    reason,
                    rescued,
                    missing,
                };
                Ok((self.write_with(connection, witness), Some(aside)))
            }
            Err(error) => Err(error),
        }
    }

    fn write_with(&self, connection: Connection, witness: Witness) -> Writer {
        let mut writer = Writer::new(connection, witness, self.copies.clone());
        // A crash may have come between a deletion and the scrub that follows it.
        writer.scrub_what_is_left();
        writer
    }

    /// A connection to a database that is whole, ours, and up to date.
    fn checked(&self, testimony: Option<Testimony>) -> Result<Connection, StoreError> {
        let path = self.database();
        let mut connection = Connection::open(&path)?;
        // Until it is known to be whole, nothing folds its log away: what is damaged is set aside as it was found.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        schema::check(&connection, &path)?;
        Writer::configure(&connection)?;
        let damaged = |error: StoreError| match error {
            StoreError::Unreadable(reason) => StoreError::Damaged {
                path: path.clone(),
                reason,
            },
            StoreError::Sqlite(error) => StoreError::Damaged {
                path: path.clone(),
                reason: error.to_string(),
            },
            lost @ StoreError::TalkLost(_) => StoreError::Damaged {
                path: path.clone(),
                reason: lost.to_string(),
            },
            other => other,
        };
        schema::migrate(&mut connection).map_err(damaged)?;
        sync(&self.path);
        // What a start reads must be readable, or the program could never start again.
        session::check_all(&connection, testimony).map_err(damaged)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        Ok(connection)
    }

    /// Makes copies of this folder's database.
    #[must_use]
    pub fn copies(&self) -> Copies {
        self.copies.clone()
    }

    /// Opens a reader of the same database. The writer must have been opened before.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        Reader::open(&self.database())
    }
}

/// Makes a file's entry in its folder survive a power cut. Where folders cannot be synced, the system does so by itself.
pub(crate) fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
