//! What a command decides depends on the state, and the state on the events alone.

use std::sync::Arc;

use gazouillis_core::{Command, Session};
use proptest::prelude::*;

use crate::room::{PHONES, stories, tell, token};

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_session_is_the_fold_of_its_events((deck, commands) in stories(160)) {
        let mut session = Session::new(Arc::clone(&deck));
        let mut events = Vec::new();
        for command in commands {
            for event in session.decide(command).unwrap_or_default() {
                session.evolve(&event);
                events.push(event);
            }
        }
        let mut again = Session::new(deck);
        events.iter().for_each(|event| { again.evolve(event); });
        prop_assert_eq!(again.snapshot().cursor, session.cursor());
        prop_assert_eq!(again.polls(), session.polls());
        prop_assert_eq!(again.participants(), session.participants());
        prop_assert_eq!(again.observed(), session.observed());
        prop_assert_eq!(again.is_simulated(), session.is_simulated());
        prop_assert_eq!(again.seq(), events.len() as u64, "each event counts once");
        for phone in 0..PHONES {
            prop_assert_eq!(again.participant(&token(phone)), session.participant(&token(phone)));
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
