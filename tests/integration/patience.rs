//! Whoever is slow, or takes the port first, holds nobody up.

use std::net::SocketAddr;

use gazouillis_cli::LaunchError;
use gazouillis_cli::arguments::Present;
use gazouillis_cli::launch;
use gazouillis_core::deck::Language;
use gazouillis_protocol::Notice;
use gazouillis_test_support::{Phone, Presenter, TestServer, TestTalk, soon};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Opens a connection, sends the beginning of a request, and waits for the server to give it up.
async fn given_up(address: SocketAddr, beginning: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream
        .write_all(beginning.as_bytes())
        .await
        .expect("a beginning is sent");
    let mut received = Vec::new();
    // A reset is a way to hang up, too.
    let _ = soon("the server gives the connection up", stream.read_to_end(&mut received)).await;
    received
}

#[tokio::test]
async fn slow_headers_are_dropped_and_phones_vote_meanwhile() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    server.presenter().open("q").await;
    let address = server.audience();
    let slow = [
        "",
        "GET",
        "GET / HTTP/1.1\r\n",
        "PUT /api/polls/q/ballot HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow:",
    ];
    let waiting: Vec<_> = slow
        .iter()
        .cycle()
        .take(60)
        .map(|beginning| tokio::spawn(given_up(address, beginning)))
        .collect();
    for phone in server.phones(10).await {
        phone.vote("q", "a").await;
    }
    let given_up = futures_util::future::join_all(waiting).await;
    assert!(given_up.iter().all(Result::is_ok), "every slow connection was given up");
}

#[tokio::test]
async fn a_slow_body_is_given_up_and_counts_for_nothing() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    server.presenter().open("q").await;
    let phone = server.phone().await;
    let (address, token) = (server.audience(), &phone.token);
    let beginning = format!(
        "PUT /api/polls/q/ballot HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: application/json\r\nContent-Length: 41\r\nConnection: close\r\n\r\n{{\"answer\":{{"
    );
    let answer = given_up(address, &beginning).await;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("request_timeout"), "{answer}");
    assert!(phone.me().await.ballots.is_empty());
}

#[tokio::test]
async fn a_request_with_endless_headers_is_refused() {
    let server = TestServer::start(&TestTalk::new()).await;
    let endless = format!(
        "GET /healthz HTTP/1.1\r\nHost: {}\r\nX: {}\r\n\r\n",
        server.audience(),
        "x".repeat(40_000)
    );
    let answer = given_up(server.audience(), &endless).await;
    assert!(!answer.starts_with(b"HTTP/1.1 200"), "40 kB of headers were read");
}

#[tokio::test]
async fn when_the_port_is_taken_the_next_one_serves_and_the_presenter_is_told() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let wanted = taken.local_addr().expect("its address");
    let folder = tempfile::tempdir().expect("a folder");
    let present = Present {
        talk: Some(TestTalk::new().write(folder.path())),
        data: Some(folder.path().to_owned()),
        listen: Some(wanted),
        control: Some("127.0.0.1:0".parse().unwrap()),
        ..Present::default()
    };
    let running = launch(&present, Language::En)
        .await
        .map_err(|error| error.message(Language::En))
        .expect("it serves");
    let used = running.server.audience.port();
    assert!(used > wanted.port(), "port {used} serves instead of {}", wanted.port());
    assert!(
        running.server.join_url().ends_with(&format!(":{used}/")),
        "phones are told the port that serves"
    );
    Phone::new(&running.server.join_url()).join().await;
    let presenter = Presenter::new(&running.server.control_url(), Some(running.server.control_token()));
    let view = presenter.console().await.next().await;
    let told = Notice::PortTaken {
        wanted: wanted.port(),
        used,
    };
    assert!(view.notices.contains(&told), "{:?}", view.notices);
    assert!(
        view.stage.join.short.ends_with(&format!(":{used}")) && view.stage.join.qr.is_some(),
        "the QR code follows"
    );
}

#[tokio::test]
async fn a_second_instance_on_the_same_folder_is_refused_in_words() {
    let server = TestServer::start(&TestTalk::new()).await;
    for _ in 0..20 {
        let Err(error) = server.launch_another().await else {
            panic!("two instances write in one folder")
        };
        assert!(matches!(error, LaunchError::Store(_)), "{error}");
        assert!(
            error.message(Language::Fr).contains("déjà ouvert"),
            "{}",
            error.message(Language::Fr)
        );
        assert!(
            error.message(Language::En).contains("already open"),
            "{}",
            error.message(Language::En)
        );
    }
    server.phone().await;
}

#[tokio::test]
async fn a_talk_with_mistakes_never_starts_half_right() {
    let folder = tempfile::tempdir().expect("a folder");
    let talk = folder.path().join("talk.md");
    std::fs::write(
        &talk,
        "---\ntitle: X\nlang: fr\n---\n\n```poll\nid: q\nkind: singel\nask: Quoi ?\n```\n",
    )
    .unwrap();
    let present = Present {
        talk: Some(talk),
        data: Some(folder.path().join("data")),
        ..Present::default()
    };
    let Err(error) = launch(&present, Language::Fr).await else {
        panic!("it started")
    };
    assert!(
        error.message(Language::Fr).contains("single"),
        "the nearest word is named: {}",
        error.message(Language::Fr)
    );
    assert!(!folder.path().join("data").exists(), "nothing is left behind");
}
