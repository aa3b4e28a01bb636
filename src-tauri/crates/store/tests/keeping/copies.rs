//! Files beside the database, and bytes that a reader holds on to.

use gazouillis_core::Command;
use gazouillis_store::DataFolder;

use crate::talk::{Kept, assert_same, bytes, contains, token};

fn has_token(path: &std::path::Path) -> bool {
    (1..=3).any(|phone| contains(&bytes(path), &token(phone).0))
}

#[test]
fn the_copy_alone_is_a_whole_database() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    kept.folder.copies().make().unwrap();
    kept.folder
        .copies()
        .make()
        .expect("and takes the place of the one before");
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = path.path().join("gazouillis-copy.db");
    std::fs::copy(copy, elsewhere.path().join("gazouillis.db")).unwrap();
    let (writer, set_aside) = DataFolder::open(elsewhere.path()).unwrap().writer().unwrap();
    assert_eq!(set_aside, None);
    assert_same(&writer.latest_unfinished().unwrap().unwrap().session, &kept.session);
    let left: Vec<_> = std::fs::read_dir(path.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        left.iter().all(|name| !name.to_string_lossy().contains(".new")),
        "{left:?}"
    );
}

#[test]
fn a_database_that_is_no_more_one_is_made_up_for_by_the_copy() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    kept.folder.copies().make().unwrap();
    let session = kept.session.clone();
    drop(kept);
    std::fs::write(path.path().join("gazouillis.db"), [7; 20_000]).unwrap();
    let _ = std::fs::remove_file(path.path().join("gazouillis.db-wal"));
    let (writer, set_aside) = DataFolder::open(path.path()).unwrap().writer().unwrap();
    let aside = set_aside.expect("it is told");
    assert_eq!(
        (aside.rescued.whole.as_slice(), aside.missing),
        (&["une-seance".to_owned()][..], 0)
    );
    assert_same(&writer.latest_unfinished().unwrap().unwrap().session, &session);
}

#[test]
fn finishing_and_forgetting_reach_copies_and_databases_that_were_set_aside() {
    for forget in [false, true] {
        let path = tempfile::tempdir().unwrap();
        let mut kept = Kept::start(path.path(), "une-seance");
        kept.play();
        kept.folder.copies().make().unwrap();
        drop(kept);
        // The database is set aside with everything in it, and the session goes on from what is intact.
        let connection = rusqlite::Connection::open(path.path().join("gazouillis.db")).unwrap();
        connection
            .execute_batch("DELETE FROM log WHERE row = (SELECT max(row) FROM log)")
            .unwrap();
        drop(connection);
        let folder = DataFolder::open(path.path()).unwrap();
        let (mut writer, set_aside) = folder.writer().unwrap();
        assert!(set_aside.is_some_and(|aside| aside.path.exists()));
        assert!(has_token(path.path()));
        let stored = writer.latest_unfinished().unwrap().unwrap();
        if forget {
            assert!(writer.forget("une-seance").unwrap());
            assert!(!contains(&bytes(path.path()), b"une-seance"));
        } else {
            writer.resume(&stored);
            let talk = std::sync::Arc::clone(stored.session.deck());
            writer.finish(&stored.session.summary(stored.facts), &talk).unwrap();
        }
        assert!(!has_token(path.path()), "a copy still has the tokens");
    }
}

#[test]
fn a_database_set_aside_before_a_session_began_is_left_when_the_session_ends() {
    let path = tempfile::tempdir().unwrap();
    std::fs::write(path.path().join("gazouillis-damaged-1000.db"), "a stranger's").unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    kept.tell(Command::Finish).unwrap();
    assert!(path.path().join("gazouillis-damaged-1000.db").exists());
}

#[test]
fn what_a_reader_holds_on_to_is_scrubbed_as_soon_as_it_lets_go() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    let reader = rusqlite::Connection::open(path.path().join("gazouillis.db")).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM log;").unwrap();
    let _: i64 = reader
        .query_row("SELECT count(*) FROM log", [], |row| row.get(0))
        .unwrap();
    kept.tell(Command::Finish).expect("nobody waits for the reader");
    assert!(kept.writer.is_scrub_due(), "it is known that something is left");
    assert!(
        has_token(path.path()),
        "the reader really keeps the log from being emptied"
    );
    kept.writer.scrub();
    assert!(kept.writer.is_scrub_due());
    reader.execute_batch("COMMIT").unwrap();
    kept.writer.scrub();
    assert!(!kept.writer.is_scrub_due());
    assert!(!has_token(path.path()));
}

#[test]
fn what_a_crash_left_between_the_end_and_the_scrub_is_scrubbed_at_the_next_start() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    let reader = rusqlite::Connection::open(path.path().join("gazouillis.db")).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader
        .query_row("SELECT count(*) FROM log", [], |row| row.get(0))
        .unwrap();
    kept.tell(Command::Finish).unwrap();
    // What a kill leaves now: the session is finished, and its tokens are still in the log.
    let left = tempfile::tempdir().unwrap();
    for name in ["gazouillis.db", "gazouillis.db-wal", "gazouillis.last"] {
        std::fs::copy(path.path().join(name), left.path().join(name)).unwrap();
    }
    assert!(has_token(left.path()));
    let (writer, set_aside) = DataFolder::open(left.path()).unwrap().writer().unwrap();
    assert_eq!((set_aside, writer.is_scrub_due()), (None, false));
    assert!(!has_token(left.path()));
}
