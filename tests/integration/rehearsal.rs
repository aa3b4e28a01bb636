//! A simulated audience takes part over the real protocol, says so everywhere, and never mixes with people.

use gazouillis_cli::Exit;
use gazouillis_cli::arguments::{Command, Rehearse};
use gazouillis_core::Summary;
use gazouillis_core::deck::Language;
use gazouillis_protocol::ErrorCode;
use gazouillis_test_support::{TestServer, TestTalk};
use serde_json::json;

fn talk() -> TestTalk {
    TestTalk::new()
        .scoring("s")
        .multiple("m", &["x", "y", "z"], 2)
        .quiz("z", &["c", "d"], "d")
        .breakdown()
}

/// Plays an audience as the command does, on a thread of its own.
fn rehearse(server: &TestServer, phones: u32) -> std::thread::JoinHandle<Exit> {
    let rehearse = Rehearse {
        url: server.running().server.join_url(),
        key: Some(server.rehearsal_key()),
        phones,
        speed: 60.0,
        talk: server.arguments().talk,
        seed: Some(7),
    };
    std::thread::spawn(move || gazouillis_cli::run(Command::Rehearse(rehearse), Language::En))
}

#[tokio::test]
async fn a_rehearsal_answers_every_question_and_is_named_so_everywhere() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let audience = rehearse(&server, 30);
    let mut console = presenter.console().await;
    console
        .until("thirty phones have joined", |view| {
            view.stage.joined == 30 && view.stage.rehearsal
        })
        .await;
    let mut phone = server.phone().await.live().await;
    for (number, (poll, steps)) in [("s", 2), ("m", 2), ("z", 3)].into_iter().enumerate() {
        presenter.advance().await;
        console
            .until(poll, |view| view.polls[number].results.ballots >= 20)
            .await;
        presenter.advance_by(steps - 1).await;
    }
    presenter.advance().await;
    let stage = presenter
        .stage()
        .await
        .until("the breakdown", |view| view.breakdown.is_some())
        .await;
    assert!(stage.rehearsal, "the stage says so");
    assert!(stage.breakdown.unwrap().classified >= 20);
    assert!(
        phone
            .until("the phones are told", |view| view.rehearsal)
            .await
            .rehearsal
    );
    presenter.command("/control/session/finish").await;
    assert_eq!(
        tokio::task::spawn_blocking(|| audience.join()).await.unwrap().unwrap(),
        Exit::Done
    );
    let entry = &presenter.sessions().await[0];
    assert!(entry.rehearsal && entry.joined == 31, "the library says so: {entry:?}");
    let summary: Summary = presenter.summary("current", "json").await.success();
    assert!(summary.simulated, "the summary says so");
    let csv = presenter.summary("current", "csv").await.text.to_lowercase();
    assert!(
        csv.contains("répétition") || csv.contains("rehearsal"),
        "the table says so: {csv}"
    );
}

#[tokio::test]
async fn a_rehearsal_is_refused_where_people_have_voted() {
    let server = TestServer::start(&talk()).await;
    server.presenter().open("s").await;
    let person = server.phone().await;
    person.vote("s", "curieux").await;
    let key = json!({ "rehearsal": server.rehearsal_key() });
    let refused = server.stranger().try_join(key.clone()).await;
    refused.assert_refused(ErrorCode::RealSession, "a simulated phone among people");
    let audience = rehearse(&server, 3);
    assert_eq!(
        tokio::task::spawn_blocking(|| audience.join()).await.unwrap().unwrap(),
        Exit::Machine
    );
    let now = server.running().session().now();
    assert!(
        !now.snapshot.simulated && now.snapshot.joined == 1,
        "the session stays a real one"
    );
    server.presenter().command("/control/session/new").await;
    server.stranger().try_join(key).await.assert_success();
}

#[tokio::test]
async fn a_rehearsal_without_a_server_ends_in_words() {
    let server = TestServer::start(&talk()).await;
    let url = server.running().server.join_url();
    let talk = server.arguments().talk;
    let gone = Rehearse {
        url: url.replace(&server.audience().port().to_string(), "1"),
        key: Some(server.rehearsal_key()),
        phones: 2,
        speed: 60.0,
        talk,
        seed: None,
    };
    let ended = tokio::task::spawn_blocking(|| gazouillis_cli::run(Command::Rehearse(gone), Language::Fr)).await;
    assert_eq!(ended.unwrap(), Exit::Machine);
}
