//! The room improves a tweet: the original is named and not copied, the versions are upvoted, and nothing of it outlives the rules
//! that hold for any text.

use gazouillis_protocol::{BallotReceipt, ErrorCode, PhoneView, StageView};
use gazouillis_test_support::{Answer, Phone, Presenter, TestServer, TestTalk};
use serde_json::json;

const ORIGINAL: &str = "Venez voir nos portes ouvertes samedi !!!";

fn talk() -> TestTalk {
    TestTalk::new().tweet("t").single("q", &["a", "b"])
}

async fn write(phone: &Phone, poll: &str, text: &str) -> u64 {
    let answer = phone.cast(poll, json!({ "kind": "tweet", "text": text }), 1).await;
    answer.success::<BallotReceipt>().seq
}

async fn decide(presenter: &Presenter, poll: &str, verdict: &str, text: u64) {
    let body = json!({ "act": "decide", "verdict": verdict, "texts": [text] });
    let path = format!("/control/polls/{poll}/moderate");
    presenter.post(&path, body).await.assert_success();
}

async fn improve(presenter: &Presenter, poll: &str, text: u64) -> Answer {
    let path = format!("/control/polls/{poll}/texts/{text}/improve");
    presenter.post(&path, json!({})).await
}

async fn stage_once(presenter: &Presenter, what: &str, is_so: impl Fn(&StageView) -> bool) -> StageView {
    presenter.stage().await.until(what, is_so).await
}

fn hint(view: &StageView) -> Option<&str> {
    view.overlay.as_ref()?.poll.hint.as_deref()
}

#[tokio::test]
async fn the_room_sends_other_versions_of_a_tweet_that_everybody_sees_and_upvotes_them() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(3).await;
    presenter.advance().await;
    let original = write(&phones[0], "t", ORIGINAL).await;
    let waiting = improve(&presenter, "t", original).await;
    waiting.assert_refused(ErrorCode::UnknownQuestion, "nobody has seen it yet");
    decide(&presenter, "t", "shown", original).await;
    improve(&presenter, "t", original).await.assert_success();

    let quoted = format!("«\u{a0}{ORIGINAL}\u{a0}»");
    let stage = stage_once(&presenter, "it lies over the slide", |view| view.overlay.is_some()).await;
    assert_eq!(hint(&stage), Some(quoted.as_str()));
    let asked = |view: &PhoneView| {
        view.poll
            .as_ref()
            .is_some_and(|poll| poll.hint.as_deref() == Some(&quoted))
    };
    phones[1]
        .live()
        .await
        .until("phones see what is to be improved", asked)
        .await;

    let version = write(&phones[1], "improvise-1", "Portes ouvertes samedi : venez !").await;
    decide(&presenter, "improvise-1", "shown", version).await;
    let path = format!("/api/polls/improvise-1/texts/{version}/vote");
    let upvote = phones[2]
        .send(phones[2].request("PUT", &path).json(&json!({ "up": true })))
        .await;
    upvote.assert_success();
    let listed = |view: &PhoneView| {
        let cards = view.poll.as_ref().and_then(|poll| poll.upvotes.as_ref());
        cards.is_some_and(|cards| cards.iter().any(|card| card.id == version && card.votes == 1))
    };
    phones[0].live().await.until("the upvote", listed).await;
}

#[tokio::test]
async fn hidden_again_the_original_is_nowhere_and_it_is_in_no_summary_that_was_not_to_keep_it() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance().await;
    let original = write(&phone, "t", ORIGINAL).await;
    decide(&presenter, "t", "shown", original).await;
    improve(&presenter, "t", original).await.assert_success();
    stage_once(&presenter, "it is shown", |view| hint(view).is_some()).await;
    decide(&presenter, "t", "hidden", original).await;
    let stage = stage_once(&presenter, "it is hidden", |view| {
        view.overlay.is_some() && hint(view).is_none()
    })
    .await;
    let view = phone.live().await.next().await;
    for seen in [serde_json::to_string(&stage), serde_json::to_string(&view)] {
        assert!(!seen.expect("a view is JSON").contains("portes ouvertes"));
    }
    decide(&presenter, "t", "shown", original).await;
    presenter.command("/control/session/finish").await;
    for format in ["json", "csv", "html", "md"] {
        let summary = presenter.summary("current", format).await.text;
        assert!(
            summary.contains("Comment améliorer ce tweet"),
            "it has a line of its own: {summary}"
        );
        assert!(
            !summary.contains("portes ouvertes"),
            "nobody said to keep it: {summary}"
        );
    }
}

#[tokio::test]
async fn only_tweets_can_be_improved() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance_by(3).await;
    phone.vote("q", "a").await;
    for (poll, text) in [("q", 1), ("t", 999), ("nothing", 1)] {
        improve(&presenter, poll, text)
            .await
            .assert_refused(ErrorCode::UnknownQuestion, poll);
    }
}
