//! The live views: a whole snapshot first, then the newest, and nothing that the room may not know yet.

use gazouillis_protocol::{ConsoleView, PhoneView, PollState, StageView};
use gazouillis_test_support::{Live, TestServer, TestTalk, bars, right};

#[tokio::test]
async fn a_stream_starts_with_the_whole_state_as_it_is_now() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"]).points("Fin", &["un", "deux"])).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance().await;
    phone.vote("q", "a").await;
    let followed = phone.live().await.until("the poll", |view| view.poll.is_some()).await;
    assert_eq!(
        followed.poll.map(|poll| (poll.id, poll.state)),
        Some(("q".to_owned(), PollState::Open))
    );
    presenter.advance_by(3).await;
    // Nobody has followed the stage or the console so far.
    let there = |view: &StageView| (view.slide, view.step) == (2, 1);
    presenter
        .stage()
        .await
        .until("the stage is told where the talk is", there)
        .await;
    let counted = |view: &ConsoleView| there(&view.stage) && view.polls[0].ballots == 1;
    presenter
        .console()
        .await
        .until("the console is told, too", counted)
        .await;
}

#[tokio::test]
async fn a_stage_that_comes_back_is_told_where_the_talk_is_now() {
    let server = TestServer::start(&TestTalk::new().points("Un", &["a", "b"]).points("Deux", &["c"])).await;
    let presenter = server.presenter();
    let mut stage = presenter.stage().await;
    stage.until("the cover", |view| view.slide == 0).await;
    drop(stage);
    presenter.advance_by(3).await;
    let told = presenter
        .console()
        .await
        .until("the third click", |view| (view.stage.slide, view.stage.step) == (1, 2))
        .await;
    let back = presenter.stage().await.next().await;
    assert_eq!((back.slide, back.step, back.seq), (1, 2, told.stage.seq));
}

#[tokio::test]
async fn sequence_numbers_only_grow_and_the_last_state_always_arrives() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"]).points("Fin", &["x"; 12])).await;
    let presenter = server.presenter();
    let phones = server.phones(12).await;
    let (mut stage, mut console, mut phone) = (
        presenter.stage().await,
        presenter.console().await,
        phones[0].live().await,
    );
    presenter.advance().await;
    futures_util::future::join_all(phones.iter().map(|phone| phone.vote("q", "a"))).await;
    presenter.advance_by(13).await;
    presenter.command("/control/session/finish").await;
    let last = server.running().session().now().snapshot.seq;
    let seen = follow(&mut stage, |view| (view.seq, view.finished)).await;
    assert_eq!(seen.last(), Some(&last), "the stage has the last state");
    let seen = follow(&mut console, |view| (view.stage.seq, view.stage.finished)).await;
    assert_eq!(seen.last(), Some(&last), "the console has the last state");
    follow(&mut phone, |view| (view.seq, view.finished)).await;
}

async fn follow<T: serde::de::DeserializeOwned>(live: &mut Live<T>, read: impl Fn(&T) -> (u64, bool)) -> Vec<u64> {
    let mut seen: Vec<u64> = Vec::new();
    loop {
        let (seq, finished) = read(&live.next().await);
        assert!(seen.last().is_none_or(|before| *before <= seq), "{seq} after {seen:?}");
        seen.push(seq);
        if finished {
            return seen;
        }
    }
}

#[tokio::test]
async fn every_phone_is_sent_the_same_bytes() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    server.presenter().open("q").await;
    let phones = server.phones(5).await;
    phones[0].vote("q", "b").await;
    let mut streams = Vec::new();
    for phone in &phones {
        let mut live = phone.live().await;
        live.until("the poll", |view: &PhoneView| view.poll.is_some()).await;
        streams.push(live);
    }
    server.presenter().poll("q", "reveal").await;
    let mut sent = Vec::new();
    for live in &mut streams {
        sent.push(live.raw().await.expect("an event"));
    }
    assert!(sent.windows(2).all(|pair| pair[0] == pair[1]), "{sent:?}");
}

#[tokio::test]
async fn a_silent_stream_has_a_heartbeat() {
    let server = TestServer::start(&TestTalk::new()).await;
    let (phone, presenter) = (server.phone().await, server.presenter());
    let (mut phone, mut stage) = (phone.live().await, presenter.stage().await);
    let beat = |event: Option<String>| event.expect("the stream goes on").starts_with(':');
    while !beat(phone.raw().await) {}
    while !beat(stage.raw().await) {}
}

#[tokio::test]
async fn phones_that_follow_are_here_until_they_hang_up() {
    let server = TestServer::start(&TestTalk::new()).await;
    let mut stage = server.presenter().stage().await;
    let mut here = Vec::new();
    for expected in 1..=4 {
        here.push(server.phone().await.live().await);
        stage
            .until("one more is here", |view: &StageView| view.here == expected)
            .await;
    }
    here.truncate(1);
    stage.until("three have left", |view| view.here == 1).await;
    here.clear();
    let view = stage.until("everybody has left", |view| view.here == 0).await;
    assert_eq!(view.joined, 4, "who has left has still joined");
}

#[tokio::test]
async fn hidden_results_reach_phones_and_stage_only_when_they_are_revealed() {
    let server = TestServer::start(&TestTalk::new().hidden("q", &["a", "b"])).await;
    let presenter = server.presenter();
    presenter.advance().await;
    let phone = server.phone().await;
    phone.vote("q", "a").await;
    let (mut stage, mut live, mut console) = (presenter.stage().await, phone.live().await, presenter.console().await);
    let counted = stage
        .until("the ballot is counted", |view| {
            view.poll.as_ref().is_some_and(|poll| poll.ballots == 1)
        })
        .await;
    assert!(
        counted.poll.unwrap().results.is_none(),
        "the projector does not show hidden results"
    );
    let asked = live.until("the question", |view| view.poll.is_some()).await;
    assert!(asked.poll.unwrap().results.is_none(), "nor do phones");
    let before = console
        .until("the console counts", |view| view.polls[0].ballots == 1)
        .await;
    assert!(
        before.polls[0].results.is_none(),
        "nor does the presenter watch a single ballot arrive"
    );
    presenter.poll("q", "close").await;
    let closed = console
        .until("the close", |view| view.polls[0].state == PollState::Closed)
        .await;
    assert_eq!(
        closed.polls[0]
            .results
            .as_ref()
            .map(|results| bars(&results.figures)[0].count),
        Some(1),
        "once it is closed the presenter sees the totals before the room does"
    );
    presenter.advance().await;
    let shown = stage
        .until("the reveal", |view| {
            view.poll.as_ref().is_some_and(|poll| poll.results.is_some())
        })
        .await;
    assert_eq!(bars(&shown.poll.unwrap().results.unwrap().figures)[0].percent, 100);
    live.until("the reveal on the phone", |view| {
        view.poll.as_ref().is_some_and(|poll| poll.results.is_some())
    })
    .await;
    presenter.back().await;
    let back = stage.until("one step back", |view| view.step == 0).await;
    assert!(
        back.poll.unwrap().results.is_none(),
        "going back hides them again on the projector"
    );
}

#[tokio::test]
async fn live_results_grow_by_five_and_never_show_one_ballot_arriving() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    let presenter = server.presenter();
    presenter.advance().await;
    let mut stage = presenter.stage().await;
    for (number, phone) in server.phones(16).await.iter().enumerate() {
        phone.vote("q", "b").await;
        let answered = number as u32 + 1;
        let grown = |view: &StageView| view.poll.as_ref().is_some_and(|poll| poll.ballots == answered);
        let poll = stage.until("the count grows", grown).await.poll.unwrap();
        let first = if answered < 10 {
            None
        } else {
            Some(answered / 5 * 5 - 5)
        };
        assert_eq!(
            poll.results.map(|results| bars(&results.figures)[1].count),
            first,
            "the bars of the first voters, of {answered}"
        );
        assert_eq!(poll.live_from, Some(10), "the screen says what it waits for");
    }
    presenter.advance().await;
    let revealed = |view: &StageView| view.step == 1;
    let totals = stage.until("the reveal", revealed).await.poll.unwrap().results.unwrap();
    assert_eq!((totals.ballots, bars(&totals.figures)[1].count), (16, 16));
}

#[tokio::test]
async fn the_right_answer_is_told_at_its_step_and_not_before() {
    let server = TestServer::start(&TestTalk::new().quiz("q", &["a", "b"], "b")).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    let (mut stage, mut live) = (presenter.stage().await, phone.live().await);
    presenter.advance().await;
    phone.vote("q", "a").await;
    for step in 0..=1 {
        let seen = stage
            .until("the step", |view| view.slide == 1 && view.step == step)
            .await;
        let poll = seen.poll.unwrap();
        assert!(
            poll.solution.is_none() && poll.explain.is_none() && poll.notes.is_empty(),
            "step {step}: {poll:?}"
        );
        presenter.advance().await;
    }
    let seen = stage.until("the answer", |view| view.step == 2).await.poll.unwrap();
    assert_eq!(right(seen.solution), Some(vec!["b".to_owned()]));
    assert_eq!((seen.explain.is_some(), seen.notes.len()), (true, 2));
    loop {
        let poll = live.next().await.poll;
        if let Some(poll) = poll.filter(|poll| poll.solution.is_some()) {
            assert_eq!(
                (right(poll.solution), poll.explain.is_some()),
                (Some(vec!["b".to_owned()]), true)
            );
            break;
        }
    }
    presenter.back().await;
    let back = stage.until("one step back", |view| view.step == 1).await.poll.unwrap();
    assert!(back.solution.is_none(), "going back hides it again on the projector");
}

#[tokio::test]
async fn nothing_of_the_presenters_is_in_what_the_room_receives() {
    let talk = TestTalk::new()
        .quiz("q", &["a", "b"], "b")
        .scoring("s")
        .points("Fin", &["x"]);
    let server = TestServer::start(&talk).await;
    let presenter = server.presenter();
    let deck = presenter.get("/stage/deck").await;
    deck.assert_success();
    assert!(
        !deck.text.contains("SECRET"),
        "the stage's deck holds notes, levers or answers: {}",
        deck.text
    );
    assert!(!deck.text.contains("scores"), "the stage's deck holds points");
    let console = presenter.get("/control/deck").await;
    assert!(console.text.contains("SECRET notes"), "the console has the notes");
    let (mut stage, mut live) = (presenter.stage().await, server.phone().await.live().await);
    presenter.goto(1, 0).await.assert_success();
    presenter.poll("q", "reveal").await;
    presenter.goto(2, 0).await.assert_success();
    presenter.command("/control/session/finish").await;
    for events in [drain(&mut stage).await, drain(&mut live).await] {
        assert!(events.iter().all(|event| !event.contains("SECRET")), "{events:?}");
    }
}

async fn drain<T: serde::de::DeserializeOwned>(live: &mut Live<T>) -> Vec<String> {
    let mut events = Vec::new();
    loop {
        let event = live.raw().await.expect("the stream goes on");
        let last = event.contains("\"finished\":true");
        events.push(event);
        if last {
            return events;
        }
    }
}
