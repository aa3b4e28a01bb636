//! One laptop that takes all it can, while a room of phones joins and votes.
//!
//! The sizes fit a test machine. `GAZOUILLIS_FLOOD=20000` plays the attack in full: so many connections against as many
//! places as the system gives, two hundred phones, and the times that THREATS promises.

use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use gazouillis_protocol::{ErrorCode, StageView};
use gazouillis_test_support::{Headless, Phone, TestServer, TestTalk, counts, raw, soon};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// How much is tried, against what.
struct Scale {
    /// Connections the laptop tries to hold.
    attempts: usize,
    /// The server's limit of descriptors; `None` leaves the system's.
    descriptors: Option<u32>,
    phones: u8,
    /// Whether the times are judged, and not only the outcome.
    timed: bool,
}

fn scale() -> Scale {
    match std::env::var("GAZOUILLIS_FLOOD")
        .ok()
        .and_then(|number| number.parse().ok())
    {
        Some(attempts) => Scale {
            attempts,
            descriptors: None,
            phones: 200,
            timed: true,
        },
        None => Scale {
            attempts: 1_600,
            descriptors: Some(1_024),
            phones: 40,
            timed: false,
        },
    }
}

/// The laptop that takes all it can.
const LAPTOP: [u8; 4] = [127, 66, 6, 6];

/// Starts the program under a limit on its descriptors.
fn under_a_limit(command: &Command, descriptors: Option<u32>) -> Command {
    let mut shell = Command::new("sh");
    let limit = descriptors.map_or(String::new(), |limit| format!("ulimit -n {limit}; "));
    shell.args(["-c", &format!("{limit}exec \"$0\" \"$@\"")]);
    shell.arg(command.get_program()).args(command.get_args());
    shell
}

/// One of the laptop's connections: opens, asks for something that holds it, reads until it is hung up, opens again.
async fn hold(server: SocketAddr, asks: Arc<str>, over: Arc<AtomicBool>, opened: Arc<AtomicU32>) {
    while !over.load(Ordering::Relaxed) {
        let Ok(mut stream) = raw::connect_from(server, LAPTOP).await else {
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        opened.fetch_add(1, Ordering::Relaxed);
        if stream.write_all(asks.as_bytes()).await.is_ok() {
            let mut chunk = [0; 1_024];
            while matches!(stream.read(&mut chunk).await, Ok(read) if read > 0) && !over.load(Ordering::Relaxed) {}
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// What holds a connection: a stream without a token, streams of the tokens that it could get, bodies that never come,
/// nothing at all.
fn asks(server: SocketAddr, tokens: &[String]) -> Vec<Arc<str>> {
    let mut asks = vec![
        format!("GET /api/live HTTP/1.1\r\nHost: {server}\r\n\r\n"),
        format!(
            "POST /api/participants HTTP/1.1\r\nHost: {server}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{{"
        ),
        "GET /api/live HTTP/1.1\r\n".to_owned(),
        String::new(),
    ];
    for token in tokens {
        asks.push(format!(
            "GET /api/live HTTP/1.1\r\nHost: {server}\r\nAuthorization: Bearer {token}\r\n\r\n"
        ));
    }
    asks.into_iter().map(Arc::from).collect()
}

/// One phone of the room, on a device of its own: joins, follows, votes. How long its slowest request took.
async fn take_part(join_url: String, device: u8) -> Duration {
    let mut phone = Phone::on(&join_url, [127, 1, 1, device].into());
    let mut slowest = Duration::ZERO;
    let begin = Instant::now();
    phone.join().await;
    slowest = slowest.max(begin.elapsed());
    let mut live = phone.live().await;
    live.until("the question", |view| view.poll.is_some()).await;
    let begin = Instant::now();
    phone.vote("q", "a").await;
    slowest = slowest.max(begin.elapsed());
    // It stays while the others come.
    tokio::time::sleep(Duration::from_millis(200)).await;
    drop(live);
    slowest
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_laptop_takes_all_it_can_and_every_phone_joins_and_votes() {
    let Scale {
        attempts,
        descriptors,
        phones,
        timed,
    } = scale();
    // The laptop leaves some of this process's own places to the phones and the presenter, who are here as well.
    let places = rlimit::increase_nofile_limit(65_536).unwrap_or(4_096) as usize;
    let attempts = attempts.min(places.saturating_sub(2_000).max(1_600));
    let folder = tempfile::tempdir().expect("a folder");
    let talk = TestTalk::new().single("q", &["a", "b"]).points("Fin", &["x"; 3]);
    let talk = talk.write(folder.path());
    let serve = Headless::serve(&talk, folder.path(), "127.0.0.1:0".parse().unwrap());
    let program = Headless::spawn(under_a_limit(&serve, descriptors));
    let presenter = program.presenter();
    presenter.open("q").await;
    presenter.goto(2, 0).await.assert_success();
    // The laptop joins with all the tokens it is given.
    let laptop = Phone::on(&program.ready.join_url, LAPTOP.into());
    let mut tokens = Vec::new();
    for _ in 0..20 {
        let mut own = laptop.neighbour();
        if own.try_join(json!({ "token": token(tokens.len()) })).await.status == 201 {
            own.token = token(tokens.len());
            tokens.push(own.token);
        }
    }
    assert_eq!(tokens.len(), 10);
    let over = Arc::new(AtomicBool::new(false));
    let opened = Arc::new(AtomicU32::new(0));
    let asks = asks(program.audience(), &tokens);
    // Threads of its own, so that it is the server that has to share its time between it and the room, and not this process.
    let laptop = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    for number in 0..attempts {
        let asks = Arc::clone(&asks[number % asks.len()]);
        laptop.spawn(hold(program.audience(), asks, Arc::clone(&over), Arc::clone(&opened)));
    }
    soon("the laptop has tried as often as it wants to", async {
        while (opened.load(Ordering::Relaxed) as usize) < attempts {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await;
    let room = (0..phones).map(|device| tokio::spawn(take_part(program.ready.join_url.clone(), device + 1)));
    let room: Vec<_> = room.collect();
    // The presenter goes on meanwhile.
    let mut slowest_desk = Duration::ZERO;
    let mut stage = presenter.stage().await;
    let mut console = presenter.console().await;
    for _ in 0..10 {
        let begin = Instant::now();
        presenter.advance().await;
        presenter.back().await;
        slowest_desk = slowest_desk.max(begin.elapsed() / 2);
    }
    let mut slowest = Duration::ZERO;
    for phone in room {
        slowest = slowest.max(soon("a phone takes part", phone).await.expect("no phone failed"));
    }
    let all = u32::from(phones);
    presenter.goto(1, 0).await.assert_success();
    let voted = |view: &StageView| view.poll.as_ref().is_some_and(|poll| poll.ballots == all);
    let seen = stage.until("the stage shows every vote", voted).await;
    console
        .until("so does the console", |view| view.polls[0].ballots == all)
        .await;
    assert_eq!(seen.joined, all + 10);
    assert!(seen.here <= all + 10, "{} here", seen.here);
    println!(
        "{} connections of one laptop against {attempts} wanted at once: a phone's slowest request {slowest:?}, a click {slowest_desk:?}",
        opened.load(Ordering::Relaxed)
    );
    if timed {
        assert!(slowest < Duration::from_secs(1) && slowest_desk < Duration::from_millis(100));
    }
    over.store(true, Ordering::Relaxed);
    laptop.shutdown_background();
}

fn token(number: usize) -> String {
    format!("{number:032x}")
}

#[tokio::test]
async fn a_phone_that_hammers_is_told_to_wait_and_its_vote_counts_once() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    server.presenter().open("q").await;
    let mut phone = server.device([127, 7, 7, 7]);
    phone.join().await;
    let other = server.device([127, 7, 7, 8]).join().await.clone();
    let mut told = 0;
    for revision in 1..=400 {
        let answer = phone.cast("q", json!({ "choice": "a" }), revision).await;
        if answer.status != 200 {
            answer.assert_refused(ErrorCode::TooManyRequests, "faster than any finger");
            assert_eq!(answer.headers["retry-after"], "2");
            told += 1;
        }
    }
    assert!(told > 0, "400 ballots as fast as they go");
    other.vote("q", "b").await;
    // It waits and tries again, as the page does, and is heard.
    soon("the phone is heard", async {
        while phone.cast("q", json!({ "choice": "b" }), 500).await.status != 200 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    })
    .await;
    let tally = server.running().session().now().snapshot.tally(0).clone();
    assert_eq!((tally.ballots, counts(&tally)), (2, vec![0, 2]));
}

#[tokio::test]
async fn the_presenter_is_answered_while_an_address_floods() {
    let server = TestServer::start(&TestTalk::new().points("Un", &["x"; 30])).await;
    let presenter = server.presenter();
    let over = Arc::new(AtomicBool::new(false));
    let flood: Vec<_> = (0..32)
        .map(|_| {
            let (stranger, over) = (server.device(LAPTOP), Arc::clone(&over));
            tokio::spawn(async move {
                let mut refused = 0_u32;
                while !over.load(Ordering::Relaxed) {
                    refused += u32::from(stranger.send(stranger.request("GET", "/api/me")).await.status == 401);
                }
                refused
            })
        })
        .collect();
    presenter.advance_by(20).await;
    over.store(true, Ordering::Relaxed);
    let mut refused = 0;
    for flooder in flood {
        refused += soon("the flood ends", flooder).await.expect("it was answered");
    }
    assert!(refused > 0);
    let there = |view: &StageView| (view.slide, view.step) == (1, 19);
    presenter.stage().await.until("the stage is there", there).await;
}

/// The connections of one address: as many as it wants, and the oldest idle ones make room.
#[tokio::test]
async fn idle_connections_are_given_up_and_never_a_phones_stream() {
    let server = TestServer::start(&TestTalk::new()).await;
    let mut phone = server.device([127, 5, 5, 5]);
    phone.join().await;
    let mut live = phone.live().await;
    live.next().await;
    let mut idle: Vec<TcpStream> = Vec::new();
    for _ in 0..300 {
        idle.push(
            raw::connect_from(server.audience(), [127, 5, 5, 5])
                .await
                .expect("a connection"),
        );
    }
    server.presenter().command("/control/session/finish").await;
    live.until("the stream goes on", |view| view.finished).await;
}
