//! Single flipped bits: in the database, in its write-ahead log, in a summary. Each is harmless, or noticed and told; nothing
//! that is shown afterwards is other than it was at some time.

use std::path::Path;

use gazouillis_core::Session;
use gazouillis_core::session::PollState;
use gazouillis_store::{DataFolder, SetAside, StoreError};

use crate::talk::{Kept, script};

/// A running session with every state it was in, by its sequence number.
struct Story {
    folder: tempfile::TempDir,
    states: Vec<(u64, Vec<PollState>, usize)>,
    last: Session,
}

fn state(session: &Session) -> (u64, Vec<PollState>, usize) {
    (session.seq(), session.polls().to_vec(), session.participants().len())
}

impl Story {
    /// What a kill leaves: files copied under the writer.
    fn tell(fold_log_in: bool) -> Self {
        let path = tempfile::tempdir().unwrap();
        let mut kept = Kept::start(path.path(), "une-seance");
        let mut states = vec![state(&kept.session)];
        for command in script() {
            kept.tell(command).expect("the disk takes it");
            states.push(state(&kept.session));
        }
        let folder = tempfile::tempdir().unwrap();
        if fold_log_in {
            let connection = rusqlite::Connection::open(path.path().join("gazouillis.db")).unwrap();
            connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
                .unwrap();
        }
        copy(path.path(), folder.path());
        Self {
            folder,
            states,
            last: kept.session,
        }
    }

    /// Opens the folder with one bit of one file flipped, and says what came of it.
    fn flip(&self, file: &str, place: usize, bit: usize) -> Outcome {
        let scratch = tempfile::tempdir().unwrap();
        copy(self.folder.path(), scratch.path());
        let path = scratch.path().join(file);
        let mut content = std::fs::read(&path).unwrap();
        content[place] ^= 1 << bit;
        std::fs::write(&path, &content).unwrap();
        let what = format!("bit {bit} of byte {place} of {file}");
        let folder = DataFolder::open(scratch.path()).unwrap();
        let (writer, set_aside) = match folder.writer() {
            Ok(opened) => opened,
            // The version is a number like another; a larger one is refused in words.
            Err(StoreError::Newer { .. }) => return Outcome::Refused,
            Err(error) => panic!("{what} keeps the program from starting: {error}"),
        };
        let stored = writer.latest_unfinished();
        let stored = stored.unwrap_or_else(|error| panic!("{what} was not noticed at the start: {error}"));
        let shown = stored.as_ref().map(|stored| state(&stored.session));
        if let Some(shown) = &shown {
            assert!(self.states.contains(shown), "{what} made up a state: {shown:?}");
        }
        match set_aside {
            None => {
                let shown = shown.unwrap_or_else(|| panic!("{what} lost the session without a word"));
                assert_eq!(shown, state(&self.last), "{what} lost something without a word");
                Outcome::Harmless
            }
            Some(aside) => {
                assert!(aside.path.exists() && !aside.reason.is_empty());
                let kept = shown.map_or(0, |shown| shown.0);
                let rows = folder.reader().unwrap().sessions().expect("the library is listed");
                Outcome::Told(aside, kept, rows.len())
            }
        }
    }
}

enum Outcome {
    Harmless,
    Refused,
    Told(SetAside, u64, usize),
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        if !name.to_string_lossy().ends_with("-shm") && name != "gazouillis.lock" {
            std::fs::copy(entry.path(), to.join(name)).unwrap();
        }
    }
}

/// A generator that is good enough for choosing bytes (Marsaglia's xorshift).
fn dice(mut state: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    }
}

/// How many bits are flipped; more when asked for.
fn flips() -> usize {
    std::env::var("GAZOUILLIS_FLIPS").map_or(250, |count| count.parse().expect("a number"))
}

#[test]
fn a_flipped_bit_in_the_database_is_harmless_or_told() {
    let story = Story::tell(true);
    let size = std::fs::metadata(story.folder.path().join("gazouillis.db"))
        .unwrap()
        .len() as usize;
    let mut draw = dice(0x9E37_79B9_7F4A_7C15);
    let (mut harmless, mut told, mut whole) = (0, 0, 0);
    for _ in 0..flips() {
        match story.flip("gazouillis.db", draw(size), draw(8)) {
            Outcome::Harmless => harmless += 1,
            Outcome::Refused => {}
            Outcome::Told(_, kept, _) => {
                told += 1;
                whole += usize::from(kept == story.last.seq());
            }
        }
    }
    assert!(
        told > 20 && harmless > 20,
        "{harmless} harmless, {told} told, {whole} of them whole"
    );
}

#[test]
fn a_flipped_bit_in_the_write_ahead_log_is_harmless_or_told_with_what_is_missing() {
    let story = Story::tell(false);
    let size = std::fs::metadata(story.folder.path().join("gazouillis.db-wal"))
        .unwrap()
        .len() as usize;
    assert!(size > 10_000, "there is a log to harm");
    let mut draw = dice(0xD1B5_4A32_D192_ED03);
    let mut told = 0;
    for _ in 0..flips() {
        if let Outcome::Told(aside, kept, sessions) = story.flip("gazouillis.db-wal", draw(size), draw(8)) {
            told += 1;
            let lost = story.last.seq() - kept;
            if sessions > 0 {
                assert_eq!(aside.missing, lost, "it says how much is missing: {aside:?}");
            }
        }
    }
    assert!(told > flips() / 2, "{told} of {} were told", flips());
}

#[test]
fn a_changed_lost_or_swapped_row_is_told_and_what_came_before_it_is_kept() {
    for (harm, kept) in [
        ("UPDATE log SET events = zeroblob(length(events)) WHERE row = 5", 4),
        ("UPDATE log SET last = last + 1 WHERE row = 5", 4),
        ("UPDATE log SET seal = zeroblob(32) WHERE row = 5", 4),
        ("DELETE FROM log WHERE row = 5", 4),
        ("UPDATE log SET row = -row WHERE row IN (5, 6)", 0),
        (
            "DELETE FROM log WHERE row = (SELECT max(row) FROM log)",
            script().len() - 1,
        ),
        ("UPDATE session SET deck = replace(deck, 'Bleu', 'Blau')", 0),
        ("UPDATE session SET id = 'une-seance-2'", 0),
        ("UPDATE session SET started_at = started_at + 1", 0),
    ] {
        let story = Story::tell(true);
        let connection = rusqlite::Connection::open(story.folder.path().join("gazouillis.db")).unwrap();
        let rows: Vec<i64> = connection
            .prepare("SELECT last FROM log ORDER BY row")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        connection.execute_batch(harm).unwrap();
        drop(connection);
        let (writer, set_aside) = DataFolder::open(story.folder.path()).unwrap().writer().unwrap();
        assert!(set_aside.is_some(), "{harm} was not noticed");
        let stored = writer.latest_unfinished().unwrap();
        let until = stored.map_or(0, |stored| stored.session.seq());
        let expected = if kept == 0 { 0 } else { rows[kept - 1] as u64 };
        assert_eq!(until, expected, "{harm}");
    }
}

#[test]
fn a_summary_that_cannot_be_read_is_taken_from_the_copy_or_listed_as_damaged_and_hides_no_other() {
    for with_a_copy in [true, false] {
        let path = tempfile::tempdir().unwrap();
        for id in ["la-premiere", "la-deuxieme"] {
            let mut kept = Kept::start(path.path(), id);
            kept.play();
            kept.tell(gazouillis_core::Command::Finish).unwrap();
            if with_a_copy {
                kept.folder.copies().make().unwrap();
            }
        }
        let connection = rusqlite::Connection::open(path.path().join("gazouillis.db")).unwrap();
        connection
            .execute_batch("UPDATE summary SET json = replace(json, '\"joined\":3', '\"joined\":4') WHERE session = 1")
            .unwrap();
        drop(connection);
        let folder = DataFolder::open(path.path()).unwrap();
        let (_writer, set_aside) = folder.writer().unwrap();
        assert!(set_aside.is_some());
        let rows = folder.reader().unwrap().sessions().unwrap();
        let first = rows.iter().find(|row| row.id == "la-premiere").expect("it is listed");
        let second = rows.iter().find(|row| row.id == "la-deuxieme").expect("it is listed");
        assert_eq!((second.joined, &second.damage), (3, &None));
        assert_eq!(first.damage.is_none(), with_a_copy, "{first:?}");
        assert_eq!(first.joined, if with_a_copy { 3 } else { 0 });
        drop((_writer, folder));
        let (_, again) = DataFolder::open(path.path()).unwrap().writer().unwrap();
        assert_eq!(again, None, "it is told once");
    }
}

#[test]
fn a_changed_talk_of_a_finished_session_is_told_and_its_figures_are_kept() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    kept.tell(gazouillis_core::Command::Finish).unwrap();
    let whole = kept.folder.reader().unwrap().talk_and_summary("une-seance").unwrap();
    let (talk, summary) = whole.expect("it is there");
    assert_eq!(&talk, &**kept.session.deck());
    drop(kept);
    let connection = rusqlite::Connection::open(path.path().join("gazouillis.db")).unwrap();
    connection
        .execute_batch("UPDATE session SET deck = replace(deck, 'Bleu', 'Blau')")
        .unwrap();
    drop(connection);
    let folder = DataFolder::open(path.path()).unwrap();
    let before = folder.reader().unwrap().talk_and_summary("une-seance");
    assert!(matches!(before, Err(StoreError::TalkLost(_))), "{before:?}");
    let (_writer, set_aside) = folder.writer().unwrap();
    assert!(set_aside.is_some(), "it is told");
    let reader = folder.reader().unwrap();
    let rows = reader.sessions().unwrap();
    assert_eq!((rows[0].joined, &rows[0].damage), (3, &None));
    assert_eq!(reader.summary("une-seance").unwrap(), Some(summary));
    let after = reader.talk_and_summary("une-seance");
    assert!(matches!(after, Err(StoreError::TalkLost(_))), "{after:?}");
    drop((reader, _writer, folder));
    let (_, again) = DataFolder::open(path.path()).unwrap().writer().unwrap();
    assert_eq!(again, None, "it is told once");
}

#[test]
fn a_reader_beside_the_app_lists_a_damaged_session_among_the_others() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    kept.tell(gazouillis_core::Command::Finish).unwrap();
    let connection = rusqlite::Connection::open(path.path().join("gazouillis.db")).unwrap();
    connection.execute_batch("UPDATE summary SET json = '{}'").unwrap();
    let rows = kept
        .folder
        .reader()
        .unwrap()
        .sessions()
        .expect("the library is listed all the same");
    assert!(rows[0].damage.is_some(), "{rows:?}");
}
