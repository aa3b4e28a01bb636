//! The talk is given in another of its lengths, in the middle of it.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use gazouillis_cli::BUILT_IN;
use gazouillis_protocol::{ConsoleDeck, ConsoleView, ErrorCode};
use gazouillis_test_support::{Headless, Presenter};
use serde_json::json;

/// Two questions, of which the long version alone asks the second.
const TALK: &str = "---
title: Deux durées
lang: fr
cuts: [30, 45]
---

# Couverture

---

```poll
id: q
kind: single
ask: Et vous ?
options: [{ id: a, text: a }, { id: b, text: b }]
```

---
from: 45
---

```poll
id: longue
kind: single
ask: Et encore ?
options: [{ id: a, text: a }, { id: b, text: b }]
```

---
until: 30
---

# Au lieu de la question

---

# La fin
";

fn start(folder: &Path) -> Headless {
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    Headless::start(&folder.join("talk.md"), &folder.join("data"), listen)
}

async fn deck(presenter: &Presenter) -> ConsoleDeck {
    presenter.get("/control/deck").await.success()
}

/// Gives the talk in another length, and the view that says so.
async fn cut(presenter: &Presenter, minutes: u16) -> ConsoleView {
    let mut console = presenter.console().await;
    let before = console.next().await.stage.edition;
    let cut = presenter.post("/control/cut", json!({ "minutes": minutes })).await;
    cut.assert_success();
    console
        .until("the other length", |view| view.stage.edition > before)
        .await
}

async fn titles(presenter: &Presenter) -> Vec<String> {
    let slides = deck(presenter).await.stage.slides.into_iter();
    slides
        .map(|slide| {
            slide
                .title
                .unwrap_or_else(|| slide.poll.map(|poll| poll.id).unwrap_or_default())
        })
        .collect()
}

#[tokio::test]
async fn the_short_version_is_chosen_in_the_middle_of_the_talk_and_survives_a_crash_with_every_answer() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("talk.md"), TALK).unwrap();
    let program = start(folder.path());
    let presenter = program.presenter();
    let whole = deck(&presenter).await;
    assert_eq!(
        (whole.cuts.as_slice(), whole.cut),
        ([30, 45].as_slice(), Some(45)),
        "the longest is usual"
    );
    presenter.goto(1, 0).await.assert_success();
    let mut phone = program.stranger();
    phone.join().await;
    phone.vote("q", "a").await;
    presenter.goto(2, 0).await.assert_success();
    phone.vote("longue", "b").await;

    let view = cut(&presenter, 30).await;
    assert_eq!(
        titles(&presenter).await,
        ["Couverture", "q", "Au lieu de la question", "La fin"],
        "what only the long version has is gone, what stands for it is there"
    );
    assert_eq!(view.stage.slide, 3, "the first slide after it that both versions have");
    assert_eq!(deck(&presenter).await.cut, Some(30));
    let late = phone
        .cast("longue", json!({ "kind": "choice", "choice": "a" }), 2)
        .await;
    late.assert_refused(ErrorCode::PollClosed, "an open question that is left out is closed");

    program.kill();
    let program = start(folder.path());
    let presenter = program.presenter();
    let again = presenter.console().await.next().await;
    assert_eq!(
        again.started_at, view.started_at,
        "the same session, though nobody named its length"
    );
    assert_eq!((again.stage.slide, deck(&presenter).await.cut), (3, Some(30)));

    // Saved again, it stays in the length that is given.
    fs::write(
        folder.path().join("talk.md"),
        TALK.replace("# La fin", "# La vraie fin"),
    )
    .unwrap();
    let mut stage = presenter.stage().await;
    stage
        .until("the new edition", |now| now.edition > again.stage.edition)
        .await;
    assert_eq!(
        titles(&presenter).await.last().map(String::as_str),
        Some("La vraie fin")
    );
    assert_eq!(deck(&presenter).await.cut, Some(30));

    let view = cut(&presenter, 45).await;
    assert_eq!(titles(&presenter).await, ["Couverture", "q", "longue", "La vraie fin"]);
    assert_eq!(view.stage.slide, 3);
    let ballots: Vec<_> = view.polls.iter().map(|poll| (poll.id.as_str(), poll.ballots)).collect();
    assert_eq!(ballots, [("q", 1), ("longue", 1)], "no answer is lost on the way");
}

#[tokio::test]
async fn a_length_that_the_talk_does_not_have_and_a_file_with_mistakes_are_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talk.md");
    fs::write(&file, TALK).unwrap();
    let program = start(folder.path());
    let presenter = program.presenter();
    let answer = presenter.post("/control/cut", json!({ "minutes": 20 })).await;
    answer.assert_refused(ErrorCode::Refused, "twenty minutes");
    assert!(answer.text.contains("30, 45"), "{}", answer.text);
    fs::write(&file, TALK.replace("kind: single", "kind: singel")).unwrap();
    let answer = presenter.post("/control/cut", json!({ "minutes": 30 })).await;
    answer.assert_refused(ErrorCode::Refused, "a mistake");
    assert_eq!(deck(&presenter).await.cut, Some(45), "the talk goes on as it was");
}

#[test]
fn the_built_in_talks_have_every_length_that_they_name_and_no_other() {
    for talk in &BUILT_IN {
        let lengths = talk.deck().cuts;
        assert_eq!(lengths, [30, 45, 60], "{}", talk.name);
        for minutes in lengths {
            let deck = talk.load(Some(minutes)).expect("a length that it names").deck;
            assert_eq!((deck.cut, deck.language), (Some(minutes), talk.language));
        }
        assert!(talk.load(Some(20)).is_err());
    }
}
