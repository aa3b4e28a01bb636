//! Somebody watches the bars of a live poll while one after the other answers, and hands are counted beside the phones.

use std::sync::Arc;

use gazouillis_core::{Command, Deck, Session};

use crate::attacks;
use crate::dice::Dice;
use crate::rooms::{room, talk, tell, vote};

/// Hands that the presenter counts when so many have answered. Everybody sees who raises one.
struct Hands {
    answered: usize,
    counted: Vec<u32>,
}

/// Everything the room sees while people answer one question, one after the other, and once it is revealed.
fn seen(deck: &Arc<Deck>, answers: &[usize], hands: &Hands) -> Vec<Option<Vec<u32>>> {
    let mut session = room(deck, answers.len());
    let poll = || "r".to_owned();
    let (open, reveal) = (
        Command::Open {
            poll: poll(),
            reopen: false,
        },
        Command::Reveal { poll: poll() },
    );
    tell(&mut session, open);
    let bars = |session: &Session| {
        session
            .poll_bars(1)
            .room
            .map(|tally| tally.counts.choice().expect("options").options.clone())
    };
    let mut views = Vec::new();
    for (person, option) in answers.iter().enumerate() {
        if person == hands.answered {
            let hands = hands.counted.clone();
            tell(&mut session, Command::CountHands { poll: poll(), hands });
        }
        vote(&mut session, person, 1, *option, 1);
        views.push(bars(&session));
    }
    tell(&mut session, reveal);
    views.push(bars(&session));
    views
}

#[test]
fn nobody_is_watched_answering_a_live_poll() {
    let mut dice = Dice(12);
    let mut drawn = 0;
    for _ in 0..attacks() / 5 {
        let deck = talk(&mut dice);
        let people = dice.between(4, 22);
        let answers: Vec<usize> = (0..people).map(|_| dice.below(2)).collect();
        let options = deck.polls[1].options().len();
        let hands = Hands {
            answered: dice.below(2 * people),
            counted: (0..options).map(|_| dice.below(4) as u32).collect(),
        };
        let views = seen(&deck, &answers, &hands);
        drawn += views.iter().rev().skip(1).flatten().count();
        // Whoever could have given the answer of somebody else, with all views the same, is not certain.
        let exchanged = |one: usize, other: usize| {
            let mut answers = answers.clone();
            answers.swap(one, other);
            seen(&deck, &answers, &hands) == views
        };
        let is_certain =
            |one: &usize| !(0..people).any(|other| answers[other] != answers[*one] && exchanged(*one, other));
        let certain: Vec<usize> = (0..people).filter(is_certain).collect();
        for one in &certain {
            let alike = certain.iter().filter(|other| answers[**other] == answers[*one]).count();
            let everybody = answers.iter().all(|answer| answer == &answers[*one]);
            assert!(
                alike >= 5 || everybody,
                "person {one} of {answers:?} is certain from {views:?}"
            );
        }
    }
    assert!(drawn > 1_000, "live bars were drawn {drawn} times");
}
