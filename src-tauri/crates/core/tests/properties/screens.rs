//! What is done to the projector changes nothing else.

use gazouillis_core::session::{Blank, Screen, ScreenAct};
use gazouillis_core::{Command, Event, Session};
use proptest::prelude::*;

use crate::room::{stories, tell};

fn blanks(command: &Command) -> bool {
    use ScreenAct::{Black, Lift, ToggleBlack, ToggleWhite, White};
    matches!(
        command,
        Command::Screen(Black | Lift | ToggleBlack | ToggleWhite | White)
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_frozen_screen_and_hidden_results_leave_no_trace_in_the_session((deck, commands) in stories(120)) {
        let (mut with, mut without) = (Session::new(deck.clone()), Session::new(deck));
        for command in commands.into_iter().filter(|command| !blanks(command)) {
            if !matches!(command, Command::Screen(_)) {
                tell(&mut without, command.clone());
            }
            tell(&mut with, command);
            prop_assert_eq!(with.cursor(), without.cursor());
        }
        prop_assert_eq!(with.overlay(), without.overlay());
        prop_assert_eq!(with.is_finished(), without.is_finished());
        for (one, other) in with.polls().iter().zip(without.polls()) {
            prop_assert_eq!((one.phase, one.revealed, one.answer_shown), (other.phase, other.revealed, other.answer_shown));
            prop_assert_eq!(one.tally.ballots, other.tally.ballots);
        }
    }

    #[test]
    fn from_a_blank_screen_the_first_press_moves_nothing((deck, commands) in stories(80), forward in any::<bool>(), black in any::<bool>()) {
        let mut session = Session::new(deck);
        commands.into_iter().for_each(|command| { tell(&mut session, command); });
        tell(&mut session, Command::Screen(if black { ScreenAct::Black } else { ScreenAct::White }));
        let before = session.screen();
        prop_assert!(before.blank.is_some());
        let events = session.decide(if forward { Command::Advance } else { Command::Back }).expect("never refused");
        prop_assert_eq!(events, [Event::ScreenChanged(Screen { blank: None, ..before })]);
    }

    #[test]
    fn hidden_results_come_back_with_the_next_step((deck, commands) in stories(80)) {
        let mut session = Session::new(deck);
        for command in commands {
            let hidden = session.screen().results_hidden;
            let (place, overlay) = (session.cursor(), session.overlay());
            let moves = matches!(command, Command::Advance | Command::Back | Command::Goto(_) | Command::Uncover);
            tell(&mut session, command);
            let moved = (session.cursor(), session.overlay()) != (place, overlay);
            if hidden && moves && moved {
                prop_assert!(!session.screen().results_hidden);
            }
        }
    }

    #[test]
    fn what_is_kept_is_what_was(black in proptest::option::of(any::<bool>()), frozen in any::<bool>(), results_hidden in any::<bool>()) {
        let blank = black.map(|black| if black { Blank::Black } else { Blank::White });
        let screen = Screen { blank, frozen, results_hidden };
        prop_assert_eq!(Screen::from_number(screen.number()), Some(screen));
    }
}

#[test]
fn no_other_number_is_a_screen() {
    let known = (0..=u8::MAX).filter(|number| Screen::from_number(*number).is_some());
    assert_eq!(known.count(), 12);
}
