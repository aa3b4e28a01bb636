//! Counting: the tally is the recount, and the newest revision is the one that counts.

use std::collections::HashMap;
use std::sync::Arc;

use gazouillis_core::ballot::{Ballot, Choices};
use gazouillis_core::kind::{ChoiceMarks, Marks, Multiple};
use gazouillis_core::session::Phase;
use gazouillis_core::{Answer, Command, Deck, Poll, PollOption, Question, Rejection, Revision, Session, Tally};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::room::{PHONES, decks, stories, tell, token};

/// The ballots that must count: the newest accepted of each phone and poll. Kept by the rules of the design and not by
/// the code under test.
type Model = HashMap<(u8, String), (Revision, Answer)>;

fn recount(session: &Session, poll: usize) -> Tally {
    let ballots = session.participants().iter().filter_map(|person| person.ballot(poll));
    Tally::recount(&session.deck().polls[poll].question, ballots)
}

/// The options an answer names, by their ids.
fn named(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Choice { choice, .. } => vec![choice.clone()],
        Answer::Choices { choices, .. } => choices.clone(),
        _ => Vec::new(),
    }
}

/// How many of some answers name each option, and how many there are: counted one by one.
fn count<'a>(poll: &Poll, answers: impl Iterator<Item = &'a Answer>) -> (Vec<u32>, u32) {
    let answers: Vec<Vec<String>> = answers.map(named).collect();
    let of = |option: &PollOption| answers.iter().filter(|named| named.contains(&option.id)).count() as u32;
    (poll.options().iter().map(of).collect(), answers.len() as u32)
}

fn counted(tally: &Tally) -> (Vec<u32>, u32) {
    let counts = tally.counts.choice().expect("a question with options");
    (counts.options.clone(), tally.ballots)
}

fn assert_counted(session: &Session, model: &Model) -> Result<(), TestCaseError> {
    let deck = session.deck();
    for (index, poll) in deck.polls.iter().enumerate() {
        let shown = &*session.polls()[index].tally;
        prop_assert_eq!(
            shown,
            &recount(session, index),
            "the tally of {} is not its recount",
            &poll.id
        );
        let expected = model
            .iter()
            .filter(|((_, id), _)| *id == poll.id)
            .map(|(_, (_, answer))| answer);
        prop_assert_eq!(
            counted(shown),
            count(poll, expected),
            "{} counts other ballots than it accepted",
            &poll.id
        );
    }
    Ok(())
}

/// Casts a ballot and holds the session to the rules on revisions.
fn cast(session: &mut Session, model: &mut Model, command: Command) -> Result<(), TestCaseError> {
    let Command::Cast {
        token,
        poll,
        answer,
        revision,
    } = command.clone()
    else {
        unreachable!("only ballots are cast")
    };
    let key = (token.0[0], poll.clone());
    let index = session.deck().poll_index(&poll).expect("a known poll");
    let fits = session.deck().polls[index].question.read(&answer).is_ok();
    let counted = model.get(&key).cloned();
    match session.decide(command) {
        Ok(events) => {
            prop_assert!(fits, "an answer that does not fit was taken");
            match counted {
                Some((newest, same)) if newest == revision => {
                    prop_assert!(events.is_empty(), "a retry is not counted again");
                    let (mut same, mut again) = (named(&same), named(&answer));
                    same.sort_unstable();
                    again.sort_unstable();
                    prop_assert_eq!(same, again, "another answer under a revision that is already counted");
                }
                Some((newest, _)) => prop_assert!(revision > newest, "revision {} displaced {}", revision, newest),
                None => prop_assert!(revision > 0),
            }
            prop_assert!(
                events.is_empty() || session.polls()[index].phase == Phase::Open,
                "a ballot was counted in a poll that is not open"
            );
            model.insert(key, (revision, answer));
            for event in &events {
                session.evolve(event);
            }
        }
        Err(Rejection::Stale { counted: newest }) => {
            let (expected, _) = counted.expect("stale without a counted ballot");
            prop_assert_eq!(newest, expected);
            prop_assert!(revision <= newest);
        }
        Err(_) => {}
    }
    Ok(())
}

/// Ballots of a room to one poll, as (phone, revision, options); each is sent as often as `copies` says, in the order of
/// the random numbers.
fn burst(deck: &Arc<Deck>) -> impl Strategy<Value = Vec<(u8, Revision, Vec<usize>, Vec<u64>)>> + use<> {
    let options = deck.polls[0].options().len();
    let most = match &deck.polls[0].question {
        Question::Multiple(multiple) => multiple.max,
        _ => 1,
    };
    let chosen = proptest::sample::subsequence((0..options).collect::<Vec<_>>(), 1..=most);
    vec((0..PHONES - 1, 1_u32..=4, chosen, vec(any::<u64>(), 1..=5)), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_tally_is_the_recount_of_the_newest_accepted_ballots((deck, commands) in stories(160)) {
        let mut session = Session::new(deck);
        let mut model = Model::new();
        for command in commands {
            let known = matches!(&command, Command::Cast { poll, .. } if session.deck().poll_index(poll).is_some());
            if known {
                cast(&mut session, &mut model, command)?;
            } else {
                tell(&mut session, command);
            }
        }
        assert_counted(&session, &model)?;
    }

    #[test]
    fn ballots_count_once_whatever_the_order_the_retries_and_the_reordering(
        (deck, ballots) in decks().prop_flat_map(|deck| { let burst = burst(&deck); (Just(deck), burst) })
    ) {
        let mut session = Session::new(Arc::clone(&deck));
        for phone in 0..PHONES {
            tell(&mut session, Command::Join { token: token(phone), code: None });
        }
        tell(&mut session, Command::Open { poll: deck.polls[0].id.clone(), reopen: false });
        // One phone says one thing per revision.
        let mut said: HashMap<(u8, Revision), Vec<usize>> = HashMap::new();
        let mut sendings = Vec::new();
        for (phone, revision, chosen, copies) in ballots {
            said.entry((phone, revision)).or_insert(chosen);
            sendings.extend(copies.into_iter().map(|order| (order, phone, revision)));
        }
        sendings.sort_unstable();
        for (_, phone, revision) in sendings {
            let mut ids = said[&(phone, revision)].iter().map(|option| format!("o{option}"));
            let answer = match &deck.polls[0].question {
                Question::Multiple(_) => Answer::choices(ids),
                _ => Answer::choice(ids.next_back().expect("an answer names an option")),
            };
            tell(&mut session, Command::Cast { token: token(phone), poll: deck.polls[0].id.clone(), answer, revision });
        }
        let newest = (0..PHONES).filter_map(|phone| (1..=4).rev().find_map(|revision| said.get(&(phone, revision))));
        let multiple = matches!(deck.polls[0].question, Question::Multiple(_));
        // Where one option is chosen, it is the last that was drawn.
        let newest = newest.map(|chosen| if multiple { chosen.clone() } else { chosen.last().copied().into_iter().collect() });
        let answers: Vec<Answer> = newest.map(|chosen| Answer::choices(chosen.iter().map(|option| format!("o{option}")))).collect();
        prop_assert_eq!(counted(&session.polls()[0].tally), count(&deck.polls[0], answers.iter()));
    }

    #[test]
    fn adding_and_removing_ballots_leaves_no_trace(
        counted in vec(vec(0_usize..8, 1..4), 0..30), gone in vec(vec(0_usize..8, 1..4), 0..30)
    ) {
        let options = (0..8).map(|index| PollOption { id: format!("o{index}"), ..PollOption::default() });
        let question = Question::from(Multiple { options: options.collect(), min: 1, max: 8, ..Multiple::default() });
        let ballot = |options: &Vec<usize>| Ballot {
            marks: Marks::Choice(ChoiceMarks::of(options.iter().copied().collect::<Choices>())),
            revision: 1,
            seq: 1,
            elapsed: None,
        };
        let mut tally = Tally::new(&question);
        gone.iter().for_each(|gone| tally.add(&question, &ballot(gone)));
        counted.iter().for_each(|counted| tally.add(&question, &ballot(counted)));
        gone.iter().for_each(|gone| tally.remove(&question, &ballot(gone)));
        let mut alone = Tally::new(&question);
        counted.iter().for_each(|counted| alone.add(&question, &ballot(counted)));
        prop_assert_eq!(tally, alone);
    }
}
