//! The program stops and starts again: phones and the talk find themselves where they were.

use gazouillis_protocol::{BallotReceipt, ErrorCode};
use gazouillis_test_support::{TestServer, TestTalk};
use serde_json::json;

fn talk() -> TestTalk {
    TestTalk::new()
        .single("q", &["a", "b"])
        .scoring("s")
        .breakdown()
        .points("Fin", &["x", "y"])
}

#[tokio::test]
async fn a_restart_goes_on_at_the_same_step_with_the_same_ballots_and_phones() {
    let mut server = TestServer::start(&talk()).await;
    server.presenter().advance_by(3).await;
    server.presenter().open("q").await;
    let phone = server.phone().await;
    let receipt: BallotReceipt = phone.cast("q", json!({ "choice": "b" }), 4).await.success();
    let before = server.running().session().now();
    let me = phone.me().await;
    server.restart().await;
    let after = server.running().session().now();
    assert_eq!(after.facts, before.facts, "it is the same session");
    assert!(after.resumed && !before.resumed);
    assert_eq!(after.snapshot.cursor, before.snapshot.cursor);
    assert_eq!(after.snapshot.polls, before.snapshot.polls);
    assert_eq!(after.snapshot.seq, before.snapshot.seq);
    let phone = phone.at(&server.running().server.join_url());
    assert_eq!(phone.me().await, me, "the phone keeps its token and its ballots");
    let retry: BallotReceipt = phone.cast("q", json!({ "choice": "b" }), 4).await.success();
    assert_eq!(retry, receipt, "a retry after the restart gets the receipt of before");
    let view = server.presenter().console().await.next().await;
    assert!(view.resumed, "the console says so");
}

#[tokio::test]
async fn another_talk_is_another_session_and_the_old_one_is_finished() {
    let mut server = TestServer::start(&talk()).await;
    server.presenter().open("q").await;
    let phone = server.phone().await;
    phone.vote("q", "a").await;
    let old = server.running().session().now().facts.id.clone();
    server.restart_on(&talk().titled("Un autre")).await;
    let phone = phone.at(&server.running().server.join_url());
    phone
        .cast("q", json!({ "choice": "a" }), 1)
        .await
        .assert_refused(ErrorCode::Unauthorized, "an earlier session's phone");
    let sessions = server.presenter().sessions().await;
    assert_eq!(sessions.len(), 2);
    let old = sessions
        .iter()
        .find(|entry| entry.id == old)
        .expect("the old session is kept");
    assert!(old.finished && old.ballots == 1 && old.joined == 1, "{old:?}");
}

#[tokio::test]
async fn a_new_session_begins_at_the_beginning_and_phones_join_anew() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance_by(2).await;
    let old = server.running().session().now().facts.id.clone();
    let mut live = phone.live().await;
    presenter.command("/control/session/new").await;
    let view = live.until("the new session", |view| view.session != old).await;
    assert!(!view.finished && view.poll.is_none());
    let stage = presenter.stage().await.next().await;
    assert_eq!((stage.slide, stage.step, stage.joined), (0, 0, 0));
    let me = phone.send(phone.request("GET", "/api/me")).await;
    me.assert_refused(ErrorCode::Unauthorized, "the phone has to join again");
    phone.try_join(json!({ "token": phone.token })).await.assert_success();
    presenter.command("/control/session/new").await;
    presenter.command("/control/session/new").await;
    let sessions = presenter.sessions().await;
    assert_eq!(
        sessions.len(),
        3,
        "a session that nobody joined leaves no trace: {sessions:?}"
    );
}

#[tokio::test]
async fn a_forgotten_session_is_gone_from_the_library() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    server.phone().await;
    let old = server.running().session().now().facts.id.clone();
    presenter.command("/control/session/new").await;
    let forget = || presenter.send(presenter.request("DELETE", &format!("/control/sessions/{old}")));
    forget().await.assert_success();
    forget().await.assert_refused(ErrorCode::UnknownSession, "it is gone");
    presenter
        .summary(&old, "json")
        .await
        .assert_refused(ErrorCode::UnknownSession, "so is its summary");
    assert!(presenter.sessions().await.iter().all(|entry| entry.id != old));
}
