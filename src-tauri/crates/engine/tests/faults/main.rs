//! Faults of the program itself: wherever the session thread panics, everybody is answered, the presenter is told, and the
//! session goes on with what is on disk.
//!
//! Where it panics is chosen for a whole process, so these tests have one to themselves.
#![allow(clippy::unwrap_used, reason = "a test may panic anywhere")]

#[path = "../running/room.rs"]
mod room;

use std::future::Future;
use std::time::Duration;

use fail::FailScenario;
use gazouillis_core::Command;
use gazouillis_core::session::Phase;
use gazouillis_engine::{EngineError, EngineHandle};

use room::{Room, cast, gather, token};

/// Every named place in the session thread.
const PLACES: [&str; 10] = [
    "decide",
    "vote",
    "evolve",
    "commit",
    "summary",
    "committed",
    "reload",
    "publish",
    "answer",
    "copy",
];

/// What is asked while the program fails, in this order.
const ASKED: [&str; 6] = ["join", "vote", "step", "close", "finish", "new"];

/// Nobody waits for ever. The deadline is for a machine that is very busy.
async fn answered<T>(what: &str, asked: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(60), asked)
        .await
        .unwrap_or_else(|_| panic!("{what}: nobody answered"))
}

async fn ask(handle: &EngineHandle, what: &str) -> Result<(), EngineError> {
    let accepted = match what {
        "join" => handle.join(token(7), None).await,
        "vote" => cast(handle, 1, "q0", "b", 2).await,
        "step" => handle.command(Command::Advance).await,
        "close" => handle.command(Command::Close { poll: "q0".to_owned() }).await,
        "finish" => handle.command(Command::Finish).await,
        _ => handle.new_session().await,
    };
    accepted.map(|_| ())
}

#[tokio::test]
async fn wherever_the_program_fails_everybody_is_answered_and_the_session_goes_on_from_the_disk() {
    for place in PLACES {
        for what in ASKED {
            let scenario = FailScenario::setup();
            let folder = tempfile::tempdir().unwrap();
            let room = Room::open(folder.path());
            let handle = room.handle();
            gather(&handle, "q0", 5).await;
            for phone in 0..5 {
                cast(&handle, phone, "q0", "a", 1).await.unwrap();
            }
            let before = handle.now();
            let case = format!("a fault at {place:?} while a {what} is asked");
            fail::cfg(place, "1*panic->off").unwrap();
            let first = answered(&case, ask(&handle, what)).await;
            if first == Err(EngineError::Fault) {
                let mut published = handle.published();
                let told = published.wait_for(|now| now.recovered || now.facts != before.facts);
                answered(&format!("{case}: the presenter is told"), told).await.unwrap();
            }
            // What is shown is what the disk has, whether the request got there or not.
            let shown = handle.now();
            let counted: u32 = shown.snapshot.polls.iter().map(|poll| poll.tally.ballots).sum();
            assert_eq!(room.on_disk(), (shown.snapshot.joined, counted), "{case}");
            match first {
                Ok(()) => {}
                Err(EngineError::Fault) => {
                    // A retry is how a phone takes it; after the end it is refused in words.
                    let again = answered(&case, ask(&handle, what)).await;
                    assert!(!matches!(again, Err(EngineError::Fault)), "{case}: again {again:?}");
                }
                Err(other) => panic!("{case}: {other}"),
            }
            fail::remove(place);
            // The same engine goes on, and nothing that was acknowledged is lost.
            if !handle.now().snapshot.finished && handle.now().facts == before.facts {
                assert!(handle.now().snapshot.tally(0).ballots == 5, "{case}: ballots are gone");
                assert!(
                    handle.participant(&token(3)).is_some(),
                    "{case}: a phone is not known any more"
                );
            }
            answered(&case, handle.look(|running| running.session.seq()))
                .await
                .unwrap();
            answered(&case, handle.new_session())
                .await
                .unwrap_or_else(|error| panic!("{case}: {error}"));
            drop(room);
            scenario.teardown();
        }
    }
}

#[tokio::test]
async fn a_look_that_fails_is_answered_and_changes_nothing() {
    let _scenario = FailScenario::setup();
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 2).await;
    let looked = handle.look(|_| -> u32 { panic!("on purpose") });
    assert_eq!(answered("a look", looked).await, Err(EngineError::Fault));
    assert!(!handle.now().recovered);
    cast(&handle, 0, "q0", "a", 1).await.expect("votes go on");
}

#[tokio::test]
async fn a_session_that_cannot_be_read_again_is_neither_looked_at_nor_frozen() {
    let _scenario = FailScenario::setup();
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 2).await;
    cast(&handle, 0, "q0", "a", 1).await.unwrap();
    let id = room.id();
    // The second ballot is folded and never written, and the session cannot be read again for a while.
    fail::cfg("commit", "1*panic->off").unwrap();
    fail::cfg("reload", "3*panic->off").unwrap();
    assert_eq!(cast(&handle, 1, "q0", "a", 1).await, Err(EngineError::Fault));
    let looked = answered(
        "a look",
        handle.look(|running| running.session.snapshot().tally(0).ballots),
    )
    .await;
    assert!(looked.is_err(), "a state that is not on disk was looked at: {looked:?}");
    assert!(answered("a new session", handle.new_session()).await.is_err());
    let summary = room.library.summary(&id).unwrap().unwrap();
    assert!(!summary.finished, "a session was frozen that nobody could read");
    // Then it can be.
    cast(&handle, 1, "q0", "a", 1).await.unwrap();
    assert_eq!(handle.now().snapshot.tally(0).ballots, 2);
    handle.command(Command::Finish).await.unwrap();
    assert_eq!(room.library.summary(&id).unwrap().unwrap().polls[0].ballots, 2);
}

#[tokio::test]
async fn after_the_end_a_fault_leaves_the_bars_and_the_phones_as_they_were() {
    for place in ["decide", "evolve", "publish", "answer"] {
        let scenario = FailScenario::setup();
        let folder = tempfile::tempdir().unwrap();
        let room = Room::open(folder.path());
        let handle = room.handle();
        gather(&handle, "q0", 5).await;
        for phone in 0..5 {
            cast(&handle, phone, "q0", "a", 1).await.unwrap();
        }
        handle.command(Command::Finish).await.unwrap();
        fail::cfg(place, "1*panic->off").unwrap();
        let _ = answered(place, handle.command(Command::Advance)).await;
        handle.command(Command::Advance).await.unwrap();
        let now = handle.now();
        assert!(now.snapshot.finished && now.snapshot.joined == 5);
        assert_eq!(
            (now.snapshot.tally(0).ballots, now.snapshot.polls[0].phase),
            (5, Phase::Closed)
        );
        assert!(
            handle.participant(&token(0)).is_some(),
            "{place}: a phone cannot read its profile any more"
        );
        drop(room);
        scenario.teardown();
    }
}
