//! Questions asked again, begun anew, improvised, and hands counted beside the phones.

use std::sync::Arc;

use gazouillis_core::change::Told;
use gazouillis_core::deck::Layout;
use gazouillis_core::improvise::{self, Template};
use gazouillis_core::kind::{PollOption, Single};
use gazouillis_core::poll::ResultsVisibility;
use gazouillis_core::session::{Cursor, Overlay, Phase};
use gazouillis_core::speed::Speed;
use gazouillis_core::{Answer, Command, Deck, Poll, Question, Rejection, Session, Typology};

use crate::room::{profiles, slide, tell, token};

/// A cover, then one scoring question of two options, then the end.
fn session(people: u8) -> Session {
    let option = |index: usize| PollOption {
        id: format!("o{index}"),
        text: format!("Option {index}"),
        scores: vec![(index, 3)],
        ..PollOption::default()
    };
    let question = Single {
        options: (0..2).map(option).collect(),
        ..Single::default()
    };
    asked(question.into(), people)
}

/// A cover, then one question, which is asked, then the end.
pub(crate) fn asked(question: Question, people: u8) -> Session {
    let poll = Poll {
        id: "q".to_owned(),
        ask: "?".to_owned(),
        hint: None,
        results: ResultsVisibility::After,
        pair: None,
        explain: None,
        timer: None,
        speed: Speed::Off,
        again: None,
        improvised: false,
        round: 1,
        question,
    };
    let asked = gazouillis_core::Slide {
        polls: vec![0],
        ..slide("q".to_owned(), Layout::Poll, 2)
    };
    let deck = Deck {
        title: "A talk".to_owned(),
        subtitle: None,
        author: None,
        date: None,
        organisation: None,
        language: gazouillis_core::deck::Language::Fr,
        spoken: None,
        typology: Typology {
            minimum_answers: 1,
            profiles: profiles(2),
        },
        minimum_group: 5,
        channels: Default::default(),
        leaderboard: false,
        cuts: Vec::new(),
        cut: None,
        look: Default::default(),
        polls: vec![poll],
        slides: vec![
            slide("cover".to_owned(), Layout::Cover, 1),
            asked,
            slide("end".to_owned(), Layout::End, 1),
        ],
    };
    let mut session = Session::new(Arc::new(deck));
    for phone in 0..people {
        let (token, code) = (token(phone), None);
        assert!(tell(&mut session, Command::Join { token, code }));
    }
    assert!(tell(&mut session, Command::Advance));
    session
}

fn vote(session: &mut Session, phone: u8, poll: &str, option: usize) -> bool {
    let cast = Command::Cast {
        token: token(phone),
        poll: poll.to_owned(),
        answer: Answer::choice(format!("o{option}")),
        revision: 1,
    };
    tell(session, cast)
}

fn again(poll: &str, compare: bool) -> Command {
    Command::Again {
        poll: poll.to_owned(),
        compare,
    }
}

fn bars(session: &Session, poll: usize) -> Option<Vec<u32>> {
    let tally = session.poll_bars(poll).room?;
    Some(tally.counts.choice()?.options.clone())
}

#[test]
fn asked_once_more_a_question_is_compared_person_by_person_and_gives_no_points_twice() {
    let mut session = session(30);
    for phone in 0..30 {
        assert!(vote(&mut session, phone, "q", usize::from(phone >= 15)));
    }
    assert!(tell(&mut session, Command::Advance), "closed and revealed");
    let points: Vec<_> = session
        .participants()
        .iter()
        .map(|person| person.scores.clone())
        .collect();
    assert!(tell(&mut session, again("q", true)));
    assert_eq!(session.overlay(), Some(Overlay { poll: 1, step: 0 }));
    assert_eq!(
        session.cursor(),
        Cursor { slide: 1, step: 1 },
        "the slide stays where it is"
    );
    for phone in 0..30 {
        // Five go from o0 to o1, and five the other way.
        assert!(vote(&mut session, phone, "q~2", usize::from(!(5..20).contains(&phone))));
    }
    let now: Vec<_> = session
        .participants()
        .iter()
        .map(|person| person.scores.clone())
        .collect();
    assert_eq!(now, points);
    assert!(
        tell(&mut session, Command::Advance),
        "the second round is closed and revealed"
    );
    assert_eq!(
        (bars(&session, 0), bars(&session, 1)),
        (Some(vec![15, 15]), Some(vec![15, 15]))
    );
    let change = session.change(1).expect("two rounds are compared");
    assert_eq!((change.before_poll, change.after_poll, change.people), (0, 1, 30));
    assert!(matches!(&change.told, Told::Flow(_)), "{change:?}");
    assert_eq!(change.changed(), Some(10));
    assert!(tell(&mut session, Command::Advance));
    assert_eq!(session.overlay(), None, "one step more uncovers the slide");
    assert_eq!(session.cursor(), Cursor { slide: 1, step: 1 });
}

#[test]
fn begun_anew_a_question_counts_afresh_and_the_round_before_is_kept_without_its_points() {
    let mut session = session(6);
    for phone in 0..6 {
        assert!(vote(&mut session, phone, "q", 0));
    }
    assert!(tell(&mut session, Command::Advance));
    assert!(tell(&mut session, again("q", false)));
    assert_eq!(session.cursor(), Cursor { slide: 1, step: 0 }, "the slide asks again");
    assert_eq!((session.edition(), session.overlay()), (1, None));
    assert_eq!(session.deck().slides[1].poll(), Some(1));
    assert_eq!(
        (session.polls()[0].phase, session.polls()[1].phase),
        (Phase::Closed, Phase::Open)
    );
    assert!(session.participants().iter().all(|person| person.scores.answered == 0));
    assert!(
        !vote(&mut session, 0, "q", 1),
        "the round before takes nothing any more"
    );
    assert!(vote(&mut session, 0, "q~2", 1));
    let person = &session.participants()[0].scores;
    assert_eq!((person.points.as_slice(), person.answered), ([0, 3].as_slice(), 1));
    assert!(tell(&mut session, Command::Finish));
    let facts = gazouillis_core::summary::SessionFacts {
        id: "s".to_owned(),
        started_at: 0,
        started_local: String::new(),
    };
    let told: Vec<(String, u32)> = session
        .summary(facts)
        .polls
        .iter()
        .map(|poll| (poll.id.clone(), poll.ballots))
        .collect();
    assert_eq!(told, [("q".to_owned(), 6), ("q~2".to_owned(), 1)]);
    assert_eq!(session.talk().polls.len(), 1, "the talk itself is as it was");
}

#[test]
fn what_was_never_asked_is_not_asked_again() {
    let deck = Arc::clone(session(0).talk());
    let fresh = Session::new(deck);
    assert_eq!(fresh.decide(again("q", true)), Err(Rejection::NotAskedYet));
    assert_eq!(fresh.decide(again("nothing", true)), Err(Rejection::UnknownPoll));
}

#[test]
fn an_improvised_question_lies_over_any_slide_and_closes_what_was_open() {
    let mut session = session(3);
    let poll = improvise::poll(session.deck(), Template::YesNo, Some("  On continue\u{202f}? "));
    assert_eq!(
        (poll.id.as_str(), poll.ask.as_str()),
        ("improvise-1", "On continue\u{202f}?")
    );
    let disguised = improvise::poll(session.deck(), Template::YesNo, Some("Oui\u{202e}non\u{200b}"));
    assert_eq!(disguised.ask, "Ouinon", "what turns or hides letters is taken out");
    assert!(tell(&mut session, Command::Improvise(Box::new(poll.clone()))));
    assert_eq!(session.polls()[0].phase, Phase::Closed);
    assert_eq!(session.polls()[1].phase, Phase::Open);
    let seq = session.seq();
    assert!(tell(&mut session, Command::Improvise(Box::new(poll))), "pressed twice");
    assert_eq!((session.seq(), session.polls().len()), (seq, 2), "it is asked once");
    let next = improvise::poll(session.deck(), Template::Letters, None);
    assert_eq!(next.id, "improvise-2");
    assert!(tell(&mut session, Command::Back));
    assert_eq!(session.overlay(), None);
    assert_eq!(session.polls()[1].phase, Phase::Open, "going back destroys nothing");
}

#[test]
fn hands_are_shown_with_the_ballots_and_only_fit_options() {
    let mut session = session(4);
    for phone in 0..4 {
        assert!(vote(&mut session, phone, "q", 0));
    }
    let hands = |hands: &[u32]| Command::CountHands {
        poll: "q".to_owned(),
        hands: hands.to_vec(),
    };
    assert_eq!(session.decide(hands(&[1])), Err(Rejection::InvalidHands));
    assert_eq!(session.decide(hands(&[1, 2, 3])), Err(Rejection::InvalidHands));
    assert!(tell(&mut session, hands(&[2, 7])));
    assert!(tell(&mut session, hands(&[3, 7])), "counted anew");
    assert!(tell(&mut session, Command::Advance));
    assert_eq!(bars(&session, 0), Some(vec![7, 7]));
    let room = session.poll_bars(0).room.expect("revealed");
    assert_eq!(
        (room.ballots, session.polls()[0].tally.ballots),
        (14, 4),
        "hands are no ballots"
    );
    assert!(tell(&mut session, hands(&[0, 0])), "and taken back after the reveal");
    assert_eq!(session.revealed_totals(0).map(|totals| totals.ballots), Some(4));
}

#[test]
fn a_timer_is_set_while_the_poll_is_open_and_begins_as_the_talk_says() {
    let mut session = session(1);
    let set = |seconds| Command::SetTimer {
        poll: "q".to_owned(),
        seconds,
    };
    assert_eq!(session.polls()[0].timer, None);
    assert!(tell(&mut session, set(Some(30))));
    assert_eq!(session.polls()[0].timer, Some(30));
    assert_eq!(session.decide(set(Some(1))), Err(Rejection::InvalidTimer));
    assert!(tell(&mut session, set(None)));
    assert!(tell(&mut session, Command::Advance));
    assert_eq!(session.decide(set(Some(30))), Err(Rejection::PollClosed));
}

#[test]
fn asked_once_more_twice_a_question_is_compared_with_each_of_its_rounds() {
    let mut session = session(40);
    let round = |session: &mut Session, poll: &str, first: std::ops::Range<u8>| {
        (0..40).for_each(|phone| assert!(vote(session, phone, poll, usize::from(!first.contains(&phone)))));
        assert!(tell(session, Command::Advance));
    };
    round(&mut session, "q", 0..20);
    assert!(tell(&mut session, again("q", true)));
    round(&mut session, "q~2", 5..25);
    assert!(tell(&mut session, again("q", true)));
    round(&mut session, "q~3", 8..28);
    let changed = |poll: usize| {
        let change = session.change(poll)?;
        Some((change.before_poll, change.after_poll, change.changed()?))
    };
    assert_eq!((changed(1), changed(2)), (Some((0, 1, 10)), Some((0, 2, 16))));
}

#[test]
fn hands_are_compared_with_nobody_and_hide_nobody_who_left_early() {
    let mut session = session(30);
    let mut ask = |poll: &str, people: u8, turned: u8| {
        let poll = || poll.to_owned();
        (0..people).for_each(|phone| {
            assert!(vote(
                &mut session,
                phone,
                &poll(),
                usize::from((phone + turned) % 30 >= 15)
            ))
        });
        let hands = vec![6, 6];
        assert!(tell(&mut session, Command::CountHands { poll: poll(), hands }));
        assert!(tell(&mut session, Command::Advance));
        tell(&mut session, again("q", true));
    };
    ask("q", 30, 0);
    // One person has left.
    ask("q~2", 29, 6);
    let change = session.change(1).expect("two rounds are compared");
    assert_eq!(
        (change.people, change.before.ballots, change.after.ballots),
        (29, 30, 29)
    );
    let Told::Flow(told) = &change.told else {
        panic!("{change:?}")
    };
    assert!(
        !matches!(told, gazouillis_core::disclosure::Flow::Table(_)),
        "beside the whole table stands what one person answered: {change:?}"
    );
}

#[test]
fn hands_stay_in_the_bars_of_a_poll_that_is_opened_again() {
    let mut session = session(20);
    (0..10).for_each(|phone| assert!(vote(&mut session, phone, "q", 0)));
    let (poll, hands) = ("q".to_owned(), vec![2, 7]);
    assert!(tell(&mut session, Command::CountHands { poll, hands }));
    assert!(tell(&mut session, Command::Advance));
    assert_eq!(bars(&session, 0), Some(vec![12, 7]));
    let poll = "q".to_owned();
    assert!(tell(&mut session, Command::Open { poll, reopen: true }));
    (10..20).for_each(|phone| assert!(vote(&mut session, phone, "q", 1)));
    let drawn = session.poll_bars(0).presenter.expect("live bars");
    assert_eq!(
        drawn.counts.choice().map(|counts| counts.options.clone()),
        Some(vec![12, 12])
    );
}
