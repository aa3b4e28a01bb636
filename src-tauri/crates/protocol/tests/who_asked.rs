//! No view says who asked or who voted, and no view grows with the questions.

#[path = "../../core/tests/properties/channels.rs"]
#[allow(dead_code, reason = "most of it is for the tests of the domain")]
mod channels;
#[path = "../../core/tests/properties/room.rs"]
#[allow(dead_code, reason = "most of it is for the tests of the domain")]
mod room;

use channels::{Deed, begin, deeds, done};
use gazouillis_core::Session;
use gazouillis_core::channel::{Ruling, Switch, Wish};
use gazouillis_core::kind::moderation::Verdict;
use gazouillis_core::{Command, Deck, Event, Layout};
use gazouillis_protocol::{JoinView, MoodView, project};
use proptest::prelude::*;
use room::{PHONES, token};

/// Everything that leaves the program of a session, but what belongs to one phone.
fn told(session: &Session) -> [String; 3] {
    let (deck, now) = (session.deck(), session.snapshot());
    let join = JoinView {
        url: String::new(),
        short: String::new(),
        qr: None,
        wifi: None,
    };
    let mood = MoodView {
        now: Default::default(),
        line: Vec::new(),
    };
    let json = |view: &dyn erased::Json| view.json();
    [
        json(&project::phone("s", deck, &now, None)),
        json(&project::stage("s", deck, &now, 3, &join, None)),
        json(&project::console_channels(deck, &now, mood, &[])),
    ]
}

mod erased {
    /// Any view as JSON.
    pub(super) trait Json {
        fn json(&self) -> String;
    }

    impl<View: serde::Serialize> Json for View {
        fn json(&self) -> String {
            serde_json::to_string(self).expect("a view is JSON")
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// The same happens in two rooms whose phones have swapped places: whoever could tell the rooms apart could tell who asked.
    #[test]
    fn rooms_in_which_others_ask_the_same_look_the_same(deeds in deeds(), turn in 1_u8..PHONES - 1) {
        let swapped = |phone: u8| if phone == PHONES - 1 { phone } else { (phone + turn) % (PHONES - 1) };
        let (mut one, mut other) = (begin(|phone| phone), begin(|phone| phone));
        let (mut asked, mut asked_there) = (Vec::new(), Vec::new());
        for deed in &deeds {
            let here = done(&mut one, deed, &mut asked, |phone| phone).is_ok();
            let there = done(&mut other, deed, &mut asked_there, swapped).is_ok();
            prop_assert_eq!(here, there);
            prop_assert_eq!(told(&one), told(&other));
        }
    }
}

#[test]
fn views_stay_small_with_five_hundred_questions_of_the_longest() {
    let mut session = begin(|phone| phone);
    let mut run = |command: Command| -> Vec<Event> {
        let events = session.decide(command).expect("nothing is refused");
        events.iter().for_each(|event| {
            session.evolve(event);
        });
        events
    };
    for phone in 0..50 {
        let token = token(100 + phone);
        run(Command::Join { token, code: None });
        for number in 0..10 {
            let mark = format!("{phone}-{number} ");
            let text = format!("{mark}{}", "\"é".repeat((240 - mark.len()) / 2));
            let question = run(Command::Channel(Wish::Ask { token, text })).len();
            assert_eq!(question, 1);
        }
    }
    let waiting = told(&session);
    let all: Vec<u64> = session
        .channels()
        .qa()
        .board()
        .waiting
        .iter()
        .map(|question| question.id)
        .collect();
    assert_eq!(all.len(), 500);
    for question in all {
        let ruling = Ruling::Verdict(Some(Verdict::Shown));
        let events = session
            .decide(Command::Channel(Wish::Rule {
                questions: vec![question],
                ruling,
            }))
            .unwrap();
        events.iter().for_each(|event| {
            session.evolve(event);
        });
    }
    for view in waiting.iter().chain(&told(&session)) {
        assert!(view.len() < 16 * 1_024, "{} bytes", view.len());
    }
    let phone = project::phone("s", session.deck(), &session.snapshot(), None);
    let qa = phone.channels.unwrap().qa.unwrap();
    assert_eq!(qa.shown, 500, "and yet it is said how many there are");
    assert!(
        (5..=20).contains(&qa.questions.len()),
        "{} questions",
        qa.questions.len()
    );
}

#[test]
fn a_hidden_question_is_said_to_wait_and_its_words_reach_nobody() {
    let mut session = begin(|phone| phone);
    let mut asked = Vec::new();
    let mut act = |deed: Deed| {
        done(&mut session, &deed, &mut asked, |phone| phone).unwrap();
    };
    act(Deed::Switch(Switch::Review, false));
    act(Deed::Ask(1, 0));
    act(Deed::Rule(0, Ruling::Verdict(Some(Verdict::Hidden))));
    let [phone, stage, console] = told(&session);
    assert!(!phone.contains("Pourquoi") && !stage.contains("Pourquoi"));
    assert!(console.contains("Pourquoi"), "the presenter may think again");
    let me = project::me("s", &session, session.participant(&token(1)).unwrap());
    let mine = serde_json::to_string(&me.qa).unwrap();
    assert!(mine.contains("\"state\":\"waiting\""), "{mine}");
}

#[test]
fn on_any_slide_the_projector_has_the_question_that_is_up_and_no_other() {
    let mut session = begin(|phone| phone);
    let mut elsewhere = Deck::clone(session.deck());
    elsewhere.slides[0].layout = Layout::Default;
    let questions = |session: &Session| {
        let join = JoinView {
            url: String::new(),
            short: String::new(),
            qr: None,
            wifi: None,
        };
        let view = project::stage("s", &elsewhere, &session.snapshot(), 3, &join, None);
        let asked = view.channels.map(|channels| channels.questions).unwrap_or_default();
        asked.into_iter().map(|question| question.text).collect::<Vec<_>>()
    };
    let mut asked = Vec::new();
    let mut act = |session: &mut Session, deed: Deed| {
        done(session, &deed, &mut asked, |phone| phone).unwrap();
    };
    act(&mut session, Deed::Switch(Switch::Review, false));
    act(&mut session, Deed::Ask(1, 0));
    act(&mut session, Deed::Ask(2, 1));
    assert!(questions(&session).is_empty(), "no question covers a slide by itself");
    act(&mut session, Deed::Rule(1, Ruling::Pinned(true)));
    act(&mut session, Deed::Switch(Switch::Open, false));
    assert_eq!(questions(&session), ["Et après ?"], "also when no more may be asked");
}
