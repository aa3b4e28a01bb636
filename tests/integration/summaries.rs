//! A session's summary as a file.

use gazouillis_core::Summary;
use gazouillis_test_support::{Answer, TestServer, TestTalk};
use serde_json::json;

/// A session in which six phones answered.
async fn session() -> TestServer {
    let talk = TestTalk::new()
        .titled("L’été à l’étage")
        .single("q", &["a", "b"])
        .scoring("s")
        .quiz("z", &["c", "d"], "d");
    let server = TestServer::start(&talk).await;
    let presenter = server.presenter();
    for (poll, options) in [("q", ["a", "b"]), ("s", ["curieux", "deborde"])] {
        presenter.open(poll).await;
        for (number, phone) in server.phones(6).await.iter().enumerate() {
            phone.vote(poll, options[usize::from(number > 3)]).await;
        }
    }
    server
}

fn read(answer: &Answer) -> Summary {
    answer.success()
}

#[tokio::test]
async fn the_json_summary_holds_what_was_counted_before_and_after_the_end() {
    let server = session().await;
    let presenter = server.presenter();
    let running = read(&presenter.summary("current", "json").await);
    assert_eq!(
        (running.joined, running.voters, running.finished, running.simulated),
        (12, 12, false, false)
    );
    assert_eq!(running.title, "L’été à l’étage");
    let counts = |summary: &Summary| {
        let polls = summary
            .polls
            .iter()
            .map(|poll| poll.options.iter().map(|option| option.count).collect::<Vec<_>>());
        polls.collect::<Vec<_>>()
    };
    assert_eq!(
        counts(&running),
        [[4, 2], [4, 2]],
        "a poll that was never asked is not in it"
    );
    let profiles = running
        .breakdown
        .as_ref()
        .and_then(|room| room.profiles.as_ref())
        .expect("six are classified");
    assert_eq!(profiles.iter().map(|profile| profile.percent).sum::<u32>(), 100);
    let id = running.session.clone();
    presenter.command("/control/session/finish").await;
    let finished = read(&presenter.summary(&id, "json").await);
    assert!(finished.finished);
    assert_eq!(
        Summary {
            finished: false,
            ..finished
        },
        running,
        "the end changes no figure"
    );
}

#[tokio::test]
async fn the_csv_summary_is_a_file_with_a_name_and_every_option() {
    let server = session().await;
    let csv = server.presenter().summary("current", "csv").await;
    csv.assert_success();
    assert!(csv.headers["content-type"].to_str().unwrap().starts_with("text/csv"));
    let disposition = csv.headers["content-disposition"].to_str().unwrap();
    assert!(
        disposition.starts_with("attachment; filename=\"") && disposition.ends_with(".csv\""),
        "{disposition}"
    );
    for text in ["L’été à l’étage", "Option a", "Option b", "Le curieux", "Le débordé"] {
        assert!(csv.text.contains(text), "{text} is missing in {}", csv.text);
    }
}

#[tokio::test]
async fn a_summary_names_no_phone() {
    let server = session().await;
    let phone = server.phone().await;
    phone.vote("s", "curieux").await;
    for format in ["json", "csv"] {
        let text = server.presenter().summary("current", format).await.text;
        assert!(!text.contains(&phone.token), "{format} holds a token");
        assert!(!text.contains("127.0.0.1"), "{format} holds an address");
    }
}

#[tokio::test]
async fn what_was_typed_stays_text_in_a_spreadsheet() {
    let talk = TestTalk::new().titled("=cmd|' /C calc'!A0").single("q", &["a", "b"]);
    let server = TestServer::start(&talk).await;
    server.presenter().open("q").await;
    server
        .phone()
        .await
        .cast("q", json!({ "choice": "a" }), 1)
        .await
        .assert_success();
    let csv = server.presenter().summary("current", "csv").await.text;
    let dangerous = csv
        .lines()
        .flat_map(|line| line.split([',', ';', '\t']))
        .map(|cell| cell.trim_matches('"'));
    assert!(csv.contains("cmd|"), "the title is there");
    assert!(
        dangerous.into_iter().all(|cell| !cell.starts_with("=cmd")),
        "a cell starts a formula: {csv}"
    );
}
