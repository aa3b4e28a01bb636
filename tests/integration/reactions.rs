//! Reactions and mood, over real HTTP.

use gazouillis_core::Summary;
use gazouillis_protocol::ErrorCode;
use gazouillis_test_support::TestServer;
use serde_json::json;

use crate::channels::{console_sees, send, stage_sees, talk};

#[tokio::test]
async fn reactions_are_counted_paced_and_told_without_a_name() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(30).await;
    presenter.advance().await;
    for phone in &phones {
        send(phone, "POST", "/api/reactions", json!({ "reaction": "applause" }))
            .await
            .assert_success();
    }
    let mut loud = server.device([127, 4, 4, 2]);
    loud.join().await;
    let mut taken = 0;
    let refused = loop {
        let answer = send(&loud, "POST", "/api/reactions", json!({ "reaction": "heart" })).await;
        if answer.status != 204 {
            break answer;
        }
        taken += 1;
        assert!(taken < 50, "one a second, and a phone calls out all the time");
    };
    refused.assert_refused(ErrorCode::TooManyRequests, "several within a second");
    let unknown = send(&phones[0], "POST", "/api/reactions", json!({ "reaction": "boo" })).await;
    assert_eq!(unknown.status, 422, "{}", unknown.text);
    let stage = stage_sees(&presenter, "some float", |channels| !channels.chirps.is_empty()).await;
    assert!(
        stage.chirps.len() <= 12,
        "{} float at the same time",
        stage.chirps.len()
    );
    presenter
        .post("/control/session/finish", json!({}))
        .await
        .assert_success();
    let summary: Summary = presenter.summary("current", "json").await.json();
    let counted: u32 = summary
        .reactions
        .iter()
        .map(|slide| slide.counts.iter().map(|one| one.count).sum::<u32>())
        .sum();
    assert_eq!(counted, 30 + taken, "all are counted, however many floated");
}

#[tokio::test]
async fn a_mood_is_the_presenters_alone_and_kept_nowhere() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = server.phones(3).await;
    presenter.advance().await;
    for (phone, mood) in phones.iter().zip(["lost", "too_fast", "lost"]) {
        send(phone, "PUT", "/api/mood", json!({ "mood": mood }))
            .await
            .assert_success();
    }
    send(&phones[1], "PUT", "/api/mood", json!({ "mood": "lost" }))
        .await
        .assert_success();
    let desk = console_sees(&presenter, "three are lost", |channels| {
        channels.mood.as_ref().is_some_and(|mood| mood.now.lost == 3)
    })
    .await;
    assert_eq!(desk.mood.map(|mood| mood.now.too_fast), Some(0), "a phone has one mood");
    for seen in [
        serde_json::to_string(&presenter.stage().await.next().await),
        serde_json::to_string(&phones[0].live().await.next().await),
        serde_json::to_string(&phones[0].me().await),
    ] {
        let seen = seen.expect("a view is JSON");
        assert!(!seen.contains("lost") && !seen.contains("too_fast"), "{seen}");
    }
    presenter
        .post("/control/session/finish", json!({}))
        .await
        .assert_success();
    for format in ["json", "csv", "html", "md"] {
        let text = presenter.summary("current", format).await.text;
        assert!(
            !text.contains("too_fast") && !text.contains("\"lost\""),
            "{format} has moods"
        );
    }
}
