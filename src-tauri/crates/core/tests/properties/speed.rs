//! Points by speed: the board is what an independent recount of everybody's last change says, in whatever order sends arrive,
//! and the same after a replay.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;

use gazouillis_core::deck::{Language, Layout};
use gazouillis_core::kind::{PollOption, Quiz};
use gazouillis_core::leaderboard::Standing;
use gazouillis_core::poll::ResultsVisibility;
use gazouillis_core::session::ParticipantId;
use gazouillis_core::speed::Speed;
use gazouillis_core::{Answer, Command, Deck, Event, Poll, Session, Typology, Vote};

use crate::room::{slide, token};

/// The time that each question gives, in seconds.
const SECONDS: u32 = 20;

fn quiz(number: usize) -> Poll {
    let option = |index: usize| PollOption {
        id: format!("o{index}"),
        text: format!("Option {index}"),
        ..PollOption::default()
    };
    Poll {
        id: format!("q{number}"),
        ask: "?".to_owned(),
        hint: None,
        results: ResultsVisibility::After,
        pair: None,
        explain: None,
        timer: Some(SECONDS),
        speed: Speed::Board,
        again: None,
        improvised: false,
        round: 1,
        question: Quiz {
            options: (0..3).map(option).collect(),
            right: vec![number % 3],
            ..Quiz::default()
        }
        .into(),
    }
}

pub(crate) fn deck() -> Arc<Deck> {
    let slides = (0..2).map(|number| gazouillis_core::Slide {
        polls: vec![number],
        ..slide(format!("q{number}"), Layout::Poll, 4)
    });
    Arc::new(Deck {
        title: "A talk".to_owned(),
        subtitle: None,
        author: None,
        date: None,
        organisation: None,
        language: Language::Fr,
        spoken: None,
        typology: Typology {
            minimum_answers: 1,
            profiles: Vec::new(),
        },
        channels: Default::default(),
        minimum_group: 5,
        leaderboard: true,
        cuts: Vec::new(),
        cut: None,
        look: Default::default(),
        polls: (0..2).map(quiz).collect(),
        slides: slides.collect(),
    })
}

/// A session and the events that made it.
pub(crate) struct Told {
    pub(crate) session: Session,
    pub(crate) events: Vec<Event>,
}

impl Told {
    pub(crate) fn new() -> Self {
        let session = Session::new(deck());
        let mut told = Self {
            events: Vec::new(),
            session,
        };
        for event in told.session.opening_events() {
            told.happens(event);
        }
        told
    }

    fn happens(&mut self, event: Event) {
        self.session.evolve(&event);
        self.events.push(event);
    }

    pub(crate) fn tell(&mut self, command: Command) {
        for event in self.session.decide(command).expect("it is allowed") {
            self.happens(event);
        }
    }

    pub(crate) fn join(&mut self, person: u8, draw: u32) {
        let mut events = self
            .session
            .decide(Command::Join {
                token: token(person),
                code: None,
            })
            .expect("anybody joins");
        events.extend(self.session.nicknames(&events, || draw));
        for event in events {
            self.happens(event);
        }
    }

    pub(crate) fn send(&mut self, send: &Send) {
        let answer = Answer::Choice {
            choice: format!("o{}", send.option),
            sure: None,
        };
        let participant = self.session.participant(&token(send.person));
        let mut vote = Vote::read(
            self.session.deck(),
            participant,
            &format!("q{}", send.poll),
            &answer,
            send.revision,
        )
        .expect("it can be read");
        vote.elapsed = Some(send.at);
        // A send that comes late, twice or out of turn is refused or changes nothing, and that is not this test's matter.
        if let Ok(Some(event)) = self.session.vote(&vote) {
            self.happens(event);
        }
    }

    /// The room goes through a question's steps up to its board.
    pub(crate) fn shows_the_board(&mut self) {
        for _ in 0..3 {
            self.tell(Command::Advance);
        }
    }
}

/// One send of a phone: the option, the version, and when it came.
#[derive(Debug, Clone)]
pub(crate) struct Send {
    person: u8,
    poll: usize,
    option: usize,
    revision: u32,
    at: u32,
}

const PEOPLE: u8 = 7;

fn sends(poll: usize) -> impl Strategy<Value = Vec<Send>> {
    let send = (0..PEOPLE, 0_usize..3, 1_u32..5, 0_u32..30_000).prop_map(move |(person, option, revision, at)| Send {
        person,
        poll,
        option,
        revision,
        at,
    });
    // Now and then a phone sends the same again, at once or later.
    vec((send, any::<bool>()), 0..40).prop_map(|sends| {
        let mut all: Vec<Send> = Vec::new();
        for (send, again) in sends {
            if again {
                all.push(Send {
                    at: send.at / 2,
                    ..send.clone()
                });
            }
            all.push(send);
        }
        all
    })
}

/// What each person's last change says, told from the sends alone, in the order in which they arrived.
fn recount(sends: &[Send]) -> BTreeMap<u8, u32> {
    let mut counted: HashMap<u8, (u32, usize, u32)> = HashMap::new();
    for send in sends {
        let before = counted.get(&send.person).copied();
        match before {
            Some((revision, _, _)) if revision >= send.revision => {}
            // The same answer under a newer number is no change of mind.
            Some((_, option, at)) if option == send.option => {
                counted.insert(send.person, (send.revision, option, at));
            }
            _ => {
                counted.insert(send.person, (send.revision, send.option, send.at));
            }
        }
    }
    let points = |poll: usize, option: usize, at: u32| {
        if option != poll % 3 {
            return 0;
        }
        // Of the 1,000, half is lost over the whole time, evenly. Counted in parts of a point as many as there are milliseconds in two
        // of the time, so that nothing is rounded before the end.
        let (all, one) = (SECONDS * 1_000, SECONDS * 2_000);
        let left = u64::from(one) * 1_000 - u64::from(at.min(all)) * 1_000;
        let (whole, over) = (left / u64::from(one), left % u64::from(one));
        whole as u32 + u32::from(2 * over >= u64::from(one))
    };
    let poll = sends.first().map_or(0, |send| send.poll);
    counted
        .into_iter()
        .map(|(person, (_, option, at))| (person, points(poll, option, at)))
        .collect()
}

fn points_of(standing: &Standing) -> BTreeMap<u8, (u32, u32)> {
    let places = standing.places.iter();
    places
        .map(|place| (place.participant.0 as u8, (place.points, place.gain)))
        .collect()
}

fn replayed(events: &[Event]) -> Session {
    let mut session = Session::new(deck());
    for event in events {
        assert!(session.fits(event), "{event:?}");
        session.evolve(event);
    }
    session
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_board_is_a_recount_of_everybodys_last_change(first in sends(0), second in sends(1), draws in vec(any::<u32>(), PEOPLE as usize)) {
        let mut told = Told::new();
        for (person, draw) in (0..PEOPLE).zip(&draws) {
            told.join(person, *draw);
        }
        for send in &first {
            told.send(send);
        }
        prop_assert!(told.session.standing().places.is_empty(), "no point counts before the answer is shown");
        told.shows_the_board();
        let expected: BTreeMap<u8, (u32, u32)> = recount(&first).into_iter().map(|(person, points)| (person, (points, points))).collect();
        prop_assert_eq!(points_of(told.session.standing()), expected);

        told.tell(Command::Advance);
        for send in &second {
            told.send(send);
        }
        told.shows_the_board();
        let (one, two) = (recount(&first), recount(&second));
        let players: BTreeSet<&u8> = one.keys().chain(two.keys()).collect();
        let of = |points: &BTreeMap<u8, u32>, person: &u8| points.get(person).copied().unwrap_or(0);
        let expected: BTreeMap<u8, (u32, u32)> = players
            .into_iter()
            .map(|person| (*person, (of(&one, person) + of(&two, person), of(&two, person))))
            .collect();
        let standing = told.session.standing();
        prop_assert_eq!(points_of(standing), expected);

        for pair in standing.places.windows(2) {
            prop_assert!(pair[0].points >= pair[1].points, "best first");
            prop_assert_eq!(pair[0].points == pair[1].points, pair[0].rank == pair[1].rank, "equal points, equal rank");
        }
        let names: BTreeSet<_> = (0..PEOPLE).map(|person| told.session.nickname(ParticipantId(person.into()))).collect();
        prop_assert_eq!(names.len(), usize::from(PEOPLE), "everybody has a name of their own");
        prop_assert!(!names.contains(&None));

        let again = replayed(&told.events);
        prop_assert_eq!(again.standing(), standing, "the log tells the same");
    }
}

pub(crate) fn send(person: u8, option: usize, revision: u32, at: u32) -> Send {
    Send {
        person,
        poll: 0,
        option,
        revision,
        at,
    }
}

fn points(told: &Told, person: u8) -> Option<u32> {
    Some(told.session.standing().of(ParticipantId(person.into()))?.points)
}

#[test]
fn a_change_of_mind_counts_the_time_of_the_change_and_saying_the_same_again_does_not() {
    let mut told = Told::new();
    for person in 0..3 {
        told.join(person, 0);
    }
    for sent in [
        send(0, 1, 1, 1_000),
        send(0, 0, 2, 10_000),
        send(1, 0, 1, 2_000),
        send(1, 0, 2, 18_000),
    ] {
        told.send(&sent);
    }
    told.shows_the_board();
    assert_eq!(points(&told, 0), Some(750));
    assert_eq!(points(&told, 1), Some(950));
    assert_eq!(points(&told, 2), None, "who has not answered does not play");
}

#[test]
fn a_vote_whose_time_nobody_knows_counts_as_the_last_moment() {
    let mut told = Told::new();
    told.join(0, 0);
    told.tell(Command::Cast {
        token: token(0),
        poll: "q0".to_owned(),
        answer: Answer::Choice {
            choice: "o0".to_owned(),
            sure: None,
        },
        revision: 1,
    });
    told.shows_the_board();
    assert_eq!(points(&told, 0), Some(500));
}

#[test]
fn what_is_asked_once_more_gives_no_points_again_and_begun_anew_takes_them_back() {
    let mut told = Told::new();
    told.join(0, 0);
    told.send(&send(0, 0, 1, 0));
    told.shows_the_board();
    assert_eq!(points(&told, 0), Some(1_000));
    let again = |compare| Command::Again {
        poll: "q0".to_owned(),
        compare,
    };
    told.tell(again(true));
    assert_eq!(told.session.deck().polls[2].speed, Speed::Off);
    assert_eq!(points(&told, 0), Some(1_000));
    told.tell(again(false));
    assert_eq!(points(&told, 0), None, "the round before counts no more");
    assert_eq!(told.session.deck().polls[3].speed, Speed::Board);
    assert_eq!(replayed(&told.events).standing(), told.session.standing());
}
