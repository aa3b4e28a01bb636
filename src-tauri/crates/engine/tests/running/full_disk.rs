//! A disk that takes no more: nothing is acknowledged, nothing is shown, and it goes on when there is room again.
//!
//! The limit on the size of files belongs to a whole process, so the test runs itself again in a process of its own, deaf
//! to the signal that comes with the limit.
#![cfg(target_os = "linux")]

use std::future::Future;

use gazouillis_core::Command;
use gazouillis_engine::EngineError;
use rlimit::Resource;

use crate::room::{Room, cast, gather, token};

const INSIDE: &str = "GAZOUILLIS_TEST_FULL_DISK";

/// Runs a test of this module in a process of its own.
fn alone(name: &str, test: impl Future<Output = ()>) {
    if std::env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        return runtime.block_on(test);
    }
    let output = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", &format!("full_disk::{name}"), "--nocapture"])
        .env(INSIDE, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn on_a_full_disk_nothing_is_acknowledged_and_nothing_is_shown_until_there_is_room() {
    alone(
        "on_a_full_disk_nothing_is_acknowledged_and_nothing_is_shown_until_there_is_room",
        fill(),
    );
}

#[test]
fn a_new_session_that_a_full_disk_refuses_leaves_one_that_works() {
    alone(
        "a_new_session_that_a_full_disk_refuses_leaves_one_that_works",
        begin_anew(),
    );
}

async fn begin_anew() {
    for phones in [0, 2] {
        for room_left in (0..60_000).step_by(2_060) {
            let folder = tempfile::tempdir().unwrap();
            let room = Room::open(folder.path());
            let handle = room.handle();
            gather(&handle, "q0", phones).await;
            let log = folder.path().join("gazouillis.db-wal");
            limit(std::fs::metadata(&log).unwrap().len() + room_left);
            let begun = handle.new_session().await;
            limit(rlimit::INFINITY);
            assert!(
                matches!(begun, Ok(_) | Err(EngineError::DiskFull)),
                "{room_left} bytes left: {begun:?}"
            );
            if handle.now().snapshot.finished {
                handle.new_session().await.expect("there is room again");
            }
            gather(&handle, "q1", 3).await;
            cast(&handle, 2, "q1", "a", 1).await.unwrap();
            let stored = room
                .library
                .summary(&room.id())
                .unwrap()
                .expect("the session is on disk");
            assert_eq!(stored.joined, handle.now().snapshot.joined, "{room_left} bytes left");
            handle.new_session().await.expect("and another one may follow");
        }
    }
}

/// Lets no file grow beyond so many bytes.
fn limit(bytes: u64) {
    Resource::FSIZE.set(bytes, rlimit::INFINITY).unwrap();
}

async fn fill() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 6).await;
    for phone in 0..3 {
        cast(&handle, phone, "q0", "a", 1).await.unwrap();
    }
    let log = folder.path().join("gazouillis.db-wal");
    // The faults come at different places of a commit, as the room that is left differs.
    for room_left in [0, 1, 24, 100, 4_096, 4_120, 5_000, 8_300] {
        let before = handle.now().snapshot.clone();
        limit(std::fs::metadata(&log).unwrap().len() + room_left);
        let mut revision = 1 + before.polls[0].tally.ballots + before.seq as u32;
        let mut acknowledged = before.seq;
        let refused = loop {
            revision += 1;
            match cast(
                &handle,
                1,
                "q0",
                if revision.is_multiple_of(2) { "a" } else { "b" },
                revision,
            )
            .await
            {
                Ok(accepted) => acknowledged = accepted.seq,
                Err(error) => break error,
            }
        };
        assert_eq!(refused, EngineError::DiskFull, "{room_left} bytes left");
        let shown = handle.now();
        assert!(shown.disk_full, "the presenter is told");
        assert_eq!(
            shown.snapshot.seq, acknowledged,
            "what is shown is what was acknowledged"
        );
        // Less might still fit; now nothing does.
        limit(1);
        assert_eq!(handle.join(token(99), None).await, Err(EngineError::DiskFull));
        assert_eq!(handle.command(Command::Advance).await, Err(EngineError::DiskFull));
        assert_eq!(
            handle.now().snapshot.cursor,
            before.cursor,
            "the slide that could not be kept is not shown"
        );
        assert_eq!(room.on_disk(), (6, shown.snapshot.tally(0).ballots), "reading goes on");
        limit(rlimit::INFINITY);
        let retried = cast(
            &handle,
            1,
            "q0",
            if revision.is_multiple_of(2) { "a" } else { "b" },
            revision,
        )
        .await
        .unwrap();
        assert_eq!(retried.revision, revision, "the retry is taken once there is room");
        assert!(!handle.now().disk_full, "and the banner goes");
    }
    let shown = handle.now().snapshot.polls.clone();
    assert_eq!(shown[0].tally.ballots, 3, "retries count once");
    drop(room);
    assert_eq!(Room::open(folder.path()).handle().now().snapshot.polls, shown);
}
