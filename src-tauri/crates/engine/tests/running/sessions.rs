//! One session after another.

use gazouillis_core::session::Cursor;
use gazouillis_core::{Command, Rejection};
use gazouillis_engine::{EngineError, Library};

use crate::room::{Room, cast, gather, token};

#[tokio::test]
async fn a_new_session_finishes_the_old_one_and_begins_at_the_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 2).await;
    cast(&handle, 0, "q0", "a", 1).await.unwrap();
    let old = room.id();
    handle.new_session().await.unwrap();
    let now = handle.now();
    assert_ne!(now.facts.id, old);
    assert_eq!(
        (now.snapshot.seq, now.snapshot.cursor, now.snapshot.joined),
        (0, Cursor::default(), 0)
    );
    assert_eq!(now.snapshot.tally(0).ballots, 0);
    let unknown = cast(&handle, 0, "q0", "a", 1).await;
    assert_eq!(unknown, Err(EngineError::Rejected(Rejection::UnknownParticipant)));
    assert!(room.library.summary(&old).unwrap().unwrap().finished);
    handle
        .join(token(0), None)
        .await
        .expect("the same phone may join again");
}

#[tokio::test]
async fn a_copy_that_can_be_carried_off_is_made_when_a_poll_closes() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 6).await;
    for phone in 0..6 {
        cast(&handle, phone, "q0", "a", 1).await.unwrap();
    }
    handle.command(Command::Close { poll: "q0".to_owned() }).await.unwrap();
    let copy = folder.path().join("gazouillis-copy.db");
    let elsewhere = tempfile::tempdir().unwrap();
    let copied = async {
        loop {
            // An earlier copy may still be there: it is replaced at once, never half.
            if copy.exists() {
                std::fs::copy(&copy, elsewhere.path().join("gazouillis.db")).unwrap();
                let library = Library::open(elsewhere.path()).unwrap().expect("a library");
                let rows = library.sessions().unwrap();
                if rows.first().is_some_and(|row| row.ballots == 6) {
                    return;
                }
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let patience = std::time::Duration::from_secs(60);
    tokio::time::timeout(patience, copied)
        .await
        .expect("a copy with all six answers");
}

#[tokio::test]
async fn new_sessions_that_nobody_joined_are_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    for _ in 0..5 {
        room.handle().new_session().await.unwrap();
    }
    assert_eq!(room.library.sessions().unwrap().len(), 1);
}

#[tokio::test]
async fn after_the_end_the_slides_still_turn_and_a_new_session_may_follow() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 1).await;
    handle.command(Command::Finish).await.unwrap();
    handle.command(Command::Finish).await.expect("again changes nothing");
    handle.command(Command::Advance).await.unwrap();
    assert_eq!(handle.now().snapshot.cursor, Cursor { slide: 1, step: 0 });
    let refused = handle.join(token(9), None).await;
    assert_eq!(refused, Err(EngineError::Rejected(Rejection::Finished)));
    handle.new_session().await.unwrap();
    assert!(!handle.now().snapshot.finished);
    assert_eq!(room.library.sessions().unwrap().len(), 2);
}

#[tokio::test]
async fn the_running_session_cannot_be_forgotten_and_others_can() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 1).await;
    let old = room.id();
    assert_eq!(handle.forget(old.clone()).await, Err(EngineError::Running));
    handle.new_session().await.unwrap();
    handle.forget(old.clone()).await.unwrap();
    assert_eq!(handle.forget(old.clone()).await, Err(EngineError::UnknownSession));
    assert!(room.library.summary(&old).unwrap().is_none());
    assert_eq!(room.library.sessions().unwrap().len(), 1);
}

#[tokio::test]
async fn an_engine_that_has_stopped_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 1).await;
    drop(room);
    assert_eq!(handle.command(Command::Advance).await, Err(EngineError::Stopped));
    assert_eq!(cast(&handle, 0, "q0", "a", 1).await, Err(EngineError::Stopped));
    assert_eq!(handle.look(|_| ()).await, Err(EngineError::Stopped));
    Room::open(folder.path());
}
