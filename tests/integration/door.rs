//! The door: a room behind one address comes in after one word of the presenter's, a script does not.

use std::collections::HashSet;

use gazouillis_protocol::{ConsoleView, ErrorCode, Joined, StageView};
use gazouillis_test_support::{Headless, Phone, TestServer, TestTalk, soon};
use serde_json::json;

fn talk() -> TestTalk {
    TestTalk::new().single("q", &["a", "b"])
}

/// So many phones behind one address; who was told to wait, and who came in.
async fn arrive(device: &Phone, count: usize) -> (Vec<Phone>, usize) {
    let mut joined = Vec::new();
    let mut waiting = 0;
    for _ in 0..count {
        let mut phone = device.neighbour();
        let answer = phone.try_join(json!({})).await;
        if answer.status == 201 {
            phone.token = answer.json::<Joined>().token;
            joined.push(phone);
        } else {
            answer.assert_refused(ErrorCode::WaitingAtTheDoor, "the presenter is asked");
            assert_eq!(answer.headers["retry-after"], "2", "the phone asks again by itself");
            waiting += 1;
        }
    }
    (joined, waiting)
}

#[tokio::test]
async fn fifty_phones_behind_one_address_all_vote_after_one_approval() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.open("q").await;
    let mut console = presenter.console().await;
    let room = server.device([127, 1, 2, 3]);
    let (mut phones, waiting) = arrive(&room, 12).await;
    assert_eq!((phones.len(), waiting), (10, 2));
    let asked = console
        .until("the presenter is asked", |view| {
            view.door.waiting.iter().any(|group| group.waiting == 2)
        })
        .await;
    let group = &asked.door.waiting[0];
    assert_eq!((group.joins, group.refused, asked.stage.joined), (10, false, 10));
    presenter.let_in(&group.group, true).await.assert_success();
    console
        .until("the question is answered", |view| view.door.waiting.is_empty())
        .await;
    let (rest, waiting) = arrive(&room, 40).await;
    assert_eq!((rest.len(), waiting), (40, 0), "one approval is enough");
    phones.extend(rest);
    for phone in &phones {
        phone.vote("q", "a").await;
    }
    console
        .until("all fifty are counted", |view| view.polls[0].ballots == 50)
        .await;
}

#[tokio::test]
async fn phones_with_addresses_of_their_own_are_never_asked_about() {
    let server = TestServer::start(&talk()).await;
    for number in 1..=60 {
        server.device([127, 3, 0, number]).join().await;
    }
    let mut console = server.presenter().console().await;
    let view = console.until("all are in", |view| view.stage.joined == 60).await;
    assert!(view.door.waiting.is_empty() && view.door.open && !view.door.codes);
}

#[tokio::test]
async fn one_client_that_joins_as_often_as_it_can_is_ten_phones_on_the_stage() {
    let server = TestServer::start(&talk()).await;
    let script = server.device([127, 66, 6, 6]);
    let joins = (0..2_000).map(|_| {
        let phone = script.neighbour();
        async move { phone.try_join(json!({})).await.status }
    });
    let mut statuses = HashSet::new();
    let mut waves = joins.collect::<Vec<_>>().into_iter();
    loop {
        let wave: Vec<_> = waves.by_ref().take(100).collect();
        if wave.is_empty() {
            break;
        }
        statuses.extend(futures_util::future::join_all(wave).await);
    }
    assert_eq!(statuses, HashSet::from([201, 403]));
    let mut console = server.presenter().console().await;
    let view: ConsoleView = console
        .until("the presenter is asked about it once", |view| {
            view.door.waiting.len() == 1
        })
        .await;
    let joined = server.running().session().now().snapshot.joined;
    assert_eq!((joined, view.stage.joined), (10, 10), "the rest is not in the session");
    presenter_says_no(&server, &view.door.waiting[0].group).await;
    let refused = script.neighbour().try_join(json!({})).await;
    refused.assert_refused(ErrorCode::NotLetIn, "not these");
    server.device([127, 66, 6, 7]).join().await;
}

async fn presenter_says_no(server: &TestServer, group: &str) {
    let presenter = server.presenter();
    presenter.let_in(group, false).await.assert_success();
    let mut console = presenter.console().await;
    console
        .until("the answer can be taken back", |view| {
            view.door
                .waiting
                .iter()
                .any(|known| known.group == group && known.refused)
        })
        .await;
    for unknown in ["0", "99", "127.66.6.6", "x"] {
        let answer = presenter.let_in(unknown, true).await;
        answer.assert_refused(ErrorCode::UnknownGroup, unknown);
    }
}

#[tokio::test]
async fn a_closed_door_keeps_new_phones_out_and_those_inside_in() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.open("q").await;
    let inside = server.phone().await;
    presenter.door(false).await;
    let late = server.stranger();
    let refused = late.try_join(json!({})).await;
    refused.assert_refused(ErrorCode::DoorClosed, "the door is closed");
    assert_eq!(refused.headers["retry-after"], "5", "the phone asks again by itself");
    inside.vote("q", "a").await;
    let again = inside.try_join(json!({ "token": inside.token })).await;
    again.assert_success();
    let mut console = presenter.console().await;
    console
        .until("the console says so", |view| !view.door.open && view.stage.joined == 1)
        .await;
    presenter.door(true).await;
    late.try_join(json!({})).await.assert_success();
}

#[tokio::test]
async fn a_join_shows_the_question_at_once_and_never_follows_into_another_session() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.advance().await;
    let mut phone = server.stranger();
    let joined: Joined = phone.try_join(json!({})).await.success();
    assert_eq!(
        joined.view.poll.as_ref().map(|poll| poll.id.as_str()),
        Some("q"),
        "no second request is needed"
    );
    assert_eq!(joined.view.session, joined.session);
    phone.token.clone_from(&joined.token);
    let known = json!({ "token": joined.token, "session": joined.session });
    phone.try_join(known.clone()).await.assert_success();
    presenter.command("/control/session/new").await;
    let before = server.state().await;
    let refused = phone.try_join(known).await;
    refused.assert_refused(ErrorCode::OtherSession, "its token belongs to the session before");
    assert_eq!(server.state().await, before, "nothing has changed");
    assert_eq!(server.running().session().now().snapshot.joined, 0);
}

#[tokio::test]
async fn who_waits_at_the_door_is_not_in_the_session_on_disk_either() {
    let mut server = TestServer::start(&talk()).await;
    let (_, waiting) = arrive(&server.device([127, 1, 2, 3]), 30).await;
    assert_eq!(waiting, 20);
    server.restart().await;
    assert_eq!(server.running().session().now().snapshot.joined, 10);
}

#[tokio::test]
async fn no_address_of_a_phone_is_in_a_view_a_log_or_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = talk().write(folder.path());
    let mut serve = Headless::serve(&file, folder.path(), "127.0.0.1:0".parse().unwrap());
    let log = folder.path().join("log");
    serve
        .env("GAZOUILLIS_LOG", "trace")
        .stderr(std::fs::File::create(&log).expect("a log"));
    let program = Headless::spawn(serve);
    let address = [127, 83, 84, 85];
    let presenter = program.presenter();
    presenter.open("q").await;
    let device = Phone::on(&program.ready.join_url, address.into());
    let (phones, waiting) = arrive(&device, 15).await;
    assert_eq!(waiting, 5);
    phones[0].vote("q", "a").await;
    let live = phones[0].live().await;
    let mut console = presenter.console().await;
    let shown = soon("the console shows who waits", async {
        loop {
            let event = console.raw().await.expect("an event");
            if event.contains("\"waiting\":5") {
                return event;
            }
        }
    })
    .await;
    drop(live);
    program.kill();
    let text = "127.83.84.85";
    assert!(!shown.contains(text));
    let mut read = 0;
    for entry in std::fs::read_dir(folder.path()).expect("the folder") {
        let path = entry.expect("a file").path();
        let Ok(bytes) = std::fs::read(&path) else { continue };
        read += 1;
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        assert!(
            !holds(text.as_bytes()) && !holds(&address),
            "{} holds an address",
            path.display()
        );
    }
    assert!(read >= 3, "the talk, the log, the database were read: {read} files");
}

#[tokio::test]
async fn the_stage_counts_a_phone_once_however_many_tabs_it_has() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    presenter.advance().await;
    let phone = server.phone().await;
    let mut tabs = Vec::new();
    for _ in 0..200 {
        tabs.push(phone.live().await);
    }
    // Each tab votes with what it knows: the same token.
    for _ in 0..3 {
        phone.vote("q", "a").await;
    }
    let mut stage = presenter.stage().await;
    let seen = stage
        .until("the vote is counted", |view: &StageView| {
            view.poll.as_ref().is_some_and(|poll| poll.ballots > 0)
        })
        .await;
    assert_eq!(
        (seen.here, seen.joined, seen.poll.map(|poll| poll.ballots)),
        (1, 1, Some(1)),
        "200 tabs of one phone are one phone and one ballot"
    );
    drop(tabs);
    stage.until("the phone has left", |view| view.here == 0).await;
}
