//! What the presenter does to the projector: blank, frozen, without results. The talk and the phones go on underneath.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use gazouillis_core::session::{Blank, ScreenAct};
use gazouillis_protocol::{BallotReceipt, ErrorCode, StageDeck, StageView};
use gazouillis_test_support::{Headless, Phone, Presenter, TestServer, TestTalk};
use serde_json::{Value, json};

/// A cover, two questions, a text.
fn talk() -> TestTalk {
    TestTalk::new()
        .single("q", &["a", "b"])
        .single("r", &["a", "b"])
        .upvoted("t")
}

async fn act(presenter: &Presenter, act: ScreenAct) {
    let body = json!({ "act": act });
    presenter.post("/control/screen", body).await.assert_success();
}

/// What the projector shows once it shows all that has happened.
async fn projector(presenter: &Presenter) -> StageView {
    let now: Value = presenter.post("/control/door", json!({ "open": true })).await.success();
    let seq = now["seq"].as_u64().expect("a sequence number");
    let mut stage = presenter.stage().await;
    stage.until("what has happened", |view| view.seq >= seq).await
}

async fn write(phone: &Phone, text: &str) -> u64 {
    let answer = phone.cast("t", json!({ "kind": "text", "text": text }), 1).await;
    answer.success::<BallotReceipt>().seq
}

async fn decide(presenter: &Presenter, verdict: &str, text: u64) {
    let body = json!({ "act": "decide", "verdict": verdict, "texts": [text] });
    presenter.post("/control/polls/t/moderate", body).await.assert_success();
}

/// Starts the program on the talk, or starts it again where it was killed.
fn start(folder: &Path) -> Headless {
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    Headless::start(&talk().write(folder), &folder.join("data"), listen)
}

#[tokio::test]
async fn a_black_screen_is_black_until_the_next_press_and_that_press_moves_nothing() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance().await;
    act(&presenter, ScreenAct::ToggleBlack).await;
    let view = projector(&presenter).await;
    assert_eq!((view.blank, view.slide), (Some(Blank::Black), 1));
    phone.vote("q", "a").await;
    presenter.advance().await;
    let view = projector(&presenter).await;
    assert_eq!(
        (view.blank, view.slide, view.step),
        (None, 1, 0),
        "the talk stands where it stood"
    );
    presenter.advance().await;
    assert_eq!(projector(&presenter).await.step, 1);
    act(&presenter, ScreenAct::White).await;
    act(&presenter, ScreenAct::White).await;
    assert_eq!(
        projector(&presenter).await.blank,
        Some(Blank::White),
        "said twice, it is white once"
    );
    presenter.goto(2, 0).await.assert_success();
    let view = projector(&presenter).await;
    assert_eq!(
        (view.blank, view.slide),
        (Some(Blank::White), 2),
        "who jumps about behind it is not seen"
    );
    act(&presenter, ScreenAct::Lift).await;
    assert_eq!(projector(&presenter).await.blank, None);
}

#[tokio::test]
async fn a_frozen_screen_stays_while_the_presenter_and_the_phones_go_on() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance().await;
    phone.vote("q", "a").await;
    presenter.advance().await;
    act(&presenter, ScreenAct::Freeze).await;
    let before = projector(&presenter).await;
    presenter.advance().await;
    phone.vote("r", "b").await;
    let body = json!({ "compare": false });
    presenter.post("/control/polls/q/again", body).await.assert_success();
    let view = projector(&presenter).await;
    assert_eq!(
        (view.slide, view.step, &view.poll),
        (before.slide, before.step, &before.poll)
    );
    let mut console = presenter.console().await;
    let console = console.until("where the talk is", |view| view.stage.slide == 2).await;
    assert!(
        console.screen.frozen && console.screen.slide == 1,
        "the presenter sees both"
    );
    // A projector's page that is opened again finds the slides it shows, and not those that have changed since.
    let deck: StageDeck = presenter.get("/stage/deck").await.success();
    assert_eq!(deck.edition, view.edition);
    assert_eq!(deck.slides[1].poll.as_ref().map(|poll| poll.id.as_str()), Some("q"));
    act(&presenter, ScreenAct::Unfreeze).await;
    let view = projector(&presenter).await;
    assert_eq!(view.slide, 2);
    let deck: StageDeck = presenter.get("/stage/deck").await.success();
    assert_eq!(deck.slides[1].poll.as_ref().map(|poll| poll.id.as_str()), Some("q~2"));
}

#[tokio::test]
async fn what_the_presenter_hides_goes_from_a_frozen_screen_and_what_is_approved_waits() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(3).await;
    presenter.goto(3, 0).await.assert_success();
    let (kind, rude) = (write(&phones[0], "gentil").await, write(&phones[1], "grossier").await);
    let late = write(&phones[2], "tardif").await;
    decide(&presenter, "shown", kind).await;
    decide(&presenter, "shown", rude).await;
    act(&presenter, ScreenAct::Freeze).await;
    let shows = |view: &StageView, text: &str| serde_json::to_string(view).expect("JSON").contains(text);
    assert!(shows(&projector(&presenter).await, "grossier"));
    decide(&presenter, "shown", late).await;
    decide(&presenter, "hidden", rude).await;
    let view = projector(&presenter).await;
    assert!(shows(&view, "gentil") && !shows(&view, "grossier") && !shows(&view, "tardif"));
    act(&presenter, ScreenAct::Unfreeze).await;
    let view = projector(&presenter).await;
    assert!(shows(&view, "gentil") && !shows(&view, "grossier") && shows(&view, "tardif"));
}

#[tokio::test]
async fn results_are_kept_from_the_room_until_the_next_step() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance().await;
    phone.vote("q", "a").await;
    presenter.advance().await;
    let results = |view: StageView| view.poll.expect("a poll").results;
    assert!(results(projector(&presenter).await).is_some());
    act(&presenter, ScreenAct::HideResults).await;
    assert!(results(projector(&presenter).await).is_none());
    presenter.back().await;
    presenter.advance().await;
    assert!(
        results(projector(&presenter).await).is_some(),
        "who goes on to the results wants them seen"
    );
}

#[tokio::test]
async fn killed_at_any_moment_the_screen_is_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let program = start(folder.path());
    let presenter = program.presenter();
    program.stranger().join().await;
    presenter.advance().await;
    act(&presenter, ScreenAct::Freeze).await;
    presenter.advance_by(2).await;
    act(&presenter, ScreenAct::Black).await;
    let before = projector(&presenter).await;
    program.kill();
    let program = start(folder.path());
    let presenter = program.presenter();
    let after = projector(&presenter).await;
    assert_eq!(
        (after.blank, after.slide, after.step),
        (Some(Blank::Black), before.slide, before.step)
    );
    let console = presenter.console().await.next().await;
    assert_eq!(
        (console.stage.slide, console.screen.frozen),
        (2, true),
        "and so is the talk underneath"
    );
}

#[tokio::test]
async fn killed_while_a_time_limit_runs_it_goes_on_from_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let program = start(folder.path());
    let presenter = program.presenter();
    program.stranger().join().await;
    presenter.advance().await;
    let body = json!({ "seconds": 600 });
    presenter.post("/control/polls/q/timer", body).await.assert_success();
    let left = |view: &StageView| view.poll.as_ref()?.timer.map(|timer| timer.left_ms);
    let runs = |view: &StageView| left(view).is_some_and(|left| left < 598_500);
    let before = presenter.stage().await.until("the time runs", runs).await;
    program.kill();
    let after = start(folder.path()).presenter().stage().await.next().await;
    let (before, after) = (left(&before).unwrap(), left(&after).expect("a timer"));
    assert!(after <= before, "{after} ms are left, and {before} ms were");
    assert!(after > 300_000, "{after} ms: a restart takes no minutes");
}

#[tokio::test]
async fn what_nobody_can_do_to_a_screen_is_refused() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let refused = presenter.post("/control/screen", json!({ "act": "purple" })).await;
    refused.assert_refused(ErrorCode::Malformed, "there is no such screen");
    let stage = server.intruder(Some(&server.stage_secret()));
    let refused = stage.post("/control/screen", json!({ "act": "black" })).await;
    assert_eq!(refused.status, 403, "the stage's page can only listen");
}
