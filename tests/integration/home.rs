//! Home, over real HTTP: talks are opened, presented one at a time, and left.

use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;

use gazouillis_cli::arguments::Present;
use gazouillis_cli::home::{self, Hall, HomeServer, NoWindows};
use gazouillis_core::deck::Language;
use gazouillis_protocol::{ErrorCode, HomeView, OpenedTalk, RunningTalk};
use gazouillis_test_support::{Answer, Phone, Presenter, TestTalk};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A home of the test's own.
struct House {
    folder: TempDir,
    hall: Arc<Hall>,
    _server: HomeServer,
    page: Presenter,
    stranger: Presenter,
}

fn any_port() -> SocketAddr {
    "127.0.0.1:0".parse().unwrap()
}

/// A port that nobody listens on now.
fn free_port() -> SocketAddr {
    let listener = std::net::TcpListener::bind(any_port()).unwrap();
    listener.local_addr().unwrap()
}

/// An address with a secret, as its page uses it.
fn page(url: &str) -> Presenter {
    let (base, secret) = url.split_once('#').expect("a secret");
    let base = base.split("/home").next().unwrap().split("/console").next().unwrap();
    Presenter::new(base, Some(secret))
}

impl House {
    fn open() -> Self {
        Self::open_on(any_port())
    }

    fn open_on(phones: SocketAddr) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let present = Present {
            data: Some(folder.path().join("data")),
            listen: Some(phones),
            control: Some(any_port()),
            ..Present::default()
        };
        let hall = Hall::new(present, Some(folder.path().join("talks")), Language::En, NoWindows);
        let server = home::open(&hall, any_port(), Language::En).unwrap();
        let url = server.url();
        Self {
            hall,
            page: page(&url),
            stranger: Presenter::new(url.split("/home").next().unwrap(), None),
            _server: server,
            folder,
        }
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    async fn view(&self) -> HomeView {
        let mut live = self.page.follow::<HomeView>("/home/live").await;
        live.next().await
    }

    async fn take(&self, path: &str) -> String {
        let opened: OpenedTalk = self.page.post("/home/talks", json!({ "path": path })).await.success();
        opened.id
    }

    async fn try_present(&self, id: &str, rehearsal: bool) -> Answer {
        let path = format!("/home/talks/{id}/present");
        self.page.post(&path, json!({ "rehearsal": rehearsal })).await
    }

    async fn present(&self, id: &str) -> RunningTalk {
        self.try_present(id, false).await.success()
    }

    async fn leave(&self) {
        self.page.post("/home/leave", json!({})).await.assert_success();
    }

    /// A phone that has joined what is presented.
    async fn phone(&self) -> Phone {
        let join = self.hall.with_running(|running| running.server.join_url());
        let mut phone = Phone::new(&join.expect("something is presented"));
        phone.join().await;
        phone
    }
}

fn talk() -> TestTalk {
    TestTalk::new().titled("Le midi").single("q", &["a", "b"])
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_listens_on_the_network_until_a_talk_is_presented_nor_after_it_is_left() {
    let phones = free_port();
    let house = House::open_on(phones);
    let reached = || TcpStream::connect(phones).is_ok();
    assert!(!reached() && house.view().await.running.is_none());
    house.present("built-in-fr").await;
    assert!(reached() && house.view().await.running.is_some());
    house.leave().await;
    assert!(!reached() && house.view().await.running.is_none());
    house.present("built-in-fr").await;
    assert!(reached(), "and it can be presented again");
}

#[tokio::test(flavor = "multi_thread")]
async fn both_built_in_talks_are_there_that_of_the_apps_language_first() {
    let house = House::open();
    for (language, ids) in [
        ("en", ["built-in-en", "built-in-fr"]),
        ("fr", ["built-in-fr", "built-in-en"]),
    ] {
        let chosen = house.page.post("/home/settings", json!({ "language": language })).await;
        chosen.assert_success();
        let talks = house.view().await.talks;
        let found: Vec<_> = talks.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(found, ids, "in {language}");
        let cards = talks
            .iter()
            .all(|card| card.path.is_none() && card.cuts == [30, 45, 60]);
        assert!(cards, "{talks:?}");
    }
    let running = house.present("built-in-en").await;
    assert_eq!(running.title, "Twitter, explained to colleagues");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_secret_home_answers_nothing() {
    let house = House::open();
    let routes = [
        ("GET", "/home/live"),
        ("GET", "/home/format"),
        ("POST", "/home/refresh"),
        ("POST", "/home/settings"),
        ("POST", "/home/talks"),
        ("POST", "/home/talks/new"),
        ("DELETE", "/home/talks/built-in-fr"),
        ("POST", "/home/talks/built-in-fr/copy"),
        ("POST", "/home/talks/built-in-fr/edit"),
        ("POST", "/home/talks/built-in-fr/present"),
        ("POST", "/home/resume"),
        ("POST", "/home/leave"),
        ("DELETE", "/home/sessions/x"),
        ("GET", "/home/sessions/x/summary.json"),
        ("GET", "/stage/pictures/built-in-fr/x.png"),
    ];
    for (method, path) in routes {
        let answer = house.stranger.send(house.stranger.request(method, path)).await;
        answer.assert_refused(ErrorCode::Unauthorized, path);
    }
    let running = house.present("built-in-fr").await;
    // What is presented has secrets of its own.
    let console = page(&running.console_url);
    let answer = console
        .send(console.request("POST", "/home/leave").json(&json!({})))
        .await;
    answer.assert_refused(ErrorCode::NotFound, "the console's listener has no route of home's");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_talk_is_presented_at_a_time_and_the_second_is_refused_in_words() {
    let house = House::open();
    let other = house.take(&house.write("midi.md", &talk().markdown())).await;
    house.present("built-in-fr").await;
    for (asked_in, word) in [("fr", "déjà en cours"), ("en", "already being given")] {
        let path = format!("/home/talks/{other}/present");
        let request = house
            .page
            .request("POST", &path)
            .header("accept-language", asked_in)
            .json(&json!({}));
        let answer = house.page.send(request).await;
        answer.assert_refused(ErrorCode::Refused, "another talk runs");
        let body: Value = answer.json();
        assert!(body["message"].as_str().unwrap().contains(word), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_with_mistakes_is_listed_with_them_and_not_presented_until_they_are_gone() {
    let house = House::open();
    let good = talk().markdown();
    let path = house.write("midi.md", &good.replace("kind: single", "kind: sinlge"));
    let id = house.take(&path).await;
    let view = house.view().await;
    let card = view.talks.iter().find(|card| card.id == id).expect("it is listed");
    assert_eq!(
        (card.mistakes.len(), card.cover.is_none(), card.missing),
        (1, true, false)
    );
    assert!(card.mistakes[0].line > 0 && card.mistakes[0].fr != card.mistakes[0].en);
    house
        .try_present(&id, false)
        .await
        .assert_refused(ErrorCode::Refused, "it has a mistake");
    fs::write(&path, good).unwrap();
    let view = house.view().await;
    let card = view.talks.iter().find(|card| card.id == id).expect("it is listed");
    assert_eq!(
        (card.title.as_str(), card.polls, card.mistakes.len()),
        ("Le midi", 1, 0)
    );
    house.present(&id).await;
    house.leave().await;
    fs::remove_file(&path).unwrap();
    assert!(
        house
            .view()
            .await
            .talks
            .iter()
            .any(|card| card.id == id && card.missing)
    );
    let gone = house
        .page
        .send(house.page.request("DELETE", &format!("/home/talks/{id}")))
        .await;
    gone.assert_success();
    assert!(!house.view().await.talks.iter().any(|card| card.id == id));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rehearsal_touches_no_session_and_leaves_no_byte() {
    let house = House::open();
    let id = house.take(&house.write("midi.md", &talk().markdown())).await;
    house.present(&id).await;
    house.phone().await;
    house.leave().await;
    let before = house.view().await;
    let left = before.interrupted.expect("somebody had joined");
    assert_eq!((left.title.as_str(), left.joined, left.slide), ("Le midi", 1, 1));
    house.try_present(&id, true).await.assert_success();
    house.leave().await;
    let after = house.view().await;
    assert_eq!(after.sessions, before.sessions);
    assert_eq!(after.interrupted, Some(left), "it can still be gone on with");
    let data = house.folder.path().join("data");
    assert!(!data.join("rehearsals").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_is_resumed_with_its_phones_even_when_its_file_is_gone() {
    let house = House::open();
    let path = house.write("midi.md", &talk().markdown());
    let id = house.take(&path).await;
    house.present(&id).await;
    let phone = house.phone().await;
    let console = house.hall.with_running(|running| running.server.console_url()).unwrap();
    page(&console).advance().await;
    phone.vote("q", "b").await;
    house.leave().await;
    fs::remove_file(&path).unwrap();
    let running: RunningTalk = house.page.post("/home/resume", json!({})).await.success();
    assert_eq!(running.title, "Le midi");
    let join = house.hall.with_running(|running| running.server.join_url()).unwrap();
    let me = phone.at(&join).me().await;
    assert_eq!(me.ballots.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_seen_in_a_room_without_phones_is_resumed_and_a_session_in_which_nothing_was_is_not_offered() {
    let house = House::open();
    let id = house.take(&house.write("midi.md", &talk().markdown())).await;
    house.present(&id).await;
    house.leave().await;
    assert_eq!(house.view().await.interrupted, None, "nothing happened in it");
    house.present(&id).await;
    let console = house.hall.with_running(|running| running.server.console_url()).unwrap();
    let tap = json!({ "profile": "curieux", "seen": "more", "desk": 1, "number": 1 });
    page(&console).post("/control/observed", tap).await.assert_success();
    house.leave().await;
    let left = house.view().await.interrupted.expect("something was counted");
    assert_eq!((left.title.as_str(), left.joined), ("Le midi", 0));
    let _: RunningTalk = house.page.post("/home/resume", json!({})).await.success();
    let console = house.hall.with_running(|running| running.server.console_url()).unwrap();
    let view = page(&console).console().await.next().await;
    assert_eq!(view.observed.expect("the talk has profiles").counts, [1, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn home_remembers_talks_and_never_what_anybody_answered() {
    let house = House::open();
    let id = house
        .take(&house.write("midi.md", &TestTalk::new().upvoted("t").markdown()))
        .await;
    house.present(&id).await;
    let console = house.hall.with_running(|running| running.server.console_url()).unwrap();
    page(&console).advance().await;
    let phone = house.phone().await;
    let typed = json!({ "kind": "text", "text": "un secret bien gardé" });
    phone.cast("t", typed, 1).await.assert_success();
    house.leave().await;
    let remembered = fs::read_to_string(house.folder.path().join("data/home.json")).unwrap();
    assert!(remembered.contains("midi.md"));
    assert!(!remembered.contains("secret") && !remembered.contains(&phone.token));
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_of_a_first_slide_are_shown_and_no_other_file_of_its_folder() {
    let house = House::open();
    house.write("une.png", "une");
    house.write("deux.png", "deux");
    house.write("logo.svg", "<svg/>");
    let text = format!(
        "---\ntitle: T\nlang: fr\nlogo: logo.svg\nlogo_alt: L\n---\n\n# T\n\n![Une]({})\n",
        "une.png"
    );
    let id = house.take(&house.write("t.md", &text)).await;
    let view = house.view().await;
    let card = view.talks.iter().find(|card| card.id == id).expect("it is listed");
    let cover = serde_json::to_string(&card.cover).unwrap();
    assert!(cover.contains(&format!("{id}/une.png")), "{cover}");
    let get = async |name: &str| house.page.get(&format!("/stage/pictures/{id}/{name}")).await.status;
    assert!(cover.contains(&format!("{id}/logo.svg")), "{cover}");
    assert_eq!(get("une.png").await, 200);
    assert_eq!(get("logo.svg").await, 200);
    for other in ["deux.png", "t.md", "../t.md", "%2e%2e/t.md"] {
        assert_eq!(get(other).await, 404, "{other}");
    }
}
