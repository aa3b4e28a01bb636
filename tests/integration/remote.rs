//! The presenter's own phone as a remote control: paired once, allowed on the console, at its place and nowhere else.

use gazouillis_protocol::{ErrorCode, Pairing, RemotePlace, RemoteView};
use gazouillis_test_support::{Answer, Presenter, TestServer, TestTalk};
use serde_json::{Value, json};

fn talk() -> TestTalk {
    TestTalk::new().single("q", &["a", "b"]).points("Fin", &["x", "y"])
}

/// A phone that speaks to the remote control's listener.
struct Remote {
    page: Presenter,
    name: String,
    number: u64,
}

async fn offer(presenter: &Presenter) -> String {
    let mut console = presenter.console().await;
    // An earlier offer is over, its key with it.
    let withdrawn = presenter.send(presenter.request("DELETE", "/control/remote")).await;
    withdrawn.assert_success();
    console.until("no offer", |view| view.remote.url.is_none()).await;
    presenter.command("/control/remote").await;
    let view = console.until("an offer", |view| view.remote.url.is_some()).await;
    view.remote.url.expect("it was waited for")
}

/// The listener's address without a key, on loopback.
fn base(url: &str) -> String {
    url.split('#').next().unwrap().to_owned()
}

impl Remote {
    async fn pair(presenter: &Presenter) -> Self {
        let url = offer(presenter).await;
        let (base, key) = url.split_once('#').unwrap();
        let stranger = Presenter::new(base, None);
        let paired: Pairing = stranger.post("/remote/pair", json!({ "key": key })).await.success();
        stranger
            .post("/remote/pair", json!({ "key": key }))
            .await
            .assert_refused(ErrorCode::CodeUnknown, "a key pairs once");
        Self {
            page: Presenter::new(base, Some(&paired.token)),
            name: paired.name,
            number: 0,
        }
    }

    async fn allowed(presenter: &Presenter) -> Self {
        let remote = Self::pair(presenter).await;
        remote.allow(presenter, true).await;
        remote
    }

    async fn allow(&self, presenter: &Presenter, allow: bool) {
        let path = format!("/control/remote/{}", self.name);
        presenter.post(&path, json!({ "allow": allow })).await.assert_success();
    }

    /// What the phone shows once it shows all that has happened.
    async fn view(&self, server: &TestServer) -> RemoteView {
        let seq = server.running().session().now().snapshot.seq;
        let mut live = self.page.follow::<RemoteView>("/remote/live").await;
        live.until("what has happened", |view| view.seq >= seq).await
    }

    async fn press_at(&self, number: u64, place: &RemotePlace, act: &str) -> Answer {
        let body = json!({ "number": number, "place": place, "act": act });
        self.page.post("/remote/press", body).await
    }

    async fn press(&mut self, server: &TestServer, act: &str) -> Answer {
        self.number += 1;
        let place = self.view(server).await.place;
        self.press_at(self.number, &place, act).await
    }
}

fn place(server: &TestServer) -> (usize, u16) {
    let cursor = server.running().session().now().snapshot.cursor;
    (cursor.slide, cursor.step)
}

#[tokio::test]
async fn a_phone_that_was_not_allowed_sees_and_does_nothing() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let remote = Remote::pair(&presenter).await;
    for path in ["/remote/live", "/remote/press"] {
        let request = match path {
            "/remote/live" => remote.page.request("GET", path),
            _ => {
                let place = json!({ "session": "s", "slide": 0, "step": 0, "over": null });
                let press = json!({ "number": 1, "place": place, "act": "next" });
                remote.page.request("POST", path).json(&press)
            }
        };
        remote
            .page
            .send(request)
            .await
            .assert_refused(ErrorCode::NotLetIn, path);
    }
    let state: Value = remote.page.get("/remote/state").await.success();
    assert_eq!(state, json!({ "name": remote.name, "allowed": false }));
    assert_eq!(place(&server), (0, 0));
}

#[tokio::test]
async fn what_is_pressed_is_done_once_and_only_where_the_phone_thought_it_was() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let mut remote = Remote::allowed(&presenter).await;
    let before = remote.view(&server).await.place;
    remote.press(&server, "next").await.assert_success();
    assert_eq!(place(&server), (1, 0));
    // The network sends it again, and once more.
    for _ in 0..2 {
        remote.press_at(1, &before, "next").await.assert_success();
        assert_eq!(place(&server), (1, 0), "a replayed command does nothing");
    }
    // A phone that slept believes that the talk is where it was.
    remote
        .press_at(7, &before, "next")
        .await
        .assert_refused(ErrorCode::Elsewhere, "the talk has moved");
    assert_eq!(place(&server), (1, 0));
    remote.number = 7;
    remote.press(&server, "reveal").await.assert_success();
    assert_eq!(place(&server), (1, 1));
    remote.press(&server, "previous").await.assert_success();
    assert_eq!(place(&server), (1, 0));
    remote.press(&server, "black").await.assert_success();
    assert!(remote.view(&server).await.blank);
    remote
        .press(&server, "open")
        .await
        .assert_refused(ErrorCode::ReopenUnconfirmed, "the console asks first");
}

#[tokio::test]
async fn of_presses_for_one_place_that_arrive_at_the_same_instant_one_is_done() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let phones = [
        Remote::allowed(&presenter).await,
        Remote::allowed(&presenter).await,
        Remote::allowed(&presenter).await,
    ];
    let before = phones[0].view(&server).await.place;
    let presses = phones.iter().map(|phone| phone.press_at(1, &before, "next"));
    let answers = futures_util::future::join_all(presses).await;
    assert_eq!(place(&server), (1, 0), "one step, though three phones pressed");
    let done = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(done, 1);
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        refused.assert_refused(ErrorCode::Elsewhere, "another press came before");
    }
}

#[tokio::test]
async fn a_token_of_the_remote_control_opens_no_other_door_and_none_opens_its() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let remote = Remote::allowed(&presenter).await;
    let url = offer(&presenter).await;
    // The same token on the control listener, and on the audience's.
    let token = remote.page.secret().expect("a token");
    let intruder = server.intruder(Some(&token));
    for path in ["/control/live", "/control/deck", "/stage/live"] {
        intruder.get(path).await.assert_refused(ErrorCode::Unauthorized, path);
    }
    let mut phone = server.stranger();
    phone.token.clone_from(&token);
    phone
        .send(phone.request("GET", "/api/me"))
        .await
        .assert_refused(ErrorCode::Unauthorized, "no voter");
    // The console's secret, a voter's token and none at all on the remote control's listener.
    let voter = server.phone().await.token;
    for secret in [
        Some(server.running().server.control_token().to_owned()),
        Some(server.stage_secret()),
        Some(voter),
        None,
    ] {
        let page = Presenter::new(&base(&url), secret.as_deref());
        for path in ["/remote/live", "/remote/state"] {
            page.get(path).await.assert_refused(ErrorCode::Unauthorized, path);
        }
        for path in ["/control/live", "/stage/live", "/api/live", "/control/advance"] {
            page.get(path)
                .await
                .assert_refused(ErrorCode::NotFound, "the listener has no such route");
        }
    }
}

#[tokio::test]
async fn revoked_a_phone_hears_and_does_nothing_more_and_the_listener_goes_with_the_last() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let mut remote = Remote::allowed(&presenter).await;
    remote.press(&server, "next").await.assert_success();
    let here = remote.view(&server).await.place;
    let mut stream = remote.page.follow::<RemoteView>("/remote/live").await;
    stream.next().await;
    remote.allow(&presenter, false).await;
    while stream.raw().await.is_some() {}
    let request = json!({ "number": 99, "place": here, "act": "next" });
    let sent = remote.page.request("POST", "/remote/press").json(&request).send().await;
    // The listener is gone, or was still there to say no.
    assert!(sent.is_err() || sent.unwrap().status() == 401);
    assert_eq!(place(&server), (1, 0));
}

#[tokio::test]
async fn a_remote_control_works_while_a_room_votes() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let mut remote = Remote::allowed(&presenter).await;
    remote.press(&server, "next").await.assert_success();
    let phones = server.phones(60).await;
    let votes = phones.iter().map(async |phone| phone.vote("q", "a").await);
    let (_, pressed) = tokio::join!(futures_util::future::join_all(votes), remote.press(&server, "reveal"));
    pressed.assert_success();
    assert_eq!(place(&server), (1, 1));
}
