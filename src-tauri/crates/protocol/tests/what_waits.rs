//! What people wrote reaches the room when the presenter lets it through, and not before.

use std::sync::Arc;

#[allow(dead_code, reason = "only the talk's slides are taken from it")]
#[path = "../../core/tests/properties/room.rs"]
mod room;

use gazouillis_core::deck::{Language, Layout, Slide};
use gazouillis_core::kind::moderation::Verdict;
use gazouillis_core::kind::{Act, Answer, Single, Text, Tweet, Words};
use gazouillis_core::poll::{Poll, ResultsVisibility};
use gazouillis_core::speed::Speed;
use gazouillis_core::typology::Typology;
use gazouillis_core::{Command, Deck, PollOption, Question, Session};
use gazouillis_protocol::{JoinView, project};
use room::{slide, token};

const PEOPLE: u8 = 12;

fn deck(question: Question) -> Arc<Deck> {
    let poll = Poll {
        id: "p".to_owned(),
        ask: "Alors ?".to_owned(),
        hint: None,
        results: ResultsVisibility::Live,
        pair: None,
        explain: None,
        timer: None,
        speed: Speed::Off,
        again: None,
        round: 1,
        improvised: false,
        question,
    };
    let asks = Slide {
        polls: vec![0],
        ..slide("p".to_owned(), Layout::Poll, 2)
    };
    Arc::new(Deck {
        title: "Un exposé".to_owned(),
        subtitle: None,
        author: None,
        date: None,
        organisation: None,
        language: Language::Fr,
        spoken: None,
        typology: Typology {
            minimum_answers: 0,
            profiles: Vec::new(),
        },
        minimum_group: 5,
        channels: Default::default(),
        leaderboard: false,
        cuts: Vec::new(),
        cut: None,
        look: Default::default(),
        polls: vec![poll],
        slides: vec![slide("cover".to_owned(), Layout::Cover, 1), asks],
    })
}

fn told(session: &mut Session, command: Command) {
    assert!(room::tell(session, command.clone()), "{command:?}");
}

fn decide(verdict: Option<Verdict>, texts: Vec<u64>, words: &[&str]) -> Command {
    Command::Moderate {
        poll: "p".to_owned(),
        act: Act::Decide {
            verdict,
            texts,
            words: words.iter().map(|word| Arc::from(*word)).collect(),
        },
    }
}

/// What the room may see: the phones' view and the stage's.
fn room_sees(session: &Session) -> String {
    let join = JoinView {
        url: String::new(),
        short: String::new(),
        qr: None,
        wifi: None,
    };
    let now = session.snapshot();
    let phone = serde_json::to_string(&project::phone("s", session.deck(), &now, None)).expect("it is there");
    let stage = serde_json::to_string(&project::stage("s", session.deck(), &now, 3, &join, None)).expect("it is there");
    phone + &stage
}

fn presenter_sees(session: &Session) -> String {
    serde_json::to_string(&project::console_polls(session.deck(), &session.snapshot(), None)).expect("it is there")
}

/// A room in which everybody has answered.
fn answered(question: Question, answer: impl Fn(u8) -> Answer) -> Session {
    let mut session = Session::new(deck(question));
    told(&mut session, Command::Advance);
    for phone in 0..PEOPLE {
        told(
            &mut session,
            Command::Join {
                token: token(phone),
                code: None,
            },
        );
        let cast = Command::Cast {
            token: token(phone),
            poll: "p".to_owned(),
            answer: answer(phone),
            revision: 1,
        };
        told(&mut session, cast);
        assert!(!room_sees(&session).contains("perle"), "after {phone}");
    }
    session
}

/// The sequence number of the text that somebody wrote, as the presenter's view names it.
fn id_of(session: &Session, text: &str) -> u64 {
    let polls = project::console_polls(session.deck(), &session.snapshot(), None);
    let queue = polls[0].queue.as_ref().expect("it is there");
    let all = queue.waiting.iter().chain(&queue.shown).chain(&queue.hidden);
    let found = all
        .into_iter()
        .find(|item| item.spans.iter().any(|span| span.text.contains(text)));
    found.and_then(|item| item.id).expect("it is there")
}

#[test]
fn a_text_is_seen_once_it_is_let_through_and_no_longer_when_it_is_hidden() {
    type Typed = (Question, fn(String) -> Answer);
    let questions: [Typed; 2] = [
        (Text::default().into(), |text| Answer::Text { text }),
        (Tweet::default().into(), |text| Answer::Tweet { text }),
    ];
    for (question, answer) in questions {
        let mut session = answered(question, |phone| answer(format!("perle numéro {phone}.")));
        assert!(presenter_sees(&session).contains("perle numéro 11."));
        let id = id_of(&session, "numéro 3.");
        told(&mut session, decide(Some(Verdict::Shown), vec![id], &[]));
        assert_eq!(
            room_sees(&session).matches("perle").count(),
            1,
            "on the stage, while it is open"
        );
        told(&mut session, Command::Advance);
        assert_eq!(
            room_sees(&session).matches("perle").count(),
            2,
            "and on phones, once it is closed"
        );
        told(&mut session, decide(Some(Verdict::Hidden), vec![id], &[]));
        assert!(!room_sees(&session).contains("perle"));
    }
}

#[test]
fn words_beside_the_options_are_counted_at_once_and_seen_once_they_are_let_through() {
    let options = ["Oui", "Non"].map(|text| PollOption {
        id: text.to_lowercase(),
        text: text.to_owned(),
        ..PollOption::default()
    });
    let question = Single {
        options: options.to_vec(),
        other: true,
        ..Single::default()
    };
    let mut session = answered(question.into(), |phone| Answer::Other {
        other: format!("perle numéro {phone}"),
    });
    told(&mut session, Command::Advance);
    let seen = room_sees(&session);
    assert!(seen.contains(&format!("\"other\":{{\"count\":{PEOPLE},")), "{seen}");
    assert!(!seen.contains("perle"));
    let id = id_of(&session, "numéro 3");
    told(&mut session, decide(Some(Verdict::Shown), vec![id], &[]));
    assert_eq!(
        room_sees(&session).matches("perle numéro 3").count(),
        2,
        "stage and phones"
    );
    assert_eq!(room_sees(&session).matches("perle").count(), 2, "and nothing else");
    told(&mut session, decide(Some(Verdict::Hidden), vec![id], &[]));
    assert!(!room_sees(&session).contains("perle"));
}

#[test]
fn a_text_that_its_author_changes_waits_anew() {
    let mut session = answered(Text::default().into(), |phone| Answer::Text {
        text: format!("perle numéro {phone}."),
    });
    let id = id_of(&session, "numéro 3.");
    told(&mut session, decide(Some(Verdict::Shown), vec![id], &[]));
    let cast = Command::Cast {
        token: token(3),
        poll: "p".to_owned(),
        answer: Answer::Text {
            text: "perle changée".to_owned(),
        },
        revision: 2,
    };
    told(&mut session, cast);
    assert!(!room_sees(&session).contains("perle"));
    assert!(presenter_sees(&session).contains("perle changée"));
}

#[test]
fn a_word_may_be_shown_whoever_types_it_and_new_ones_wait_when_the_cloud_is_locked() {
    let words = |words: &[&str]| Answer::Words {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    let mut session = answered(Words::default().into(), |phone| {
        words(&[if phone % 2 == 0 { "perle" } else { "Perles" }])
    });
    told(&mut session, decide(Some(Verdict::Shown), Vec::new(), &["perle"]));
    let review = |on| Command::Moderate {
        poll: "p".to_owned(),
        act: Act::Review { on },
    };
    told(&mut session, review(false));
    told(
        &mut session,
        Command::Moderate {
            poll: "p".to_owned(),
            act: Act::Lock { at: Some(0) },
        },
    );
    let cast = Command::Cast {
        token: token(0),
        poll: "p".to_owned(),
        answer: words(&["perle", "rubis"]),
        revision: 2,
    };
    told(&mut session, cast);
    told(&mut session, Command::Advance);
    let seen = room_sees(&session);
    assert!(seen.contains("\"count\":12"), "{seen}");
    assert!(!seen.contains("rubis"), "it came after the lock");
    told(
        &mut session,
        Command::Moderate {
            poll: "p".to_owned(),
            act: Act::Lock { at: None },
        },
    );
    assert!(room_sees(&session).contains("rubis"));
}

#[test]
fn what_changes_nothing_is_not_kept() {
    let mut session = answered(Text::default().into(), |phone| Answer::Text {
        text: format!("perle {phone}"),
    });
    let review = Command::Moderate {
        poll: "p".to_owned(),
        act: Act::Filter { on: true },
    };
    assert_eq!(
        session.decide(review).expect("it is there"),
        [],
        "it is on from the start"
    );
    let other = Command::Moderate {
        poll: "autre".to_owned(),
        act: Act::Review { on: true },
    };
    assert!(session.decide(other).is_err());
    told(&mut session, Command::Finish);
    assert!(
        session.decide(decide(Some(Verdict::Shown), vec![1], &[])).is_err(),
        "after the end"
    );
}
