//! Files beside the database that hold what it held: the copy made at each poll's close, and databases set aside as damaged.
//!
//! What must be gone from the database must be gone from them, too.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::StoreError;
use crate::folder::DATABASE;

/// The copy of the database.
pub(crate) const COPY: &str = "gazouillis-copy.db";

/// How the name of a database that was set aside begins.
const ASIDE: &str = "gazouillis-damaged-";

/// Makes a copy of the database beside it, which a person may carry off: a database in use is more than its one file.
#[derive(Debug, Clone)]
pub struct Copies {
    folder: PathBuf,
    /// Held while a copy is made, and while what must be gone is being destroyed.
    busy: Arc<Mutex<()>>,
}

impl Copies {
    pub(crate) fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            busy: Arc::default(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, ()> {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Copies the database as of the last commit and puts the copy in the former one's place at once. It blocks on the disk.
    ///
    /// # Errors
    /// Whatever the disk says; the former copy then stays.
    pub fn make(&self) -> Result<(), StoreError> {
        let _busy = self.lock();
        let (copy, new) = (self.folder.join(COPY), self.folder.join(format!("{COPY}.new")));
        let failed = |source| StoreError::Folder {
            path: self.folder.clone(),
            source,
        };
        remove(&new).map_err(failed)?;
        let source = open_to_read(&self.folder.join(DATABASE))?;
        let mut target = Connection::open(&new)?;
        target.pragma_update(None, "synchronous", "FULL")?;
        // All at once: a copy made in steps begins anew at every commit in between.
        Backup::new(&source, &mut target)?.step(-1)?;
        // One file, without a log beside it.
        target.pragma_update(None, "journal_mode", "DELETE")?;
        target.close().map_err(|(_, error)| error)?;
        File::open(&new).and_then(|file| file.sync_all()).map_err(failed)?;
        std::fs::rename(&new, &copy).map_err(failed)?;
        crate::folder::sync(&self.folder);
        Ok(())
    }

    /// Deletes every copy that may hold a session which started at a time, and keeps new ones from being made until the guard
    /// is dropped.
    pub(crate) fn destroy(&self, started_at: i64) -> Result<MutexGuard<'_, ()>, StoreError> {
        let busy = self.lock();
        let failed = |source| StoreError::Folder {
            path: self.folder.clone(),
            source,
        };
        for name in [COPY.to_owned(), format!("{COPY}.new"), format!("{COPY}.new-journal")] {
            remove(&self.folder.join(name)).map_err(failed)?;
        }
        for entry in std::fs::read_dir(&self.folder).map_err(failed)?.flatten() {
            // A database that was set aside before the session started cannot hold it.
            if set_aside_at(&entry.file_name().to_string_lossy()).is_some_and(|at| at >= started_at / 1_000) {
                remove(&entry.path()).map_err(failed)?;
            }
        }
        Ok(busy)
    }
}

pub(crate) fn open_to_read(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

fn remove(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// When a database was set aside, in Unix time, as its file's name says.
fn set_aside_at(name: &str) -> Option<i64> {
    let rest = name.strip_prefix(ASIDE)?;
    rest.split(['-', '.']).next()?.parse().ok()
}

/// The files of a database at `path`: itself, and what SQLite keeps beside it.
pub(crate) fn files_of(path: &Path) -> [PathBuf; 3] {
    ["", "-wal", "-shm"].map(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        name.into()
    })
}

/// Moves the database and what belongs to it to a name of its own.
pub(crate) fn set_aside(folder: &Path) -> Result<PathBuf, StoreError> {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |elapsed| elapsed.as_secs());
    let name = |counter: u32| match counter {
        0 => folder.join(format!("{ASIDE}{seconds}.db")),
        _ => folder.join(format!("{ASIDE}{seconds}-{counter}.db")),
    };
    let aside = (0..)
        .map(name)
        .find(|path| !path.exists())
        .expect("BUG: there is always another number");
    for (from, to) in files_of(&folder.join(DATABASE)).iter().zip(files_of(&aside)) {
        if from.exists() {
            std::fs::rename(from, to).map_err(|source| StoreError::Folder {
                path: folder.to_owned(),
                source,
            })?;
        }
    }
    Ok(aside)
}
