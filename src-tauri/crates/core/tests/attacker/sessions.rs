//! Whole rooms over time: what was published before is held against what is published now.

use std::sync::Arc;

use gazouillis_core::ballot::Choices;
use gazouillis_core::change::Told;
use gazouillis_core::deck::{BREAKDOWN_STEPS, Language};
use gazouillis_core::kind::Single;
use gazouillis_core::poll::{Pair, ResultsVisibility};
use gazouillis_core::session::Cursor;
use gazouillis_core::speed::Speed;
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{
    Answer, Command, Deck, Layout, Poll, PollOption, Profile, Session, Slide, Summary, TokenHash, Typology,
};

use crate::attacks;
use crate::dice::Dice;

fn slide(layout: Layout, steps: u16) -> Slide {
    Slide {
        id: format!("{layout:?}"),
        layout,
        title: None,
        steps,
        blocks: Vec::new(),
        right: Vec::new(),
        polls: Vec::new(),
        results_of: None,
        profile: None,
        bird: None,
        image: None,
        notes: Vec::new(),
        minutes: None,
    }
}

fn poll(dice: &mut Dice, id: &str, options: usize, pair: Option<Pair>) -> Poll {
    let option = |index: usize, scores: Vec<(usize, u32)>| PollOption {
        id: format!("o{index}"),
        text: format!("Option {index}"),
        scores,
        ..PollOption::default()
    };
    let scores = |dice: &mut Dice| vec![(dice.below(4), 1 + dice.below(3) as u32)];
    Poll {
        id: id.to_owned(),
        ask: String::new(),
        hint: None,
        results: ResultsVisibility::Live,
        pair,
        explain: None,
        timer: None,
        speed: Speed::Off,
        again: None,
        improvised: false,
        round: 1,
        question: Single {
            options: (0..options)
                .map(|index| {
                    option(
                        index,
                        if matches!(pair, Some(Pair::After | Pair::Then)) {
                            Vec::new()
                        } else {
                            scores(dice)
                        },
                    )
                })
                .collect(),
            ..Single::default()
        }
        .into(),
    }
}

/// A talk of three scoring questions, the first asked again after and about the time before, and a breakdown whose last profile masks the others.
pub(crate) fn talk(dice: &mut Dice) -> Arc<Deck> {
    let options = dice.between(2, 4);
    let profile = |index: usize| Profile {
        id: format!("p{index}"),
        name: String::new(),
        reference: 25.0,
        bird: String::new(),
        summary: String::new(),
        lever: String::new(),
        advice: Vec::new(),
        masks: if index == 3 { vec![0, 1, 2] } else { Vec::new() },
    };
    let polls = vec![
        poll(dice, "q-before", options, Some(Pair::Before)),
        poll(dice, "r", options, None),
        poll(dice, "s", options, None),
        poll(dice, "q-after", options, Some(Pair::After)),
        poll(dice, "q-then", options, Some(Pair::Then)),
    ];
    let asking = (0..polls.len()).map(|poll| Slide {
        polls: vec![poll],
        ..slide(Layout::Poll, 2)
    });
    let slides = std::iter::once(slide(Layout::Cover, 1)).chain(asking);
    let results = |poll: usize| Slide {
        results_of: Some(poll),
        ..slide(Layout::Results, 1)
    };
    Arc::new(Deck {
        slides: slides
            .chain([slide(Layout::Profiles, BREAKDOWN_STEPS), results(3), results(4)])
            .collect(),
        title: String::new(),
        subtitle: None,
        author: None,
        date: None,
        organisation: None,
        language: Language::Fr,
        typology: Typology {
            minimum_answers: dice.below(3) as u32,
            profiles: (0..4).map(profile).collect(),
        },
        minimum_group: 5,
        channels: Default::default(),
        leaderboard: false,
        polls,
    })
}

fn token(person: usize) -> TokenHash {
    TokenHash([person as u8; 32])
}

pub(crate) fn tell(session: &mut Session, command: Command) {
    for event in session.decide(command).unwrap_or_default() {
        session.evolve(&event);
    }
}

pub(crate) fn vote(session: &mut Session, person: usize, poll: usize, option: usize, revision: u32) {
    let (poll, choice) = (session.deck().polls[poll].id.clone(), format!("o{option}"));
    tell(
        session,
        Command::Cast {
            token: token(person),
            poll,
            answer: Answer::choice(choice),
            revision,
        },
    );
}

pub(crate) fn room(deck: &Arc<Deck>, people: usize) -> Session {
    let mut session = Session::new(Arc::clone(deck));
    (0..people).for_each(|person| {
        tell(
            &mut session,
            Command::Join {
                token: token(person),
                code: None,
            },
        )
    });
    session
}

fn summary(session: &Session) -> Summary {
    session.summary(SessionFacts {
        id: String::new(),
        started_at: 0,
        started_local: String::new(),
    })
}

/// Everything everybody has answered.
type Truth = Vec<Vec<Option<Choices>>>;

fn truth(session: &Session) -> Truth {
    let polls = session.deck().polls.len();
    let answers = session.participants().iter().map(|person| {
        (0..polls)
            .map(|poll| Some(person.ballot(poll)?.marks.choice()?.chosen))
            .collect()
    });
    answers.collect()
}

/// How many people answered some of these polls otherwise.
fn differing(one: &Truth, other: &Truth, polls: &[usize]) -> usize {
    let answers = |truth: &Truth, person: usize| {
        polls
            .iter()
            .map(|poll| *truth.get(person)?.get(*poll)?)
            .collect::<Vec<_>>()
    };
    (0..one.len().max(other.len()))
        .filter(|person| answers(one, *person) != answers(other, *person))
        .count()
}

/// Something published: it may only become something else when at least five people answered otherwise meanwhile.
struct Watched<T> {
    what: &'static str,
    polls: Vec<usize>,
    last: Option<(T, Truth)>,
}

impl<T: PartialEq + std::fmt::Debug> Watched<T> {
    fn new(what: &'static str, polls: &[usize]) -> Self {
        Self {
            what,
            polls: polls.to_vec(),
            last: None,
        }
    }

    fn see(&mut self, now: Option<T>, session: &Session) {
        let Some(now) = now else { return };
        if self.last.as_ref().is_some_and(|(last, _)| *last == now) {
            return;
        }
        let truth = truth(session);
        if let Some((last, then)) = &self.last {
            let people = differing(then, &truth, &self.polls);
            assert!(
                people >= 5,
                "{} became {now:?} after {last:?} by {people} people",
                self.what
            );
        }
        self.last = Some((now, truth));
    }
}

fn command(dice: &mut Dice, deck: &Deck) -> Command {
    let poll = deck.polls[dice.below(deck.polls.len())].id.clone();
    match dice.below(12) {
        0..=2 => Command::Open { poll, reopen: true },
        3 | 4 => Command::Reveal { poll },
        5 => Command::Close { poll },
        6 => Command::Goto(Cursor {
            slide: 6 + dice.below(3),
            step: 0,
        }),
        7 => Command::Goto(Cursor {
            slide: dice.below(6),
            step: 0,
        }),
        8 | 9 => Command::RefreshBreakdown,
        _ => Command::PublishSummary,
    }
}

#[test]
fn what_is_published_of_people_changes_only_with_five_of_them() {
    let mut dice = Dice(4);
    let enough = attacks() as u32 / 100;
    let (mut breakdowns, mut redrawn, mut told, mut told_back) = (0, 0, 0, 0);
    for _ in 0..attacks() / 5 {
        let deck = talk(&mut dice);
        let options = deck.polls[0].options().len();
        let people = dice.between(5, 24);
        let mut session = room(&deck, people);
        // Of few people who answer now and then by chance no change is ever told: some rooms are of camps that most keep to.
        let (faithful, camps) = (dice.below(11), dice.between(1, options));
        let mut opened = 0;
        let mut breakdown = Watched::new("the breakdown", &[0, 1, 2]);
        let mut change = Watched::new("the change", &[0, 3]);
        let mut looking_back = Watched::new("the change since then", &[3, 4]);
        let mut exports = Watched::new("the export", &[0, 1, 2, 3]);
        let mut seen = None;
        for revision in 1..120 {
            if dice.below(4) == 0 {
                let command = command(&mut dice, &deck);
                if let Command::Open { poll, .. } = &command {
                    opened = deck.polls.iter().position(|one| one.id == *poll).expect("a poll");
                }
                tell(&mut session, command);
            } else {
                let poll = if dice.below(4) == 0 { dice.below(5) } else { opened };
                let person = dice.below(people);
                let kept = dice.below(10) < faithful;
                let option = if kept { person % camps } else { dice.below(options) };
                vote(&mut session, person, poll, option, revision);
            }
            if revision == 119 {
                tell(&mut session, Command::Finish);
            }
            let room = session.shown_breakdown();
            let shown = (session.frozen_breakdown().is_some() && !room.is_waiting).then(|| Arc::clone(&room.room));
            if shown.is_some() && shown != seen {
                breakdowns += u32::from(seen.is_none());
                redrawn += u32::from(seen.is_some());
                seen.clone_from(&shown);
            }
            breakdown.see(shown, &session);
            // The totals beside it are the polls' own.
            let pair = session.change(3).map(|change| (change.people, change.told.clone()));
            let pair = pair.filter(|(_, told)| *told != Told::TooFew);
            told += u32::from(pair.is_some());
            change.see(pair, &session);
            let since_then = session.change(4).map(|change| (change.people, change.told.clone()));
            let since_then = since_then.filter(|(_, told)| *told != Told::TooFew);
            told_back += u32::from(since_then.is_some());
            looking_back.see(since_then, &session);
            let export = summary(&session);
            let of_people = export.breakdown.and_then(|room| Some((room.profiles?, room.masked)));
            exports.see(of_people, &session);
        }
    }
    assert!(
        breakdowns > enough && redrawn > enough / 5 && told > enough / 2 && told_back > enough / 2,
        "{breakdowns} breakdowns, {redrawn} redrawn, {told} and {told_back} changes: little was tried"
    );
}

/// Everything the room sees while people answer one question, one after the other, and once it is revealed.
fn seen(deck: &Arc<Deck>, answers: &[usize]) -> Vec<Option<Vec<u32>>> {
    let mut session = room(deck, answers.len());
    tell(
        &mut session,
        Command::Open {
            poll: "r".to_owned(),
            reopen: false,
        },
    );
    let bars = |session: &Session| {
        session
            .poll_bars(1)
            .room
            .map(|tally| tally.counts.choice().expect("options").options.clone())
    };
    let mut views = Vec::new();
    for (person, option) in answers.iter().enumerate() {
        vote(&mut session, person, 1, *option, 1);
        views.push(bars(&session));
    }
    tell(&mut session, Command::Reveal { poll: "r".to_owned() });
    views.push(bars(&session));
    views
}

#[test]
fn nobody_is_watched_answering_a_live_poll() {
    let mut dice = Dice(12);
    let mut drawn = 0;
    for _ in 0..attacks() / 5 {
        let deck = talk(&mut dice);
        let people = dice.between(4, 22);
        let answers: Vec<usize> = (0..people).map(|_| dice.below(2)).collect();
        let views = seen(&deck, &answers);
        drawn += views.iter().rev().skip(1).flatten().count();
        // Whoever could have given the answer of somebody else, with all views the same, is not certain.
        let exchanged = |one: usize, other: usize| {
            let mut answers = answers.clone();
            answers.swap(one, other);
            seen(&deck, &answers) == views
        };
        let is_certain =
            |one: &usize| !(0..people).any(|other| answers[other] != answers[*one] && exchanged(*one, other));
        let certain: Vec<usize> = (0..people).filter(is_certain).collect();
        for one in &certain {
            let alike = certain.iter().filter(|other| answers[**other] == answers[*one]).count();
            let everybody = answers.iter().all(|answer| answer == &answers[*one]);
            assert!(
                alike >= 5 || everybody,
                "person {one} of {answers:?} is certain from {views:?}"
            );
        }
    }
    assert!(drawn > 1_000, "live bars were drawn {drawn} times");
}
