//! What stands beside the slides, over real HTTP: questions to the speaker, reactions, and the mood.

use gazouillis_core::Summary;
use gazouillis_protocol::{
    ConsoleChannels, ErrorCode, MyQa, PhoneQa, QuestionCard, QuestionReceipt, QuestionState, StageChannels,
};
use gazouillis_test_support::{Answer, Headless, Phone, Presenter, TestServer, TestTalk};
use serde_json::{Value, json};

pub(crate) fn talk() -> TestTalk {
    TestTalk::new().with_channels(true).questions().single("q", &["a", "b"])
}

pub(crate) async fn send(phone: &Phone, method: &str, path: &str, body: Value) -> Answer {
    phone.send(phone.request(method, path).json(&body)).await
}

async fn ask(phone: &Phone, text: &str) -> u64 {
    let answer = send(phone, "POST", "/api/questions", json!({ "text": text })).await;
    answer.json::<QuestionReceipt>().id
}

async fn want(phone: &Phone, question: u64, up: bool) -> Answer {
    send(
        phone,
        "PUT",
        &format!("/api/questions/{question}/vote"),
        json!({ "up": up }),
    )
    .await
}

async fn rule(presenter: &Presenter, question: u64, ruling: &str, on: bool) {
    let body = json!({ "questions": [question], "on": on });
    presenter
        .post(&format!("/control/questions/{ruling}"), body)
        .await
        .assert_success();
}

async fn mine(phone: &Phone) -> MyQa {
    phone.me().await.qa.expect("questions may be asked")
}

/// What a phone sees of the questions once it is as wanted.
async fn phone_sees(phone: &Phone, what: &str, is_so: impl Fn(&PhoneQa) -> bool) -> PhoneQa {
    let qa = |view: gazouillis_protocol::PhoneView| view.channels.and_then(|channels| channels.qa);
    let mut live = phone.live().await;
    let view = live
        .until(what, |view| qa(view.clone()).is_some_and(|qa| is_so(&qa)))
        .await;
    qa(view).expect("it was there")
}

pub(crate) async fn stage_sees(
    presenter: &Presenter,
    what: &str,
    is_so: impl Fn(&StageChannels) -> bool,
) -> StageChannels {
    let mut live = presenter.stage().await;
    let view = live
        .until(what, |view| view.channels.as_ref().is_some_and(&is_so))
        .await;
    view.channels.expect("it was there")
}

pub(crate) async fn console_sees(
    presenter: &Presenter,
    what: &str,
    is_so: impl Fn(&ConsoleChannels) -> bool,
) -> ConsoleChannels {
    presenter
        .console()
        .await
        .until(what, |view| is_so(&view.channels))
        .await
        .channels
}

fn texts(cards: &[QuestionCard]) -> Vec<(&str, u32)> {
    cards.iter().map(|card| (card.text.as_str(), card.votes)).collect()
}

#[tokio::test]
async fn a_question_waits_for_the_presenter_and_is_then_everybodys_without_a_name() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(2).await;
    presenter.advance().await;
    let id = ask(&phones[0], "Qui lit\u{200b} ces tweets ?").await;
    let waiting = console_sees(&presenter, "it waits", |channels| channels.qa.waiting_count == 1).await;
    assert_eq!(waiting.qa.waiting[0].id, id);
    let own = mine(&phones[0]).await;
    assert_eq!(
        (own.questions[0].state, own.questions[0].text.as_str()),
        (QuestionState::Waiting, "Qui lit ces tweets ?")
    );
    assert!(
        mine(&phones[1]).await.questions.is_empty(),
        "only its author knows of it"
    );
    assert_eq!(phone_sees(&phones[1], "the questions", |_| true).await.shown, 0);

    rule(&presenter, id, "approve", true).await;
    let seen = phone_sees(&phones[1], "it is shown", |qa| qa.shown == 1).await;
    assert_eq!(texts(&seen.questions), [("Qui lit ces tweets ?", 0)]);
    let stage = stage_sees(&presenter, "it is shown", |channels| channels.shown == 1).await;
    assert_eq!(stage.questions, seen.questions);

    rule(&presenter, id, "hide", true).await;
    phone_sees(&phones[1], "it is gone", |qa| qa.shown == 0).await;
    assert_eq!(
        mine(&phones[0]).await.questions[0].state,
        QuestionState::Waiting,
        "hiding it is no quarrel"
    );
}

#[tokio::test]
async fn the_same_words_again_are_the_same_question_and_a_changed_one_waits_anew() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(2).await;
    let id = ask(&phones[0], "Combien de temps par jour ?").await;
    assert_eq!(ask(&phones[0], "Combien de temps par jour ?").await, id, "a retry");
    rule(&presenter, id, "approve", true).await;
    want(&phones[1], id, true).await.assert_success();
    phone_sees(&phones[1], "the vote", |qa| {
        qa.questions.first().is_some_and(|card| card.votes == 1)
    })
    .await;

    let path = format!("/api/questions/{id}");
    let stranger = send(&phones[1], "PUT", &path, json!({ "text": "Autre chose" })).await;
    stranger.assert_refused(ErrorCode::UnknownQuestion, "another's question");
    send(
        &phones[0],
        "PUT",
        &path,
        json!({ "text": "Combien de temps par semaine ?" }),
    )
    .await
    .assert_success();
    let qa = console_sees(&presenter, "it waits anew", |channels| channels.qa.waiting_count == 1)
        .await
        .qa;
    assert_eq!(
        (qa.shown_count, qa.waiting[0].votes),
        (0, 0),
        "what was wanted was another"
    );

    phones[1]
        .send(phones[1].request("DELETE", &path))
        .await
        .assert_refused(ErrorCode::UnknownQuestion, "another's");
    phones[0]
        .send(phones[0].request("DELETE", &path))
        .await
        .assert_success();
    assert!(mine(&phones[0]).await.questions.is_empty());
    console_sees(&presenter, "it is gone", |channels| channels.qa.waiting_count == 0).await;
}

#[tokio::test]
async fn each_phone_wants_a_question_once_however_often_it_says_so() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(6).await;
    presenter.advance().await;
    let mut ids = Vec::new();
    for (phone, text) in phones.iter().zip(["Un ?", "Deux ?", "Trois ?"]) {
        ids.push(ask(phone, text).await);
    }
    want(&phones[0], ids[0], true)
        .await
        .assert_refused(ErrorCode::UnknownQuestion, "nobody sees it yet");
    for id in &ids {
        rule(&presenter, *id, "approve", true).await;
    }
    // Everybody was there all along, so what more of them want stands first, whatever formula says so.
    for (wanted, voters) in [(ids[1], 5), (ids[2], 3), (ids[0], 1)] {
        for phone in &phones[6 - voters..] {
            for _ in 0..3 {
                want(phone, wanted, true).await.assert_success();
            }
        }
    }
    want(&phones[5], ids[2], false).await.assert_success();
    want(&phones[5], ids[2], false).await.assert_success();
    let wanted = [("Deux ?", 5), ("Trois ?", 2), ("Un ?", 1)];
    let stage = stage_sees(&presenter, "their order", |channels| {
        texts(&channels.questions) == wanted
    })
    .await;
    assert_eq!(stage.shown, 3);
    assert_eq!(mine(&phones[5]).await.votes.len(), 2);

    rule(&presenter, ids[0], "pin", true).await;
    stage_sees(&presenter, "the pinned one first", |channels| {
        channels.questions[0].pinned && channels.questions[0].id == ids[0]
    })
    .await;
    rule(&presenter, ids[1], "answer", true).await;
    let stage = stage_sees(&presenter, "those answered last", |channels| {
        channels.questions.last().is_some_and(|card| card.answered)
    })
    .await;
    assert_eq!(stage.questions.last().map(|card| card.id), Some(ids[1]));
    let late = send(
        &phones[1],
        "PUT",
        &format!("/api/questions/{}", ids[1]),
        json!({ "text": "Non" }),
    )
    .await;
    late.assert_refused(ErrorCode::QuestionAnswered, "it has been answered");
}

#[tokio::test]
async fn the_presenter_decides_about_many_questions_in_one_request() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(4).await;
    presenter.advance().await;
    let mut ids = Vec::new();
    for (phone, text) in phones.iter().zip(["Un ?", "Deux ?", "Trois ?", "Quatre ?"]) {
        ids.push(ask(phone, text).await);
    }
    send(&phones[3], "DELETE", &format!("/api/questions/{}", ids[3]), json!({}))
        .await
        .assert_success();
    // The one that was taken back meanwhile is no reason to refuse the others.
    let all = json!({ "questions": ids });
    presenter.post("/control/questions/approve", all).await.assert_success();
    let seen = phone_sees(&phones[3], "all of them", |qa| qa.shown == 3).await;
    assert_eq!(seen.questions.len(), 3);
    for nothing in [json!({ "questions": [] }), json!({ "questions": [ids[3]] })] {
        let refused = presenter.post("/control/questions/approve", nothing).await;
        refused.assert_refused(ErrorCode::UnknownQuestion, "there is none of these");
    }
}

#[tokio::test]
async fn killed_and_resumed_nothing_of_the_questions_is_lost_or_counted_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = talk().write(folder.path());
    let listen = || "127.0.0.1:0".parse().unwrap();
    let program = Headless::start(&file, folder.path(), listen());
    let (mut asks, mut wants) = (program.stranger(), program.stranger());
    asks.join().await;
    wants.join().await;
    let id = ask(&asks, "Et après ?").await;
    rule(&program.presenter(), id, "approve", true).await;
    want(&wants, id, true).await.assert_success();
    rule(&program.presenter(), id, "pin", true).await;
    program.kill();

    let program = Headless::start(&file, folder.path(), listen());
    let (asks, wants) = (asks.at(&program.ready.join_url), wants.at(&program.ready.join_url));
    want(&wants, id, true).await.assert_success();
    assert_eq!(ask(&asks, "Et après ?").await, id, "the same question still");
    let qa = phone_sees(&wants, "the question", |qa| qa.shown == 1).await;
    assert_eq!(
        (qa.questions[0].id, qa.questions[0].votes, qa.questions[0].pinned),
        (id, 1, true)
    );
    assert_eq!(mine(&wants).await.votes, [id]);
}

#[tokio::test]
async fn who_asks_too_fast_too_long_or_too_much_is_told_so_in_words() {
    let server = TestServer::start(&talk()).await;
    // From a device of the room: what comes from the presenter's own computer is not paced.
    let mut phone = server.device([127, 4, 4, 1]);
    phone.join().await;
    ask(&phone, "Une ?").await;
    ask(&phone, "Et une autre ?").await;
    let fast = send(&phone, "POST", "/api/questions", json!({ "text": "Trois ?" })).await;
    fast.assert_refused(ErrorCode::AskedJustNow, "the third within ten seconds");
    assert_eq!(
        fast.headers.get("retry-after").map(|seconds| seconds.as_bytes()),
        Some(&b"10"[..])
    );
    let other = server.phone().await;
    let long = send(&other, "POST", "/api/questions", json!({ "text": "é".repeat(81) })).await;
    long.assert_refused(ErrorCode::QuestionText, "longer than the talk allows");
    let empty = send(&other, "POST", "/api/questions", json!({ "text": " \u{200b}\n" })).await;
    empty.assert_refused(ErrorCode::QuestionText, "nothing to be read");
    let stranger = send(
        &server.stranger(),
        "POST",
        "/api/questions",
        json!({ "text": "Trois ?" }),
    )
    .await;
    stranger.assert_refused(ErrorCode::Unauthorized, "a phone that has not joined");
}

#[tokio::test]
async fn a_closed_channel_takes_nothing_and_opens_again_by_one_command() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    let presenter = server.presenter();
    let phones = server.phones(2).await;
    let closed = send(&phones[0], "POST", "/api/questions", json!({ "text": "Une ?" })).await;
    closed.assert_refused(ErrorCode::ChannelClosed, "the talk opens none");
    let closed = send(&phones[0], "POST", "/api/reactions", json!({ "reaction": "heart" })).await;
    closed.assert_refused(ErrorCode::ChannelClosed, "the talk takes none");
    presenter
        .post("/control/channels/qa", json!({ "open": true }))
        .await
        .assert_success();
    ask(&phones[1], "Une ?").await;
    presenter
        .post("/control/channels/reactions", json!({ "open": true }))
        .await
        .assert_success();
    send(&phones[0], "POST", "/api/reactions", json!({ "reaction": "heart" }))
        .await
        .assert_success();
    presenter
        .post("/control/channels/qa", json!({ "open": false }))
        .await
        .assert_success();
    let other = server.phone().await;
    let closed = send(&other, "POST", "/api/questions", json!({ "text": "Deux ?" })).await;
    closed.assert_refused(ErrorCode::ChannelClosed, "closed again");
}

#[tokio::test]
async fn the_summary_has_the_questions_only_when_the_presenter_keeps_them() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(6).await;
    for (number, phone) in phones.iter().enumerate() {
        let id = ask(phone, &format!("Question numéro {number} ?")).await;
        let ruling = if number == 5 { "hide" } else { "approve" };
        rule(&presenter, id, ruling, true).await;
    }
    let before: Summary = presenter.summary("current", "json").await.json();
    let questions = before.questions.expect("some were shown");
    assert_eq!(
        (questions.asked, questions.kept.is_empty()),
        (5, true),
        "counted, and not told"
    );
    presenter
        .post("/control/channels/qa", json!({ "keep": true }))
        .await
        .assert_success();
    presenter
        .post("/control/session/finish", json!({}))
        .await
        .assert_success();
    let kept = presenter.summary("current", "json").await.text;
    assert!(kept.contains("Question numéro 4 ?"), "{kept}");
    assert!(
        !kept.contains("Question numéro 5 ?"),
        "what was hidden is in no summary"
    );
    let gone = send(&phones[0], "POST", "/api/questions", json!({ "text": "Trop tard ?" })).await;
    gone.assert_refused(ErrorCode::SessionFinished, "the session is over");
}
