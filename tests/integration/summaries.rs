//! A session's summary as a file.

use gazouillis_core::Summary;
use gazouillis_protocol::ErrorCode;
use gazouillis_test_support::{Answer, TestServer, TestTalk, bars};
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
        presenter.poll(poll, "reveal").await;
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
            .map(|poll| bars(&poll.figures).iter().map(|bar| bar.count).collect::<Vec<_>>());
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
    server.presenter().open("s").await;
    let phone = server.phone().await;
    phone.vote("s", "curieux").await;
    for format in ["json", "csv", "html", "md"] {
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

/// Six people answer a question that gives points; the breakdown is on the screen and the vote is open again.
async fn portrayed() -> (TestServer, Vec<gazouillis_test_support::Phone>) {
    let server = TestServer::start(&TestTalk::new().scoring("s").breakdown()).await;
    let presenter = server.presenter();
    let phones = server.phones(12).await;
    presenter.open("s").await;
    for (number, phone) in phones[..6].iter().enumerate() {
        phone.vote("s", ["curieux", "deborde"][number % 2]).await;
    }
    presenter.goto(2, 0).await.assert_success();
    presenter.open("s").await;
    (server, phones)
}

#[tokio::test]
async fn a_late_vote_moves_neither_the_breakdown_on_the_screen_nor_an_export() {
    let (server, phones) = portrayed().await;
    let presenter = server.presenter();
    let mut stage = presenter.stage().await;
    let before = stage
        .until("the breakdown", |view| view.breakdown.is_some())
        .await
        .breakdown;
    assert!(
        before.as_ref().is_some_and(|room| room.profiles.is_some()),
        "six people are enough"
    );
    let first = read(&presenter.summary("current", "json").await);
    for (late, phone) in phones[6..10].iter().enumerate() {
        phone.vote("s", "curieux").await;
        let mut console = presenter.console().await;
        let told = console
            .until("the presenter is told", |view| {
                view.breakdown.is_some_and(|since| since.changed == late as u32 + 1)
            })
            .await;
        assert_eq!(told.stage.breakdown, before, "the screen stands still");
        let refused = presenter.post("/control/breakdown/refresh", json!({})).await;
        refused.assert_refused(ErrorCode::TooFewChanged, "fewer than five have changed");
        let again = read(&presenter.summary("current", "json").await);
        assert_eq!(
            again.breakdown,
            first.breakdown,
            "nor does an export tell of {} people",
            late + 1
        );
        assert_eq!(again.voters, first.voters);
    }
    phones[10].vote("s", "curieux").await;
    presenter.command("/control/breakdown/refresh").await;
    let anew = stage
        .until("it is drawn anew", |view| view.breakdown != before)
        .await
        .breakdown;
    assert_eq!(anew.map(|room| room.classified), Some(11));
    let export = read(&presenter.summary("current", "json").await);
    assert_eq!(export.breakdown.map(|room| room.classified), Some(11));
}

#[tokio::test]
async fn the_end_does_not_tell_of_the_one_who_came_late_either() {
    let (server, phones) = portrayed().await;
    let presenter = server.presenter();
    let first = read(&presenter.summary("current", "json").await);
    phones[6].vote("s", "curieux").await;
    presenter.command("/control/session/finish").await;
    let last = read(&presenter.summary("current", "json").await);
    assert!(last.finished);
    assert_eq!(last.breakdown, first.breakdown);
}

#[tokio::test]
async fn intervals_need_a_company_that_is_not_smaller_than_the_room() {
    let (server, _phones) = portrayed().await;
    let presenter = server.presenter();
    let stated = |people: &str| format!("/control/sessions/current/summary.json?population={people}");
    let company = read(&presenter.get(&stated("300")).await).breakdown.expect("profiles");
    assert_eq!(company.company, Some(300));
    assert!(
        company
            .profiles
            .into_iter()
            .flatten()
            .all(|profile| profile.low < profile.high)
    );
    presenter
        .get(&stated("5"))
        .await
        .assert_refused(ErrorCode::CompanyTooSmall, "six are in the room");
    presenter
        .get(&stated("many"))
        .await
        .assert_refused(ErrorCode::Malformed, "a company is a number of people");
}
