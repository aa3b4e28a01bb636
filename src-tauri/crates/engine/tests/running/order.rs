//! Commit, then publish, then acknowledge; and commands before ballots.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;

use gazouillis_core::session::Phase;
use gazouillis_core::{Command, Rejection, Tally};
use gazouillis_engine::{EngineError, EngineHandle};

use crate::room::{Room, cast, gather, token};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_acknowledged_is_already_published_and_what_is_published_is_already_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let room = Arc::new(Room::open(folder.path()));
    let handle = room.handle();
    gather(&handle, "q0", 40).await;
    let done = Arc::new(AtomicBool::new(false));
    let watching = std::thread::spawn({
        let (room, done) = (Arc::clone(&room), Arc::clone(&done));
        move || {
            let mut looks = 0;
            while !done.load(Ordering::Relaxed) {
                let shown = room.handle().now();
                let (joined, stored) = room.on_disk();
                let ballots = shown.snapshot.tally(0).ballots;
                assert!(stored >= ballots, "{ballots} shown, {stored} on disk");
                assert!(joined >= shown.snapshot.joined);
                looks += 1;
            }
            looks
        }
    });
    let voting = (0..40).map(|phone| {
        let handle = handle.clone();
        tokio::spawn(async move {
            for revision in 1..=15 {
                let option = if revision % 2 == 0 { "a" } else { "b" };
                let accepted = cast(&handle, phone, "q0", option, revision).await.unwrap();
                assert_eq!(accepted.revision, revision);
                let shown = handle.now().snapshot.seq;
                assert!(
                    shown >= accepted.seq,
                    "{} was acknowledged, {shown} is shown",
                    accepted.seq
                );
            }
        })
    });
    for voter in voting.collect::<Vec<_>>() {
        voter.await.unwrap();
    }
    done.store(true, Ordering::Relaxed);
    assert!(watching.join().expect("nothing was shown before it was on disk") > 0);
    assert_eq!(handle.now().snapshot.tally(0).ballots, 40);
}

/// Holds the session thread up, so that what follows waits in the order it was asked; ends when told to.
async fn hold(handle: &EngineHandle) -> (mpsc::Sender<()>, tokio::task::JoinHandle<Result<(), EngineError>>) {
    let (entered, is_held) = mpsc::channel();
    let (release, held) = mpsc::channel::<()>();
    let holding = tokio::spawn({
        let handle = handle.clone();
        async move {
            handle
                .look(move |_| {
                    let _ = entered.send(());
                    let _ = held.recv();
                })
                .await
        }
    });
    tokio::task::spawn_blocking(move || is_held.recv())
        .await
        .unwrap()
        .unwrap();
    (release, holding)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commands_that_close_nothing_overtake_ballots_that_wait() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 2).await;
    let (release, holding) = hold(&handle).await;
    // Both are queued in this order, on one task: a first poll of a request queues it.
    let mut ballot = std::pin::pin!(cast(&handle, 0, "q0", "a", 1));
    assert!(futures_poll(&mut ballot).await.is_none(), "the ballot waits");
    let mut reveal = std::pin::pin!(handle.command(Command::Reveal { poll: "q1".to_owned() }));
    assert!(futures_poll(&mut reveal).await.is_none(), "the command waits");
    release.send(()).unwrap();
    let (revealed, counted) = (reveal.await.unwrap(), ballot.await.unwrap());
    assert!(revealed.seq < counted.seq, "the command came later and was done first");
    holding.await.unwrap().unwrap();
}

/// Ways to close a poll whose slide is up, or to end all polls.
fn closes() -> Vec<(&'static str, Command)> {
    let poll = || "q0".to_owned();
    vec![
        ("close", Command::Close { poll: poll() }),
        ("reveal", Command::Reveal { poll: poll() }),
        ("a step", Command::Advance),
        (
            "another poll",
            Command::Open {
                poll: "q1".to_owned(),
                reopen: false,
            },
        ),
        ("the end", Command::Finish),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_closes_a_poll_first_counts_every_ballot_that_came_before_and_none_that_came_after() {
    const BEFORE: u16 = 1_500;
    for (how, command) in closes() {
        let folder = tempfile::tempdir().unwrap();
        let room = Room::open(folder.path());
        let handle = room.handle();
        handle.command(Command::Advance).await.unwrap();
        let joins = (0..=BEFORE).map(|phone| handle.join(token(phone), None));
        for joined in futures_util::future::join_all(joins).await {
            joined.unwrap();
        }
        let (release, holding) = hold(&handle).await;
        // More than one batch waits before the close.
        let mut ballots: Vec<_> = (0..BEFORE)
            .map(|phone| Box::pin(cast(&handle, phone, "q0", "a", 1)))
            .collect();
        for ballot in &mut ballots {
            assert!(futures_poll(ballot).await.is_none(), "the ballot waits");
        }
        let mut close = std::pin::pin!(handle.command(command));
        assert!(futures_poll(&mut close).await.is_none(), "the command waits");
        let mut late = std::pin::pin!(cast(&handle, BEFORE, "q0", "b", 1));
        assert!(futures_poll(&mut late).await.is_none(), "the late ballot waits");
        release.send(()).unwrap();
        close.await.unwrap();
        for ballot in ballots {
            ballot
                .await
                .unwrap_or_else(|error| panic!("{how}: a ballot that came before got {error}"));
        }
        assert_eq!(late.await, Err(EngineError::Rejected(Rejection::PollClosed)), "{how}");
        holding.await.unwrap().unwrap();
        assert_eq!(handle.now().snapshot.polls[0].phase, Phase::Closed, "{how}");
        assert_eq!(counts(handle.now().snapshot.tally(0)), [u32::from(BEFORE), 0], "{how}");
    }
}

/// Polls a future once.
async fn futures_poll<F: std::future::Future + Unpin>(future: &mut F) -> Option<F::Output> {
    std::future::poll_fn(|context| {
        std::task::Poll::Ready(match std::pin::Pin::new(&mut *future).poll(context) {
            std::task::Poll::Ready(output) => Some(output),
            std::task::Poll::Pending => None,
        })
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_ballots_at_once_are_all_taken_and_all_counted() {
    let folder = tempfile::tempdir().unwrap();
    let room = Room::open(folder.path());
    let handle = room.handle();
    gather(&handle, "q0", 0).await;
    let voters = (0..500).map(|phone| {
        let handle = handle.clone();
        tokio::spawn(async move {
            handle.join(token(phone), None).await.unwrap();
            let option = if phone % 5 == 0 { "a" } else { "b" };
            let first = cast(&handle, phone, "q0", option, 1).await.unwrap();
            let again = cast(&handle, phone, "q0", option, 1).await.unwrap();
            assert_eq!(first, again, "a retry is answered the same");
        })
    });
    for voter in voters.collect::<Vec<_>>() {
        voter.await.unwrap();
    }
    let tally = handle.now().snapshot.tally(0).clone();
    assert_eq!((tally.ballots, counts(&tally)), (500, vec![100, 400]));
}

/// Ballots that name each option.
fn counts(tally: &Tally) -> Vec<u32> {
    tally.counts.choice().expect("a question with options").options.clone()
}
