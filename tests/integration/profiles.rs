//! Profiles, breakdown and change as they reach phones and stage: to whom they belong, and never of fewer than five people.

use gazouillis_protocol::StageView;
use gazouillis_test_support::{TestServer, TestTalk};
use serde_json::json;

#[tokio::test]
async fn a_profile_is_told_to_its_own_phone_once_the_room_has_seen_its_breakdown() {
    let polls = ["s", "t", "u", "v", "w"];
    let talk = polls.into_iter().fold(TestTalk::new(), TestTalk::scoring);
    let server = TestServer::start(&talk.portrait("moi").breakdown()).await;
    let presenter = server.presenter();
    let phones = server.phones(6).await;
    let mut live = phones[0].live().await;
    // Two are curious; four have no time, and are curious wherever time is not in question.
    for poll in polls {
        presenter.open(poll).await;
        for (number, phone) in phones.iter().enumerate() {
            let curious = number < 2 || ["v", "w"].contains(&poll);
            phone.vote(poll, if curious { "curieux" } else { "deborde" }).await;
        }
    }
    presenter.open("moi").await;
    phones[0].vote("moi", "deborde").await;
    assert!(phones[0].me().await.profile.is_none(), "not before the breakdown");
    let before = live.next().await;
    assert!(before.has_profiles && !before.profile_ready, "there is one to wait for");
    presenter.goto(7, 0).await.assert_success();
    live.until("profiles are ready", |view| view.profile_ready).await;
    let (mine, other) = (
        phones[0].me().await.profile.unwrap(),
        phones[5].me().await.profile.unwrap(),
    );
    assert_eq!(
        mine.profiles.iter().map(|card| card.id.as_str()).collect::<Vec<_>>(),
        ["curieux"]
    );
    assert_eq!(other.profiles[0].id, "deborde");
    assert_eq!(
        other.behind.as_deref(),
        Some("Le curieux"),
        "what hides behind is told to its own phone"
    );
    assert_eq!(
        mine.portrait.map(|portrait| portrait.name).as_deref(),
        Some("Le débordé"),
        "what this person took themselves for, to hold against it"
    );
    assert!(other.portrait.is_none(), "the other one did not say");
    assert!(!mine.reasons.is_empty() && !mine.profiles[0].advice.is_empty());
    presenter.goto(0, 0).await.assert_success();
    assert!(phones[0].me().await.profile.is_some(), "and stays");
    let stranger = server.phone().await.me().await.profile.unwrap();
    assert!(
        !stranger.classified && stranger.profiles.is_empty(),
        "who answered nothing is told nothing"
    );
}

#[tokio::test]
async fn the_rooms_breakdown_needs_five_people_and_unfolds_step_by_step() {
    let server = TestServer::start(&TestTalk::new().scoring("s").breakdown()).await;
    let presenter = server.presenter();
    presenter.advance().await;
    let phones = server.phones(5).await;
    for phone in &phones[..4] {
        phone.vote("s", "deborde").await;
    }
    presenter.goto(2, 0).await.assert_success();
    let mut stage = presenter.stage().await;
    let room = stage
        .until("four people", |view| view.slide == 2)
        .await
        .breakdown
        .unwrap();
    assert_eq!(
        (room.people, room.classified, room.profiles),
        (4, 4, None),
        "four people are too few"
    );
    presenter.open("s").await;
    phones[4].vote("s", "deborde").await;
    let full = |view: &StageView| view.breakdown.as_ref().is_some_and(|room| room.classified == 5);
    let room = stage.until("five people", full).await.breakdown.unwrap();
    let profiles = room.profiles.expect("five are enough");
    assert_eq!(
        profiles.iter().map(|profile| profile.percent).collect::<Vec<_>>(),
        [0, 100]
    );
    assert!(profiles.iter().all(|profile| profile.reference.is_none()) && room.masked.is_none());
    presenter.advance().await;
    let room = stage
        .until("the reference", |view| view.step == 1)
        .await
        .breakdown
        .unwrap();
    assert!(room.reference_shown && room.masked.is_none());
    presenter.advance().await;
    let room = stage
        .until("the masks fall", |view| view.step == 2)
        .await
        .breakdown
        .unwrap();
    let masked = room.masked.expect("five people wear the mask");
    assert_eq!(
        (
            masked.people,
            masked.profiles.len(),
            masked.simply.map(|part| part.percent)
        ),
        (5.0, 0, Some(100)),
        "who says nothing but that there is no time is simply busy"
    );
}

#[tokio::test]
async fn a_change_is_shown_to_the_room_when_five_people_answered_both_times() {
    let talk =
        TestTalk::new()
            .half("vous-avant", "before", &["oui", "non"])
            .half("vous-apres", "after", &["oui", "non"]);
    let server = TestServer::start(&talk.results("vous-apres")).await;
    let presenter = server.presenter();
    let phones = server.phones(5).await;
    presenter.advance().await;
    for phone in &phones {
        phone.vote("vous-avant", "non").await;
    }
    presenter.advance_by(2).await;
    for phone in &phones[..4] {
        phone.vote("vous-apres", "oui").await;
    }
    presenter.advance_by(2).await;
    let mut stage = presenter.stage().await;
    let change = stage.until("the change", |view| view.slide == 3).await.change.unwrap();
    assert_eq!((change.people, change.options), (4, None), "four people are too few");
    presenter.open("vous-apres").await;
    phones[4]
        .cast("vous-apres", json!({ "choice": "oui" }), 1)
        .await
        .assert_success();
    presenter.poll("vous-apres", "reveal").await;
    let five = |view: &StageView| view.change.as_ref().is_some_and(|change| change.people == 5);
    let options = stage
        .until("five people", five)
        .await
        .change
        .unwrap()
        .options
        .expect("five are enough");
    assert_eq!(
        (options[0].before, options[0].after, options[1].before, options[1].after),
        (0, 5, 5, 0)
    );
}

/// What the stage is told when 24 people answer twice, of whom so many change from each of two options to the other.
async fn change_of_24(moving: usize) -> gazouillis_protocol::ChangeView {
    let options = ["oui", "non"];
    let talk = TestTalk::new()
        .half("vous-avant", "before", &options)
        .half("vous-apres", "after", &options);
    let server = TestServer::start(&talk.results("vous-apres")).await;
    let presenter = server.presenter();
    let phones = server.phones(24).await;
    presenter.advance().await;
    for (number, phone) in phones.iter().enumerate() {
        phone.vote("vous-avant", options[number % 2]).await;
    }
    presenter.advance_by(2).await;
    for (number, phone) in phones.iter().enumerate() {
        let moves = number / 2 < moving;
        phone
            .vote("vous-apres", options[(number + usize::from(moves)) % 2])
            .await;
    }
    presenter.advance_by(2).await;
    let mut stage = presenter.stage().await;
    let told = stage.until("the change", |view| view.slide == 3 && view.change.is_some());
    told.await.change.expect("the change")
}

#[tokio::test]
async fn who_went_from_which_meaning_to_which_is_told_to_the_stage_only_where_no_cell_is_small() {
    let told = change_of_24(5).await;
    assert_eq!(told.flow, Some(vec![vec![7, 5], vec![5, 7]]));
    assert_eq!(told.changed, Some(10));
    // One person fewer each way, and a cell is of four: of two halves, how many changed would give it away as well.
    let hidden = change_of_24(4).await;
    assert_eq!((hidden.flow, hidden.changed, hidden.silent), (None, None, true));
    let shares = |change: Option<Vec<gazouillis_protocol::ChangedMeaningView>>| -> Vec<(String, u32, u32)> {
        let meanings = change.expect("24 people are enough").into_iter();
        meanings
            .map(|meaning| (meaning.label, meaning.before_percent, meaning.after_percent))
            .collect()
    };
    let halves = [("Option oui".to_owned(), 50, 50), ("Option non".to_owned(), 50, 50)];
    assert_eq!(shares(hidden.meanings), halves);
    assert_eq!(shares(told.meanings), halves);
}
