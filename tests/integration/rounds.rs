//! Questions beyond the talk as it was written: improvised, asked once more, begun anew; with a time limit; with hands.

use gazouillis_core::{Figures, Summary};
use gazouillis_protocol::{ConsoleView, ErrorCode, PhoneView, PollState, StageDeck, StageView};
use gazouillis_test_support::{Headless, Phone, Presenter, TestServer, TestTalk, bars};
use serde_json::{Value, json};

/// Two ordinary steps, then a question.
fn talk() -> TestTalk {
    TestTalk::new().points("Début", &["x"]).single("q", &["a", "b"])
}

async fn improvise(presenter: &Presenter, template: &str) {
    let body = json!({ "template": template, "ask": "On continue ?" });
    presenter.post("/control/improvise", body).await.assert_success();
}

async fn again(presenter: &Presenter, poll: &str, compare: bool) {
    let path = format!("/control/polls/{poll}/again");
    presenter
        .post(&path, json!({ "compare": compare }))
        .await
        .assert_success();
}

/// What the projector shows once it shows all that has happened: views are paced, and the first may be an older one.
async fn stage(presenter: &Presenter) -> StageView {
    let now: Value = presenter.post("/control/door", json!({ "open": true })).await.success();
    let seq = now["seq"].as_u64().expect("a sequence number");
    let mut stage = presenter.stage().await;
    stage.until("what has happened", |view| view.seq >= seq).await
}

fn over(view: &StageView) -> Option<(&str, u16)> {
    let over = view.overlay.as_ref()?;
    Some((over.poll.id.as_str(), over.step))
}

async fn summary(presenter: &Presenter) -> Summary {
    presenter.summary("current", "json").await.success()
}

async fn vote_all(phones: &[Phone], poll: &str, option: impl Fn(usize) -> &'static str) {
    for (number, phone) in phones.iter().enumerate() {
        phone.vote(poll, option(number)).await;
    }
}

#[tokio::test]
async fn an_improvised_question_is_answered_by_phones_and_walked_by_the_clicker() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.advance().await;
    let below = stage(&presenter).await;
    let phones = server.phones(6).await;
    improvise(&presenter, "yes_no").await;
    let view = stage(&presenter).await;
    assert_eq!(over(&view), Some(("improvise-1", 0)));
    assert_eq!(
        (view.slide, view.step),
        (below.slide, below.step),
        "the slide stays below it"
    );
    let is_asked = |view: &PhoneView| view.poll.as_ref().is_some_and(|poll| poll.id == "improvise-1");
    let view = phones[0].live().await.until("phones are asked", is_asked).await;
    let asked = view.poll.expect("phones are asked");
    assert_eq!((asked.ask.as_str(), asked.state), ("On continue ?", PollState::Open));
    vote_all(&phones, "improvise-1", |number| if number < 4 { "oui" } else { "non" }).await;
    presenter.advance().await;
    let told = stage(&presenter).await;
    assert_eq!(over(&told), Some(("improvise-1", 1)));
    let poll = told.poll.expect("it is shown");
    assert_eq!(poll.state, PollState::Closed, "one press closes and reveals");
    let counts: Vec<u32> = bars(&poll.results.expect("results").figures)
        .iter()
        .map(|bar| bar.count)
        .collect();
    assert_eq!(counts, [4, 2]);
    presenter.advance().await;
    let after = stage(&presenter).await;
    assert_eq!(
        (over(&after), after.slide, after.step),
        (None, below.slide, below.step),
        "the next press uncovers the slide and leaves it where it was"
    );
    let summary = summary(&presenter).await;
    let poll = summary
        .polls
        .iter()
        .find(|poll| poll.id == "improvise-1")
        .expect("it has its own line in the summary");
    assert!(poll.improvised && poll.round == 1 && poll.ballots == 6);
}

#[tokio::test]
async fn asked_once_more_a_question_shows_what_changed() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(20).await;
    presenter.open("q").await;
    vote_all(&phones, "q", |number| if number < 15 { "a" } else { "b" }).await;
    presenter.poll("q", "reveal").await;
    again(&presenter, "q", true).await;
    let asked = stage(&presenter).await;
    assert_eq!(
        (over(&asked), asked.poll.as_ref().map(|poll| poll.round)),
        (Some(("q~2", 0)), Some(2))
    );
    assert!(asked.change.is_none(), "nothing is told while people answer");
    vote_all(&phones, "q~2", |number| if number < 5 { "a" } else { "b" }).await;
    presenter.advance().await;
    let told = stage(&presenter).await;
    let change = told.change.expect("what changed is shown");
    let options = change.options.expect("enough people answered both times");
    let shares: Vec<_> = options
        .iter()
        .map(|option| (option.before_percent, option.after_percent))
        .collect();
    assert_eq!((change.people, shares), (20, vec![(75, 25), (25, 75)]));
    let summary = summary(&presenter).await;
    let rounds: Vec<_> = summary
        .polls
        .iter()
        .map(|poll| (poll.id.as_str(), poll.round))
        .collect();
    assert_eq!(rounds, [("q", 1), ("q~2", 2)]);
    assert_eq!(summary.changes.len(), 1, "the summary compares the rounds");
}

#[tokio::test]
async fn begun_anew_a_question_takes_its_place_on_the_slide_and_keeps_the_round_before() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(5).await;
    presenter.goto(2, 0).await.assert_success();
    vote_all(&phones, "q", |_| "a").await;
    presenter.advance().await;
    let before: StageDeck = presenter.get("/stage/deck").await.success();
    again(&presenter, "q", false).await;
    let view = stage(&presenter).await;
    assert_eq!((view.slide, view.step, over(&view)), (2, 0, None));
    let poll = view.poll.expect("it is asked in its place");
    assert_eq!(
        (poll.id.as_str(), poll.state, poll.ballots),
        ("q~2", PollState::Open, 0)
    );
    let deck: StageDeck = presenter.get("/stage/deck").await.success();
    assert_eq!((before.edition, deck.edition, view.edition), (0, 1, 1));
    let asked = deck.slides[2].poll.as_ref().map(|poll| poll.id.as_str());
    assert_eq!(asked, Some("q~2"), "the slides are told anew");
    phones[0]
        .cast("q", json!({ "choice": "b" }), 2)
        .await
        .assert_refused(ErrorCode::PollClosed, "the round before is closed for good");
    vote_all(&phones, "q~2", |_| "b").await;
    presenter.advance().await;
    let summary = summary(&presenter).await;
    let kept: Vec<_> = summary
        .polls
        .iter()
        .map(|poll| (poll.id.as_str(), poll.ballots))
        .collect();
    assert_eq!(kept, [("q", 5), ("q~2", 5)]);
    assert!(
        summary.changes.is_empty(),
        "what counts no more is compared with nothing"
    );
}

#[tokio::test]
async fn a_poll_with_a_time_limit_closes_by_itself_and_everybody_is_told_the_time() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.open("q").await;
    let (mut console, mut live) = (presenter.console().await, phone.live().await);
    presenter
        .post("/control/polls/q/timer", json!({ "seconds": 5 }))
        .await
        .assert_success();
    let told = live
        .until("phones are told the time", |view| {
            view.poll.as_ref().is_some_and(|poll| poll.timer.is_some())
        })
        .await;
    let timer = told.poll.and_then(|poll| poll.timer).expect("a timer");
    assert!(timer.total == 5 && timer.left_ms <= 5_000, "{timer:?}");
    console
        .until("the time goes down", |view| {
            view.polls[0].timer.is_some_and(|timer| timer.left_ms < 4_000)
        })
        .await;
    // Nobody does anything any more.
    let closed = console
        .until("the poll closes by itself", |view| {
            view.polls[0].state == PollState::Closed
        })
        .await;
    assert_eq!(closed.polls[0].timer, None);
    phone.cast("q", json!({ "choice": "a" }), 1).await.assert_refused(
        ErrorCode::PollClosed,
        "the server keeps the time, whatever a phone thinks",
    );
}

#[tokio::test]
async fn a_time_limit_is_switched_off_and_refused_where_it_means_nothing() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let timer = |seconds: Option<u32>| presenter.post("/control/polls/q/timer", json!({ "seconds": seconds }));
    timer(Some(30))
        .await
        .assert_refused(ErrorCode::PollNotOpen, "nobody can answer yet");
    presenter.open("q").await;
    timer(Some(4)).await.assert_refused(ErrorCode::Malformed, "too short");
    timer(Some(3_601))
        .await
        .assert_refused(ErrorCode::Malformed, "too long");
    timer(Some(30)).await.assert_success();
    timer(None).await.assert_success();
    let poll = stage(&presenter).await.poll;
    assert!(poll.is_none_or(|poll| poll.timer.is_none()), "all the time it takes");
}

#[tokio::test]
async fn hands_stand_in_the_results_and_in_the_summary() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(5).await;
    presenter.goto(2, 0).await.assert_success();
    vote_all(&phones, "q", |_| "a").await;
    let hands = |hands: [u32; 2]| presenter.post("/control/polls/q/hands", json!({ "hands": hands }));
    hands([1, 4]).await.assert_success();
    hands([2, 5]).await.assert_success();
    presenter.advance().await;
    let poll = stage(&presenter).await.poll.expect("it is shown");
    assert_eq!((poll.ballots, poll.hands), (5, 7), "told apart from the ballots");
    let counts = |figures: &Figures| bars(figures).iter().map(|bar| bar.count).collect::<Vec<_>>();
    assert_eq!(counts(&poll.results.expect("results").figures), [7, 5]);
    let summary = summary(&presenter).await;
    assert_eq!(
        (counts(&summary.polls[0].figures), summary.polls[0].ballots),
        (vec![7, 5], 12)
    );
    let odd = presenter.post("/control/polls/q/hands", json!({ "hands": [1] })).await;
    odd.assert_refused(ErrorCode::Malformed, "hands of one option of two");
}

#[tokio::test]
async fn killed_and_resumed_the_talk_still_has_its_rounds_and_what_lies_over_the_slide() {
    let folder = tempfile::tempdir().unwrap();
    let file = talk().write(folder.path());
    let anywhere = "127.0.0.1:0".parse().unwrap();
    let program = Headless::start(&file, folder.path(), anywhere);
    let presenter = program.presenter();
    let mut phone = program.stranger();
    phone.join().await;
    presenter.goto(2, 0).await.assert_success();
    phone.vote("q", "a").await;
    again(&presenter, "q", false).await;
    phone.vote("q~2", "b").await;
    improvise(&presenter, "letters").await;
    phone.vote("improvise-1", "c").await;
    let hands = json!({ "hands": [0, 0, 3, 0] });
    presenter
        .post("/control/polls/improvise-1/hands", hands)
        .await
        .assert_success();
    presenter.advance().await;
    let told = |view: &ConsoleView| over(&view.stage) == Some(("improvise-1", 1));
    let before = presenter.console().await.until("the poll is told", told).await;
    program.kill();
    let program = Headless::start(&file, folder.path(), anywhere);
    let after = program.presenter().console().await.next().await;
    assert_eq!(over(&after.stage), Some(("improvise-1", 1)));
    assert_eq!(after.stage.edition, 1);
    assert_eq!(after.polls, before.polls, "every round with its ballots and hands");
    assert_eq!(after.stage.poll, before.stage.poll);
}
