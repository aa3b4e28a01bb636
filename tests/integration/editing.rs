//! The talk's file is edited in any editor while it is presented: the room goes on with what it says.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use gazouillis_protocol::{ConsoleDeck, ConsoleView, Notice, StageDeck, TalkMistake};
use gazouillis_test_support::{Headless, Presenter, TestServer, TestTalk};
use serde_json::{Value, json};

/// A cover, a text, a question, a text.
fn talk() -> TestTalk {
    TestTalk::new()
        .points("Avant", &["un", "deux"])
        .single("q", &["a", "b"])
        .points("Après", &["trois"])
}

fn file(server: &TestServer) -> PathBuf {
    server.arguments().talk.expect("the test's own talk")
}

async fn slides(presenter: &Presenter) -> StageDeck {
    presenter.get("/stage/deck").await.success()
}

async fn titles(presenter: &Presenter) -> Vec<String> {
    let slides = slides(presenter).await.slides.into_iter();
    slides.filter_map(|slide| slide.title).collect()
}

fn mistakes(view: &ConsoleView) -> Option<(&[TalkMistake], u32)> {
    view.notices.iter().find_map(|notice| match notice {
        Notice::TalkMistakes { mistakes, more, .. } => Some((mistakes.as_slice(), *more)),
        _ => None,
    })
}

fn kept(view: &ConsoleView) -> Vec<String> {
    let kept = view.notices.iter().find_map(|notice| match notice {
        Notice::QuestionsKept { polls } => Some(polls.clone()),
        _ => None,
    });
    kept.unwrap_or_default()
}

#[tokio::test]
async fn what_is_saved_is_on_the_stage_at_the_same_slide() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.goto(3, 0).await.assert_success();
    let mut stage = presenter.stage().await;
    let before = stage.until("the slide", |view| view.slide == 3).await;
    let longer = talk()
        .markdown()
        .replace("# Avant", "# Tout au début\n\n---\n\n# Avant, mieux");
    fs::write(file(&server), longer).unwrap();
    let after = stage
        .until("the new edition", |view| view.edition > before.edition)
        .await;
    assert_eq!(
        (before.slide, after.slide),
        (3, 4),
        "« Après » has one slide more before it"
    );
    let now = titles(&presenter).await;
    assert!(
        now.contains(&"Avant, mieux".to_owned()) && now.contains(&"Tout au début".to_owned()),
        "{now:?}"
    );
    let notes: ConsoleDeck = presenter.get("/control/deck").await.success();
    assert_eq!(
        notes.slides.len(),
        now.len().max(notes.slides.len()),
        "the console has as many"
    );
}

#[tokio::test]
async fn an_editor_that_writes_another_file_and_renames_it_is_followed_as_well() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let (file, mut stage) = (file(&server), presenter.stage().await);
    for round in 1..=3 {
        let before = stage.next().await.edition;
        let beside = file.with_extension("md~");
        fs::write(
            &beside,
            talk().markdown().replace("# Avant", &format!("# Tour {round}")),
        )
        .unwrap();
        fs::rename(&beside, &file).unwrap();
        stage.until("the new edition", |view| view.edition > before).await;
        assert!(titles(&presenter).await.contains(&format!("Tour {round}")));
        stage = presenter.stage().await;
    }
}

#[tokio::test]
async fn mistakes_are_told_with_their_lines_and_the_room_keeps_the_last_good_version() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let good = talk().markdown();
    let bad = good.replace("kind: single", "kind: sinlge");
    let line = bad
        .lines()
        .position(|line| line.contains("sinlge"))
        .expect("it is there")
        + 1;
    let before = titles(&presenter).await;
    let mut console = presenter.console().await;
    fs::write(file(&server), &bad).unwrap();
    let view = console.until("the mistake", |view| mistakes(view).is_some()).await;
    let (told, more) = mistakes(&view).expect("it was waited for");
    assert_eq!((told.len(), more, told[0].line), (1, 0, line as u32));
    assert!(
        told[0].fr.contains("single") && told[0].en.contains("single"),
        "the nearest word is named: {told:?}"
    );
    assert_ne!(told[0].fr, told[0].en);
    assert_eq!(titles(&presenter).await, before);
    fs::write(file(&server), good.replace("# Avant", "# Corrigé")).unwrap();
    console.until("that it is over", |view| mistakes(view).is_none()).await;
    assert!(titles(&presenter).await.contains(&"Corrigé".to_owned()));
    fs::write(file(&server), "rien du tout").unwrap();
    console.until("the next mistake", |view| mistakes(view).is_some()).await;
    fs::remove_file(file(&server)).unwrap();
    fs::write(file(&server), good).unwrap();
    console.until("that it is over", |view| mistakes(view).is_none()).await;
}

#[tokio::test]
async fn an_edit_never_touches_a_question_that_has_answers_and_the_next_session_has_it() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.goto(2, 0).await.assert_success();
    let phone = server.phone().await;
    phone.vote("q", "a").await;
    let mut console = presenter.console().await;
    let edited = talk().markdown().replace("Option a", "Une autre réponse");
    assert_ne!(edited, talk().markdown());
    fs::write(file(&server), edited).unwrap();
    let view = console.until("what is kept", |view| !kept(view).is_empty()).await;
    assert_eq!(kept(&view), ["q"]);
    let me = phone.me().await;
    assert_eq!(me.ballots.len(), 1);
    phone.cast("q", json!({ "choice": "b" }), 2).await.assert_success();
    let summary: Value = presenter.summary("current", "json").await.json();
    assert!(!summary.to_string().contains("Une autre réponse"));
    presenter.command("/control/session/new").await;
    console
        .until("the new session, of which nothing is kept as it was", |view| {
            view.stage.joined == 0 && kept(view).is_empty()
        })
        .await;
    let text = serde_json::to_string(&slides(&presenter).await).unwrap();
    assert!(text.contains("Une autre réponse"), "{text}");
}

#[tokio::test]
async fn phones_answer_a_question_that_was_edited_before_anybody_did() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.goto(2, 0).await.assert_success();
    let phone = server.phone().await;
    let mut live = phone.live().await;
    let edited = talk().markdown().replace("id: a,", "id: nouveau,");
    fs::write(file(&server), edited).unwrap();
    live.until("the question in its new words", |view| {
        serde_json::to_string(&view.poll).unwrap().contains("nouveau")
    })
    .await;
    phone.vote("q", "nouveau").await;
    let refused = phone.cast("q", json!({ "choice": "a" }), 2).await;
    assert_eq!(refused.status, 422, "an option that is gone");
}

/// Starts the program on the talk's file as it is, or starts it again where it was killed.
fn start(folder: &Path) -> Headless {
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    Headless::start(&folder.join("talk.md"), &folder.join("data"), listen)
}

#[tokio::test]
async fn a_crash_after_an_edit_goes_on_in_the_same_session_with_the_edited_talk() {
    let folder = tempfile::tempdir().unwrap();
    let file = talk().write(folder.path());
    let program = start(folder.path());
    let presenter = program.presenter();
    presenter.goto(2, 0).await.assert_success();
    let mut phone = program.stranger();
    phone.join().await;
    phone.vote("q", "b").await;
    let before = presenter.console().await.next().await;
    let longer = talk().markdown().replace("# Avant", "# Encore avant\n\n---\n\n# Avant");
    fs::write(&file, longer).unwrap();
    let mut stage = presenter.stage().await;
    stage
        .until("the new edition", |view| {
            view.edition > before.stage.edition && view.slide == 3
        })
        .await;
    program.kill();
    let again = start(folder.path());
    let view = again.presenter().console().await.next().await;
    assert_eq!(view.started_at, before.started_at, "the same session");
    assert!(view.resumed);
    assert_eq!((view.stage.slide, view.stage.step), (3, 0));
    assert_eq!(view.polls.iter().map(|poll| poll.ballots).collect::<Vec<_>>(), [1]);
    assert!(titles(&again.presenter()).await.contains(&"Encore avant".to_owned()));
}

#[tokio::test]
async fn a_picture_that_an_edit_brings_is_shown_and_one_that_is_not_named_is_not() {
    let server = TestServer::start(&talk().file("une.png", b"une").file("deux.png", b"deux")).await;
    let presenter = server.presenter();
    assert_eq!(presenter.get("/stage/pictures/une.png").await.status, 404);
    let mut stage = presenter.stage().await;
    let before = stage.next().await.edition;
    fs::write(file(&server), talk().picture("une.png").markdown()).unwrap();
    stage.until("the new edition", |view| view.edition > before).await;
    assert_eq!(presenter.get("/stage/pictures/une.png").await.status, 200);
    assert_eq!(presenter.get("/stage/pictures/deux.png").await.status, 404);
}
