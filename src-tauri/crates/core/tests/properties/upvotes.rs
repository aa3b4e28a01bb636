//! Upvotes of texts: whatever phones and the presenter do, what is told is what a recount by hand finds.

use std::collections::{BTreeMap, BTreeSet};

use gazouillis_core::improvise::{self, Template};
use gazouillis_core::kind::moderation::{Act, Queued, Verdict};
use gazouillis_core::kind::{Answer, Text};
use gazouillis_core::{Command, Rejection, Session};
use proptest::collection::vec;
use proptest::prelude::*;

use super::channels::talk;
use super::room::{PHONES, token};

/// Something done to the texts; a text is the number of one in the order written.
#[derive(Debug, Clone)]
enum Deed {
    Write(u8, bool),
    Decide(usize, Option<bool>),
    Vote(u8, usize, bool),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let phone = 0..PHONES - 1;
    let deed = prop_oneof![
        3 => (phone.clone(), any::<bool>()).prop_map(|(phone, other)| Deed::Write(phone, other)),
        4 => (0_usize..10, prop_oneof![4 => Just(Some(true)), 1 => Just(Some(false)), 1 => Just(None)])
            .prop_map(|(text, shown)| Deed::Decide(text, shown)),
        9 => (phone, 0_usize..10, any::<bool>()).prop_map(|(phone, text, up)| Deed::Vote(phone, text, up)),
    ];
    vec(deed, 0..90)
}

fn run(session: &mut Session, command: Command) -> Result<(), Rejection> {
    for event in session.decide(command)? {
        assert!(session.fits(&event), "what was decided fits: {event:?}");
        session.evolve(&event);
    }
    Ok(())
}

const POLL: &str = "improvise-1";

fn begin() -> Session {
    let mut session = Session::new(talk());
    for phone in 0..PHONES - 1 {
        let (token, code) = (token(phone), None);
        run(&mut session, Command::Join { token, code }).expect("everybody may join");
    }
    let mut poll = improvise::poll(session.deck(), Template::Open, None);
    poll.question = Text {
        upvotes: true,
        ..Text::default()
    }
    .into();
    run(&mut session, Command::Improvise(Box::new(poll))).expect("it is asked");
    session
}

/// What phones may upvote: texts and counts.
fn told(session: &Session) -> Vec<(u64, u32)> {
    let poll = session.deck().poll_index(POLL).expect("the poll");
    let (question, state) = (&session.deck().polls[poll].question, &session.polls()[poll]);
    let cards = question.upvotable(&state.tally.counts, &state.moderation);
    let cards = cards.expect("upvotes are taken").into_iter();
    cards.map(|card| (card.id, card.votes)).collect()
}

/// What the presenter sees of the texts that are shown.
fn on_the_desk(session: &Session) -> Vec<(u64, u32)> {
    let poll = session.deck().poll_index(POLL).expect("the poll");
    let (question, state) = (&session.deck().polls[poll].question, &session.polls()[poll]);
    let queue = question
        .queue(&state.tally.counts, &state.moderation)
        .expect("texts are looked at");
    let of = |queued: Queued| (queued.id.expect("a text"), queued.votes.expect("upvotes are taken"));
    queue.shown.into_iter().map(of).collect()
}

/// The recount: who wrote what, what is shown, who upvotes it.
#[derive(Default)]
struct ByHand {
    author: BTreeMap<u64, u8>,
    shown: BTreeSet<u64>,
    voters: BTreeMap<u64, BTreeSet<u8>>,
}

impl ByHand {
    fn forget(&mut self, text: u64) {
        self.shown.remove(&text);
        self.voters.remove(&text);
    }

    fn counts(&self) -> BTreeMap<u64, u32> {
        let votes = |text: &u64| self.voters.get(text).map_or(0, BTreeSet::len) as u32;
        self.shown.iter().map(|text| (*text, votes(text))).collect()
    }
}

fn vote(session: &mut Session, phone: u8, text: u64, up: bool) -> Result<(), Rejection> {
    let (token, poll) = (token(phone), POLL.to_owned());
    run(session, Command::Upvote { token, poll, text, up })
}

proptest! {
    #[test]
    fn what_is_told_of_upvotes_is_what_a_recount_finds(deeds in deeds()) {
        let mut session = begin();
        let mut by_hand = ByHand::default();
        let mut written: Vec<u64> = Vec::new();
        let mut revision = 0;
        for deed in deeds {
            match deed {
                Deed::Write(phone, other) => {
                    revision += 1;
                    let text = format!("texte {phone} {other} {revision}");
                    let (token, poll, answer) = (token(phone), POLL.to_owned(), Answer::Text { text });
                    run(&mut session, Command::Cast { token, poll, answer, revision }).expect("it is taken");
                    if let Some(before) = by_hand.author.iter().find(|(_, author)| **author == phone).map(|(text, _)| *text) {
                        by_hand.author.remove(&before);
                        by_hand.forget(before);
                    }
                    by_hand.author.insert(session.seq(), phone);
                    written.push(session.seq());
                }
                Deed::Decide(text, shown) => {
                    let Some(text) = written.get(text).copied() else { continue };
                    let verdict = shown.map(|shown| if shown { Verdict::Shown } else { Verdict::Hidden });
                    let act = Act::Decide { verdict, texts: vec![text], words: Vec::new() };
                    run(&mut session, Command::Moderate { poll: POLL.to_owned(), act }).expect("it is decided");
                    match (shown, by_hand.author.contains_key(&text)) {
                        (Some(true), true) => drop(by_hand.shown.insert(text)),
                        _ => by_hand.forget(text),
                    }
                }
                Deed::Vote(phone, text, up) => {
                    let text = written.get(text).copied().unwrap_or(u64::MAX);
                    let may = by_hand.shown.contains(&text) && by_hand.author.get(&text) != Some(&phone);
                    let done = vote(&mut session, phone, text, up);
                    prop_assert_eq!(done, if may { Ok(()) } else { Err(Rejection::UnknownText) });
                    let voters = by_hand.voters.entry(text).or_default();
                    if may && up {
                        voters.insert(phone);
                    } else if may {
                        voters.remove(&phone);
                    }
                }
            }
            let told = told(&session);
            prop_assert_eq!(on_the_desk(&session), told.clone(), "the presenter sees them in the same order");
            prop_assert_eq!(told.len(), by_hand.shown.len(), "each once");
            prop_assert_eq!(told.into_iter().collect::<BTreeMap<_, _>>(), by_hand.counts());
        }
    }

    #[test]
    fn the_order_in_which_upvotes_come_does_not_matter(voters in vec(0..PHONES - 2, 0..8), turned in any::<bool>()) {
        let mut session = begin();
        let (author, poll) = (token(PHONES - 2), POLL.to_owned());
        let answer = Answer::Text { text: "un texte".to_owned() };
        run(&mut session, Command::Cast { token: author, poll, answer, revision: 1 }).expect("it is taken");
        let text = session.seq();
        let act = Act::Decide { verdict: Some(Verdict::Shown), texts: vec![text], words: Vec::new() };
        run(&mut session, Command::Moderate { poll: POLL.to_owned(), act }).expect("it is decided");
        let mut order = voters.clone();
        if turned {
            order.reverse();
        }
        for phone in order {
            vote(&mut session, phone, text, true).expect("it is taken");
        }
        let phones: BTreeSet<u8> = voters.into_iter().collect();
        prop_assert_eq!(told(&session), [(text, phones.len() as u32)]);
    }
}
