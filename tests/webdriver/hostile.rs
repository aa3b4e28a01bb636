//! Everything that people may type, sent as phones send it and shown on the stage of the real window: nothing of it runs,
//! nothing is asked for, nothing leaves its place. The texts, and what looks for them in the page, are those of
//! `tests/e2e/specs/hostile.spec.ts`.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::StreamExt as _;
use futures_util::stream;
use gazouillis_core::kind::moderation::{Queue, Queued};
use gazouillis_test_support::{Phone, Presenter};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::app::App;
use crate::desktop::Desktop;
use crate::patience::eventually;

const TALK: &str = include_str!("../fixtures/hostile/talk.fr.md");
const PAYLOADS: &str = include_str!("../fixtures/hostile/payloads.json");
const LOOK: &str = include_str!("../fixtures/hostile/look.js");

/// The polls that are typed into and stand on the stage; the slides of the talk have them in this order, after the first.
const POLLS: [&str; 3] = ["textes", "tweets", "mots"];

/// What is sent at once.
const AT_ONCE: usize = 32;

#[derive(Deserialize)]
struct Payloads {
    families: Vec<Family>,
}

#[derive(Deserialize)]
struct Family {
    wraps: Vec<String>,
    seeds: Vec<Seed>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Seed {
    Once(String),
    Repeated { text: String, times: usize },
}

/// What `look.js` sees.
#[derive(Debug, Deserialize)]
struct Seen {
    over: Option<String>,
    texts: Vec<String>,
    #[serde(rename = "isMore")]
    is_more: bool,
    wrong: Vec<String>,
}

fn payloads(canary: &str) -> Vec<String> {
    let written: Payloads = serde_json::from_str(PAYLOADS).expect("the payloads can be read");
    let mut all = Vec::new();
    for family in &written.families {
        for wrap in &family.wraps {
            all.extend(family.seeds.iter().map(|seed| {
                let seed = match seed {
                    Seed::Once(text) => text.clone(),
                    Seed::Repeated { text, times } => text.repeat(*times),
                };
                wrap.replace('¤', &seed).replace("CANARY", canary)
            }));
        }
    }
    all
}

/// In the standard run each text goes through one field in turn; `cargo xtask prove` sends all through all.
fn is_thorough() -> bool {
    std::env::var("GAZOUILLIS_THOROUGH").is_ok_and(|value| value == "1")
}

/// A server that nobody may ask: its address, and how often somebody did.
async fn canary() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
    let address = listener.local_addr().expect("its address").to_string();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    tokio::spawn(async move {
        while listener.accept().await.is_ok() {
            count.fetch_add(1, Ordering::Relaxed);
        }
    });
    (address, asked)
}

/// The app, whoever presents, and where phones go.
struct Room {
    app: App,
    presenter: Presenter,
    join_url: String,
}

impl Room {
    async fn open(desktop: &Desktop) -> Self {
        let app = App::open_on(desktop, TALK).await;
        app.stage_shows("Ce que l’on tape").await;
        let (control, secret) = app.control().await;
        let presenter = Presenter::new(&control, Some(&secret));
        let join_url = presenter.console().await.next().await.stage.join.url;
        let room = Self {
            app,
            presenter,
            join_url,
        };
        // From before anything is typed on.
        room.is_well("nothing yet").await;
        room
    }

    /// What the stage shows, once nothing is wrong on it; nothing ever may be, on either page.
    async fn stage(&self, what: &str) -> Seen {
        let seen: Seen = serde_json::from_value(self.app.stage_tells(LOOK).await).expect("it sees what it should");
        assert!(seen.wrong.is_empty(), "the stage, {what}: {:?}", seen.wrong);
        seen
    }

    async fn is_well(&self, what: &str) -> Seen {
        let console: Seen = serde_json::from_value(self.app.console_tells(LOOK).await).expect("it sees what it should");
        assert!(console.wrong.is_empty(), "the console, {what}: {:?}", console.wrong);
        self.stage(what).await
    }

    async fn queue(&self, poll: &str) -> Queue {
        let view = self.presenter.console().await.next().await;
        let poll = view.polls.into_iter().find(|now| now.id == poll).expect("the poll");
        poll.queue.expect("it takes texts")
    }

    async fn decide(&self, poll: &str, items: &[Queued], verdict: &str) {
        let texts: Vec<u64> = items.iter().filter_map(|item| item.id).collect();
        let words: Vec<&String> = items.iter().filter_map(|item| item.key.as_ref()).collect();
        let act = json!({ "act": "decide", "verdict": verdict, "texts": texts, "words": words });
        let path = format!("/control/polls/{poll}/moderate");
        self.presenter.post(&path, act).await.assert_success();
    }

    /// Sends each text from a phone of its own; how many were taken.
    async fn send(&self, poll: &str, texts: &[String]) -> usize {
        let door = Phone::new(&self.join_url);
        let sent = stream::iter(texts).map(|text| {
            let mut phone = door.neighbour();
            async move {
                phone.join().await;
                let answer = phone.cast(poll, answer_of(poll, text), 1).await;
                assert!(
                    [200, 400, 413, 422].contains(&answer.status),
                    "{text:?}: {} {}",
                    answer.status,
                    answer.text
                );
                answer.status == 200
            }
        });
        let taken = sent
            .buffer_unordered(AT_ONCE)
            .filter(|taken| std::future::ready(*taken));
        taken.count().await
    }

    /// Shows everything that waits, as much at a time as the stage has room for; what was seen on it.
    async fn show_all(&self, poll: &str) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        loop {
            let mut left = self.queue(poll).await.waiting;
            if left.is_empty() {
                return seen;
            }
            self.decide(poll, &left, "shown").await;
            while !left.is_empty() {
                let wanted: BTreeSet<String> = left.iter().map(on_stage).collect();
                let drawn = eventually(&format!("the stage shows of {wanted:?}"), async || {
                    let now = self.stage(poll).await;
                    let drawn: BTreeSet<String> = now.texts.iter().map(|text| without_scheme(text)).collect();
                    // A word that is wider than the slide is only counted.
                    let is_counted = drawn.is_empty() && now.is_more && poll == "mots";
                    (is_counted || (!drawn.is_empty() && drawn.is_subset(&wanted))).then_some(drawn)
                })
                .await;
                self.is_well(&format!("{poll}: {drawn:?}")).await;
                let is_done = |item: &Queued| drawn.is_empty() || drawn.contains(&on_stage(item));
                let (done, rest) = left.into_iter().partition(|item| is_done(item));
                left = rest;
                let done: Vec<Queued> = done;
                self.decide(poll, &done, "hidden").await;
                seen.extend(drawn);
            }
        }
    }
}

fn answer_of(poll: &str, text: &str) -> Value {
    match poll {
        "textes" => json!({ "kind": "text", "text": text }),
        "tweets" => json!({ "kind": "tweet", "text": text }),
        _ => json!({ "kind": "words", "words": [text.chars().take(30).collect::<String>()] }),
    }
}

/// A tweet leaves out the scheme of an address.
fn without_scheme(text: &str) -> String {
    text.replace("https://", "").replace("http://", "")
}

fn on_stage(item: &Queued) -> String {
    without_scheme(&item.spans.iter().map(|span| span.text.as_str()).collect::<String>())
}

#[tokio::test]
async fn whatever_people_type_is_text_in_the_windows() {
    let desktop = Desktop::start().await;
    let (address, asked) = canary().await;
    let all = payloads(&address);
    assert!(all.len() >= 1_000);
    let room = Room::open(&desktop).await;
    for (field, poll) in POLLS.into_iter().enumerate() {
        room.presenter.goto(field + 1, 0).await.assert_success();
        let mine = all.iter().enumerate();
        let mine: Vec<String> = mine
            .filter(|(index, _)| is_thorough() || index % POLLS.len() == field)
            .map(|(_, text)| text.clone())
            .collect();
        let taken = room.send(poll, &mine).await;
        if poll == "mots" {
            // Until the close a cloud grows by five answers at a time, and the last of them would not be in it.
            room.presenter.goto(field + 1, 1).await.assert_success();
        }
        let seen = room.show_all(poll).await;
        assert!(
            taken > mine.len() / 2 && seen.len() > taken / 3,
            "{poll}: {taken} taken of {}, {} seen",
            mine.len(),
            seen.len()
        );
    }
    for (index, ask) in all.iter().step_by(if is_thorough() { 3 } else { 9 }).enumerate() {
        let body = json!({ "template": if index % 2 == 0 { "yes_no" } else { "open" }, "ask": ask });
        room.presenter.post("/control/improvise", body).await.assert_success();
        let id = format!("improvise-{}", index + 1);
        eventually(&format!("the stage asks {ask:?}"), async || {
            (room.stage(ask).await.over.as_ref() == Some(&id)).then_some(())
        })
        .await;
        room.is_well(ask).await;
    }
    assert_eq!(asked.load(Ordering::Relaxed), 0, "nobody asked for anything in a text");
    room.app.let_go().await;
}
