//! What changed between two questions, held against a count of every single ballot.

use std::sync::Arc;

use gazouillis_core::change::{Change, Switch, Told};
use gazouillis_core::disclosure::Flow;
use gazouillis_core::poll::Pair;
use gazouillis_core::{Answer, Command, Deck, Question, Session};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

use crate::room::{PHONES, decks, stories, tell, token};

/// What each person named the first and the second time, of those who answered both.
fn both_times(session: &Session, change: &Change) -> Vec<(Vec<usize>, Vec<usize>)> {
    let named = |phone: u8, poll: usize| {
        let ballot = session.ballot(session.participant(&token(phone))?, poll)?;
        Some(ballot.marks.choice()?.options().collect::<Vec<usize>>())
    };
    let people =
        (0..PHONES).filter_map(|phone| Some((named(phone, change.before_poll)?, named(phone, change.after_poll)?)));
    people.collect()
}

/// One option of a question with several answers, counted ballot by ballot.
fn counted(people: &[(Vec<usize>, Vec<usize>)], option: usize) -> Switch {
    let of = |before: bool, after: bool| {
        let fits = |(first, second): &&(Vec<usize>, Vec<usize>)| {
            first.contains(&option) == before && second.contains(&option) == after
        };
        people.iter().filter(fits).count() as u32
    };
    Switch {
        both: of(true, true),
        left: of(true, false),
        came: of(false, true),
        neither: of(false, false),
    }
}

fn assert_told(session: &Session, change: &Change) -> Result<(), TestCaseError> {
    let people = both_times(session, change);
    prop_assert_eq!(change.people as usize, people.len());
    match &change.told {
        Told::TooFew => prop_assert!(people.len() < change.minimum as usize),
        Told::Options(switches) => {
            for (option, switch) in switches.iter().enumerate() {
                prop_assert_eq!(
                    *switch,
                    Some(counted(&people, option)),
                    "a rehearsal is told everything"
                );
            }
        }
        Told::Flow(Flow::Table(table)) => {
            for (from, row) in table.iter().enumerate() {
                for (to, cell) in row.iter().enumerate() {
                    let moved = people
                        .iter()
                        .filter(|(first, second)| first == &[from] && second == &[to]);
                    prop_assert_eq!(*cell as usize, moved.count());
                }
            }
        }
        Told::Flow(_) => prop_assert!(false, "a rehearsal is told everything"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_option_of_every_ballot_is_compared((deck, commands) in stories(120)) {
        let mut session = Session::new(deck);
        tell(&mut session, Command::Rehearse);
        for command in commands {
            tell(&mut session, command);
        }
        tell(&mut session, Command::Finish);
        for (poll, asked) in session.deck().polls.iter().enumerate() {
            if let Some(change) = matches!(asked.pair, Some(Pair::Before | Pair::Then)).then(|| session.change(poll)).flatten() {
                assert_told(&session, &change)?;
                prop_assert_eq!(matches!(change.told, Told::Options(_)), matches!(asked.question, Question::Multiple(_)) && change.people > 0);
            }
        }
    }
}

#[test]
fn rooms_compare_ballots_with_several_options() {
    let mut tried = 0;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..300 {
        let (deck, bits) = (decks(), proptest::collection::vec(any::<u32>(), 200))
            .new_tree(&mut runner)
            .expect("a talk")
            .current();
        let session = voted(deck, &bits);
        let changes = (0..session.deck().polls.len()).filter_map(|poll| session.change(poll));
        for change in changes {
            assert_told(&session, &change).expect("every ballot is compared");
            tried += both_times(&session, &change)
                .iter()
                .filter(|(first, second)| first.len() > 1 && first != second)
                .count();
        }
    }
    assert!(tried > 100, "only {tried} ballots with several options changed");
}

/// A rehearsal in which everybody answers everything, with options that random bits choose.
fn voted(deck: Arc<Deck>, bits: &[u32]) -> Session {
    let mut session = Session::new(Arc::clone(&deck));
    let mut bits = bits.iter().copied().cycle();
    tell(&mut session, Command::Rehearse);
    (0..PHONES).for_each(|phone| {
        _ = tell(
            &mut session,
            Command::Join {
                token: token(phone),
                code: None,
            },
        )
    });
    for poll in &deck.polls {
        tell(
            &mut session,
            Command::Open {
                poll: poll.id.clone(),
                reopen: false,
            },
        );
        for phone in 0..PHONES {
            let bits = bits.next().unwrap_or_default() as usize;
            let chosen = |option: &usize| bits >> option & 1 == 1;
            let id = |option: usize| poll.options()[option].id.clone();
            let answer = match &poll.question {
                Question::Multiple(multiple) => {
                    Answer::choices((0..poll.options().len()).filter(chosen).take(multiple.max).map(id))
                }
                _ => Answer::choice(id(bits % poll.options().len())),
            };
            tell(
                &mut session,
                Command::Cast {
                    token: token(phone),
                    poll: poll.id.clone(),
                    answer,
                    revision: 1,
                },
            );
        }
    }
    tell(&mut session, Command::Finish);
    session
}
