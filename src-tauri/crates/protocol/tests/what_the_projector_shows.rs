//! What the presenter has done to the projector holds, whatever happens underneath.

#[path = "../../core/tests/properties/room.rs"]
mod room;

use gazouillis_core::session::ScreenAct;
use gazouillis_core::{Command, Session};
use gazouillis_protocol::{JoinView, StageView, project};
use proptest::prelude::*;
use room::{stories, tell};

fn join() -> JoinView {
    JoinView {
        url: String::new(),
        short: String::new(),
        qr: None,
        wifi: None,
    }
}

fn projector(session: &Session) -> StageView {
    project::projector("s", session.deck(), &session.snapshot(), 0, &join(), None)
}

/// The picture, without what may go on: the count of phones, the number of the view, and whether there is a picture at all.
fn picture(session: &Session) -> StageView {
    StageView {
        seq: 0,
        joined: 0,
        blank: None,
        ..projector(session)
    }
}

/// What lets go of a frozen screen, or keeps results from it.
fn touches(command: &Command) -> bool {
    use ScreenAct::{HideResults, ShowResults, ToggleFreeze, ToggleResults, Unfreeze};
    matches!(
        command,
        Command::ShowObserved(false)
            | Command::Screen(HideResults | ShowResults | ToggleFreeze | ToggleResults | Unfreeze)
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_frozen_projector_stays_as_it_was((deck, commands) in stories(120), from in any::<proptest::sample::Index>()) {
        let mut session = Session::new(deck);
        let from = from.index(commands.len() + 1);
        let mut frozen = None;
        for (number, command) in commands.into_iter().enumerate() {
            if number == from {
                tell(&mut session, Command::Screen(ScreenAct::ShowResults));
                tell(&mut session, Command::Screen(ScreenAct::Unfreeze));
                let seen = picture(&session);
                tell(&mut session, Command::Screen(ScreenAct::Freeze));
                frozen = Some(seen);
            }
            if frozen.is_none() || !touches(&command) {
                tell(&mut session, command);
            }
            if let Some(frozen) = &frozen {
                prop_assert_eq!(&picture(&session), frozen);
                prop_assert_eq!(projector(&session).seq, session.seq(), "no page takes it for an old view");
            }
        }
        if frozen.is_some() {
            tell(&mut session, Command::Screen(ScreenAct::Unfreeze));
            let live = project::stage("s", session.deck(), &session.snapshot(), 0, &join(), None);
            let (seq, joined) = (0, 0);
            prop_assert_eq!(picture(&session), StageView { seq, joined, ..live });
        }
    }

    #[test]
    fn of_hidden_results_nothing_reaches_the_projector((deck, commands) in stories(150)) {
        let mut session = Session::new(deck);
        for command in commands {
            tell(&mut session, command);
        }
        tell(&mut session, Command::Screen(ScreenAct::HideResults));
        let view = projector(&session);
        prop_assert_eq!((view.breakdown, view.board, view.change), (None, None, None));
        prop_assert!(view.favourites.is_empty());
        if let Some(poll) = view.poll {
            prop_assert_eq!((poll.results, poll.solution, poll.explain, poll.notes.len()), (None, None, None, 0));
        }
    }
}
