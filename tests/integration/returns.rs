//! Killed a hundred times along a talk: each time the desk returns to exactly what it showed.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Instant;

use gazouillis_core::session::ScreenAct;
use gazouillis_protocol::TIMER_STEP;
use gazouillis_test_support::{Headless, Phone, Presenter, TestTalk};
use serde_json::{Value, json};

const CRASHES: usize = 100;
const TIMER_SECONDS: u64 = 3_600;

/// Thirty slides: texts that come bit by bit, questions of several kinds, one that asks for words.
fn talk() -> TestTalk {
    (0..7)
        .fold(TestTalk::new(), |talk, part| {
            let id = |kind: &str| format!("{kind}{part}");
            talk.points(&format!("Partie {part}"), &["un", "deux"])
                .single(&id("single"), &["a", "b"])
                .hidden(&id("hidden"), &["a", "b"])
                .quiz(&id("quiz"), &["a", "b"], "b")
        })
        .tweet("tweet")
}

/// Everything the console is told once it is told of all that has happened, as any client reads it.
async fn desk(presenter: &Presenter) -> Value {
    let now: Value = presenter.post("/control/door", json!({ "open": true })).await.success();
    let seq = now["seq"].as_u64().expect("a sequence number");
    let mut live = presenter.follow::<Value>("/control/live").await;
    live.until("what has happened", |view| view["stage"]["seq"].as_u64() >= Some(seq))
        .await
}

/// How long each poll's timer still has; it is not part of what must be equal, for time goes on.
fn take_times(view: &mut Value) -> Vec<u64> {
    let mut times = Vec::new();
    match view {
        Value::Array(list) => times.extend(list.iter_mut().flat_map(take_times)),
        Value::Object(fields) => {
            if let Some(left) = fields.remove("left_ms") {
                times.push(left.as_u64().expect("milliseconds"));
            }
            times.extend(fields.values_mut().flat_map(take_times));
        }
        _ => {}
    }
    times
}

/// Takes out what may differ in a program that has started again: that it has, the machine under it, and the key for rehearsing
/// phones, which is made anew.
fn what_lasts(mut view: Value) -> Value {
    let fields = view.as_object_mut().expect("a view");
    for passing in ["resumed", "machine"] {
        assert!(fields.remove(passing).is_some(), "a view tells {passing}");
    }
    let door = view["door"].as_object_mut().expect("a door");
    assert!(door.remove("rehearsal_key").is_some());
    view
}

/// Where two views differ, field by field.
fn differences(before: &Value, after: &Value) -> Vec<String> {
    let (Some(then), Some(now)) = (before.as_object(), after.as_object()) else {
        return vec![format!("{before} and then {after}")];
    };
    let fields = then.keys().chain(now.keys().filter(|key| !then.contains_key(*key)));
    let differ = fields.filter(|field| before[*field] != after[*field]);
    let told = differ.flat_map(|field| {
        let inside = differences(&before[field], &after[field]).into_iter();
        inside.map(move |what| format!("{field}: {what}"))
    });
    told.collect()
}

/// What the presenter does to the room's screen while people answer.
const ON_SCREEN: [ScreenAct; 5] = [
    ScreenAct::ToggleBlack,
    ScreenAct::Lift,
    ScreenAct::ToggleResults,
    ScreenAct::ToggleFreeze,
    ScreenAct::ToggleFreeze,
];
/// For how many crashes the presenter waits at every question of the first kind.
const WAITS: usize = 3;

/// The script: on to the next question, a vote, a time limit; at some questions a while with the room's screen.
struct Walk {
    phone: Phone,
    votes: u32,
    waits: usize,
    screens: usize,
    /// When the time limit was set that runs, if one does.
    since: Option<Instant>,
}

impl Walk {
    async fn goes_on(&mut self, presenter: &Presenter) {
        if self.waits > 0 {
            self.waits -= 1;
            let act = ON_SCREEN[self.screens % ON_SCREEN.len()];
            self.screens += 1;
            let done = presenter.post("/control/screen", json!({ "act": act })).await;
            return done.assert_success();
        }
        presenter.advance().await;
        let view = desk(presenter).await;
        let mut polls = view["polls"].as_array().expect("polls").iter();
        let open = polls.find(|poll| poll["state"] == "open");
        let Some(poll) = open.and_then(|poll| poll["id"].as_str()) else {
            return;
        };
        let path = format!("/control/polls/{poll}/timer");
        let limit = json!({ "seconds": TIMER_SECONDS });
        presenter.post(&path, limit).await.assert_success();
        self.since = Some(Instant::now());
        let answer = if poll == "tweet" {
            json!({ "kind": "tweet", "text": "bonjour" })
        } else {
            json!({ "choice": "a" })
        };
        self.votes += 1;
        self.phone.cast(poll, answer, self.votes).await.assert_success();
        if poll.starts_with("single") {
            self.waits = WAITS;
        }
    }
}

#[tokio::test]
async fn a_hundred_crashes_along_a_talk_leave_slide_step_polls_timer_and_screen_as_they_were() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, data) = (talk().write(folder.path()), folder.path().join("data"));
    let mut program = Headless::start(&file, &data, SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
    let address = program.audience();
    let mut phone = program.stranger();
    phone.join().await;
    let mut walk = Walk {
        phone,
        votes: 0,
        waits: 0,
        screens: 0,
        since: None,
    };

    let (mut places, mut timed, mut blanked, mut frozen, mut hidden) = (Vec::new(), 0, 0, 0, 0);
    for crash in 0..CRASHES {
        walk.goes_on(&program.presenter()).await;
        let mut before = what_lasts(desk(&program.presenter()).await);
        program.kill();
        program = Headless::start(&file, &data, address);
        let at_least = walk.since.map_or(0, |since| since.elapsed().as_millis() as u64);
        let mut after = what_lasts(desk(&program.presenter()).await);

        let (left_before, left_after) = (take_times(&mut before), take_times(&mut after));
        assert!(before == after, "crash {crash}: {:#?}", differences(&before, &after));
        assert_eq!(left_before.len(), left_after.len(), "crash {crash}");
        for (then, now) in left_before.iter().zip(&left_after) {
            assert!(now <= then, "crash {crash}: {then} ms were left, and now {now} are");
            let passed = TIMER_SECONDS * 1_000 + u64::from(TIMER_STEP) - now;
            assert!(
                passed >= at_least,
                "crash {crash}: {at_least} ms went by, and {now} are left"
            );
        }
        places.push((after["stage"]["slide"].clone(), after["stage"]["step"].clone()));
        timed += usize::from(!left_after.is_empty());
        blanked += usize::from(!after["screen"]["blank"].is_null());
        frozen += usize::from(after["screen"]["frozen"] == true);
        hidden += usize::from(after["screen"]["results_hidden"] == true);
    }
    places.dedup();
    assert!(places.len() > 60, "the talk went on: {} places", places.len());
    assert!(walk.votes > 15, "people voted: {}", walk.votes);
    let seen = [
        (timed, "a time limit"),
        (blanked, "black"),
        (frozen, "frozen"),
        (hidden, "no results"),
    ];
    for (count, what) in seen {
        assert!(count > 2, "{what} in {count} of the crashes");
    }
}
