//! What is seen in the room: counted once a tap, kept apart from the votes, and never more than the presenter shows.

use std::sync::Arc;

use gazouillis_core::session::{MOST_SEEN, Observed, ScreenAct, Seen, Sighting, Tap};
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Command, Deck, Event, Rejection, Session, Summary};
use proptest::prelude::*;

use crate::revising::file::file;
use crate::room::{decks, stories, tell, token};

fn facts() -> SessionFacts {
    SessionFacts {
        id: "s".to_owned(),
        started_at: 0,
        started_local: "2026-11-30T10:00".to_owned(),
    }
}

fn observes(command: &Command) -> bool {
    matches!(command, Command::Observe { .. } | Command::ShowObserved(_))
}

/// A talk with so many profiles, which asks nothing.
fn talk(count: usize) -> Arc<Deck> {
    Arc::new(file(&[], count))
}

fn see(profile: usize, seen: Seen, number: u32) -> Command {
    Command::Observe {
        profile: format!("profile-{profile}"),
        seen,
        tap: Tap { desk: 7, number },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_told_of_votes_depends_on_what_was_seen((deck, commands) in stories(160)) {
        let (mut with, mut without) = (Session::new(Arc::clone(&deck)), Session::new(deck));
        for command in commands {
            if !observes(&command) {
                tell(&mut without, command.clone());
            }
            tell(&mut with, command);
            for poll in 0..without.polls().len() {
                prop_assert_eq!(with.poll_bars(poll), without.poll_bars(poll));
            }
            prop_assert_eq!(with.shown_breakdown(), without.shown_breakdown());
            prop_assert_eq!(with.has_more_to_publish(), without.has_more_to_publish());
        }
        let seen = with.summary(facts());
        let total: u32 = with.observed().counts().iter().sum();
        prop_assert_eq!(seen.observed.as_ref().map_or(0, |observed| observed.total), total);
        prop_assert_eq!(Summary { observed: None, ..seen }, without.summary(facts()));
    }

    #[test]
    fn a_count_is_the_taps_of_each_desk_each_once(taps in proptest::collection::vec((0_usize..3, any::<bool>(), 0_u32..3), 0..60), again in proptest::collection::vec(any::<bool>(), 60)) {
        let mut session = Session::new(talk(3));
        let (mut expected, mut numbers) = ([0_u32; 3], [0_u32; 3]);
        for ((profile, more, desk), again) in taps.into_iter().zip(again) {
            numbers[desk as usize] += 1;
            let tap = Tap { desk, number: numbers[desk as usize] };
            let seen = if more { Seen::More } else { Seen::Less };
            let command = Command::Observe { profile: format!("profile-{profile}"), seen, tap };
            tell(&mut session, command.clone());
            if again {
                // Its answer was lost.
                tell(&mut session, command);
            }
            expected[profile] = if more { expected[profile] + 1 } else { expected[profile].saturating_sub(1) };
        }
        prop_assert_eq!(session.observed().counts(), expected);
    }

    #[test]
    fn the_room_is_told_shares_that_add_up_and_only_while_they_are_shown(deck in decks(), counts in proptest::collection::vec(0_u32..40, 7), shown in any::<bool>()) {
        let mut session = Session::new(deck);
        let mut number = 0;
        for (profile, count) in counts.iter().take(session.deck().typology.profiles.len()).enumerate() {
            for _ in 0..*count {
                number += 1;
                prop_assert!(tell(&mut session, see(profile, Seen::More, number)));
            }
        }
        tell(&mut session, Command::ShowObserved(shown));
        let observed: &Observed = session.observed();
        let told = observed.told();
        prop_assert_eq!(told.is_some(), session.observed().is_shown() && observed.total() > 0);
        if let Some(told) = told {
            prop_assert_eq!(told.iter().map(|share| share.percent).sum::<u32>(), 100);
            prop_assert_eq!(told.iter().map(|share| share.count).collect::<Vec<_>>(), observed.counts());
        }
        prop_assert!(session.participants().is_empty() && session.breakdown().people == 0, "nobody has voted");
    }
}

#[test]
fn a_tap_that_is_sent_again_counts_once_even_after_later_ones_and_a_crash() {
    let deck = talk(3);
    let mut session = Session::new(Arc::clone(&deck));
    let mut log = Vec::new();
    for command in [see(0, Seen::More, 1), see(1, Seen::More, 2), see(0, Seen::More, 1)] {
        for event in session.decide(command).expect("it is counted") {
            assert!(session.fits(&event));
            session.evolve(&event);
            log.push(event);
        }
    }
    let mut after = Session::new(deck);
    log.iter().for_each(|event| {
        after.evolve(event);
    });
    assert_eq!(after.observed(), session.observed());
    assert_eq!(
        after.decide(see(1, Seen::More, 2)),
        Ok(Vec::new()),
        "the crash came before its answer"
    );
    assert!(tell(&mut after, see(1, Seen::More, 3)));
    assert_eq!(after.observed().counts(), [1, 2, 0]);
}

#[test]
fn an_edit_of_the_talk_forgets_nothing_that_was_seen() {
    let mut session = Session::new(talk(3));
    assert!(tell(&mut session, see(1, Seen::More, 1)));
    assert!(tell(&mut session, Command::ShowObserved(true)));
    let mut edited = Deck::clone(&talk(3));
    edited.title = "Another title".to_owned();
    assert!(tell(&mut session, Command::Revise(Box::new(edited))));
    assert_eq!(session.deck().title, "Another title");
    assert_eq!(session.observed().counts(), [0, 1, 0]);
    assert!(session.observed().is_shown());
}

#[test]
fn a_count_has_two_ends_and_a_name_must_be_a_profiles() {
    let mut session = Session::new(talk(2));
    assert_eq!(
        session.decide(see(0, Seen::Less, 1)),
        Ok(Vec::new()),
        "nothing to take away"
    );
    (1..=MOST_SEEN).for_each(|number| assert!(tell(&mut session, see(0, Seen::More, number))));
    assert_eq!(session.decide(see(0, Seen::More, 5_000)), Err(Rejection::TooManySeen));
    assert!(tell(&mut session, see(0, Seen::Less, 5_001)));
    assert_eq!(session.observed().counts(), [MOST_SEEN - 1, 0]);
    assert_eq!(
        session.decide(see(2, Seen::More, 5_002)),
        Err(Rejection::UnknownProfile)
    );
    let none = Session::new(talk(0));
    assert_eq!(none.decide(see(0, Seen::More, 1)), Err(Rejection::UnknownProfile));
    assert_eq!(none.decide(Command::ShowObserved(true)), Err(Rejection::UnknownProfile));
    let sighting = Sighting::Counted {
        profile: 0,
        seen: Seen::More,
        tap: Tap { desk: 0, number: 1 },
    };
    assert!(!none.fits(&Event::Observed(sighting)), "nor is it read from a disk");
}

#[test]
fn what_was_seen_keeps_the_profiles_and_the_session_as_a_ballot_does() {
    let mut session = Session::new(talk(3));
    assert!(session.is_untouched());
    assert!(tell(&mut session, see(2, Seen::More, 1)));
    assert!(!session.is_untouched(), "it is not thrown away as empty");
    let edited = Box::new((*talk(2)).clone());
    assert_eq!(
        session.decide(Command::Revise(edited.clone())),
        Err(Rejection::ProfilesAnswered)
    );
    let mut renamed = (*talk(3)).clone();
    renamed.typology.profiles[2].name = "Another name".to_owned();
    assert!(tell(&mut session, Command::Revise(Box::new(renamed))));
    assert_eq!(session.observed().counts(), [0, 0, 1]);
    let summary = session.summary(facts()).observed.expect("it was seen");
    assert_eq!(
        (summary.profiles[2].name.as_str(), summary.profiles[2].percent),
        ("Another name", 100)
    );
    assert!(tell(&mut session, see(2, Seen::Less, 2)), "taken back");
    assert!(tell(
        &mut session,
        Command::Join {
            token: token(0),
            code: None
        }
    ));
    assert!(tell(&mut session, Command::Revise(edited)), "then they may be edited");
    assert_eq!(session.observed().counts(), [0, 0]);
    assert!(session.summary(facts()).observed.is_none());
}

#[test]
fn a_frozen_screen_shows_what_it_showed_until_the_presenter_hides_it() {
    let mut session = Session::new(talk(2));
    assert!(tell(&mut session, see(0, Seen::More, 1)));
    assert!(tell(&mut session, Command::ShowObserved(true)));
    assert!(tell(&mut session, Command::Screen(ScreenAct::Freeze)));
    assert!(tell(&mut session, see(1, Seen::More, 2)));
    let pictured = |session: &Session| {
        session
            .snapshot()
            .picture
            .map(|picture| Arc::clone(&picture.snapshot.observed))
    };
    assert_eq!(pictured(&session).expect("frozen").counts(), [1, 0]);
    assert!(tell(&mut session, Command::ShowObserved(false)));
    assert_eq!(pictured(&session).expect("frozen").told(), None);
}

#[test]
fn after_the_end_nothing_is_seen_any_more_and_the_summary_keeps_what_was() {
    let mut session = Session::new(talk(2));
    assert!(tell(&mut session, see(1, Seen::More, 1)));
    assert!(tell(&mut session, Command::Finish));
    assert_eq!(session.decide(see(1, Seen::More, 2)), Err(Rejection::Finished));
    let summary = session.summary(facts());
    let observed = summary.observed.expect("kept");
    assert_eq!(
        observed
            .profiles
            .iter()
            .map(|profile| profile.count)
            .collect::<Vec<_>>(),
        [0, 1]
    );
    assert_eq!(
        summary.breakdown.expect("the talk has profiles").people,
        0,
        "nobody voted"
    );
}
