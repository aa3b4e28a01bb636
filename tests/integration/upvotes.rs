//! Upvotes of texts: what may be upvoted, by whom, until when, and what is left of it after a crash.

use std::net::SocketAddr;

use gazouillis_protocol::{PhoneView, StageView};
use gazouillis_test_support::{Answer, Headless, Phone, Presenter, TestServer, TestTalk};
use serde_json::{Value, json};

fn talk() -> TestTalk {
    TestTalk::new().upvoted("t")
}

async fn write(phone: &Phone, text: &str) -> u64 {
    let answer = phone.cast("t", json!({ "kind": "text", "text": text }), 1).await;
    answer.success::<gazouillis_protocol::BallotReceipt>().seq
}

async fn upvote(phone: &Phone, text: u64, up: bool) -> Answer {
    let path = format!("/api/polls/t/texts/{text}/vote");
    phone.send(phone.request("PUT", &path).json(&json!({ "up": up }))).await
}

async fn decide(presenter: &Presenter, verdict: &str, texts: &[u64]) {
    let body = json!({ "act": "decide", "verdict": verdict, "texts": texts });
    presenter.post("/control/polls/t/moderate", body).await.assert_success();
}

/// Waits until the phone is shown just these texts to upvote, with these counts, in this order.
async fn is_shown(phone: &Phone, expected: &[(u64, u32)]) {
    let shown = |view: &PhoneView| -> Vec<(u64, u32)> {
        let cards = view.poll.iter().flat_map(|poll| poll.upvotes.iter().flatten());
        cards.map(|card| (card.id, card.votes)).collect()
    };
    let mut live = phone.live().await;
    live.until("the texts", |view| shown(view) == expected).await;
}

/// What stands on the stage: texts and counts, in their order.
async fn on_stage(presenter: &Presenter) -> Vec<(String, Value)> {
    let stage: StageView = presenter.stage().await.next().await;
    let results = serde_json::to_value(stage.poll.expect("a poll").results).expect("JSON");
    let texts = results["figures"]["texts"].as_array().cloned().unwrap_or_default();
    let text = |text: &Value| {
        (
            text["text"].as_str().unwrap_or_default().to_owned(),
            text["votes"].clone(),
        )
    };
    texts.iter().map(text).collect()
}

#[tokio::test]
async fn only_what_the_presenter_has_shown_may_be_upvoted_once_and_by_others() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(4).await;
    presenter.advance().await;
    let first = write(&phones[0], "le premier").await;
    let second = write(&phones[1], "le second").await;
    // What waits is on no phone.
    is_shown(&phones[2], &[]).await;
    assert_eq!(
        upvote(&phones[2], first, true).await.status,
        404,
        "nor may it be upvoted"
    );
    decide(&presenter, "shown", &[first, second]).await;
    is_shown(&phones[2], &[(second, 0), (first, 0)]).await;
    for phone in &phones[1..] {
        upvote(phone, first, true).await.assert_success();
        upvote(phone, first, true).await.assert_success();
    }
    assert_eq!(
        upvote(&phones[0], first, true).await.status,
        404,
        "nobody speaks up for oneself"
    );
    is_shown(&phones[2], &[(first, 3), (second, 0)]).await;
    assert_eq!(phones[3].me().await.upvotes, [first]);
    upvote(&phones[3], first, false).await.assert_success();
    is_shown(&phones[2], &[(first, 2), (second, 0)]).await;
    let stage = on_stage(&presenter).await;
    assert_eq!(
        stage,
        [("le premier".to_owned(), json!(2)), ("le second".to_owned(), json!(0))]
    );
    presenter.poll("t", "close").await;
    assert_eq!(
        upvote(&phones[2], second, true).await.status,
        410,
        "it closes with the poll"
    );
    let mut live = phones[2].live().await;
    let is_over = |view: &PhoneView| view.poll.as_ref().is_some_and(|poll| poll.upvotes.is_none());
    live.until("the end", is_over).await;
}

#[tokio::test]
async fn upvotes_go_with_their_text() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(3).await;
    presenter.advance().await;
    let text = write(&phones[0], "oups").await;
    decide(&presenter, "shown", &[text]).await;
    upvote(&phones[1], text, true).await.assert_success();
    decide(&presenter, "hidden", &[text]).await;
    is_shown(&phones[1], &[]).await;
    assert_eq!(
        phones[1].me().await.upvotes,
        Vec::<u64>::new(),
        "a hidden text takes its upvotes along"
    );
    decide(&presenter, "shown", &[text]).await;
    // And they do not come back with it.
    is_shown(&phones[1], &[(text, 0)]).await;
    upvote(&phones[1], text, true).await.assert_success();
    let changed = phones[0].cast("t", json!({ "kind": "text", "text": "mieux" }), 2).await;
    changed.assert_success();
    // A changed text waits anew.
    is_shown(&phones[1], &[]).await;
    assert_eq!(phones[1].me().await.upvotes, Vec::<u64>::new());
}

#[tokio::test]
async fn what_was_acknowledged_is_there_once_after_a_kill() {
    let folder = tempfile::tempdir().expect("a folder");
    let talk = talk().write(folder.path());
    let listen: SocketAddr = ([127, 0, 0, 1], 0).into();
    let server = Headless::start(&talk, &folder.path().join("data"), listen);
    let presenter = server.presenter();
    let mut phones = Vec::new();
    for _ in 0..6 {
        let mut phone = server.stranger();
        phone.join().await;
        phones.push(phone);
    }
    presenter.advance().await;
    let text = write(&phones[0], "à garder").await;
    decide(&presenter, "shown", &[text]).await;
    for phone in &phones[1..5] {
        upvote(phone, text, true).await.assert_success();
    }
    upvote(&phones[4], text, false).await.assert_success();
    server.kill();
    let server = Headless::start(&talk, &folder.path().join("data"), listen);
    let phones: Vec<Phone> = phones
        .iter()
        .map(|phone| phone.at(&format!("http://{}", server.audience())))
        .collect();
    is_shown(&phones[5], &[(text, 3)]).await;
    for phone in &phones[1..4] {
        upvote(phone, text, true).await.assert_success();
        assert_eq!(phone.me().await.upvotes, [text]);
    }
    // Sent again it counts once.
    is_shown(&phones[5], &[(text, 3)]).await;
    server.kill();
}

#[tokio::test]
async fn where_nobody_reads_first_no_phone_sees_a_text_arrive() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(15).await;
    presenter.advance().await;
    let unread = json!({ "act": "review", "on": false });
    presenter
        .post("/control/polls/t/moderate", unread)
        .await
        .assert_success();
    let mut texts = Vec::new();
    for (number, phone) in phones.iter().enumerate().take(9) {
        texts.push(write(phone, &format!("texte {number}")).await);
    }
    is_shown(&phones[14], &[]).await;
    assert_eq!(
        upvote(&phones[14], texts[0], true).await.status,
        404,
        "nor is it there for who guesses its number"
    );
    texts.push(write(&phones[9], "texte 9").await);
    let mut live = phones[14].live().await;
    let cards = |view: &PhoneView| view.poll.iter().flat_map(|poll| poll.upvotes.iter().flatten()).count();
    live.until("the first five at once", |view| cards(view) == 5).await;
    let eleventh = write(&phones[10], "texte 10").await;
    assert_eq!(
        upvote(&phones[14], eleventh, true).await.status,
        404,
        "it is among the last five, which come later"
    );
    upvote(&phones[14], texts[0], true).await.assert_success();
}
