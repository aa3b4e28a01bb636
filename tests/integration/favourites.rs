//! What the room liked best comes back at the end, once it has seen the results itself.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};

use gazouillis_protocol::StageView;
use gazouillis_test_support::{Headless, Presenter};

const TALK: &str = "---
title: Nos sujets
lang: fr
organisation: Trucmuche
---

# Bonjour {{organisation}}

---

```poll
id: sujets
kind: single
ask: De quoi parler ?
options: [{ id: a, text: Le métier }, { id: b, text: Les gens }, { id: c, text: La cantine }]
```

---
layout: end
poll: sujets
top: 2
---

# Merci
";

async fn stage_on(presenter: &Presenter, slide: usize, step: u16) -> StageView {
    presenter.goto(slide, step).await.assert_success();
    let mut stage = presenter.stage().await;
    let there = |view: &StageView| (view.slide, view.step) == (slide as u32, step);
    stage.until("the slide", there).await
}

#[tokio::test]
async fn favourites_come_back_once_the_room_has_seen_the_results_and_not_before() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talk.md");
    fs::write(&file, TALK).unwrap();
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let program = Headless::start(&file, &folder.path().join("data"), listen);
    let presenter = program.presenter();
    stage_on(&presenter, 1, 0).await;
    for option in ["c", "a", "c"] {
        let mut phone = program.stranger();
        phone.join().await;
        phone.vote("sujets", option).await;
    }
    let early = stage_on(&presenter, 2, 0).await;
    assert!(early.favourites.is_empty(), "nobody has seen them: {early:?}");

    let own = stage_on(&presenter, 1, 1).await;
    assert!(own.poll.is_some_and(|poll| poll.results.is_some()) && own.favourites.is_empty());
    let last = stage_on(&presenter, 2, 0).await;
    assert_eq!(
        last.favourites,
        ["La cantine", "Le métier"],
        "the favourite first, and nothing that nobody chose"
    );
    assert!(last.poll.is_none(), "the words come back, and no figure");

    program.kill();
    let program = Headless::start(&file, &folder.path().join("data"), listen);
    let again = program.presenter().stage().await.next().await;
    assert_eq!(again.favourites, ["La cantine", "Le métier"], "a crash changes nothing");
}
