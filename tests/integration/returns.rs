//! Killed a hundred times along a talk: each time the desk returns to exactly what it showed.

use std::net::{Ipv4Addr, SocketAddr};

use gazouillis_core::session::ScreenAct;
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

/// One press, or one person's answer; which one is the script's, not chance's.
async fn act(number: usize, presenter: &Presenter, phone: &Phone, votes: &mut u32) {
    let screen = |act: ScreenAct| presenter.post("/control/screen", json!({ "act": act }));
    let acted = match number % 10 {
        2 => screen(ScreenAct::ToggleBlack).await,
        3 => screen(ScreenAct::Lift).await,
        5 => screen(ScreenAct::ToggleFreeze).await,
        7 => screen(ScreenAct::ToggleResults).await,
        _ => {
            presenter.advance().await;
            let view = desk(presenter).await;
            let open = view["polls"].as_array().expect("polls").iter();
            let mut open = open.filter(|poll| poll["state"] == "open");
            let Some(poll) = open.next_back().and_then(|poll| poll["id"].as_str()) else {
                return;
            };
            if number.is_multiple_of(2) {
                let body = json!({ "seconds": TIMER_SECONDS });
                let path = format!("/control/polls/{poll}/timer");
                presenter.post(&path, body).await.assert_success();
            }
            let answer = if poll == "tweet" {
                json!({ "kind": "text", "text": "bonjour" })
            } else {
                json!({ "choice": "a" })
            };
            *votes += 1;
            phone.cast(poll, answer, *votes).await
        }
    };
    acted.assert_success();
}

#[tokio::test]
async fn a_hundred_crashes_along_a_talk_leave_slide_step_polls_timer_and_screen_as_they_were() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, data) = (talk().write(folder.path()), folder.path().join("data"));
    let mut program = Headless::start(&file, &data, SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
    let address = program.audience();
    let mut phone = program.stranger();
    phone.join().await;

    let (mut votes, mut places, mut timed, mut blanked, mut frozen, mut hidden) = (0, Vec::new(), 0, 0, 0, 0);
    for crash in 0..CRASHES {
        act(crash, &program.presenter(), &phone, &mut votes).await;
        let mut before = what_lasts(desk(&program.presenter()).await);
        program.kill();
        program = Headless::start(&file, &data, address);
        let mut after = what_lasts(desk(&program.presenter()).await);

        let (left_before, left_after) = (take_times(&mut before), take_times(&mut after));
        assert!(before == after, "crash {crash}: {:#?}", differences(&before, &after));
        assert_eq!(left_before.len(), left_after.len(), "crash {crash}");
        for (then, now) in left_before.iter().zip(&left_after) {
            assert!(now <= then, "crash {crash}: {then} ms were left, and now {now} are");
        }
        places.push((after["stage"]["slide"].clone(), after["stage"]["step"].clone()));
        timed += usize::from(!left_after.is_empty());
        blanked += usize::from(!after["screen"]["blank"].is_null());
        frozen += usize::from(after["screen"]["frozen"] == true);
        hidden += usize::from(after["screen"]["results_hidden"] == true);
    }
    places.dedup();
    assert!(places.len() > 40, "the talk went on: {} places", places.len());
    assert!(votes > 10, "people voted: {votes}");
    for (count, what) in [
        (timed, "timer ran"),
        (blanked, "black"),
        (frozen, "frozen"),
        (hidden, "results hidden"),
    ] {
        assert!(count > 5, "{what} in {count} of the crashes");
    }
}
