//! Taking what is intact out of databases that are not: the one that was set aside, then the copy.

use std::path::Path;

use rusqlite::{Connection, params};

use crate::copies::{COPY, files_of, open_to_read};
use crate::session::Head;
use crate::{StoreError, schema, session, summary};

/// What came of a rescue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rescued {
    /// Ids of sessions that are whole.
    pub whole: Vec<String>,
    /// Ids of sessions of which a part is there: up to the first row that is not what was written.
    pub cut: Vec<String>,
    /// Ids of sessions of which only the name is there.
    pub lost: Vec<String>,
}

/// Takes over into `new` each session that a damaged database still has, as far as it is what was written; a session that is
/// not whole there is taken from the copy when it goes further there.
pub(crate) fn rescue(folder: &Path, damaged: &Path, new: &mut Connection) -> Result<Rescued, StoreError> {
    // Reading must change nothing of what was set aside, and even opening a database may.
    let scratch = folder.join("gazouillis-rescue.db");
    let discard = || {
        files_of(&scratch)
            .iter()
            .for_each(|file| drop(std::fs::remove_file(file)))
    };
    let mut sources = Vec::new();
    for source in [damaged.to_owned(), folder.join(COPY)] {
        discard();
        for (from, to) in files_of(&source).iter().zip(files_of(&scratch)).take(2) {
            if from.exists() {
                let _ = std::fs::copy(from, to);
            }
        }
        if scratch.exists()
            && let Ok(found) = read_all(&scratch)
        {
            sources.push(found);
        }
    }
    discard();
    let transaction = new.transaction()?;
    let mut rescued = Rescued::default();
    for session in best(sources) {
        session.put(&transaction, &mut rescued)?;
    }
    transaction.commit()?;
    Ok(rescued)
}

/// One session, as far as it could be read.
struct Found {
    head: Head,
    /// The frozen summary's JSON and seal, and that of the talk kept with it.
    summary: Option<(String, [u8; 32], Option<[u8; 32]>)>,
    log: Vec<(i64, i64, Vec<u8>, [u8; 32])>,
    damage: Option<String>,
}

impl Found {
    /// What is whole is better than what is not, and more is better than less.
    fn worth(&self) -> (bool, bool, i64) {
        let last = self.log.last().map_or(0, |row| row.1);
        (self.damage.is_none(), self.summary.is_some(), last)
    }

    fn put(self, new: &Connection, rescued: &mut Rescued) -> Result<(), StoreError> {
        let id = self.head.facts.id.clone();
        let is_named_only = self.damage.is_some() && self.log.is_empty() && self.summary.is_none();
        new.execute(
            "INSERT INTO session (id, title, deck, started_at, started_local, damage) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                id,
                self.head.title,
                self.head.deck,
                self.head.facts.started_at,
                self.head.facts.started_local,
                // A session that was cut can be gone on with; one that is only a name cannot.
                self.damage.as_ref().filter(|_| is_named_only)
            ],
        )?;
        let number = new.last_insert_rowid();
        if let Some((json, seal, talk_seal)) = self.summary {
            new.execute(
                "INSERT INTO summary (session, json, seal, talk_seal) VALUES (?1, ?2, ?3, ?4)",
                params![number, json, seal, talk_seal],
            )?;
        }
        for (first, last, events, seal) in self.log {
            new.execute(
                "INSERT INTO log (session, first, last, events, seal) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![number, first, last, events, seal],
            )?;
        }
        match (self.damage.is_some(), is_named_only) {
            (false, _) => rescued.whole.push(id),
            (true, false) => rescued.cut.push(id),
            (true, true) => rescued.lost.push(id),
        }
        Ok(())
    }
}

/// The sessions of a database, as far as their rows can be read at all.
fn read_all(path: &Path) -> Result<Vec<Found>, StoreError> {
    if !schema::is_current(&open_to_read(path)?)? {
        let mut connection = Connection::open(path)?;
        schema::migrate(&mut connection)?;
    }
    let connection = open_to_read(path)?;
    let mut statement = connection.prepare(&format!("SELECT {}, number FROM session", Head::COLUMNS))?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    // Where a page cannot be read, what was read before it is kept.
    while let Ok(Some(row)) = rows.next() {
        if let (Ok(head), Ok(number)) = (Head::read(row), row.get(6)) {
            found.push(read_one(&connection, head, number));
        }
    }
    Ok(found)
}

fn read_one(connection: &Connection, head: Head, number: i64) -> Found {
    let mut found = Found {
        head,
        summary: None,
        log: Vec::new(),
        damage: None,
    };
    match summary::frozen(connection, number, &found.head.facts.id) {
        Ok(Some(_)) => {
            let sql = "SELECT json, seal, talk_seal FROM summary WHERE session = ?1";
            let stored = connection.query_row(sql, [number], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
            found.summary = stored.ok();
            // The figures are whole; of a talk that is not nothing is kept, or it would be found changed for ever.
            if let Err(error) = session::check_talk(connection, number) {
                found.damage = Some(error.to_string());
                found.head.deck = String::new();
                found.summary = found.summary.map(|(json, seal, _)| (json, seal, None));
            }
            return found;
        }
        Ok(None) => {}
        Err(error) => {
            found.damage = Some(error.to_string());
            return found;
        }
    }
    match session::replay(connection, number) {
        Ok((stored, broken)) => {
            found.damage = broken;
            found.log = rows_until(connection, number, stored.end.last);
            if found.log.last().map_or(0, |row| row.1) != stored.end.last as i64 {
                found.damage = Some("its rows could not be read twice".to_owned());
            }
        }
        Err(error) => found.damage = Some(error.to_string()),
    }
    found
}

fn rows_until(connection: &Connection, number: i64, last: u64) -> Vec<(i64, i64, Vec<u8>, [u8; 32])> {
    let sql = "SELECT first, last, events, seal FROM log WHERE session = ?1 AND last <= ?2 ORDER BY row";
    let Ok(mut statement) = connection.prepare(sql) else {
        return Vec::new();
    };
    let rows = statement.query_map(params![number, last as i64], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    });
    // What comes after a row that cannot be read is of no use without it.
    rows.into_iter().flatten().map_while(Result::ok).collect()
}

/// Each session once, from where it is best.
fn best(sources: Vec<Vec<Found>>) -> Vec<Found> {
    let mut best: Vec<Found> = Vec::new();
    for found in sources.into_iter().flatten() {
        match best.iter_mut().find(|other| other.head.facts.id == found.head.facts.id) {
            Some(other) if found.worth() > other.worth() => *other = found,
            Some(_) => {}
            None => best.push(found),
        }
    }
    best.sort_by_key(|found| found.head.facts.started_at);
    best
}
