//! A talk that is edited while its session runs: what people answered is what they were asked, whatever the file says later.

pub(crate) mod file;

use std::collections::HashMap;
use std::sync::Arc;

use gazouillis_core::kind::Single;
use gazouillis_core::session::{Cursor, Phase};
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Answer, Command, Event, Marks, Poll, Question, Rejection, Session};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::room::{tell, token};
use file::{Ask, Item, Text, file};

fn items() -> impl Strategy<Value = Vec<Item>> {
    let item = prop_oneof![
        2 => (0_u8..4).prop_map(Text),
        3 => (0_u8..5, 0_u8..3, 2_usize..=4, any::<bool>()).prop_map(|(question, wording, options, scores)| Ask(question, wording, options, scores)),
    ];
    vec(item, 1..7)
}

#[derive(Debug, Clone)]
enum Act {
    Edit(Vec<Item>, usize),
    Vote(u8, u8, usize),
    Press(Command),
    Improve(u8, bool),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        3 => (items(), 2_usize..4).prop_map(|(items, profiles)| Act::Edit(items, profiles)),
        12 => (0_u8..6, any::<u8>(), 0_usize..4).prop_map(|(phone, poll, option)| Act::Vote(phone, poll, option)),
        6 => Just(Act::Press(Command::Advance)),
        2 => Just(Act::Press(Command::Back)),
        1 => (0_usize..6, 0_u16..2).prop_map(|(slide, step)| Act::Press(Command::Goto(Cursor { slide, step }))),
        2 => (0_u8..6).prop_map(|phone| Act::Press(Command::Join { token: token(phone), code: None })),
        1 => (any::<u8>(), any::<bool>()).prop_map(|(poll, compare)| Act::Improve(poll, compare)),
        1 => Just(Act::Press(Command::Screen(gazouillis_core::session::ScreenAct::ToggleFreeze))),
        1 => Just(Act::Press(Command::Rehearse)),
    ];
    vec(act, 1..60)
}

/// Tells a session something, and keeps what happened.
fn tell_and_keep(session: &mut Session, command: Command, log: &mut Vec<Event>) -> Result<(), Rejection> {
    for event in session.decide(command)? {
        assert!(session.fits(&event), "what is decided can be read again: {event:?}");
        session.evolve(&event);
        log.push(event);
    }
    Ok(())
}

fn facts() -> SessionFacts {
    SessionFacts {
        id: "2026-11-30-abcdef".to_owned(),
        started_at: 0,
        started_local: "2026-11-30T09:00".to_owned(),
    }
}

fn single(poll: &Poll) -> &Single {
    match &poll.question {
        Question::Single(single) => single,
        other => panic!("only choices are asked here, not {other:?}"),
    }
}

/// The words that everybody answered with, as the session has them: who, what was asked, what was chosen.
fn said(session: &Session) -> Vec<(usize, String, String)> {
    let people = session.participants().iter().enumerate();
    let mut said: Vec<_> = people
        .flat_map(|(person, phone)| {
            phone.ballots().map(move |(poll, ballot)| {
                let poll = &session.deck().polls[poll];
                let Marks::Choice(marks) = &ballot.marks else {
                    panic!("only choices are answered here");
                };
                let option = marks.chosen.iter().next().expect("a choice has an option");
                (person, poll.ask.clone(), single(poll).options[option].text.clone())
            })
        })
        .collect();
    said.sort();
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_edited_every_answer_stands_under_the_words_it_was_given_to(first in items(), acts in acts()) {
        let first = Arc::new(file(&first, 2));
        let mut session = Session::new(Arc::clone(&first));
        let mut log = Vec::new();
        // What a witness in the room writes down: by person and poll, the words on the phone and those that were tapped.
        let mut witnessed: HashMap<(usize, String), (String, String)> = HashMap::new();
        for (step, act) in acts.into_iter().enumerate() {
            let seq = session.seq();
            match act {
                Act::Edit(items, profiles) => {
                    let edited = file(&items, profiles);
                    let before = session.kept_as_asked().len();
                    match tell_and_keep(&mut session, Command::Revise(Box::new(edited.clone())), &mut log) {
                        Ok(()) => prop_assert_eq!(&**session.talk(), &edited, "the session knows what the file says"),
                        Err(Rejection::ProfilesAnswered) => {
                            prop_assert!(!witnessed.is_empty(), "nobody has answered anything");
                            prop_assert_eq!(session.kept_as_asked().len(), before);
                        }
                        Err(other) => prop_assert!(false, "an edit was refused: {}", other),
                    }
                    let kept = session.kept_as_asked();
                    // What nobody has answered is asked as the file has it.
                    for (at, written) in session.talk().slides.iter().enumerate() {
                        for (place, poll) in written.polls.iter().enumerate() {
                            let written = &session.talk().polls[*poll];
                            let here = session.deck().slides[at].polls[place];
                            let here = &session.deck().polls[here];
                            prop_assert!(here.ask == written.ask && single(here).options.len() == single(written).options.len() || kept.contains(&written.id));
                        }
                    }
                }
                Act::Vote(phone, poll, option) => {
                    let poll = usize::from(poll) % session.polls().len().max(1);
                    let Some(id) = session.deck().polls.get(poll).map(|poll| poll.id.clone()) else { continue };
                    let asked = session.deck().poll_index(&id).map(|poll| session.deck().polls[poll].clone()).expect("it is there");
                    let answer = Answer::choice(format!("o{option}"));
                    let cast = Command::Cast { token: token(phone), poll: id.clone(), answer, revision: step as u32 + 1 };
                    if tell_and_keep(&mut session, cast, &mut log).is_ok() {
                        let person = session.participant(&token(phone)).expect("who votes has joined").0 as usize;
                        let text = single(&asked).options[option].text.clone();
                        witnessed.insert((person, id), (asked.ask, text));
                    }
                }
                Act::Improve(poll, compare) => {
                    let poll = usize::from(poll) % session.polls().len().max(1);
                    if let Some(poll) = session.deck().polls.get(poll) {
                        let again = Command::Again { poll: poll.id.clone(), compare };
                        let _ = tell_and_keep(&mut session, again, &mut log);
                    }
                }
                Act::Press(command) => {
                    let _ = tell_and_keep(&mut session, command, &mut log);
                }
            }
            prop_assert!(session.seq() >= seq, "pages rely on numbers that only grow");
            let mut witnessed: Vec<_> = witnessed.iter().map(|((person, _), (ask, text))| (*person, ask.clone(), text.clone())).collect();
            witnessed.sort();
            prop_assert_eq!(said(&session), witnessed);
            let open = session.polls().iter().filter(|poll| poll.phase == Phase::Open).count();
            prop_assert!(open <= 1, "phones show one question at a time");
            let Cursor { slide, step } = session.cursor();
            prop_assert!(step < session.deck().slides[slide].steps);
            // A view can be made of it.
            let snapshot = session.snapshot();
            prop_assert_eq!(snapshot.polls.len(), session.deck().polls.len());
            prop_assert_eq!(snapshot.bars.len(), session.deck().polls.len());
            let _ = session.summary(facts());
        }
        let mut read_again = Session::new(first);
        for event in &log {
            prop_assert!(read_again.fits(event));
            read_again.evolve(event);
        }
        prop_assert_eq!(read_again.deck(), session.deck());
        prop_assert_eq!(read_again.polls(), session.polls());
        prop_assert_eq!(read_again.participants(), session.participants());
        prop_assert_eq!((read_again.cursor(), read_again.seq(), read_again.edition()), (session.cursor(), session.seq(), session.edition()));
    }
}

fn joined(session: &mut Session, people: u8) {
    for phone in 0..people {
        assert!(tell(
            session,
            Command::Join {
                token: token(phone),
                code: None
            }
        ));
    }
}

fn edit(session: &mut Session, items: &[Item]) -> Result<(), Rejection> {
    tell_and_keep(session, Command::Revise(Box::new(file(items, 2))), &mut Vec::new())
}

fn vote(session: &mut Session, phone: u8, poll: &str, option: usize) -> Result<(), Rejection> {
    let cast = Command::Cast {
        token: token(phone),
        poll: poll.to_owned(),
        answer: Answer::choice(format!("o{option}")),
        revision: 1,
    };
    tell_and_keep(session, cast, &mut Vec::new())
}

#[test]
fn the_talk_stays_on_its_slide_when_others_come_before_it_and_after() {
    let mut session = Session::new(Arc::new(file(&[Text(0), Text(1), Text(2)], 2)));
    joined(&mut session, 3);
    assert!(tell(&mut session, Command::Goto(Cursor { slide: 1, step: 1 })));
    let on = |session: &Session| session.deck().slides[session.cursor().slide].title.clone();
    assert_eq!(on(&session).as_deref(), Some("Words 1"));
    edit(&mut session, &[Text(7), Text(0), Text(9), Text(1), Text(2), Text(8)]).expect("it is taken in");
    assert_eq!(on(&session).as_deref(), Some("Words 1"));
    assert_eq!(session.cursor(), Cursor { slide: 3, step: 1 });
    edit(&mut session, &[Text(1)]).expect("it is taken in");
    assert_eq!(session.cursor(), Cursor { slide: 0, step: 1 });
    edit(&mut session, &[Text(2)]).expect("a slide that is gone has no better place");
    assert_eq!(
        session.cursor(),
        Cursor { slide: 0, step: 1 },
        "and the one in its place is shown"
    );
    edit(&mut session, &[]).expect("it is taken in");
    assert_eq!(
        session.cursor(),
        Cursor { slide: 0, step: 0 },
        "of which the steps there are"
    );
}

#[test]
fn a_question_that_is_open_and_unanswered_is_asked_in_its_new_words() {
    let mut session = Session::new(Arc::new(file(&[Text(0), Ask(3, 0, 2, false)], 2)));
    joined(&mut session, 3);
    assert!(tell(&mut session, Command::Goto(Cursor { slide: 1, step: 0 })));
    edit(&mut session, &[Text(0), Ask(3, 1, 3, false)]).expect("it is taken in");
    let open = session.snapshot().open_poll().expect("phones can answer at once");
    assert_eq!(session.deck().polls[open].ask, "q3 in wording 1");
    assert_eq!(vote(&mut session, 0, "q3", 2), Ok(()), "with an option that is new");
    edit(&mut session, &[Text(0), Ask(3, 2, 2, false)]).expect("it is taken in");
    let open = session.snapshot().open_poll().expect("the vote goes on");
    assert_eq!(session.deck().polls[open].ask, "q3 in wording 1", "as it was asked");
    assert_eq!(session.kept_as_asked(), ["q3"]);
    edit(&mut session, &[Text(0), Ask(3, 1, 3, false)]).expect("it is taken in");
    assert_eq!(
        session.kept_as_asked(),
        Vec::<String>::new(),
        "the file says what was asked again"
    );
}

#[test]
fn a_question_that_was_answered_and_is_deleted_is_closed_and_stays_in_the_summary() {
    let mut session = Session::new(Arc::new(file(&[Ask(3, 0, 2, false), Text(0)], 2)));
    joined(&mut session, 6);
    assert!(tell(
        &mut session,
        Command::Open {
            poll: "q3".to_owned(),
            reopen: false
        }
    ));
    for phone in 0..6 {
        assert_eq!(vote(&mut session, phone, "q3", usize::from(phone % 2)), Ok(()));
    }
    assert!(tell(&mut session, Command::Reveal { poll: "q3".to_owned() }));
    edit(&mut session, &[Text(0), Ask(4, 0, 2, false)]).expect("it is taken in");
    let summary = session.summary(facts());
    let asked: Vec<&str> = summary.polls.iter().map(|poll| poll.ask.as_str()).collect();
    assert_eq!(asked, ["q3 in wording 0"], "and the new one has not been asked");
    assert_eq!(
        vote(&mut session, 0, "q3", 0),
        Ok(()),
        "a retry is answered as the first time"
    );
}

#[test]
fn an_open_question_that_leaves_the_file_takes_no_more_answers() {
    let mut session = Session::new(Arc::new(file(&[Ask(3, 0, 2, false), Text(0)], 2)));
    joined(&mut session, 2);
    assert!(tell(
        &mut session,
        Command::Open {
            poll: "q3".to_owned(),
            reopen: false
        }
    ));
    assert_eq!(vote(&mut session, 0, "q3", 0), Ok(()));
    edit(&mut session, &[Text(0)]).expect("it is taken in");
    assert_eq!(session.snapshot().open_poll(), None);
    assert_eq!(vote(&mut session, 1, "q3", 0), Err(Rejection::PollClosed));
}

#[test]
fn results_that_are_up_give_way_to_the_question_that_takes_their_place() {
    let mut session = Session::new(Arc::new(file(&[Ask(3, 0, 2, false)], 2)));
    joined(&mut session, 2);
    assert!(tell(
        &mut session,
        Command::Open {
            poll: "q3".to_owned(),
            reopen: false
        }
    ));
    assert!(
        tell(&mut session, Command::Advance),
        "the room sees that nobody has answered"
    );
    edit(&mut session, &[Ask(3, 1, 2, false)]).expect("it is taken in");
    assert_eq!(session.cursor(), Cursor { slide: 0, step: 0 });
    assert_eq!(vote(&mut session, 1, "q3", 0), Ok(()), "it is asked");
}

#[test]
fn a_half_of_a_pair_that_is_edited_stays_with_the_half_that_was_answered() {
    let mut session = Session::new(Arc::new(file(&[Ask(0, 0, 2, false), Ask(1, 0, 2, false)], 2)));
    joined(&mut session, 6);
    assert!(tell(
        &mut session,
        Command::Open {
            poll: "change-before".to_owned(),
            reopen: false
        }
    ));
    assert_eq!(vote(&mut session, 0, "change-before", 0), Ok(()));
    edit(&mut session, &[Ask(0, 0, 2, false), Ask(1, 1, 4, false)]).expect("it is taken in");
    assert_eq!(
        session.kept_as_asked(),
        ["change-after"],
        "else people would be compared over two different questions"
    );
}

#[test]
fn profiles_that_answers_give_points_to_stay_and_so_does_the_talk() {
    let asks = [Ask(3, 0, 2, true)];
    let mut session = Session::new(Arc::new(file(&asks, 2)));
    joined(&mut session, 3);
    assert!(tell(
        &mut session,
        Command::Open {
            poll: "q3".to_owned(),
            reopen: false
        }
    ));
    let three =
        |session: &mut Session| tell_and_keep(session, Command::Revise(Box::new(file(&asks, 3))), &mut Vec::new());
    assert_eq!(three(&mut session.clone()), Ok(()), "nobody has answered yet");
    assert_eq!(vote(&mut session, 0, "q3", 0), Ok(()));
    assert_eq!(three(&mut session), Err(Rejection::ProfilesAnswered));
    assert_eq!(session.deck().typology.profiles.len(), 2);
}

#[test]
fn an_author_may_save_a_thousand_times_before_anybody_joins() {
    let mut session = Session::new(Arc::new(file(&[Ask(3, 0, 2, true)], 2)));
    for save in 0..1_000_u32 {
        edit(&mut session, &[Ask(3, (save % 3) as u8 + 1, 2, true), Text(0)]).expect("it is taken in");
    }
    assert_eq!(session.polls().len(), 1);
}
