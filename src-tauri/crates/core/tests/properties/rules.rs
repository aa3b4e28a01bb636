//! Nothing asked of a session makes it panic, point at someone, or forget.

use std::collections::HashMap;

use gazouillis_core::session::{Phase, Session, TokenHash};
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::typology::MINIMUM_GROUP;
use gazouillis_core::{Command, Event, Summary};
use proptest::prelude::*;

use crate::room::{stories, tell};

fn summary(session: &Session) -> Summary {
    session.summary(SessionFacts {
        id: "a-session".to_owned(),
        started_at: 0,
        started_local: "2026-11-22T09:12".to_owned(),
    })
}

fn open_polls(session: &Session) -> usize {
    session
        .polls()
        .iter()
        .filter(|state| state.phase == Phase::Open)
        .count()
}

fn assert_points_at_nobody(summary: &Summary) -> Result<(), TestCaseError> {
    if summary.simulated {
        // A rehearsal shows everything: nobody is in it.
        return Ok(());
    }
    if let Some(room) = &summary.breakdown {
        prop_assert_eq!(room.people, room.classified + room.unclassified);
        let large = room.classified >= MINIMUM_GROUP;
        prop_assert!(large || room.profiles.is_none(), "a breakdown of {}", room.classified);
        prop_assert!(
            !summary.finished || room.profiles.is_some() == large,
            "a large room is told in the end"
        );
        prop_assert!(room.masked.is_none() || room.profiles.is_some());
        let masked = room.masked.as_ref().map_or(f64::INFINITY, |masked| masked.people);
        prop_assert!(
            masked >= f64::from(MINIMUM_GROUP) - 1e-6,
            "a look behind {} masks",
            masked
        );
    }
    for change in &summary.changes {
        prop_assert_eq!(
            change.options.is_some(),
            change.people >= MINIMUM_GROUP,
            "a change of {}",
            change.people
        );
        prop_assert!(change.flows.is_none() || change.people >= MINIMUM_GROUP);
        for &cell in change.flows.iter().flatten().flatten().flatten() {
            prop_assert!(cell == 0 || cell >= MINIMUM_GROUP, "a cell of {} is shown", cell);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_commands_makes_a_session_panic((deck, commands) in stories(200)) {
        let mut session = Session::new(deck);
        for (number, command) in commands.into_iter().enumerate() {
            tell(&mut session, command);
            if number % 16 == 0 {
                // Whatever may be shown can be computed at any moment.
                let _ = (session.snapshot(), session.breakdown(), summary(&session));
                (0..session.polls().len()).for_each(|poll| drop(session.change(poll)));
            }
        }
        let _ = (session.snapshot(), summary(&session));
    }

    #[test]
    fn at_most_one_poll_is_open_at_a_time((deck, commands) in stories(120)) {
        let mut session = Session::new(deck);
        for command in commands {
            tell(&mut session, command.clone());
            prop_assert!(open_polls(&session) <= 1, "after {:?}", command);
        }
    }

    #[test]
    fn the_sequence_number_grows_with_every_event_and_stays_on_refusal((deck, commands) in stories(80)) {
        let mut session = Session::new(deck);
        for command in commands {
            let before = session.seq();
            match session.decide(command) {
                Ok(events) => for (number, event) in events.iter().enumerate() {
                    prop_assert_eq!(session.evolve(event), before + number as u64 + 1);
                },
                Err(_) => prop_assert_eq!(session.seq(), before),
            }
        }
    }

    #[test]
    fn going_back_destroys_nothing((deck, commands) in stories(80), times in 1_usize..6) {
        let mut session = Session::new(deck);
        for command in commands {
            tell(&mut session, command);
        }
        let (polls, people, finished) = (session.polls().to_vec(), session.participants().to_vec(), session.is_finished());
        let mut place = session.cursor();
        for _ in 0..times {
            let events = session.decide(Command::Back).expect("going back is never refused");
            prop_assert!(events.iter().all(|event| matches!(event, Event::Moved(_) | Event::Covered(_) | Event::ScreenChanged(_))), "{:?}", events);
            events.iter().for_each(|event| { session.evolve(event); });
            prop_assert!(session.cursor() <= place, "back goes backwards");
            place = session.cursor();
        }
        prop_assert_eq!(session.polls(), &polls[..]);
        prop_assert_eq!(session.participants(), &people[..]);
        prop_assert_eq!(session.is_finished(), finished);
    }

    #[test]
    fn a_summary_points_at_nobody((deck, commands) in stories(300)) {
        let mut session = Session::new(deck);
        for command in commands {
            tell(&mut session, command);
        }
        assert_points_at_nobody(&summary(&session))?;
    }

    #[test]
    fn after_the_end_nothing_about_the_room_changes((deck, commands) in stories(120), more in stories(60)) {
        let mut session = Session::new(deck);
        for command in commands {
            tell(&mut session, command);
        }
        tell(&mut session, Command::Finish);
        let (polls, people) = (session.polls().to_vec(), session.participants().to_vec());
        prop_assert_eq!(open_polls(&session), 0, "no poll stays open");
        for command in more.1 {
            tell(&mut session, command);
        }
        prop_assert_eq!(session.polls(), &polls[..]);
        prop_assert_eq!(session.participants(), &people[..]);
    }

    #[test]
    fn a_session_that_somebody_joined_never_becomes_a_rehearsal((deck, commands) in stories(120)) {
        let mut session = Session::new(deck);
        for command in commands {
            let (was_rehearsal, was_joined) = (session.is_simulated(), !session.participants().is_empty());
            let asked = command == Command::Rehearse && !session.is_finished();
            let accepted = tell(&mut session, command);
            if asked {
                prop_assert_eq!(accepted, was_rehearsal || !was_joined);
            }
            prop_assert_eq!(session.is_simulated(), was_rehearsal || asked && !was_joined);
            prop_assert_eq!(summary(&session).simulated, session.is_simulated());
        }
    }

    #[test]
    fn a_code_lets_one_phone_in_and_no_revision_is_jumped_to((deck, commands) in stories(160)) {
        let mut session = Session::new(deck);
        let mut used: HashMap<u32, TokenHash> = HashMap::new();
        for command in commands {
            let known = match &command {
                Command::Join { token, .. } => session.participant(token).is_some(),
                _ => false,
            };
            let accepted = tell(&mut session, command.clone());
            match command {
                Command::Join { token, code: Some(code) } if accepted && !known => {
                    prop_assert_eq!(used.insert(code, token), None, "a second phone came in with the same code");
                }
                Command::Cast { revision, .. } if accepted => {
                    prop_assert!(revision <= 1_000 + 5, "a first ballot with revision {revision} was taken");
                }
                _ => {}
            }
        }
    }

    #[test]
    fn whatever_is_decided_fits((deck, commands) in stories(160)) {
        let mut session = Session::new(deck);
        for command in commands {
            for event in session.decide(command).unwrap_or_default() {
                prop_assert!(session.fits(&event), "{:?}", event);
                session.evolve(&event);
            }
        }
    }
}
