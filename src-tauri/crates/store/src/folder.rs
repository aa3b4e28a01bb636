//! The data folder: who may write in it, and what happens to a database that is damaged.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rusqlite::Connection;

use crate::{Reader, StoreError, Writer, schema, session};

/// A data folder this process alone writes in, for as long as the value lives.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    /// Holds the operating system's lock; it ends with the process, however that ends.
    _lock: File,
}

/// Says that a damaged database was put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Where it is now.
    pub path: PathBuf,
    /// What was wrong with it.
    pub reason: String,
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

    /// Opens the one writer. A damaged database is put aside and named, and a new one takes its place: the talk goes on.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer program wrote the database; whatever the disk says otherwise.
    pub fn writer(&self) -> Result<(Writer, Option<SetAside>), StoreError> {
        match self.checked_writer() {
            Ok(writer) => Ok((writer, None)),
            Err(StoreError::Damaged { reason, .. }) => {
                let path = self.set_aside()?;
                tracing::warn!(path = %path.display(), %reason, "A damaged database was set aside.");
                Ok((self.checked_writer()?, Some(SetAside { path, reason })))
            }
            Err(error) => Err(error),
        }
    }

    fn checked_writer(&self) -> Result<Writer, StoreError> {
        let path = self.database();
        let mut connection = Connection::open(&path)?;
        schema::check(&connection, &path)?;
        Writer::configure(&connection)?;
        schema::migrate(&mut connection)?;
        // The file's entry in its folder must survive a power cut, too.
        if let Ok(folder) = File::open(&self.path) {
            let _ = folder.sync_all();
        }
        // What a start reads must be readable, or the program could never start again.
        session::check_unfinished(&connection).map_err(|error| match error {
            StoreError::Unreadable(reason) => StoreError::Damaged { path, reason },
            StoreError::Sqlite(error) => StoreError::Damaged {
                path,
                reason: error.to_string(),
            },
            other => other,
        })?;
        Ok(Writer::new(connection))
    }

    /// Moves the database and what belongs to it to a name of its own.
    fn set_aside(&self) -> Result<PathBuf, StoreError> {
        let seconds = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |elapsed| elapsed.as_secs());
        let mut aside = self.path.join(format!("gazouillis-damaged-{seconds}.db"));
        let mut counter = 1;
        while aside.exists() {
            aside = self.path.join(format!("gazouillis-damaged-{seconds}-{counter}.db"));
            counter += 1;
        }
        for ending in ["", "-wal", "-shm"] {
            let from = self.path.join(format!("{DATABASE}{ending}"));
            if from.exists() {
                let mut to = aside.clone().into_os_string();
                to.push(ending);
                std::fs::rename(&from, PathBuf::from(to)).map_err(|source| StoreError::Folder {
                    path: self.path.clone(),
                    source,
                })?;
            }
        }
        Ok(aside)
    }

    /// Opens a reader of the same database. The writer must have been opened before.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        Reader::open(&self.database())
    }
}
