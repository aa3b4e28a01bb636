//! What a start does with a session that was interrupted.

use std::path::Path;

use gazouillis_core::session::{Cursor, ParticipantId, Phase};
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Command, Event, Rejection, Session};
use gazouillis_engine::store::DataFolder;
use gazouillis_engine::{Beginning, EngineError, Started};

use crate::room::{Room, cast, deck, deck_that_begins_with_a_question, gather, token};

const HOUR: i64 = 60 * 60 * 1_000;

/// A session that last changed so many hours ago by this computer's clock, with one phone in it.
fn interrupted(folder: &Path, hours_ago: i64) -> String {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_millis() as i64;
    let (mut writer, _) = DataFolder::open(folder).unwrap().writer().unwrap();
    let facts = SessionFacts {
        id: "interrompue".to_owned(),
        started_at: now - hours_ago * HOUR,
        started_local: "2026-11-22T09:12".to_owned(),
    };
    writer.start(&facts, &deck("Un essai"), &[]).unwrap();
    let joined = Event::Joined {
        participant: ParticipantId(0),
        token: token(0),
        code: None,
    };
    writer.commit(&[joined], 1, now - hours_ago * HOUR).unwrap();
    facts.id
}

fn start(folder: &Path, beginning: Beginning) -> Started {
    Room::started(folder, "Un essai", beginning)
}

#[tokio::test]
async fn after_a_clock_has_jumped_thirteen_hours_the_presenter_is_asked_and_nothing_is_finished() {
    for hours_ago in [13, 24 * 365] {
        let folder = tempfile::tempdir().unwrap();
        let id = interrupted(folder.path(), hours_ago);
        let started = start(folder.path(), Beginning::Ask);
        let handle = started.engine.handle();
        assert!(handle.now().asks_resume && handle.now().resumed);
        assert_eq!(handle.now().facts.id, id);
        assert!(!started.library.summary(&id).unwrap().unwrap().finished);
        assert!(handle.participant(&token(0)).is_some(), "its phones are known");
        handle.resume().await.unwrap();
        assert!(!handle.now().asks_resume, "it was answered");
        drop(started);
        let started = start(folder.path(), Beginning::New);
        assert_ne!(started.engine.handle().now().facts.id, id);
        assert!(started.library.summary(&id).unwrap().unwrap().finished);
    }
}

#[tokio::test]
async fn the_other_answer_is_a_new_session() {
    let folder = tempfile::tempdir().unwrap();
    let id = interrupted(folder.path(), 13);
    let started = start(folder.path(), Beginning::Ask);
    let handle = started.engine.handle();
    handle.new_session().await.unwrap();
    assert!(!handle.now().asks_resume && handle.now().facts.id != id);
    assert!(started.library.summary(&id).unwrap().unwrap().finished);
}

#[tokio::test]
async fn a_recent_session_goes_on_unasked_also_when_the_clock_went_back() {
    for (hours_ago, beginning) in [(1, Beginning::Ask), (-30, Beginning::Ask), (13, Beginning::Resume)] {
        let folder = tempfile::tempdir().unwrap();
        let id = interrupted(folder.path(), hours_ago);
        let now = start(folder.path(), beginning).engine.handle().now();
        assert_eq!(
            (now.facts.id.clone(), now.asks_resume),
            (id, false),
            "{hours_ago} hours ago"
        );
    }
}

#[tokio::test]
async fn a_rehearsal_is_gone_on_with_only_when_that_is_asked_for() {
    for beginning in [Beginning::Ask, Beginning::Resume] {
        let folder = tempfile::tempdir().unwrap();
        let room = Room::open(folder.path());
        room.handle().rehearse().await.unwrap();
        gather(&room.handle(), "q0", 3).await;
        let id = room.id();
        drop(room);
        let now = start(folder.path(), beginning).engine.handle().now();
        let goes_on = beginning == Beginning::Resume;
        assert_eq!((now.facts.id == id, now.snapshot.simulated), (goes_on, goes_on));
    }
}

#[tokio::test]
async fn a_session_that_a_phone_has_joined_is_never_made_a_rehearsal() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    handle.join(token(0), None).await.unwrap();
    assert_eq!(
        handle.rehearse().await,
        Err(EngineError::Rejected(Rejection::RealSession))
    );
    assert!(!handle.now().snapshot.simulated);
    handle.new_session().await.unwrap();
    handle.rehearse().await.unwrap();
    handle.rehearse().await.expect("again changes nothing");
    handle
        .join(token(0), None)
        .await
        .expect("the presenter's own phone may look on");
    assert!(handle.now().snapshot.simulated);
}

#[tokio::test]
async fn a_question_on_the_first_slide_is_open_from_the_start_and_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let open = || {
        let data = DataFolder::open(folder.path()).unwrap();
        gazouillis_engine::Engine::start(data, deck_that_begins_with_a_question(), Beginning::Ask).unwrap()
    };
    let started = open();
    let handle = started.engine.handle();
    let begun = handle.now();
    assert_eq!(
        (begun.snapshot.cursor, begun.snapshot.polls[0].phase),
        (Cursor::default(), Phase::Open)
    );
    handle.join(token(0), None).await.unwrap();
    cast(&handle, 0, "q0", "a", 1).await.unwrap();
    drop(started);
    let started = open();
    let handle = started.engine.handle();
    assert_eq!(handle.now().snapshot.tally(0).ballots, 1);
    handle.new_session().await.unwrap();
    assert_eq!(
        handle.now().snapshot.polls[0].phase,
        Phase::Open,
        "in the next session, too"
    );
    let mut session = Session::new(deck_that_begins_with_a_question());
    for event in session.opening_events() {
        session.evolve(&event);
    }
    assert!(
        session
            .decide(Command::Advance)
            .unwrap()
            .contains(&Event::Closed { poll: 0 })
    );
}

#[tokio::test]
async fn the_presenter_is_told_while_a_reader_keeps_bytes_from_being_scrubbed_and_they_are_gone_when_it_lets_go() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 3).await;
    let reader = rusqlite::Connection::open(folder.path().join("gazouillis.db")).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader
        .query_row("SELECT count(*) FROM log", [], |row| row.get(0))
        .unwrap();
    handle.command(Command::Finish).await.unwrap();
    assert!(handle.now().scrub_due);
    reader.execute_batch("COMMIT").unwrap();
    let mut published = handle.published();
    let scrubbed = published.wait_for(|now| !now.scrub_due);
    tokio::time::timeout(std::time::Duration::from_secs(60), scrubbed)
        .await
        .expect("it is tried again")
        .unwrap();
    let left = std::fs::read(folder.path().join("gazouillis.db-wal")).unwrap_or_default();
    assert!(!left.windows(32).any(|window| window == token(0).0));
}
