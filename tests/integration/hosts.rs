//! A name that leads here without being ours (DNS rebinding) opens nothing.

use std::net::SocketAddr;

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
