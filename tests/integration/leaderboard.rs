//! Points by speed and the leader board: who is told what, when, and what is left of it.

use std::collections::BTreeSet;

use gazouillis_protocol::{BoardView, MyPlay, StageView};
use gazouillis_test_support::{Headless, Phone, TestServer, TestTalk};

/// The steps of such a quiz: asked, revealed, answered, the board.
const ANSWER: u16 = 2;
const BOARD: u16 = 3;

fn talk() -> TestTalk {
    TestTalk::new()
        .with_leaderboard()
        .speedy("q", &["a", "b"], "a")
        .speedy("r", &["a", "b"], "b")
}

async fn play(phone: &Phone) -> Option<MyPlay> {
    phone.me().await.play
}

async fn nickname(phone: &Phone) -> String {
    play(phone).await.and_then(|play| play.nickname).expect("a nickname")
}

async fn board_at(server: &TestServer, slide: u32, step: u16) -> Option<BoardView> {
    let mut stage = server.presenter().stage().await;
    let view = stage
        .until("the step", |view| (view.slide, view.step) == (slide, step))
        .await;
    view.board
}

#[tokio::test]
async fn everybody_has_a_nickname_of_their_own_that_nobody_else_is_told() {
    let server = TestServer::start(&talk()).await;
    let phones = server.phones(12).await;
    let mut names = BTreeSet::new();
    for phone in &phones {
        names.insert(nickname(phone).await);
        assert_eq!(nickname(phone).await, nickname(phone).await, "it stays");
    }
    assert_eq!(names.len(), phones.len());
    let presenter = server.presenter();
    presenter.advance().await;
    let stage: StageView = presenter.stage().await.next().await;
    let view = phones[0].live().await.next().await;
    for seen in [serde_json::to_string(&stage), serde_json::to_string(&view)] {
        let seen = seen.expect("a view is JSON");
        assert!(
            names.iter().all(|name| !seen.contains(name)),
            "nobody is named before the board: {seen}"
        );
    }
}

#[tokio::test]
async fn points_are_told_with_the_right_answer_and_the_board_at_its_step() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(7).await;
    presenter.advance().await;
    for (number, phone) in phones.iter().enumerate() {
        phone.vote("q", if number < 5 { "a" } else { "b" }).await;
    }
    presenter.advance().await;
    assert_eq!(
        play(&phones[0]).await.expect("it plays").points,
        None,
        "not before the answer is known"
    );
    let before = phones[0].live().await.next().await.play;
    presenter.advance().await;
    assert_eq!(
        board_at(&server, 1, ANSWER).await,
        None,
        "the answer has a step of its own"
    );
    let mut live = phones[0].live().await;
    live.until("phones are told to ask", |view| view.play > before).await;
    for (number, phone) in phones.iter().enumerate() {
        let play = play(phone).await.expect("it plays");
        let points = play.points.expect("it answered");
        // The time is ten minutes: whoever is right has nearly all there is.
        let is_right = number < 5;
        assert!(
            if is_right {
                (500..=1_000).contains(&points)
            } else {
                points == 0
            },
            "{number}: {points}"
        );
        assert_eq!(play.players, 7);
    }
    presenter.advance().await;
    let board = board_at(&server, 1, BOARD).await.expect("the board");
    let places = board.places.expect("seven play");
    assert_eq!(places.len(), 5, "who has no point is not shown");
    assert!(places.windows(2).all(|pair| pair[0].points >= pair[1].points));
    let mut named = BTreeSet::new();
    for phone in &phones[..5] {
        named.insert(nickname(phone).await);
    }
    let shown: BTreeSet<String> = places.into_iter().map(|place| place.nickname).collect();
    assert_eq!(shown, named);
}

#[tokio::test]
async fn a_change_of_mind_counts_and_the_same_again_does_not() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(2).await;
    presenter.advance().await;
    phones[0].vote("q", "a").await;
    let again = serde_json::json!({ "kind": "choice", "choice": "a" });
    phones[0].cast("q", again.clone(), 1).await.assert_success();
    phones[0].cast("q", again, 2).await.assert_success();
    phones[1].vote("q", "a").await;
    let other = serde_json::json!({ "kind": "choice", "choice": "b" });
    phones[1].cast("q", other, 9).await.assert_success();
    presenter.advance_by(2).await;
    let points = [play(&phones[0]).await, play(&phones[1]).await].map(|play| play.expect("it plays").points);
    assert!(points[0].is_some_and(|points| points >= 500), "{points:?}");
    assert_eq!(points[1], Some(0), "the last word is the one that counts");
}

#[tokio::test]
async fn fewer_than_five_players_are_on_no_board() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(4).await;
    presenter.advance().await;
    for phone in &phones {
        phone.vote("q", "a").await;
    }
    presenter.advance_by(3).await;
    let board = board_at(&server, 1, BOARD).await.expect("the step is the board's");
    assert_eq!((board.players, board.minimum, board.places), (4, 5, None));
    assert_eq!(play(&phones[0]).await.expect("it plays").rank, None);
}

#[tokio::test]
async fn a_talk_that_does_not_ask_for_it_has_neither_points_nor_nicknames() {
    let server = TestServer::start(&TestTalk::new().quiz("q", &["a", "b"], "a")).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance().await;
    phone.vote("q", "a").await;
    presenter.advance_by(2).await;
    assert_eq!(play(&phone).await, None);
    assert_eq!(phone.live().await.next().await.play, None);
    assert_eq!(board_at(&server, 1, ANSWER).await, None);
}

#[tokio::test]
async fn killed_and_resumed_everybody_has_the_same_nickname_and_points() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = talk().write(folder.path());
    let listen = || "127.0.0.1:0".parse().unwrap();
    let program = Headless::start(&file, folder.path(), listen());
    program.presenter().advance().await;
    let mut phones = Vec::new();
    for _ in 0..5 {
        let mut phone = program.stranger();
        phone.join().await;
        phone.vote("q", "a").await;
        phones.push(phone);
    }
    program.presenter().advance_by(2).await;
    let mut before = Vec::new();
    for phone in &phones {
        before.push(play(phone).await);
    }
    assert!(
        before
            .iter()
            .all(|play| play.as_ref().is_some_and(|play| play.points > Some(499)))
    );
    program.kill();
    let program = Headless::start(&file, folder.path(), listen());
    for (phone, before) in phones.iter().zip(before) {
        assert_eq!(play(&phone.at(&program.ready.join_url)).await, before);
    }
}

#[tokio::test]
async fn after_the_end_no_nickname_is_left_anywhere() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(6).await;
    presenter.advance().await;
    let mut names = Vec::new();
    for phone in &phones {
        names.push(nickname(phone).await);
        phone.vote("q", "a").await;
    }
    presenter.advance_by(3).await;
    presenter
        .post("/control/session/finish", serde_json::json!({}))
        .await
        .assert_success();
    let mut stage = presenter.stage().await;
    let over = stage.until("the end", |view| view.finished).await;
    let board = over.board.expect("the step is the board's");
    assert!(board.gone && board.places.is_none_or(|places| places.is_empty()));
    for format in ["json", "csv", "html", "md"] {
        let text = presenter.summary("current", format).await.text;
        assert!(names.iter().all(|name| !text.contains(name)), "{format} names somebody");
    }
}
