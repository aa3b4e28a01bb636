//! Stopping and going on.

use gazouillis_core::session::Phase;
use gazouillis_core::{Command, Rejection};
use gazouillis_engine::EngineError;

use crate::room::{Room, cast, gather, token};

#[tokio::test]
async fn after_a_stop_the_session_goes_on_at_the_same_step_with_the_same_ballots() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    for _ in 0..3 {
        handle.command(Command::Advance).await.unwrap();
    }
    gather(&handle, "q1", 3).await;
    let receipt = cast(&handle, 1, "q1", "b", 5).await.unwrap();
    cast(&handle, 2, "q1", "a", 1).await.unwrap();
    let before = handle.now();
    assert!(!before.resumed);
    drop(room);
    let room = Room::open(folder.path());
    let (handle, after) = (room.handle(), room.handle().now());
    assert!(after.resumed, "it says that it goes on");
    assert_eq!((&after.facts, after.snapshot.seq), (&before.facts, before.snapshot.seq));
    assert_eq!(
        (after.snapshot.cursor, &after.snapshot.polls),
        (before.snapshot.cursor, &before.snapshot.polls)
    );
    assert_eq!(after.snapshot.polls[1].phase, Phase::Open);
    assert_eq!(
        cast(&handle, 1, "q1", "b", 5).await.unwrap(),
        receipt,
        "a retry gets the receipt of before"
    );
    let stale = cast(&handle, 1, "q1", "a", 4).await;
    assert_eq!(stale, Err(EngineError::Rejected(Rejection::Stale { counted: 5 })));
    assert!(cast(&handle, 2, "q1", "b", 2).await.unwrap().seq > after.snapshot.seq);
}

#[tokio::test]
async fn whatever_was_acknowledged_is_on_disk_at_that_moment() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 8).await;
    for revision in 1..=10 {
        for phone in 0..8 {
            let option = if (u32::from(phone) + revision) % 3 == 0 {
                "a"
            } else {
                "b"
            };
            cast(&handle, phone, "q0", option, revision).await.unwrap();
        }
        // What a kill would leave now: the files as they are, copied under the running engine.
        let left = tempfile::tempdir().unwrap();
        for name in ["gazouillis.db", "gazouillis.db-wal"] {
            std::fs::copy(folder.path().join(name), left.path().join(name)).unwrap();
        }
        let after = Room::open(left.path());
        let (shown, restored) = (handle.now(), after.handle().now());
        assert_eq!(restored.facts, shown.facts);
        assert_eq!(
            restored.snapshot.polls, shown.snapshot.polls,
            "revision {revision} was acknowledged and is lost"
        );
        let kept = after.handle();
        let counted = kept.look(|running| {
            let person = running.session.participant(&token(7)).expect("it joined");
            running.session.ballot(person, 0).map(|ballot| ballot.revision)
        });
        assert_eq!(counted.await.unwrap(), Some(revision));
    }
}

#[tokio::test]
async fn a_finished_session_is_not_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    gather(&room.handle(), "q0", 2).await;
    cast(&room.handle(), 0, "q0", "a", 1).await.unwrap();
    let old = room.id();
    room.handle().command(Command::Finish).await.unwrap();
    drop(room);
    let room = Room::open(folder.path());
    assert_ne!(room.id(), old);
    assert!(!room.handle().now().resumed);
    let summary = room.library.summary(&old).unwrap().expect("its summary remains");
    assert!(summary.finished && summary.polls[0].ballots == 1);
}

#[tokio::test]
async fn on_another_talk_the_interrupted_session_is_finished_first() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    gather(&room.handle(), "q0", 2).await;
    cast(&room.handle(), 0, "q0", "a", 1).await.unwrap();
    let old = room.id();
    drop(room);
    let room = Room::on(folder.path(), "Un autre");
    assert_ne!(room.id(), old);
    let rows = room.library.sessions().unwrap();
    let row = rows.iter().find(|row| row.id == old).expect("it is kept");
    assert!(row.finished && row.joined == 2 && row.ballots == 1, "{row:?}");
    let summary = room.library.summary(&old).unwrap().unwrap();
    assert_eq!(
        (
            summary.title.as_str(),
            summary.polls[0].figures.choice().expect("bars").bars[0].count
        ),
        ("Un essai", 1)
    );
    drop(room);
    let bytes = std::fs::read(folder.path().join("gazouillis.db")).unwrap();
    assert!(
        !bytes.windows(32).any(|window| window == token(0).0),
        "its links are destroyed"
    );
}

#[tokio::test]
async fn a_session_that_nobody_joined_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    room.handle().command(Command::Advance).await.unwrap();
    drop(room);
    let room = Room::on(folder.path(), "Un autre");
    let rows = room.library.sessions().unwrap();
    assert_eq!(
        rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(),
        ["Un autre"]
    );
}
