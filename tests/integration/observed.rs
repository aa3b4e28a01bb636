//! What somebody at the desk saw in the room: counted once, kept through a crash, and told apart from what was voted.

use gazouillis_core::Summary;
use gazouillis_core::session::ScreenAct;
use gazouillis_protocol::{ConsoleObserved, ConsoleView, ErrorCode, StageView};
use gazouillis_test_support::{Answer, Headless, Presenter, TestServer, TestTalk};
use serde_json::{Value, json};

/// A cover, a question that gives points to two profiles, and the slide of the profiles.
fn talk() -> TestTalk {
    TestTalk::new().scoring("s").breakdown()
}

async fn tap(presenter: &Presenter, profile: &str, seen: &str, number: u32) -> Answer {
    let body = json!({ "profile": profile, "seen": seen, "desk": 4_000_000_000_u32, "number": number });
    presenter.post("/control/observed", body).await
}

async fn show(presenter: &Presenter, shown: bool) {
    let body = json!({ "shown": shown });
    presenter.post("/control/observed/shown", body).await.assert_success();
}

/// What the projector shows once it shows all that has happened.
async fn projector(presenter: &Presenter) -> StageView {
    let now: Value = presenter.post("/control/door", json!({ "open": true })).await.success();
    let seq = now["seq"].as_u64().expect("a sequence number");
    let mut stage = presenter.stage().await;
    stage.until("what has happened", |view| view.seq >= seq).await
}

/// Counts and percentages as the projector shows them.
fn seen(view: &StageView) -> Option<Vec<(u32, u32)>> {
    let observed = view.breakdown.as_ref()?.observed.as_ref()?;
    Some(
        observed
            .profiles
            .iter()
            .map(|share| (share.count, share.percent))
            .collect(),
    )
}

async fn observed(presenter: &Presenter) -> ConsoleObserved {
    projector(presenter).await;
    let mut console = presenter.console().await;
    let view = console.next().await;
    view.observed.expect("the talk has profiles")
}

#[tokio::test]
async fn a_request_that_is_sent_again_counts_once() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    for number in [1, 1, 2, 1] {
        tap(&presenter, "curieux", "more", number).await.assert_success();
    }
    tap(&presenter, "deborde", "more", 3).await.assert_success();
    tap(&presenter, "deborde", "less", 4).await.assert_success();
    tap(&presenter, "deborde", "less", 4).await.assert_success();
    tap(&presenter, "deborde", "less", 5).await.assert_success();
    assert_eq!(observed(&presenter).await.counts, [2, 0], "and never fewer than none");
    let unknown = tap(&presenter, "no-such-bird", "more", 6).await;
    unknown.assert_refused(ErrorCode::UnknownProfile, "a profile the talk does not have");
    let phone = server.phone().await;
    let request = phone.request("POST", "/control/observed");
    phone
        .send(request)
        .await
        .assert_refused(ErrorCode::NotFound, "phones observe nobody");
}

#[tokio::test]
async fn a_talk_without_profiles_has_nothing_to_observe_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talk.md");
    std::fs::write(&file, "---\ntitle: Essai\nlang: fr\nlayout: cover\n---\n\n# Essai\n").unwrap();
    let program = Headless::start(&file, folder.path(), "127.0.0.1:0".parse().unwrap());
    let presenter = program.presenter();
    let refused = tap(&presenter, "curieux", "more", 1).await;
    refused.assert_refused(ErrorCode::UnknownProfile, "no profiles");
    assert_eq!(presenter.console().await.next().await.observed, None);
}

#[tokio::test]
async fn the_room_sees_it_beside_the_votes_only_while_it_is_shown_and_the_votes_know_nothing_of_it() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.advance().await;
    for phone in server.phones(5).await {
        phone.vote("s", "deborde").await;
    }
    presenter.goto(2, 0).await.assert_success();
    let before = projector(&presenter).await.breakdown.expect("five are enough");
    for (number, profile) in ["curieux", "curieux", "deborde"].into_iter().enumerate() {
        tap(&presenter, profile, "more", number as u32 + 1)
            .await
            .assert_success();
    }
    assert_eq!(
        projector(&presenter).await.breakdown.as_ref(),
        Some(&before),
        "not before it is shown"
    );
    show(&presenter, true).await;
    let view = projector(&presenter).await;
    assert_eq!(seen(&view), Some(vec![(2, 67), (1, 33)]));
    let beside = view.breakdown.expect("it is shown");
    assert_eq!(
        (&beside.profiles, beside.people),
        (&before.profiles, 5),
        "the votes are what they were"
    );
    let hide = |act: ScreenAct| presenter.post("/control/screen", json!({ "act": act }));
    hide(ScreenAct::HideResults).await.assert_success();
    assert_eq!(projector(&presenter).await.breakdown, None);
    hide(ScreenAct::ShowResults).await.assert_success();
    assert!(seen(&projector(&presenter).await).is_some());
    show(&presenter, false).await;
    assert_eq!(projector(&presenter).await.breakdown, Some(before.clone()));
    presenter.command("/control/session/finish").await;
    let late = tap(&presenter, "curieux", "more", 9).await;
    late.assert_refused(ErrorCode::SessionFinished, "the summary is frozen");
    let summary: Summary = presenter.summary("current", "json").await.success();
    let kept = summary.observed.expect("in a part of its own, shown or not");
    assert_eq!(
        (kept.total, kept.profiles[0].count, kept.profiles[0].percent),
        (3, 2, 67)
    );
    let room = summary.breakdown.expect("a breakdown");
    assert_eq!((room.people, room.classified), (5, 5), "nobody voted more than once");
    let shares = room.profiles.expect("five are enough");
    assert_eq!(shares.iter().map(|share| share.percent).collect::<Vec<_>>(), [0, 100]);
}

#[tokio::test]
async fn without_a_single_phone_it_survives_a_crash_and_is_kept_when_the_next_session_begins() {
    let folder = tempfile::tempdir().unwrap();
    let file = talk().write(folder.path());
    let anywhere = "127.0.0.1:0".parse().unwrap();
    let program = Headless::start(&file, folder.path(), anywhere);
    let presenter = program.presenter();
    presenter.goto(2, 0).await.assert_success();
    show(&presenter, true).await;
    for number in 1..=3 {
        tap(&presenter, "curieux", "more", number).await.assert_success();
    }
    program.kill();
    let program = Headless::start(&file, folder.path(), anywhere);
    let presenter = program.presenter();
    // Nobody knows whether the last tap arrived: it is sent again.
    tap(&presenter, "curieux", "more", 3).await.assert_success();
    let view: ConsoleView = presenter.console().await.next().await;
    assert_eq!(
        view.observed,
        Some(ConsoleObserved {
            counts: vec![3, 0],
            shown: true
        })
    );
    assert_eq!(seen(&view.stage), Some(vec![(3, 100), (0, 0)]));
    assert_eq!(
        view.stage.breakdown.map(|room| (room.people, room.profiles)),
        Some((0, None))
    );
    let left = view.stage.session;
    presenter.command("/control/session/new").await;
    assert_eq!(
        observed(&presenter).await,
        ConsoleObserved {
            counts: vec![0, 0],
            shown: false
        }
    );
    let summary: Summary = presenter.summary(&left, "json").await.success();
    assert_eq!((summary.joined, summary.observed.map(|seen| seen.total)), (0, Some(3)));
}
