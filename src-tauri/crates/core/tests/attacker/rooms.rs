//! Rooms to attack: a talk, people, and what they answer.

use std::sync::Arc;

use gazouillis_core::deck::Language;
use gazouillis_core::kind::{Question, Scale, Single, Statement};
use gazouillis_core::poll::{Pair, ResultsVisibility};
use gazouillis_core::session::Event;
use gazouillis_core::speed::Speed;
use gazouillis_core::{Answer, Command, Deck, Layout, Poll, PollOption, Profile, Session, Slide, TokenHash, Typology};

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
        favourites: None,
        profile: None,
        bird: None,
        image: None,
        notes: Vec::new(),
        minutes: None,
    }
}

/// The points of a scale on which the room answers, and the first of its values of each of the three meanings.
const POINTS: u8 = 5;
const THIRDS: [u8; 3] = [1, 3, 4];

fn options(scores: &[Vec<(usize, u32)>]) -> Question {
    let option = |(index, scores): (usize, &Vec<(usize, u32)>)| PollOption {
        id: format!("o{index}"),
        text: format!("Option {index}"),
        scores: scores.clone(),
        ..PollOption::default()
    };
    Single {
        options: scores.iter().enumerate().map(option).collect(),
        ..Single::default()
    }
    .into()
}

/// One statement of which as many meanings as there are scores give points.
fn scale(scores: &[Vec<(usize, u32)>]) -> Question {
    let given = |(meaning, scores): (usize, &Vec<(usize, u32)>)| {
        let by_value =
            |points: u32| (0..POINTS).map(move |value| if value + 1 >= THIRDS[meaning] { points } else { 0 });
        let scores = scores.iter();
        scores
            .map(|(profile, points)| (*profile, by_value(*points).collect()))
            .collect::<Vec<_>>()
    };
    Scale {
        statements: vec![Statement {
            id: "this".to_owned(),
            text: String::new(),
            scores: scores.iter().enumerate().flat_map(given).collect(),
        }],
        points: POINTS,
        ends: [String::new(), String::new()],
        labels: Vec::new(),
        signs: Vec::new(),
        means: ["low", "middle", "high"].map(str::to_owned),
    }
    .into()
}

fn poll(id: &str, pair: Option<Pair>, question: Question) -> Poll {
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
        question,
    }
}

/// A talk of three scoring questions, the first asked again after and about the time before, and a breakdown whose last profile
/// masks the others. The third is a scale, and the first now and then.
pub(crate) fn talk(dice: &mut Dice) -> Arc<Deck> {
    let is_scale = dice.below(3) == 0;
    let paired = if is_scale { scale } else { options };
    let meanings = dice.between(2, if is_scale { 3 } else { 4 });
    let scores = |dice: &mut Dice, meanings: usize| -> Vec<Vec<(usize, u32)>> {
        (0..meanings)
            .map(|_| vec![(dice.below(4), 1 + dice.below(3) as u32)])
            .collect()
    };
    let unscored = vec![Vec::new(); meanings];
    let profile = |index: usize| Profile {
        id: format!("p{index}"),
        name: String::new(),
        reference: Some(25.0),
        bird: String::new(),
        summary: String::new(),
        lever: String::new(),
        actions: Vec::new(),
        advice: Vec::new(),
        masks: if index == 3 { vec![0, 1, 2] } else { Vec::new() },
    };
    let polls = vec![
        poll("q-before", Some(Pair::Before), paired(&scores(dice, meanings))),
        poll("r", None, options(&scores(dice, meanings))),
        poll("s", None, scale(&scores(dice, 3))),
        poll("q-after", Some(Pair::After), paired(&unscored)),
        poll("q-then", Some(Pair::Then), paired(&unscored)),
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
            .chain([slide(Layout::Profiles, 3), results(3), results(4)])
            .collect(),
        title: String::new(),
        subtitle: None,
        author: None,
        date: None,
        organisation: None,
        language: Language::Fr,
        spoken: None,
        typology: Typology {
            minimum_answers: dice.below(3) as u32,
            profiles: (0..4).map(profile).collect(),
        },
        minimum_group: 5,
        channels: Default::default(),
        leaderboard: false,
        cuts: Vec::new(),
        cut: None,
        look: Default::default(),
        polls,
    })
}

fn token(person: usize) -> TokenHash {
    TokenHash([person as u8; 32])
}

/// What a command caused; nothing when it was refused.
pub(crate) fn tell(session: &mut Session, command: Command) -> Vec<Event> {
    let events = session.decide(command).unwrap_or_default();
    for event in &events {
        session.evolve(event);
    }
    events
}

/// How many answers of different meaning a poll takes.
pub(crate) fn meanings(poll: &Poll) -> usize {
    match &poll.question {
        Question::Scale(_) => THIRDS.len(),
        _ => poll.options().len(),
    }
}

/// An answer of the meaning with this number.
fn answer(question: &Question, meaning: usize) -> Answer {
    match question {
        Question::Scale(_) => Answer::Scale {
            values: [("this".to_owned(), THIRDS[meaning % THIRDS.len()])].into(),
        },
        _ => Answer::choice(format!("o{meaning}")),
    }
}

pub(crate) fn vote(session: &mut Session, person: usize, poll: usize, meaning: usize, revision: u32) {
    let asked = &session.deck().polls[poll];
    let cast = Command::Cast {
        token: token(person),
        poll: asked.id.clone(),
        answer: answer(&asked.question, meaning),
        revision,
    };
    tell(session, cast);
}

pub(crate) fn room(deck: &Arc<Deck>, people: usize) -> Session {
    let mut session = Session::new(Arc::clone(deck));
    for person in 0..people {
        let (token, code) = (token(person), None);
        tell(&mut session, Command::Join { token, code });
    }
    session
}
