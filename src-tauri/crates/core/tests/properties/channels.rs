//! What must hold of the channels, whatever phones and the presenter do with them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use gazouillis_core::channel::{
    Board, BoardQuestion, ChannelName, Happening, MOST_ASKED, Reaction, Ruling, Settings, Switch, Wish,
};
use gazouillis_core::kind::moderation::{Status, Verdict};
use gazouillis_core::{Command, Deck, Event, Layout, Rejection, Session};
use proptest::collection::vec;
use proptest::prelude::*;

use super::room::{PHONES, slide, token};

/// Something done to the questions; a question is the number of one in the order asked.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    Ask(u8, u8),
    Edit(u8, usize, u8),
    Withdraw(u8, usize),
    Vote(u8, usize, bool),
    Rule(usize, Ruling),
    Switch(Switch, bool),
}

/// Words of every sort: plain, offensive, personal, and such as are nothing.
const WORDS: [&str; 8] = [
    "Pourquoi ?",
    "Et après ?",
    "quelle merde",
    "appelez le 06 12 34 56 78",
    "  Combien\u{200b} de temps ?  ",
    "\u{200b}",
    "À qui demander ?",
    "Why not?",
];

pub(crate) fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let phone = 0..PHONES;
    let question = 0_usize..12;
    let ruling = prop_oneof![
        3 => Just(Ruling::Verdict(Some(Verdict::Shown))),
        1 => Just(Ruling::Verdict(Some(Verdict::Hidden))),
        1 => Just(Ruling::Verdict(None)),
        1 => any::<bool>().prop_map(Ruling::Answered),
        1 => any::<bool>().prop_map(Ruling::Pinned),
    ];
    let switch = prop_oneof![
        Just(Switch::Review),
        Just(Switch::Filter),
        Just(Switch::Keep),
        Just(Switch::Open)
    ];
    let deed = prop_oneof![
        6 => (phone.clone(), any::<u8>()).prop_map(|(phone, words)| Deed::Ask(phone, words)),
        1 => (phone.clone(), question.clone(), any::<u8>()).prop_map(|(phone, of, words)| Deed::Edit(phone, of, words)),
        1 => (phone.clone(), question.clone()).prop_map(|(phone, of)| Deed::Withdraw(phone, of)),
        12 => (phone, question.clone(), any::<bool>()).prop_map(|(phone, of, up)| Deed::Vote(phone, of, up)),
        5 => (question, ruling).prop_map(|(of, ruling)| Deed::Rule(of, ruling)),
        1 => (switch, any::<bool>()).prop_map(|(switch, on)| Deed::Switch(switch, on)),
    ];
    vec(deed, 0..120)
}

/// A talk of one slide that opens its channels.
pub(crate) fn talk() -> Arc<Deck> {
    let mut channels = Settings::default();
    (channels.qa.open, channels.reactions.open) = (true, true);
    Arc::new(Deck {
        title: "T".to_owned(),
        subtitle: None,
        author: None,
        date: None,
        organisation: None,
        language: gazouillis_core::deck::Language::Fr,
        spoken: None,
        typology: gazouillis_core::Typology::default(),
        minimum_group: gazouillis_core::typology::MINIMUM_GROUP,
        channels,
        leaderboard: false,
        cuts: Vec::new(),
        cut: None,
        look: Default::default(),
        polls: Vec::new(),
        slides: vec![slide("qa".to_owned(), Layout::Qa, 1)],
    })
}

/// A session whose phones have joined, all but the last; `phone` renames them.
pub(crate) fn begin(phone: impl Fn(u8) -> u8) -> Session {
    let mut session = Session::new(talk());
    for event in session.opening_events() {
        session.evolve(&event);
    }
    for number in 0..PHONES - 1 {
        let token = token(phone(number));
        run(&mut session, Command::Join { token, code: None }).expect("everybody may join");
    }
    session
}

fn run(session: &mut Session, command: Command) -> Result<Vec<Event>, Rejection> {
    let events = session.decide(command)?;
    for event in &events {
        assert!(session.fits(event), "what was decided fits: {event:?}");
        session.evolve(event);
    }
    Ok(events)
}

/// Does a deed as the phone that is called so; `asked` are the questions so far.
pub(crate) fn done(
    session: &mut Session,
    deed: &Deed,
    asked: &mut Vec<u64>,
    phone: impl Fn(u8) -> u8,
) -> Result<Vec<Event>, Rejection> {
    let of = |index: &usize| asked.get(*index).copied().unwrap_or(u64::MAX);
    let words = |words: &u8| WORDS[*words as usize % WORDS.len()].to_owned();
    let token = |number: &u8| token(phone(*number));
    let wish = match deed {
        Deed::Ask(who, text) => Wish::Ask {
            token: token(who),
            text: words(text),
        },
        Deed::Edit(who, question, text) => Wish::Edit {
            token: token(who),
            question: of(question),
            text: words(text),
        },
        Deed::Withdraw(who, question) => Wish::Withdraw {
            token: token(who),
            question: of(question),
        },
        Deed::Vote(who, question, up) => Wish::Vote {
            token: token(who),
            question: of(question),
            up: *up,
        },
        Deed::Rule(question, ruling) => Wish::Rule {
            questions: vec![of(question)],
            ruling: *ruling,
        },
        Deed::Switch(switch, on) => Wish::Switch {
            channel: ChannelName::Qa,
            switch: *switch,
            on: *on,
        },
    };
    let events = run(session, Command::Channel(wish))?;
    asked.extend(events.iter().filter_map(|event| match event {
        Event::Channel(Happening::Asked { question, .. }) => Some(*question),
        _ => None,
    }));
    Ok(events)
}

/// The bound by its definition: the smallest share that a score test does not reject, found by halving.
fn bound(votes: u32, seen: u32) -> f64 {
    let (n, p) = (f64::from(seen), f64::from(votes) / f64::from(seen.max(1)));
    if votes == 0 {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, p);
    for _ in 0..100 {
        let middle: f64 = (low + high) / 2.0;
        let z = (p - middle) / (middle * (1.0 - middle) / n).sqrt();
        if z > 1.959_963_984_540_054 {
            low = middle
        } else {
            high = middle
        }
    }
    high
}

fn assert_order(board: &Board) -> Result<(), TestCaseError> {
    for pair in board.shown.windows(2) {
        let [first, second] = pair else { continue };
        if first.pinned || !first.answered && second.answered {
            continue;
        }
        prop_assert!(!second.pinned && first.answered == second.answered, "{:?}", board.shown);
        let of = |question: &BoardQuestion| bound(question.votes, question.seen);
        prop_assert!(of(first) >= of(second) - 1e-9, "{:?} before {:?}", first, second);
    }
    prop_assert!(board.waiting.windows(2).all(|pair| pair[0].id < pair[1].id));
    prop_assert!(board.hidden.windows(2).all(|pair| pair[0].id > pair[1].id));
    prop_assert!(board.shown.iter().filter(|question| question.pinned).count() <= 1);
    prop_assert!(board.shown.iter().all(|question| question.votes <= question.seen));
    prop_assert!(board.shown.iter().all(|question| question.seen < u32::from(PHONES)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn questions_stand_in_the_order_that_was_promised(deeds in deeds()) {
        let (mut session, mut asked) = (begin(|phone| phone), Vec::new());
        for deed in &deeds {
            let _ = done(&mut session, deed, &mut asked, |phone| phone);
            assert_order(&session.channels().qa().board())?;
        }
    }

    /// A model that knows nothing but who wants what: sets of phones, emptied when a question changes.
    #[test]
    fn a_phone_counts_once_for_a_question_however_often_it_says_so(deeds in deeds()) {
        let (mut session, mut asked) = (begin(|phone| phone), Vec::new());
        let mut wanted: BTreeMap<u64, BTreeSet<u8>> = BTreeMap::new();
        for deed in &deeds {
            let outcome = done(&mut session, deed, &mut asked, |phone| phone);
            match (deed, outcome) {
                (Deed::Vote(who, of, up), Ok(_)) => {
                    let voters = wanted.entry(asked[*of]).or_default();
                    if *up { voters.insert(*who); } else { voters.remove(who); }
                }
                (Deed::Edit(_, of, _) | Deed::Withdraw(_, of), Ok(events)) if !events.is_empty() => {
                    wanted.remove(&asked[*of]);
                }
                _ => {}
            }
            let board = session.channels().qa().board();
            for question in board.shown.iter().chain(&board.waiting).chain(&board.hidden) {
                let voters = wanted.get(&question.id).map_or(0, BTreeSet::len);
                prop_assert_eq!(question.votes as usize, voters);
            }
        }
    }

    #[test]
    fn nobody_asks_without_having_joined_nor_more_often_than_they_may(deeds in deeds()) {
        let (mut session, mut asked) = (begin(|phone| phone), Vec::new());
        let mut by: BTreeMap<u8, u32> = BTreeMap::new();
        for deed in &deeds {
            let outcome = done(&mut session, deed, &mut asked, |phone| phone);
            if let Deed::Ask(who, _) = deed {
                prop_assert!(*who != PHONES - 1 || outcome == Err(Rejection::UnknownParticipant));
                *by.entry(*who).or_default() += outcome.map_or(0, |events| events.len() as u32);
            }
        }
        prop_assert!(by.values().all(|count| *count <= MOST_ASKED));
    }

    /// What waits or is hidden is in no list that the room is shown, and what may offend waits even where nothing else does.
    #[test]
    fn the_room_sees_only_what_was_let_through(deeds in deeds()) {
        let (mut session, mut asked) = (begin(|phone| phone), Vec::new());
        for deed in &deeds {
            let _ = done(&mut session, deed, &mut asked, |phone| phone);
        }
        let board = session.channels().qa().board();
        for phone in 0..PHONES - 1 {
            let participant = session.participant(&token(phone)).expect("it has joined");
            for mine in session.channels().qa().of(participant) {
                let in_list = |list: &[BoardQuestion]| list.iter().any(|question| question.id == mine.id);
                prop_assert_eq!(in_list(&board.shown), mine.status == Status::Shown);
                prop_assert_eq!(in_list(&board.waiting), mine.status == Status::Waiting);
                prop_assert_eq!(in_list(&board.hidden), mine.status == Status::Hidden);
            }
        }
    }

    #[test]
    fn what_happened_is_read_from_its_record(deeds in deeds()) {
        let (mut session, mut asked) = (begin(|phone| phone), Vec::new());
        for deed in &deeds {
            for event in done(&mut session, deed, &mut asked, |phone| phone).unwrap_or_default() {
                let Event::Channel(happening) = event else { continue };
                let (tag, record) = happening.record();
                prop_assert_eq!(Happening::from_record(tag, &record), Some(happening));
            }
        }
    }
}

#[test]
fn a_question_sent_twice_is_one_question() {
    let mut session = begin(|phone| phone);
    let mut asked = Vec::new();
    for _ in 0..3 {
        done(&mut session, &Deed::Ask(1, 0), &mut asked, |phone| phone).unwrap();
    }
    assert_eq!(asked.len(), 1);
    assert_eq!(session.question_of(&token(1), WORDS[0]), Some(asked[0]));
}

#[test]
fn a_late_question_that_everybody_wants_since_stands_before_an_early_one_that_many_ignored() {
    let mut session = begin(|phone| phone);
    let mut asked = Vec::new();
    let act = |session: &mut Session, deed: Deed, asked: &mut Vec<u64>| {
        done(session, &deed, asked, |phone| phone).unwrap();
    };
    act(&mut session, Deed::Switch(Switch::Review, false), &mut asked);
    act(&mut session, Deed::Ask(0, 0), &mut asked);
    act(&mut session, Deed::Ask(0, 1), &mut asked);
    // Four of eleven want the first; all eleven have been there since, for they vote for the other one.
    for phone in 0..4 {
        act(&mut session, Deed::Vote(phone, 0, true), &mut asked);
    }
    for phone in 0..11 {
        act(&mut session, Deed::Vote(phone, 1, true), &mut asked);
    }
    act(&mut session, Deed::Ask(5, 6), &mut asked);
    for phone in 0..3 {
        act(&mut session, Deed::Vote(phone, 2, true), &mut asked);
    }
    let board = session.channels().qa().board();
    let order: Vec<(u64, u32, u32)> = board.shown.iter().map(|q| (q.id, q.votes, q.seen)).collect();
    assert_eq!(order, [(asked[1], 11, 11), (asked[2], 3, 4), (asked[0], 4, 11)]);
}

#[test]
fn what_has_been_answered_is_neither_changed_nor_taken_back_nor_voted_for() {
    let mut session = begin(|phone| phone);
    let mut asked = Vec::new();
    done(&mut session, &Deed::Ask(1, 0), &mut asked, |phone| phone).unwrap();
    done(
        &mut session,
        &Deed::Rule(0, Ruling::Answered(true)),
        &mut asked,
        |phone| phone,
    )
    .unwrap();
    for deed in [Deed::Edit(1, 0, 1), Deed::Withdraw(1, 0), Deed::Vote(2, 0, true)] {
        let outcome = done(&mut session, &deed, &mut asked, |phone| phone);
        assert_eq!(outcome, Err(Rejection::QuestionAnswered), "{deed:?}");
    }
}

#[test]
fn a_phone_changes_no_question_but_its_own() {
    let mut session = begin(|phone| phone);
    let mut asked = Vec::new();
    done(&mut session, &Deed::Ask(1, 0), &mut asked, |phone| phone).unwrap();
    for deed in [Deed::Edit(2, 0, 1), Deed::Withdraw(2, 0)] {
        let outcome = done(&mut session, &deed, &mut asked, |phone| phone);
        assert_eq!(outcome, Err(Rejection::UnknownQuestion), "{deed:?}");
    }
}

#[test]
fn reactions_add_up_by_slide_and_close_with_the_session() {
    let mut session = begin(|phone| phone);
    let mut counts = gazouillis_core::channel::Counts::default();
    counts.count(Reaction::Applause);
    counts.count(Reaction::Applause);
    for _ in 0..2 {
        run(&mut session, Command::Channel(Wish::Count { slide: 0, counts })).unwrap();
    }
    let beyond = Command::Channel(Wish::Count { slide: 7, counts });
    assert_eq!(run(&mut session, beyond), Err(Rejection::NoSuchPlace));
    assert_eq!(session.channels().counts()[&0].of(Reaction::Applause), 4);
    run(&mut session, Command::Finish).unwrap();
    assert_eq!(
        session.channels().phase(ChannelName::Reactions),
        gazouillis_core::Phase::Closed
    );
    let late = Wish::Ask {
        token: token(1),
        text: "Trop tard ?".to_owned(),
    };
    assert_eq!(run(&mut session, Command::Channel(late)), Err(Rejection::Finished));
}
