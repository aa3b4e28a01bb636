//! Every refusal has its status, its code and words.

use gazouillis_protocol::{BallotReceipt, ErrorCode};
use gazouillis_test_support::{Phone, TestServer, TestTalk};
use serde_json::{Value, json};

pub(crate) fn talk() -> TestTalk {
    TestTalk::new()
        .single("couleur", &["bleu", "vert"])
        .multiple("fruits", &["pomme", "poire", "prune"], 2)
        .quiz("annee", &["2006", "2016"], "2006")
}

/// A server whose first poll is open, and a phone in the room.
pub(crate) async fn room() -> (TestServer, Phone) {
    let server = TestServer::start(&talk()).await;
    server.presenter().open("couleur").await;
    let phone = server.phone().await;
    (server, phone)
}

fn bleu() -> Value {
    json!({ "choice": "bleu" })
}

#[tokio::test]
async fn without_a_token_of_this_session_a_phone_is_told_to_join_with_401() {
    let (server, mut phone) = room().await;
    for token in [
        "",
        "0",
        "0123456789abcdef0123456789abcdef",
        "0123456789ABCDEF0123456789ABCDEF",
        &"f".repeat(4_000),
    ] {
        token.clone_into(&mut phone.token);
        phone
            .cast("couleur", bleu(), 1)
            .await
            .assert_refused(ErrorCode::Unauthorized, token);
        let me = phone.send(phone.request("GET", "/api/me")).await;
        me.assert_refused(ErrorCode::Unauthorized, token);
        assert_eq!(me.headers["www-authenticate"], "Bearer", "{token}");
    }
    let known = server.phone().await.token;
    for value in [
        format!("Basic {known}"),
        format!("bearer{known}"),
        format!("Bearer  {known}"),
        known,
    ] {
        let request = server
            .stranger()
            .request("GET", "/api/me")
            .header("authorization", &value);
        phone
            .send(request)
            .await
            .assert_refused(ErrorCode::Unauthorized, &value);
    }
}

#[tokio::test]
async fn what_does_not_exist_is_answered_with_404() {
    let (server, phone) = room().await;
    let presenter = server.presenter();
    phone
        .cast("nulle-part", bleu(), 1)
        .await
        .assert_refused(ErrorCode::UnknownPoll, "a poll the talk does not have");
    for path in [
        "/nowhere",
        "/api",
        "/api/polls",
        "/control/advance",
        "/stage",
        "/assets/nothing.js",
        "/assets/../../Cargo.toml",
    ] {
        let answer = phone.send(phone.request("GET", path)).await;
        answer.assert_refused(ErrorCode::NotFound, path);
    }
    for path in [
        "/nowhere",
        "/control",
        "/api/live",
        "/stage/pictures/nothing.png",
        "/stage/pictures/../talk.md",
    ] {
        presenter.get(path).await.assert_refused(ErrorCode::NotFound, path);
    }
    for what in ["close", "reveal", "answer"] {
        let path = format!("/control/polls/nulle-part/{what}");
        presenter
            .post(&path, json!({}))
            .await
            .assert_refused(ErrorCode::UnknownPoll, what);
    }
    presenter
        .summary("2001-01-01-nobody", "json")
        .await
        .assert_refused(ErrorCode::UnknownSession, "a summary");
    let gone = presenter
        .send(presenter.request("DELETE", "/control/sessions/2001-01-01-nobody"))
        .await;
    gone.assert_refused(ErrorCode::UnknownSession, "nothing to forget");
    presenter
        .summary("current", "docx")
        .await
        .assert_refused(ErrorCode::NotFound, "a format nobody writes");
}

#[tokio::test]
async fn a_path_that_is_not_text_is_answered_in_words() {
    let (server, phone) = room().await;
    let request = phone
        .request("PUT", "/api/polls/%ff%fe/ballot")
        .json(&json!({ "answer": bleu(), "revision": 1 }));
    phone
        .send(request)
        .await
        .assert_refused(ErrorCode::NotFound, "a poll's id that is not UTF-8");
    let presenter = server.presenter();
    presenter
        .post("/control/polls/%ff/close", json!({}))
        .await
        .assert_refused(ErrorCode::NotFound, "the same");
    presenter
        .get("/stage/pictures/%ff")
        .await
        .assert_refused(ErrorCode::NotFound, "a picture's");
    presenter
        .get("/control/sessions/%ff/summary.json")
        .await
        .assert_refused(ErrorCode::NotFound, "a session's");
}

#[tokio::test]
async fn another_method_is_answered_with_405() {
    let (server, phone) = room().await;
    for (method, path) in [
        ("GET", "/api/participants"),
        ("PUT", "/api/participants"),
        ("POST", "/api/live"),
        ("DELETE", "/api/me"),
        ("POST", "/api/polls/couleur/ballot"),
        ("GET", "/api/polls/couleur/ballot"),
        ("PATCH", "/api/polls/couleur/ballot"),
        ("OPTIONS", "/api/participants"),
        ("POST", "/"),
    ] {
        let answer = phone.send(phone.request(method, path)).await;
        answer.assert_refused(ErrorCode::MethodNotAllowed, &format!("{method} {path}"));
    }
    let presenter = server.presenter();
    for (method, path) in [
        ("GET", "/control/advance"),
        ("PUT", "/control/goto"),
        ("POST", "/control/sessions"),
    ] {
        let answer = presenter.send(presenter.request(method, path)).await;
        answer.assert_refused(ErrorCode::MethodNotAllowed, &format!("{method} {path}"));
    }
}

#[tokio::test]
async fn an_older_ballot_is_refused_with_409_and_the_same_again_is_answered_the_same() {
    let (_server, phone) = room().await;
    let first: BallotReceipt = phone.cast("couleur", bleu(), 3).await.success();
    let again: BallotReceipt = phone.cast("couleur", bleu(), 3).await.success();
    assert_eq!(again, first, "a retry gets the receipt of the first time");
    for revision in [1, 2] {
        phone
            .cast("couleur", bleu(), revision)
            .await
            .assert_refused(ErrorCode::StaleBallot, "an older revision");
    }
    let other = phone.cast("couleur", json!({ "choice": "vert" }), 3).await;
    other.assert_refused(ErrorCode::StaleBallot, "the same revision with another answer");
    assert_eq!(phone.me().await.ballots.len(), 1);
}

#[tokio::test]
async fn a_poll_that_is_not_open_yet_answers_409_and_a_closed_one_410() {
    let (server, phone) = room().await;
    phone
        .cast("annee", json!({ "choice": "2006" }), 1)
        .await
        .assert_refused(ErrorCode::PollNotOpen, "not asked yet");
    phone.vote("couleur", "bleu").await;
    let presenter = server.presenter();
    presenter.poll("couleur", "close").await;
    phone
        .cast("couleur", bleu(), 2)
        .await
        .assert_refused(ErrorCode::PollClosed, "after the close");
    let retry: BallotReceipt = phone.cast("couleur", bleu(), 1).await.success();
    assert_eq!(
        retry.revision, 1,
        "a retry of what is counted is answered even after the close"
    );
    let late = server.phone().await;
    late.cast("couleur", bleu(), 1)
        .await
        .assert_refused(ErrorCode::PollClosed, "a first answer after the close");
    let reopened = presenter.post("/control/polls/couleur/open", json!({})).await;
    reopened.assert_refused(ErrorCode::ReopenUnconfirmed, "opening again has to be meant");
}

#[tokio::test]
async fn after_the_end_everything_about_the_room_answers_410() {
    let (server, phone) = room().await;
    let presenter = server.presenter();
    presenter.command("/control/session/finish").await;
    phone
        .cast("couleur", bleu(), 1)
        .await
        .assert_refused(ErrorCode::PollClosed, "a ballot");
    server
        .stranger()
        .try_join(json!({}))
        .await
        .assert_refused(ErrorCode::SessionFinished, "a join");
    for what in ["close", "reveal"] {
        let answer = presenter
            .post(&format!("/control/polls/couleur/{what}"), json!({}))
            .await;
        answer.assert_refused(ErrorCode::SessionFinished, what);
    }
    let open = presenter
        .post("/control/polls/fruits/open", json!({ "reopen": true }))
        .await;
    open.assert_refused(ErrorCode::SessionFinished, "open");
    presenter.advance().await;
}

#[tokio::test]
async fn more_than_four_kibibytes_are_refused_with_413() {
    let (_server, phone) = room().await;
    let long = "x".repeat(5_000);
    phone
        .cast("couleur", json!({ "choice": long }), 1)
        .await
        .assert_refused(ErrorCode::TooLarge, "a long ballot");
    phone
        .try_join(json!({ "token": long }))
        .await
        .assert_refused(ErrorCode::TooLarge, "a long join");
    let parts = futures_util::stream::iter(vec![Ok::<_, std::io::Error>("[".repeat(2_500)), Ok("[".repeat(2_500))]);
    let request = phone
        .request("PUT", "/api/polls/couleur/ballot")
        .header("content-type", "application/json")
        .body(reqwest::Body::wrap_stream(parts));
    phone
        .send(request)
        .await
        .assert_refused(ErrorCode::TooLarge, "a ballot that does not say how long it is");
}

#[tokio::test]
async fn what_is_not_json_is_refused_with_415() {
    let (server, phone) = room().await;
    let ballot = r#"{"answer":{"choice":"bleu"},"revision":1}"#;
    for media_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/jsonp",
        "",
    ] {
        let request = phone
            .request("PUT", "/api/polls/couleur/ballot")
            .header("content-type", media_type);
        phone
            .send(request.body(ballot))
            .await
            .assert_refused(ErrorCode::UnsupportedMediaType, media_type);
    }
    let bare = phone.request("PUT", "/api/polls/couleur/ballot").body(ballot);
    phone
        .send(bare)
        .await
        .assert_refused(ErrorCode::UnsupportedMediaType, "no media type");
    let presenter = server.presenter();
    let advance = presenter.request("POST", "/control/advance").body("{}");
    presenter
        .send(advance)
        .await
        .assert_refused(ErrorCode::UnsupportedMediaType, "a command as a form sends it");
    let spoken = phone
        .request("PUT", "/api/polls/couleur/ballot")
        .header("content-type", "Application/JSON; charset=utf-8");
    phone.send(spoken.body(ballot)).await.assert_success();
}

#[tokio::test]
async fn what_does_not_fit_the_question_is_refused_with_422() {
    let (server, phone) = room().await;
    let nested = format!(r#"{{"answer":{}{},"revision":1}}"#, "[".repeat(900), "]".repeat(900));
    let bodies = [
        "",
        "null",
        "{}",
        "[]",
        "{",
        "\"bleu\"",
        &nested,
        r#"{"answer":{"choice":"rouge"},"revision":1}"#,
        r#"{"answer":{"choice":""},"revision":1}"#,
        r#"{"answer":{"choice":1},"revision":1}"#,
        r#"{"answer":{"choices":["bleu"]},"revision":1}"#,
        r#"{"answer":{"choice":"bleu","extra":1},"revision":1}"#,
        r#"{"answer":{"choice":"bleu"},"revision":1,"extra":1}"#,
        r#"{"answer":{"choice":"bleu"}}"#,
        r#"{"answer":{"choice":"bleu"},"revision":0}"#,
        r#"{"answer":{"choice":"bleu"},"revision":-1}"#,
        r#"{"answer":{"choice":"bleu"},"revision":1.5}"#,
        r#"{"answer":{"choice":"bleu"},"revision":4294967296}"#,
        r#"{"answer":{"choice":"bleu"},"revision":"1"}"#,
        r#"{"answer":{"choice":"bleu"},"revision":1}{}"#,
    ];
    for body in bodies {
        let request = phone
            .request("PUT", "/api/polls/couleur/ballot")
            .header("content-type", "application/json");
        let answer = phone.send(request.body(body.to_owned())).await;
        answer.assert_refused(ErrorCode::Malformed, body.get(..60).unwrap_or(body));
    }
    server.presenter().open("fruits").await;
    for choices in [
        json!([]),
        json!(["pomme", "pomme"]),
        json!(["pomme", "poire", "prune"]),
        json!(["pomme", "kiwi"]),
    ] {
        let answer = phone.cast("fruits", json!({ "choices": choices }), 1).await;
        answer.assert_refused(ErrorCode::Malformed, &choices.to_string());
    }
    for token in ["", "court", &"g".repeat(32), &"A".repeat(32)] {
        phone
            .try_join(json!({ "token": token }))
            .await
            .assert_refused(ErrorCode::Malformed, token);
    }
    assert!(phone.me().await.ballots.is_empty(), "nothing of all this was counted");
}
