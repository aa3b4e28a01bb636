//! A few bytes beside the database that say how far the running session's log had come.
//!
//! A write-ahead log that is damaged ends for SQLite where the damage is: what was committed after it is gone without a word,
//! and the chain of seals before it is whole. The witness is written after each commit and read at the next start: a log that
//! ends before its witness has lost something. It is not synced. After a power cut it may be older than the database, which
//! says nothing; it is never newer, since it is written only when the commit has returned.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use crate::log::End;
use crate::seal::Seal;

const NAME: &str = "gazouillis.last";

/// How far a session's log had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Testimony {
    /// The session's key in the database.
    pub(crate) session: i64,
    /// The end of its log.
    pub(crate) end: End,
}

/// The file. Whatever is wrong with it, the talk goes on: it only ever adds to what is noticed.
#[derive(Debug)]
pub(crate) struct Witness {
    file: Option<File>,
}

impl Witness {
    pub(crate) fn open(folder: &Path) -> Self {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(folder.join(NAME));
        Self {
            file: file
                .inspect_err(|error| tracing::warn!(%error, "How far the session has come is not noted beside it."))
                .ok(),
        }
    }

    /// Notes where a session's log ends. With `None` nothing is running, and nothing about it remains.
    pub(crate) fn note(&mut self, testimony: Option<Testimony>) {
        let mut bytes = [0_u8; 80];
        if let Some(Testimony { session, end }) = testimony {
            bytes[..8].copy_from_slice(&session.to_le_bytes());
            bytes[8..16].copy_from_slice(&end.last.to_le_bytes());
            bytes[16..48].copy_from_slice(&end.seal.0);
            let check = Seal::of_testimony(&bytes[..48]);
            bytes[48..].copy_from_slice(&check.0);
        }
        if let Some(file) = &mut self.file {
            // A full disk that refuses these bytes refuses the commits as well, and says so there.
            let _ = file.seek(SeekFrom::Start(0)).and_then(|_| file.write_all(&bytes));
        }
    }

    /// What was noted last, when it can be believed.
    pub(crate) fn read(&mut self) -> Option<Testimony> {
        let mut bytes = [0_u8; 80];
        let file = self.file.as_mut()?;
        file.seek(SeekFrom::Start(0)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        let number = |from: usize| bytes[from..from + 8].try_into().map(u64::from_le_bytes).ok();
        (Seal::of_testimony(&bytes[..48]).0 == bytes[48..]).then_some(Testimony {
            session: number(0)? as i64,
            end: End {
                last: number(8)?,
                seal: Seal(bytes[16..48].try_into().ok()?),
            },
        })
    }
}
