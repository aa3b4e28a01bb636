//! Who a person is and what is behind them: the fold of many changed minds is what the words of the design say of the answers
//! that count in the end.

use std::sync::Arc;

use gazouillis_core::deck::Language;
use gazouillis_core::kind::Single;
use gazouillis_core::poll::ResultsVisibility;
use gazouillis_core::session::Participant;
use gazouillis_core::share::PARTS;
use gazouillis_core::speed::Speed;
use gazouillis_core::typology::{Classification, MINIMUM_GROUP};
use gazouillis_core::{Answer, Command, Deck, Poll, PollOption, Session};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::room::{decks, profiles, stories, tell, token};

/// The points per profile that each counted answer to a scoring poll gives.
fn answers(deck: &Deck, person: &Participant) -> Vec<Vec<u32>> {
    let scoring = |poll: &usize| {
        deck.polls[*poll]
            .options()
            .iter()
            .any(|option| !option.scores.is_empty())
    };
    person
        .ballots()
        .filter(|(poll, _)| scoring(poll))
        .map(|(poll, ballot)| {
            let mut points = vec![0; deck.typology.profiles.len()];
            for (option, words) in deck.polls[poll].options().iter().enumerate() {
                if ballot.marks.choice().is_some_and(|marks| marks.chosen.contains(option)) {
                    words
                        .scores
                        .iter()
                        .for_each(|(profile, given)| points[*profile] += given);
                }
            }
            points
        })
        .collect()
}

/// One person by the words of the design: "A person's profile is the one with most points; a tie is shared equally; fewer answers
/// than `minimum_answers` is not classified."
fn leading(deck: &Deck, answers: &[Vec<u32>]) -> Vec<usize> {
    let totals = totals(deck, answers);
    let most = totals.iter().copied().max().unwrap_or(0);
    if answers.len() < deck.typology.minimum_answers as usize || most == 0 {
        return Vec::new();
    }
    (0..totals.len()).filter(|&profile| totals[profile] == most).collect()
}

fn totals(deck: &Deck, answers: &[Vec<u32>]) -> Vec<u32> {
    let total = |profile: usize| answers.iter().map(|points| points[profile]).sum();
    (0..deck.typology.profiles.len()).map(total).collect()
}

/// "The mask is read only from answers that gave the masking profile no points, and only when it has at least 4 points and leads by
/// 2."
fn behind(deck: &Deck, front: usize, answers: &[Vec<u32>]) -> Option<usize> {
    let apart: Vec<Vec<u32>> = answers.iter().filter(|points| points[front] == 0).cloned().collect();
    let totals = totals(deck, &apart);
    let candidates = &deck.typology.profiles[front].masks;
    candidates.iter().copied().find(|&mask| {
        let others = candidates.iter().filter(|&&other| other != mask);
        totals[mask] >= 4 && others.clone().all(|&other| totals[mask] >= totals[other] + 2)
    })
}

/// "When the runner-up is within one point the phone says: rather X, a little Y."
fn a_little(deck: &Deck, leader: usize, answers: &[Vec<u32>]) -> Vec<usize> {
    let totals = totals(deck, answers);
    let others: Vec<usize> = (0..totals.len()).filter(|&other| other != leader).collect();
    let next = others.iter().map(|&other| totals[other]).max().unwrap_or(0);
    let close = next > 0 && totals[leader] - next <= 1;
    others
        .into_iter()
        .filter(|&other| close && totals[other] == next)
        .collect()
}

fn assert_people_and_room(session: &Session) -> Result<(), TestCaseError> {
    let deck = session.deck();
    let size = deck.typology.profiles.len();
    let (mut people, mut unclassified, mut mixed) = (0, 0, 0);
    let (mut room, mut hidden, mut simply) = (vec![0_u64; size], vec![0_u64; size], 0_u64);
    for person in session.participants() {
        let answers = answers(deck, person);
        let leading = leading(deck, &answers);
        let expected = match leading.as_slice() {
            [] => Classification::NotClassified,
            profiles => Classification::Classified(profiles.to_vec()),
        };
        prop_assert_eq!(deck.typology.classify(&person.scores), expected);
        people += u32::from(!answers.is_empty());
        unclassified += u32::from(!answers.is_empty() && leading.is_empty());
        mixed += u32::from(leading.len() > 1);
        if let [leader] = leading[..] {
            prop_assert_eq!(
                deck.typology.runners_up(leader, &person.scores),
                a_little(deck, leader, &answers)
            );
        }
        for &profile in &leading {
            let part = PARTS / leading.len() as u64;
            room[profile] += part;
            let expected = behind(deck, profile, &answers);
            prop_assert_eq!(deck.typology.masked(profile, &person.scores), expected, "{:?}", answers);
            match expected {
                Some(mask) => hidden[mask] += part,
                None if deck.typology.profiles[profile].masks.is_empty() => {}
                None => simply += part,
            }
        }
    }
    let found = session.breakdown();
    prop_assert_eq!(
        (found.people, found.unclassified, found.mixed),
        (people, unclassified, mixed)
    );
    prop_assert_eq!(&found.parts, &room);
    let whole: u32 = found.whole_people().iter().sum();
    prop_assert_eq!(whole, found.classified(), "whole people are all people");
    match found.masked {
        Some(masked) => {
            prop_assert_eq!(masked.people, hidden.iter().sum::<u64>() + simply);
            prop_assert_eq!((masked.parts, masked.simply), (hidden, simply));
        }
        None => prop_assert!(deck.typology.profiles.iter().all(|profile| profile.masks.is_empty())),
    }
    Ok(())
}

/// A question of one choice whose options give these points.
fn scoring_poll((number, options): (usize, &Vec<Vec<(usize, u32)>>)) -> Poll {
    let option = |(index, scores): (usize, &Vec<(usize, u32)>)| PollOption {
        id: format!("o{index}"),
        scores: scores.clone(),
        ..PollOption::default()
    };
    Poll {
        id: format!("q{number}"),
        ask: String::new(),
        hint: None,
        results: ResultsVisibility::Live,
        pair: None,
        explain: None,
        timer: None,
        speed: Speed::Off,
        again: None,
        improvised: false,
        round: 1,
        question: Single {
            options: options.iter().enumerate().map(option).collect(),
            ..Single::default()
        }
        .into(),
    }
}

/// Three profiles of which the last may hide the others, five questions of three options, and what one person says to them.
fn changed_minds() -> impl Strategy<Value = (Arc<Deck>, Vec<(usize, usize)>)> {
    let scores = vec((0_usize..3, 1_u32..=3), 0..=2);
    let options = vec(scores, 3);
    (vec(options, 5), vec((0_usize..5, 0_usize..3), 0..25)).prop_map(|(polls, said)| {
        let polls = polls.iter().enumerate();
        let deck = Deck {
            title: String::new(),
            subtitle: None,
            author: None,
            date: None,
            organisation: None,
            language: Language::Fr,
            spoken: None,
            typology: gazouillis_core::Typology {
                minimum_answers: 2,
                profiles: profiles(3),
            },
            minimum_group: MINIMUM_GROUP,
            channels: Default::default(),
            leaderboard: false,
            cuts: Vec::new(),
            cut: None,
            look: Default::default(),
            polls: polls.map(scoring_poll).collect(),
            slides: vec![crate::room::slide("cover".into(), gazouillis_core::Layout::Cover, 1)],
        };
        (Arc::new(deck), said)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_person_and_the_room_are_what_the_words_of_the_design_say((deck, commands) in stories(160)) {
        let mut session = Session::new(deck);
        for command in commands {
            tell(&mut session, command);
        }
        assert_people_and_room(&session)?;
    }

    #[test]
    fn a_changed_mind_leaves_no_trace_in_who_somebody_is((deck, said) in changed_minds()) {
        let mut session = Session::new(Arc::clone(&deck));
        tell(&mut session, Command::Join { token: token(1), code: None });
        for (number, (poll, option)) in said.into_iter().enumerate() {
            let poll = deck.polls[poll].id.clone();
            tell(&mut session, Command::Open { poll: poll.clone(), reopen: true });
            let answer = Answer::choice(format!("o{option}"));
            let cast = Command::Cast { token: token(1), poll, answer, revision: number as u32 + 1 };
            let counted = tell(&mut session, cast);
            prop_assert!(counted, "an answer to an open poll");
            assert_people_and_room(&session)?;
        }
    }
}

#[test]
fn decks_stored_before_they_could_ask_for_more_people_ask_for_five() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let deck = decks()
        .new_tree(&mut TestRunner::deterministic())
        .expect("a deck")
        .current();
    let mut stored = serde_json::to_value(&*deck).expect("a deck is JSON");
    let fields = stored.as_object_mut().expect("an object");
    fields.remove("minimum_group").expect("a new deck says it");
    for option in stored["polls"]
        .as_array_mut()
        .expect("polls")
        .iter_mut()
        .flat_map(|poll| poll["question"]["options"].as_array_mut().expect("options"))
    {
        option
            .as_object_mut()
            .expect("an object")
            .remove("means")
            .expect("a new option says it");
    }
    let read: Deck = serde_json::from_value(stored).expect("an older deck is read");
    assert_eq!(read, *deck);
    assert_eq!(read.minimum_group, MINIMUM_GROUP);
}
