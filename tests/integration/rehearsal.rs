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
        console.until(poll, |view| view.polls[number].ballots >= 20).await;
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

#[tokio::test]
async fn fifty_tries_without_the_key_with_a_wrong_one_or_an_old_one_change_nothing() {
    let mut server = TestServer::start(&talk()).await;
    let old = server.rehearsal_key();
    server.restart().await;
    assert_ne!(server.rehearsal_key(), old, "each start has a key of its own");
    let secrets = [
        server.running().server.control_token().to_owned(),
        server.stage_secret(),
    ];
    let before = server.state().await;
    for number in 0..50 {
        let stranger = server.stranger();
        let wrong = [
            json!({ "rehearsal": "" }),
            json!({ "rehearsal": format!("{number:032x}") }),
            json!({ "rehearsal": old }),
            json!({ "rehearsal": secrets[number % 2] }),
        ];
        for body in wrong {
            let refused = stranger.try_join(body.clone()).await;
            refused.assert_refused(ErrorCode::RehearsalKey, &body.to_string());
        }
        // What version 0.1 took at its word.
        for body in [
            json!({ "simulated": true }),
            json!({ "rehearsal": true }),
            json!({ "rehearsal": ["x"] }),
        ] {
            let refused = stranger.try_join(body.clone()).await;
            refused.assert_refused(ErrorCode::Malformed, &body.to_string());
        }
    }
    assert_eq!(server.state().await, before);
    assert!(!server.running().session().now().snapshot.simulated);
}

#[tokio::test]
async fn a_session_that_a_phone_has_joined_never_becomes_a_rehearsal() {
    let server = TestServer::start(&talk()).await;
    server.phone().await;
    let before = server.state().await;
    let key = json!({ "rehearsal": server.rehearsal_key() });
    let refused = server.stranger().try_join(key).await;
    refused.assert_refused(ErrorCode::RealSession, "it has not voted, but it is there");
    assert_eq!(server.state().await, before);
    let now = server.running().session().now();
    assert!(!now.snapshot.simulated && now.snapshot.joined == 1);
}

#[tokio::test]
async fn a_rehearsal_keeps_to_its_session_and_is_not_taken_up_again() {
    let mut server = TestServer::start(&talk()).await;
    let key = server.rehearsal_key();
    let player = server.stranger();
    let joined: gazouillis_protocol::Joined = player.try_join(json!({ "rehearsal": key })).await.success();
    assert!(joined.view.rehearsal);
    server.presenter().command("/control/session/new").await;
    let again = json!({ "token": joined.token, "session": joined.session, "rehearsal": key });
    let refused = player.try_join(again).await;
    refused.assert_refused(ErrorCode::OtherSession, "the next session is for people");
    assert!(!server.running().session().now().snapshot.simulated);
    player.try_join(json!({ "rehearsal": key })).await.assert_success();
    let rehearsed = server.running().session().now().facts.id.clone();
    server.restart().await;
    let now = server.running().session().now();
    assert!(
        now.facts.id != rehearsed && !now.snapshot.simulated,
        "the app comes back with a real session"
    );
}

#[tokio::test]
async fn a_rehearsal_is_let_in_by_its_key_alone() {
    let server = TestServer::start(&talk()).await;
    server.presenter().door(false).await;
    let key = json!({ "rehearsal": server.rehearsal_key() });
    let device = server.device([127, 9, 9, 9]);
    for _ in 0..40 {
        device.neighbour().try_join(key.clone()).await.assert_success();
    }
    let console = server.presenter().console().await.next().await;
    assert_eq!(
        console.door.rehearsal_key,
        server.rehearsal_key(),
        "the console shows the key"
    );
    assert!(console.door.waiting.is_empty());
}

#[tokio::test]
async fn rehearsing_without_a_key_ends_in_words_that_say_where_it_is() {
    let server = TestServer::start(&talk()).await;
    let program = gazouillis_test_support::Headless::program();
    let output = std::process::Command::new(program)
        .args(["rehearse", &server.running().server.join_url(), "-n", "2"])
        .env("LC_ALL", "fr_FR.UTF-8")
        .output()
        .expect("it ends");
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{words}");
    assert!(words.contains("--key") && words.contains("console"), "{words}");
    assert_eq!(server.running().session().now().snapshot.joined, 0);
}

#[tokio::test]
async fn people_of_a_rehearsal_speak_up_where_the_talk_lets_them() {
    let server = TestServer::start(&talk().with_channels(true)).await;
    let presenter = server.presenter();
    let audience = rehearse(&server, 30);
    let mut console = presenter.console().await;
    console
        .until("questions, reactions and a mood", |view| {
            let mood = view.channels.mood.as_ref();
            view.channels.qa.waiting_count > 0 && mood.is_some_and(|mood| mood.now.fine > 0)
        })
        .await;
    let mut stage = presenter.stage().await;
    stage
        .until("birds that float", |view| {
            view.channels
                .as_ref()
                .is_some_and(|channels| !channels.chirps.is_empty())
        })
        .await;
    presenter
        .post("/control/session/finish", json!({}))
        .await
        .assert_success();
    let played = tokio::task::spawn_blocking(|| audience.join()).await.unwrap();
    assert_eq!(played.unwrap(), Exit::Done);
}
