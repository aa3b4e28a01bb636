//! A name that leads here without being ours (DNS rebinding) opens nothing.

use std::net::SocketAddr;

use gazouillis_cli::arguments::Present;
use gazouillis_cli::launch;
use gazouillis_core::deck::Language;
use gazouillis_protocol::{ErrorBody, ErrorCode};
use gazouillis_test_support::raw::{exchange, header};
use gazouillis_test_support::{TestServer, TestTalk};

/// `Host` lines that are not this listener's, for its port.
fn foreign(port: u16) -> Vec<String> {
    let near = [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1.nip.io",
        "localhost.",
        "127.0.0.1.",
        "127.1",
        "0177.0.0.1",
        "2130706433",
        "0x7f000001",
        "127.0.0.2",
        "0.0.0.0",
        "255.255.255.255",
        "192.168.1.20",
        "10.0.0.1",
        "169.254.169.254",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[0:0:0:0:0:0:0:1]",
        "[::1%25lo]",
        "[fe80::1]",
        "localhost@evil.example",
        "evil.example@localhost",
        "user:pass@127.0.0.1",
        "gazouillis.local",
        "gazouillis",
        "xn--localhost",
        "localhost\u{e9}",
        "*",
        "%31%32%37.0.0.1",
        "127.0.0.1,evil.example",
        "127.0.0.1 evil.example",
    ];
    let mut hosts: Vec<String> = near.iter().map(|host| format!("{host}:{port}")).collect();
    let bare = [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "",
        ":",
        "evil.example",
        "null",
        "http://127.0.0.1",
    ];
    hosts.extend(bare.iter().map(|host| (*host).to_owned()));
    let ports = [port + 1, port - 1, 80, 443, 0];
    hosts.extend(ports.iter().map(|other| format!("127.0.0.1:{other}")));
    hosts.extend([
        format!("127.0.0.1:0{port}"),
        format!("127.0.0.1:{port}0"),
        format!("127.0.0.1:{port}:{port}"),
    ]);
    hosts.extend([
        format!("127.0.0.1:+{port}"),
        format!("127.0.0.1: {port}"),
        format!("127.0.0.1 :{port}"),
    ]);
    hosts.extend([
        format!("127.0.0.1:{port}/"),
        format!("http://127.0.0.1:{port}"),
        format!("127.0.0.1:{port}#"),
    ]);
    hosts
}

const AUDIENCE: &[(&str, &str)] = &[
    ("GET", "/"),
    ("GET", "/favicon.svg"),
    ("GET", "/healthz"),
    ("GET", "/api/openapi.json"),
    ("GET", "/api/live"),
    ("GET", "/api/me"),
    ("POST", "/api/participants"),
    ("PUT", "/api/polls/q/ballot"),
    ("GET", "/assets/x"),
    ("GET", "/no"),
];

const CONTROL: &[(&str, &str)] = &[
    ("GET", "/stage"),
    ("GET", "/console"),
    ("GET", "/stage/deck"),
    ("GET", "/stage/live"),
    ("GET", "/stage/videos/x.webm"),
    ("GET", "/stage/play/00/x.webm"),
    ("GET", "/control/deck"),
    ("GET", "/control/live"),
    ("POST", "/control/advance"),
    ("POST", "/control/back"),
    ("POST", "/control/goto"),
    ("POST", "/control/polls/q/open"),
    ("POST", "/control/polls/q/close"),
    ("POST", "/control/polls/q/reveal"),
    ("POST", "/control/polls/q/answer"),
    ("POST", "/control/session/finish"),
    ("POST", "/control/session/new"),
    ("POST", "/control/address"),
    ("POST", "/control/cut"),
    ("POST", "/control/door"),
    ("POST", "/control/door/groups/1"),
    ("GET", "/control/sessions"),
    ("DELETE", "/control/sessions/x"),
    ("GET", "/control/sessions/current/summary.json"),
    ("GET", "/control/openapi.json"),
    ("GET", "/healthz"),
];

fn request(method: &str, path: &str, hosts: &[&str], bearer: &str) -> String {
    let hosts: String = hosts.iter().map(|host| format!("Host: {host}\r\n")).collect();
    format!(
        "{method} {path} HTTP/1.1\r\n{hosts}Authorization: Bearer {bearer}\r\nContent-Type: application/json\r\n\
         Content-Length: 2\r\nConnection: close\r\n\r\n{{}}"
    )
}

/// Sends every route under every foreign name, with a secret that would open it.
async fn assert_closed(address: SocketAddr, routes: &[(&str, &str)], bearer: &str) {
    for host in foreign(address.port()) {
        let attempts = routes.iter().map(|(method, path)| {
            let bytes = request(method, path, &[&host], bearer);
            async move { (method, path, exchange(address, bytes.as_bytes()).await) }
        });
        for (method, path, answer) in futures_util::future::join_all(attempts).await {
            let expected = if answer.status == 400 { 400 } else { 421 };
            assert_eq!(
                answer.status, expected,
                "{method} {path} for {host:?} was answered: {}",
                answer.head
            );
            if answer.status == 421 {
                let body: ErrorBody = serde_json::from_str(&answer.body).expect("words");
                assert_eq!(body.code, ErrorCode::WrongHost);
            }
        }
    }
}

#[tokio::test]
async fn no_audience_route_answers_under_a_foreign_name() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    server.presenter().open("q").await;
    let phone = server.phone().await;
    let before = server.state().await;
    assert!(foreign(server.audience().port()).len() >= 50, "enough variants");
    assert_closed(server.audience(), AUDIENCE, &phone.token).await;
    assert_eq!(server.state().await, before);
}

#[tokio::test]
async fn no_control_route_answers_under_a_foreign_name() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    let before = server.state().await;
    assert_closed(server.control(), CONTROL, server.running().server.control_token()).await;
    assert_eq!(server.state().await, before);
}

#[tokio::test]
async fn a_request_without_a_host_or_with_two_is_for_nobody() {
    let server = TestServer::start(&TestTalk::new()).await;
    for address in [server.audience(), server.control()] {
        let ours = address.to_string();
        for hosts in [
            vec![],
            vec![ours.as_str(), "evil.example"],
            vec!["evil.example", &ours],
            vec![&ours, &ours],
        ] {
            let answer = exchange(address, request("GET", "/healthz", &hosts, "").as_bytes()).await;
            assert!([400, 421].contains(&answer.status), "{hosts:?}: {}", answer.head);
        }
        let old = exchange(address, b"GET /healthz HTTP/1.0\r\n\r\n").await;
        assert_eq!(old.status, 421, "HTTP/1.0 without a host: {}", old.head);
    }
}

#[tokio::test]
async fn the_addresses_that_are_shown_do_answer() {
    let server = TestServer::start(&TestTalk::new()).await;
    for address in [server.audience(), server.control()] {
        for name in ["127.0.0.1", "localhost"] {
            let host = format!("{name}:{}", address.port());
            let answer = exchange(address, request("GET", "/healthz", &[&host], "").as_bytes()).await;
            assert_eq!((answer.status, answer.body.as_str()), (200, "ok\n"), "{host}");
            assert_eq!(header(&answer.head, "x-content-type-options"), Some("nosniff"));
        }
    }
}

#[tokio::test]
async fn a_whole_url_as_the_target_is_for_the_host_that_it_names() {
    let server = TestServer::start(&TestTalk::new()).await;
    for address in [server.audience(), server.control()] {
        let own = address.to_string();
        for (target, host, status) in [
            (format!("http://{own}/healthz"), own.as_str(), 200),
            (format!("http://localhost:{}/healthz", address.port()), &own, 421),
            ("http://evil.example/healthz".to_owned(), &own, 421),
            (format!("http://{own}/healthz"), "evil.example", 421),
            (format!("http://evil.example@{own}/healthz"), &own, 421),
            (format!("https://{own}/healthz"), &own, 421),
            ("http://evil.example/healthz".to_owned(), "evil.example", 421),
        ] {
            let answer = exchange(address, request("GET", &target, &[host], "").as_bytes()).await;
            let refused = status == 421 && answer.status == 400;
            assert!(
                answer.status == status || refused,
                "{target} with {host}: {}",
                answer.head
            );
        }
    }
}

#[tokio::test]
async fn on_port_80_a_host_without_a_port_is_ours_and_phones_are_told_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let present = Present {
        talk: Some(TestTalk::new().single("q", &["a", "b"]).write(folder.path())),
        data: Some(folder.path().to_owned()),
        listen: Some("127.0.0.1:80".parse().unwrap()),
        control: Some("127.0.0.1:0".parse().unwrap()),
        host: Some("Salle.Exemple".to_owned()),
        ..Present::default()
    };
    let Ok(running) = launch(&present, Language::En).await else {
        eprintln!("The system gives no port 80 here; the rule is tested as a table in the server.");
        return;
    };
    if running.server.audience.port() != 80 {
        eprintln!("Port 80 is taken here; the rule is tested as a table in the server.");
        return;
    }
    assert_eq!(running.server.join_url(), "http://Salle.Exemple/");
    let address = running.server.audience;
    for (host, status) in [
        ("127.0.0.1", 200),
        ("127.0.0.1:80", 200),
        ("localhost", 200),
        ("salle.exemple", 200),
        ("salle.exemple:80", 200),
        ("evil.example", 421),
        ("127.0.0.1:8080", 421),
        ("127.0.0.2", 421),
    ] {
        let answer = exchange(address, request("GET", "/healthz", &[host], "").as_bytes()).await;
        assert_eq!(answer.status, status, "{host}: {}", answer.head);
    }
    // As a browser sends it: neither the host nor the origin has a port.
    let join = "POST /api/participants HTTP/1.1\r\nHost: salle.exemple\r\nOrigin: http://salle.exemple\r\n\
                Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    assert_eq!(exchange(address, join.as_bytes()).await.status, 201);
}
