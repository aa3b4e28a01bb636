//! A session read back from what is stored is the session that was stored.

use std::collections::HashMap;
use std::sync::Arc;

use gazouillis_core::session::{ParticipantId, Phase, TokenHash};
use gazouillis_core::{Answer, Command, Event, PollKind, Session};
use proptest::prelude::*;

use crate::room::{PHONES, stories, tell, token};

/// The state as the store writes it down: who is here, what counts, what polls have been through, where the talk is.
fn stored(session: &Session, tokens: &HashMap<ParticipantId, TokenHash>) -> Vec<Event> {
    let people = session.participants();
    let mut events: Vec<Event> = (0..people.len() as u32)
        .map(ParticipantId)
        .map(|participant| Event::Joined {
            participant,
            token: tokens[&participant],
            simulated: people[participant.0 as usize].simulated,
        })
        .collect();
    events.extend(casts(session));
    for (poll, state) in session.polls().iter().enumerate() {
        match state.phase {
            Phase::Pending => {}
            Phase::Open => events.push(Event::Opened { poll }),
            Phase::Closed => events.push(Event::Closed { poll }),
        }
        events.extend(state.revealed.then_some(Event::Revealed { poll }));
        events.extend(state.answer_shown.then_some(Event::AnswerShown { poll }));
    }
    events.push(Event::Moved(session.cursor()));
    events.extend(session.is_breakdown_shown().then_some(Event::BreakdownShown));
    events.extend(session.is_finished().then_some(Event::Finished));
    events
}

fn casts(session: &Session) -> Vec<Event> {
    let mut casts = Vec::new();
    for (number, person) in session.participants().iter().enumerate() {
        for (poll, ballot) in person.ballots() {
            let options = &session.deck().polls[poll];
            let mut choices: Vec<String> = ballot
                .choices
                .iter()
                .map(|index| options.options[index].id.clone())
                .collect();
            let answer = match options.kind {
                PollKind::Multiple { .. } => Answer::Choices { choices },
                _ => Answer::Choice {
                    choice: choices.pop().expect("a ballot names an option"),
                },
            };
            let participant = ParticipantId(number as u32);
            casts.push((
                ballot.seq,
                Event::Cast {
                    participant,
                    poll,
                    answer,
                    ballot: *ballot,
                },
            ));
        }
    }
    casts.sort_by_key(|(seq, _)| *seq);
    casts.into_iter().map(|(_, event)| event).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_restored_session_equals_the_one_that_was_stored((deck, commands) in stories(160)) {
        let mut session = Session::new(Arc::clone(&deck));
        for command in commands {
            tell(&mut session, command);
        }
        let tokens = (0..PHONES).filter_map(|phone| Some((session.participant(&token(phone))?, token(phone)))).collect();
        let restored = Session::restore(deck, stored(&session, &tokens), session.seq());
        prop_assert_eq!(restored.cursor(), session.cursor());
        prop_assert_eq!(restored.polls(), session.polls());
        prop_assert_eq!(restored.participants(), session.participants());
        prop_assert_eq!(restored.is_finished(), session.is_finished());
        prop_assert_eq!(restored.is_simulated(), session.is_simulated());
        prop_assert_eq!(restored.is_breakdown_shown(), session.is_breakdown_shown());
        prop_assert_eq!(restored.seq(), session.seq(), "the sequence number is the stored one");
        for phone in 0..PHONES {
            prop_assert_eq!(restored.participant(&token(phone)), session.participant(&token(phone)));
        }
    }

    #[test]
    fn a_restored_session_goes_on_as_the_original_would((deck, commands) in stories(80), more in 0_usize..40) {
        let split = commands.len().saturating_sub(more);
        let mut session = Session::new(Arc::clone(&deck));
        commands[..split].iter().for_each(|command| { tell(&mut session, command.clone()); });
        let tokens = (0..PHONES).filter_map(|phone| Some((session.participant(&token(phone))?, token(phone)))).collect();
        let mut restored = Session::restore(deck, stored(&session, &tokens), session.seq());
        for command in &commands[split..] {
            prop_assert_eq!(restored.decide(command.clone()), session.decide(command.clone()), "{:?}", command);
            tell(&mut session, command.clone());
            tell(&mut restored, command.clone());
        }
    }

    #[test]
    fn what_a_command_decides_depends_on_the_state_alone((deck, commands) in stories(60)) {
        let mut session = Session::new(deck);
        for command in commands {
            let first = session.decide(command.clone());
            prop_assert_eq!(session.decide(command.clone()), first);
            if matches!(command, Command::Cast { revision: 0, .. }) {
                prop_assert!(session.decide(command.clone()).is_err(), "revisions count from 1");
            }
            tell(&mut session, command);
        }
    }
}
