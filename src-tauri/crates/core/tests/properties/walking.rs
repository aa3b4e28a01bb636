//! A clicker alone carries the talk.

use std::sync::Arc;

use gazouillis_core::session::{Cursor, Phase};
use gazouillis_core::{Command, Deck, Event, Question, Session};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::room::{decks, stories, tell};

/// Every place of a talk, in order.
fn places(deck: &Deck) -> Vec<Cursor> {
    let slides = deck.slides.iter().enumerate();
    slides
        .flat_map(|(slide, content)| (0..content.steps).map(move |step| Cursor { slide, step }))
        .collect()
}

/// What the polls of a talk go through, in order, when somebody only ever presses "next".
fn expected(deck: &Deck) -> Vec<Event> {
    let mut events = Vec::new();
    for poll in deck.slides.iter().filter_map(gazouillis_core::Slide::poll) {
        events.extend([Event::Opened { poll }, Event::Closed { poll }, Event::Revealed { poll }]);
        if matches!(deck.polls[poll].question, Question::Quiz(_)) {
            events.push(Event::AnswerShown { poll });
        }
    }
    events
}

fn assert_all_asked(session: &Session) -> Result<(), TestCaseError> {
    for (state, poll) in session.polls().iter().zip(&session.deck().polls) {
        prop_assert_eq!(state.phase, Phase::Closed, "{}", &poll.id);
        prop_assert!(state.revealed, "{} was not revealed", &poll.id);
        prop_assert_eq!(
            state.answer_shown,
            matches!(poll.question, Question::Quiz(_)),
            "{}",
            &poll.id
        );
    }
    Ok(())
}

/// Presses "next" until nothing happens any more.
fn to_the_end(session: &mut Session) -> (Vec<Cursor>, Vec<Event>) {
    let (mut places, mut others) = (vec![session.cursor()], Vec::new());
    loop {
        let events = session.decide(Command::Advance).expect("next is never refused");
        if events.is_empty() {
            return (places, others);
        }
        for event in events {
            session.evolve(&event);
            match event {
                Event::Moved(place) => places.push(place),
                other => others.push(other),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn next_walks_every_step_and_opens_closes_and_reveals_every_poll_in_order(deck in decks()) {
        let mut session = Session::new(Arc::clone(&deck));
        let (walked, done) = to_the_end(&mut session);
        prop_assert_eq!(walked, places(&deck));
        prop_assert_eq!(done, expected(&deck));
        assert_all_asked(&session)?;
    }

    #[test]
    fn next_and_previous_in_any_order_miss_no_poll(deck in decks(), clicks in vec(0_u8..3, 0..80)) {
        let mut session = Session::new(Arc::clone(&deck));
        for click in clicks {
            tell(&mut session, if click == 0 { Command::Back } else { Command::Advance });
        }
        to_the_end(&mut session);
        assert_all_asked(&session)?;
    }

    #[test]
    fn the_place_is_always_one_of_the_talk((deck, commands) in stories(80)) {
        let mut session = Session::new(Arc::clone(&deck));
        for command in commands {
            tell(&mut session, command);
            prop_assert!(places(&deck).contains(&session.cursor()));
        }
        let (walked, _) = to_the_end(&mut session);
        prop_assert_eq!(walked.last().copied(), places(&deck).last().copied(), "next leads to the end from anywhere");
    }

    #[test]
    fn a_closed_poll_opens_again_only_when_that_is_meant((deck, commands) in stories(120)) {
        let mut session = Session::new(deck);
        for command in commands {
            let closed: Vec<usize> = (0..session.polls().len()).filter(|poll| session.polls()[*poll].phase == Phase::Closed).collect();
            let meant = matches!(command, Command::Open { reopen: true, .. });
            tell(&mut session, command);
            let opened = closed.iter().find(|poll| session.polls()[**poll].phase == Phase::Open);
            prop_assert!(meant || opened.is_none(), "poll {:?} opened again by itself", opened);
        }
    }
}
