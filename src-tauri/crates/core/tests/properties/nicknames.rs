//! The nicknames of a leader board, and what is left of it when the session is over.

use std::collections::BTreeSet;
use std::sync::Arc;

use gazouillis_core::deck::Language;
use gazouillis_core::session::ParticipantId;
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Command, Session};

use crate::room::token;
use crate::speed::{Told, deck, send};

#[test]
fn nicknames_run_out_for_nobody() {
    let mut told = Told::new();
    for person in 0..=u8::MAX {
        told.join(person, 7);
    }
    let names: BTreeSet<String> = (0..256)
        .filter_map(|person| told.session.nickname(ParticipantId(person)))
        .map(|nickname| nickname.words(Language::Fr))
        .collect();
    assert_eq!(names.len(), 256, "the same draw for everybody, and no name twice");
}

#[test]
fn a_talk_without_a_board_names_nobody() {
    let mut quiet = (*deck()).clone();
    quiet.leaderboard = false;
    let session = Session::new(Arc::new(quiet));
    let events = session
        .decide(Command::Join {
            token: token(1),
            code: None,
        })
        .expect("anybody joins");
    assert!(session.nicknames(&events, || 3).is_empty());
}

#[test]
fn when_the_session_is_over_nobody_has_a_name_and_the_summary_has_counts_only() {
    let mut told = Told::new();
    for person in 0..6 {
        told.join(person, u32::from(person) * 11);
    }
    for person in 0..6_u8 {
        told.send(&send(
            person,
            usize::from(person % 2),
            1,
            1_000 * u32::from(person) + 30,
        ));
    }
    let names: Vec<String> = (0..6)
        .filter_map(|person| told.session.nickname(ParticipantId(person)))
        .map(|nickname| nickname.words(Language::Fr))
        .collect();
    told.shows_the_board();
    told.tell(Command::Finish);
    assert!(told.session.standing().places.is_empty());
    assert!((0..6).all(|person| told.session.nickname(ParticipantId(person)).is_none()));
    let summary = told.session.summary(SessionFacts {
        id: "s".to_owned(),
        started_at: 0,
        started_local: "2026-01-01T10:00".to_owned(),
    });
    let pace = summary.polls[0].pace.expect("speed counted");
    assert_eq!((pace.answers, pace.right, pace.median), (6, 3, Some(2_500)));
    let written = serde_json::to_string(&summary).expect("a summary is JSON");
    for name in names {
        assert!(!written.contains(&name), "{name}");
    }
}

#[test]
fn a_median_of_four_people_is_not_told() {
    let mut told = Told::new();
    for person in 0..4 {
        told.join(person, u32::from(person));
        told.send(&send(person, 0, 1, 1_000));
    }
    told.shows_the_board();
    let pace = told.session.pace(0).expect("speed counted");
    assert_eq!((pace.answers, pace.right, pace.median), (4, 4, None));
}
