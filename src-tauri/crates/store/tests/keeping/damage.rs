//! A database that is damaged, foreign or too new.

use std::path::Path;

use gazouillis_core::deck::Language;
use gazouillis_store::{DataFolder, StoreError};

use crate::talk::{Kept, assert_same, bytes, contains, token};

fn database(folder: &Path) -> std::path::PathBuf {
    folder.join("gazouillis.db")
}

/// A folder with a session in it, all of it in the database file and nothing in its log.
fn folder_with_a_session() -> (tempfile::TempDir, gazouillis_core::Session) {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    let session = kept.session.clone();
    drop(kept);
    let connection = rusqlite::Connection::open(database(path.path())).unwrap();
    connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    (path, session)
}

/// Opens the folder, which must put the database aside and start with an empty one.
#[track_caller]
fn assert_set_aside(path: &Path, damaged: &[u8]) {
    let folder = DataFolder::open(path).unwrap();
    let (mut writer, set_aside) = folder.writer().expect("the program starts anyway");
    let aside = set_aside.expect("and says what it put aside");
    assert!(aside.path.starts_with(path) && !aside.reason.is_empty(), "{aside:?}");
    assert_eq!(
        std::fs::read(&aside.path).unwrap(),
        damaged,
        "what was put aside is what was there"
    );
    assert!(folder.reader().unwrap().sessions().unwrap().is_empty());
    writer
        .start(&crate::talk::facts("une-autre"), &crate::talk::deck(), &[])
        .expect("the new one takes sessions");
}

#[test]
fn a_database_of_a_newer_program_is_refused_in_words_and_left_alone() {
    let (path, _) = folder_with_a_session();
    let connection = rusqlite::Connection::open(database(path.path())).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let before = std::fs::read(database(path.path())).unwrap();
    let folder = DataFolder::open(path.path()).unwrap();
    let refused = folder.writer().expect_err("a newer database");
    assert!(matches!(refused, StoreError::Newer { found: 99, .. }), "{refused}");
    assert!(refused.message(Language::Fr).contains("plus récente") && refused.message(Language::En).contains("newer"));
    assert_eq!(
        std::fs::read(database(path.path())).unwrap(),
        before,
        "not a byte was touched"
    );
    assert!(matches!(
        gazouillis_store::Reader::of_folder(path.path()),
        Err(StoreError::Newer { .. })
    ));
}

#[test]
fn a_file_that_is_no_database_is_set_aside() {
    for content in [
        &b"not a database, but long enough to be taken for one by its size alone"[..],
        &[0_u8; 4_096],
        &[0xFF; 700],
    ] {
        let path = tempfile::tempdir().unwrap();
        std::fs::write(database(path.path()), content).unwrap();
        assert_set_aside(path.path(), content);
    }
}

#[test]
fn a_database_of_another_program_is_set_aside_unharmed() {
    let path = tempfile::tempdir().unwrap();
    let connection = rusqlite::Connection::open(database(path.path())).unwrap();
    connection
        .execute_batch("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('tarte');")
        .unwrap();
    drop(connection);
    let foreign = std::fs::read(database(path.path())).unwrap();
    assert_set_aside(path.path(), &foreign);
    let aside = std::fs::read_dir(path.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let aside = aside
        .into_iter()
        .find(|path| path.to_string_lossy().contains("damaged"))
        .unwrap();
    let kept: String = rusqlite::Connection::open(aside)
        .unwrap()
        .query_row("SELECT name FROM recipe", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, "tarte");
}

#[test]
fn a_truncated_database_is_set_aside() {
    for kept in [50, 100, 1_000, 4_096, 8_192] {
        let (path, _) = folder_with_a_session();
        let mut content = std::fs::read(database(path.path())).unwrap();
        content.truncate(kept);
        std::fs::write(database(path.path()), &content).unwrap();
        assert_set_aside(path.path(), &content);
    }
}

#[test]
fn two_damaged_databases_in_a_row_are_both_kept() {
    let path = tempfile::tempdir().unwrap();
    for content in [&[1_u8; 4_096], &[2_u8; 4_096]] {
        std::fs::write(database(path.path()), content).unwrap();
        for ending in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(path.path().join(format!("gazouillis.db{ending}")));
        }
        let (_, set_aside) = DataFolder::open(path.path()).unwrap().writer().unwrap();
        assert!(set_aside.is_some());
    }
    let everything = bytes(path.path());
    assert!(contains(&everything, &[1; 4_096]) && contains(&everything, &[2; 4_096]));
}

#[test]
fn a_session_whose_log_was_not_folded_in_yet_is_whole() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    // What a kill leaves: the files as they are, with the log beside the database.
    let copy = tempfile::tempdir().unwrap();
    for name in ["gazouillis.db", "gazouillis.db-wal"] {
        std::fs::copy(path.path().join(name), copy.path().join(name)).unwrap();
    }
    assert!(std::fs::metadata(copy.path().join("gazouillis.db-wal")).unwrap().len() > 0);
    let (writer, set_aside) = DataFolder::open(copy.path()).unwrap().writer().unwrap();
    assert_eq!(set_aside, None);
    assert_same(&writer.latest_unfinished().unwrap().unwrap().session, &kept.session);
    assert!(
        writer
            .latest_unfinished()
            .unwrap()
            .unwrap()
            .session
            .participant(&token(3))
            .is_some()
    );
}
