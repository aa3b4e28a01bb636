//! Only the console's secret commands.

use gazouillis_protocol::ErrorCode;
use gazouillis_test_support::{Presenter, TestServer, TestTalk};
use serde_json::{Value, json};

const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// Every path of the control listener, with a body that would be understood.
fn paths(old_session: &str) -> Vec<(String, Value)> {
    let nothing = || json!({});
    let mut paths: Vec<(String, Value)> = [
        "/control/advance",
        "/control/back",
        "/control/polls/q/close",
        "/control/polls/q/reveal",
        "/control/polls/quiz/answer",
        "/control/session/finish",
        "/control/session/new",
        "/control/door/groups/1",
        "/control/sessions",
        "/control/deck",
        "/stage/deck",
        "/control/live",
        "/stage/live",
        "/stage/pictures/x.png",
        "/stage/videos/x.webm",
        "/stage/play/00/x.webm",
        "/control/sessions/current/summary.json",
        "/control/openapi.json",
        "/stage",
        "/console",
        "/healthz",
        "/favicon.svg",
        "/assets/x.js",
    ]
    .iter()
    .map(|path| ((*path).to_owned(), nothing()))
    .collect();
    paths.push(("/control/door".to_owned(), json!({ "open": false })));
    paths.push(("/control/goto".to_owned(), json!({ "slide": 1, "step": 0 })));
    paths.push(("/control/polls/q/open".to_owned(), json!({ "reopen": true })));
    paths.push(("/control/address".to_owned(), json!({ "address": "127.0.0.1" })));
    paths.push(("/control/cut".to_owned(), json!({ "minutes": 30 })));
    paths.push((format!("/control/sessions/{old_session}"), nothing()));
    paths.push((format!("/control/sessions/{old_session}/summary.json"), nothing()));
    paths
}

/// A server with a finished session in its library, a poll that is open, and a phone.
async fn server() -> (TestServer, String, String) {
    let talk = TestTalk::new().single("q", &["a", "b"]).quiz("quiz", &["c", "d"], "c");
    let server = TestServer::start(&talk).await;
    server.phone().await;
    let old = server.running().session().now().facts.id.clone();
    server.presenter().command("/control/session/new").await;
    server.presenter().open("q").await;
    let phone = server.phone().await;
    phone.vote("q", "a").await;
    (server, old, phone.token)
}

async fn try_everything(who: &str, intruder: &Presenter, old_session: &str) -> Vec<(String, u16)> {
    let mut opened = Vec::new();
    for (path, body) in paths(old_session) {
        for method in METHODS {
            // The head is enough: a stream that opens never ends.
            let request = intruder.request(method, &path).json(&body);
            let status = request.send().await.expect("an answer").status().as_u16();
            assert!(
                status < 500 || status == 503,
                "{who}: {method} {path} is a fault: {status}"
            );
            if (200..300).contains(&status) {
                opened.push((format!("{method} {path}"), status));
            }
        }
    }
    opened
}

fn is_public(opened: &str) -> bool {
    let path = opened.split(' ').nth(1).unwrap_or_default();
    [
        "/control/openapi.json",
        "/stage",
        "/console",
        "/healthz",
        "/favicon.svg",
    ]
    .contains(&path)
}

#[tokio::test]
async fn without_the_consoles_secret_no_path_and_no_method_changes_anything() {
    let (server, old, attendee) = server().await;
    let before = server.state().await;
    let guesses = [
        None,
        Some(attendee.as_str()),
        Some("00000000000000000000000000000000"),
        Some(""),
    ];
    for secret in guesses {
        let who = format!("whoever holds {secret:?}");
        for (opened, status) in try_everything(&who, &server.intruder(secret), &old).await {
            assert!(is_public(&opened), "{who} was let in at {opened}: {status}");
        }
        assert_eq!(server.state().await, before, "{who} changed something");
    }
}

#[tokio::test]
async fn the_stage_may_only_listen() {
    let (server, old, _) = server().await;
    let before = server.state().await;
    let secret = server.stage_secret();
    let stage = server.intruder(Some(&secret));
    for (opened, status) in try_everything("the stage", &stage, &old).await {
        let reads = opened.starts_with("GET ") || opened.starts_with("HEAD ");
        let its_own = reads && (opened.ends_with("/stage/deck") || opened.ends_with("/stage/live"));
        assert!(
            is_public(&opened) || its_own,
            "the stage was let in at {opened}: {status}"
        );
    }
    assert_eq!(server.state().await, before, "the stage changed something");
    let refused = stage.post("/control/advance", json!({})).await;
    refused.assert_refused(ErrorCode::Forbidden, "the stage is told that it may not");
    stage
        .get("/control/deck")
        .await
        .assert_refused(ErrorCode::Forbidden, "notes are not for the stage");
}

#[tokio::test]
async fn the_secrets_of_an_earlier_start_open_nothing() {
    let (mut server, old, _) = server().await;
    let (control, stage) = (
        server.running().server.control_token().to_owned(),
        server.stage_secret(),
    );
    server.restart().await;
    let before = server.state().await;
    for secret in [control, stage] {
        for (opened, status) in try_everything("an earlier start", &server.intruder(Some(&secret)), &old).await {
            assert!(is_public(&opened), "a replayed secret was let in at {opened}: {status}");
        }
    }
    assert_eq!(server.state().await, before);
}

#[tokio::test]
async fn the_phones_listener_has_no_command_even_for_the_secret() {
    let (server, old, _) = server().await;
    let before = server.state().await;
    let lost = Presenter::new(
        &server.running().server.join_url(),
        Some(server.running().server.control_token()),
    );
    for (path, body) in paths(&old) {
        if path == "/healthz" || path == "/favicon.svg" {
            continue;
        }
        for method in METHODS {
            let answer = lost.send(lost.request(method, &path).json(&body)).await;
            let expected = if path.starts_with("/assets/") && answer.status == 405 {
                405
            } else {
                404
            };
            assert_eq!(answer.status, expected, "{method} {path} on the phones' listener");
        }
    }
    assert_eq!(server.state().await, before);
}
