//! A room full of phones.

use gazouillis_core::QuestionView;
use gazouillis_protocol::{BallotReceipt, ConsoleView, ErrorCode, PhoneView};
use gazouillis_test_support::{Phone, TestServer, TestTalk, counts};
use serde_json::json;

fn talk() -> TestTalk {
    TestTalk::new()
        .single("q", &["a", "b", "c"])
        .multiple("m", &["x", "y", "z"], 2)
}

#[tokio::test]
async fn thirty_phones_behind_one_address_all_vote_and_each_counts_once() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.advance().await;
    let phones = server.phones(30).await;
    let options = ["a", "b", "c"];
    let ballots = phones.iter().enumerate().map(|(number, phone)| async move {
        phone
            .cast("q", json!({ "choice": options[number % 3] }), 1)
            .await
            .success::<BallotReceipt>()
    });
    let receipts = futures_util::future::join_all(ballots).await;
    let mut seqs: Vec<u64> = receipts.iter().map(|receipt| receipt.seq).collect();
    seqs.sort_unstable();
    seqs.dedup();
    assert_eq!(seqs.len(), 30, "each receipt is its own");
    let tally = server.running().session().now().snapshot.tally(0).clone();
    assert_eq!((tally.ballots, counts(&tally)), (30, vec![10, 10, 10]));
    let mut console = presenter.console().await;
    let shown = |view: &ConsoleView| view.stage.joined == 30 && view.polls[0].ballots == 30;
    console.until("thirty are here and have voted", shown).await;
}

#[tokio::test]
async fn two_hundred_tabs_of_one_phone_are_one_ballot() {
    let server = TestServer::start(&talk()).await;
    server.presenter().open("q").await;
    let phone = server.phone().await;
    let tabs = (0..200_u32).map(|tab| {
        let phone = &phone;
        async move {
            let joined = phone.try_join(json!({ "token": phone.token })).await;
            assert_eq!(joined.status, 201, "joining again with the same token is harmless");
            phone.cast("q", json!({ "choice": "a" }), tab % 7 + 1).await
        }
    });
    let answers = futures_util::future::join_all(tabs).await;
    assert!(
        answers.iter().all(|answer| [200, 409].contains(&answer.status)),
        "each is taken or stale"
    );
    let now = server.running().session().now();
    assert_eq!((now.snapshot.joined, now.snapshot.tally(0).ballots), (1, 1));
    assert_eq!(
        phone.me().await.ballots[0].revision,
        7,
        "the newest revision is the one that counts"
    );
}

#[tokio::test]
async fn ballots_sent_several_times_and_out_of_order_count_once() {
    let server = TestServer::start(&talk()).await;
    server.presenter().open("m").await;
    let phones = server.phones(20).await;
    let choices = |revision: u32| match revision {
        1 => json!({ "choices": ["x"] }),
        2 => json!({ "choices": ["y", "z"] }),
        _ => json!({ "choices": ["z"] }),
    };
    let sendings = phones.iter().enumerate().flat_map(|(number, phone)| {
        let order: &[u32] = [&[1, 2, 3, 3, 1][..], &[3, 2, 1], &[2, 3, 2, 3, 1], &[3]][number % 4];
        order
            .iter()
            .map(move |&revision| phone.cast("m", choices(revision), revision))
    });
    futures_util::future::join_all(sendings).await;
    let tally = server.running().session().now().snapshot.tally(1).clone();
    assert_eq!(
        (tally.ballots, counts(&tally)),
        (20, vec![0, 0, 20]),
        "revision 3 of each phone, once"
    );
}

#[tokio::test]
async fn ballots_around_the_close_are_counted_exactly_when_they_are_acknowledged() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.open("q").await;
    let phones = server.phones(24).await;
    for round in 1..=20 {
        let votes = futures_util::future::join_all(
            phones
                .iter()
                .map(|phone| phone.cast("q", json!({ "choice": "b" }), round)),
        );
        let close = presenter.poll("q", "close");
        let (answers, ()) = tokio::join!(votes, close);
        for (phone, answer) in phones.iter().zip(answers) {
            let counted = phone.me().await.ballots.first().map_or(0, |ballot| ballot.revision);
            match answer.status {
                200 => assert_eq!(counted, round, "acknowledged, so it counts"),
                410 => assert!(counted < round, "too late, so it does not count"),
                other => panic!("{other} {}", answer.text),
            }
        }
        let tally = server.running().session().now().snapshot.tally(0).clone();
        assert_eq!(tally.ballots, counts(&tally).iter().sum::<u32>());
        presenter.open("q").await;
    }
}

#[tokio::test]
async fn opening_one_poll_closes_the_other_and_phones_follow() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    let mut live = phone.live().await;
    let shows = |id: &'static str| move |view: &PhoneView| view.poll.as_ref().is_some_and(|poll| poll.id == id);
    presenter.open("q").await;
    live.until("the first question", shows("q")).await;
    presenter.open("m").await;
    let view = live.until("the second question", shows("m")).await;
    assert!(matches!(view.poll.unwrap().question, QuestionView::Multiple(multiple) if multiple.max == 2));
    assert_eq!(
        phone.cast("q", json!({ "choice": "a" }), 1).await.status,
        410,
        "the first one has closed"
    );
}

#[tokio::test]
async fn a_lost_answer_to_a_join_can_be_asked_for_again() {
    let server = TestServer::start(&talk()).await;
    let mut phone: Phone = server.stranger();
    phone.token = "00112233445566778899aabbccddeeff".to_owned();
    for _ in 0..3 {
        assert_eq!(phone.try_join(json!({ "token": phone.token })).await.status, 201);
    }
    assert_eq!(server.running().session().now().snapshot.joined, 1);
    assert!(phone.me().await.ballots.is_empty(), "the token it brought is its token");
}

#[tokio::test]
async fn a_revision_may_not_leap() {
    let server = TestServer::start(&talk()).await;
    server.presenter().open("q").await;
    let phone = server.phone().await;
    for leap in [1_001, 5_000, u32::MAX] {
        let answer = phone.cast("q", json!({ "choice": "a" }), leap).await;
        answer.assert_refused(ErrorCode::Malformed, &format!("from nothing to {leap}"));
    }
    phone.cast("q", json!({ "choice": "a" }), 1_000).await.assert_success();
    let leap = phone.cast("q", json!({ "choice": "a" }), 2_001).await;
    leap.assert_refused(ErrorCode::Malformed, "1,001 at once");
    phone.cast("q", json!({ "choice": "a" }), 2_000).await.assert_success();
}
