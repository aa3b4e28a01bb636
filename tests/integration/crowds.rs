//! More people than fit a room: what each screen is sent stays small, and still says how much there is.

use std::ops::RangeInclusive;

use futures_util::{StreamExt, stream};
use gazouillis_test_support::{Live, Phone, TestServer, TestTalk};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const TEXTS: usize = 10_000;
const QUESTIONS: usize = 500;

/// Of what a view is, in bytes of JSON.
const SMALL: RangeInclusive<usize> = 1..=16 * 1024;

/// So many at once; more would only wait for one another.
const AT_ONCE: usize = 64;

/// A text of its own, so many times a dozen characters long; some have two bytes.
fn text(number: usize, long: usize) -> String {
    format!("{number:06} {}", "été à Évry, ".repeat(long))
}

async fn each(phones: &[Phone], does: impl AsyncFn(usize, &Phone)) {
    stream::iter(phones.iter().enumerate())
        .map(|(number, phone)| does(number, phone))
        .buffer_unordered(AT_ONCE)
        .for_each(async |()| {})
        .await;
}

/// The next view of a stream that is as wanted, as it was sent; it must be small.
async fn small<T: DeserializeOwned>(mut live: Live<T>, whose: &str, is_so: impl Fn(&Value) -> bool) -> Value {
    loop {
        let event = live.raw().await.expect("the server hung up");
        let Some(data) = event.strip_prefix("data: ") else {
            continue;
        };
        let bytes = data.trim_end().len();
        let view: Value = serde_json::from_str(data).expect("a view is JSON");
        let parts = || -> Vec<(&String, usize)> {
            let fields = view.as_object().expect("a view is an object").iter();
            fields.map(|(name, part)| (name, part.to_string().len())).collect()
        };
        assert!(
            SMALL.contains(&bytes),
            "the {whose}'s view has {bytes} bytes: {:?}",
            parts()
        );
        if is_so(&view) {
            return view;
        }
    }
}

#[tokio::test]
async fn ten_thousand_texts_and_five_hundred_questions_make_no_view_large() {
    let talk = TestTalk::new().with_channels(true).upvoted("t");
    let server = TestServer::start(&talk).await;
    let presenter = server.presenter();
    let stranger = server.stranger();
    let phones: Vec<Phone> = stream::iter(0..TEXTS)
        .map(async |_| {
            let mut phone = stranger.neighbour();
            phone.join().await;
            phone
        })
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    presenter.advance().await;
    each(&phones, async |number, phone| {
        let answer = phone
            .cast("t", json!({ "kind": "text", "text": text(number, 19) }), 1)
            .await;
        answer.assert_success();
    })
    .await;
    each(&phones[..QUESTIONS], async |number, phone| {
        let asks = phone.request("POST", "/api/questions");
        let answer = phone.send(asks.json(&json!({ "text": text(number, 6) }))).await;
        answer.assert_success();
    })
    .await;

    // Everything waits: only the presenter is shown any of it, and how much there is.
    let waits = |view: &Value| {
        view["polls"][0]["queue"]["waiting_count"] == TEXTS && view["channels"]["qa"]["waiting_count"] == QUESTIONS
    };
    let console = small(presenter.console().await, "presenter", waits).await;
    let listed = |view: &Value| view["channels"]["qa"]["waiting"].as_array().map_or(0, Vec::len);
    assert!((1..=QUESTIONS).contains(&listed(&console)));
    small(presenter.stage().await, "stage", |_| true).await;
    small(phones[0].live().await, "phone", |_| true).await;

    // Everything is shown, as far as a screen shows it.
    let review = json!({ "act": "review", "on": false });
    presenter
        .post("/control/polls/t/moderate", review)
        .await
        .assert_success();
    let mut shown = 0;
    loop {
        let dealt_with = |view: &Value| view["channels"]["qa"]["shown_count"] == shown;
        let view = small(presenter.console().await, "presenter", dealt_with).await;
        let qa = &view["channels"]["qa"];
        let listed: Vec<&Value> = qa["waiting"].as_array().map_or_else(Vec::new, |waiting| {
            waiting.iter().map(|question| &question["id"]).collect()
        });
        if listed.is_empty() {
            assert_eq!(shown, QUESTIONS, "all were listed one after the other");
            break;
        }
        shown += listed.len();
        let body = json!({ "questions": listed, "on": true });
        presenter
            .post("/control/questions/approve", body)
            .await
            .assert_success();
    }
    small(presenter.console().await, "presenter", |view| {
        view["polls"][0]["queue"]["shown_count"] == TEXTS
    })
    .await;
    small(presenter.stage().await, "stage", |_| true).await;
    let view = small(phones[0].live().await, "phone", |view| {
        view["poll"]["upvotes"].is_array()
    })
    .await;
    assert!(!view["poll"]["upvotes"].as_array().expect("a list").is_empty());
    assert!(
        !view["channels"]["qa"]["questions"]
            .as_array()
            .expect("a list")
            .is_empty(),
        "the phone is shown questions too"
    );
}

#[tokio::test]
async fn a_long_talk_of_which_everything_was_asked_makes_no_view_large() {
    const QUESTIONS: usize = 30;
    let options = ["a", "b", "c", "d", "e", "f"];
    let asked = |number: usize| format!("question-{number}");
    let talk = (0..QUESTIONS).fold(TestTalk::new(), |talk, number| talk.hidden(&asked(number), &options));
    let talk = talk.results(&asked(3));
    let server = TestServer::start(&talk).await;
    let presenter = server.presenter();
    let phones = server.phones(10).await;
    let results = |view: &Value, poll: &str| -> bool {
        let polls = view["polls"].as_array().expect("a list").iter();
        let mut of_poll = polls.chain([&view["stage"]["poll"]]).filter(|told| told["id"] == poll);
        of_poll.any(|told| !told["results"].is_null())
    };
    for number in 0..QUESTIONS {
        let poll = asked(number);
        presenter.advance().await;
        for phone in &phones {
            phone.vote(&poll, "a").await;
        }
        // Asked, and the presenter sees how it stands; then closed, and everybody does.
        small(presenter.console().await, "presenter", |view| results(view, &poll)).await;
        presenter.advance().await;
        let closed = |view: &Value| results(view, &poll) && view["polls"][number]["state"] == "closed";
        small(presenter.console().await, "presenter", closed).await;
        small(presenter.stage().await, "stage", |view| view["poll"]["id"] == *poll).await;
    }
    // What is shown once more is told, and one press before it too, for the preview of what comes next.
    let again = |view: &Value| view["polls"][QUESTIONS - 1]["state"] == "closed" && results(view, "question-3");
    small(presenter.console().await, "presenter", again).await;
    presenter.advance().await;
    let up = |view: &Value| view["stage"]["poll"]["id"] == "question-3" && results(view, "question-3");
    small(presenter.console().await, "presenter", up).await;
}
