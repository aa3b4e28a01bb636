//! Arbitrary talks, and rooms that ask arbitrary things of them.

use std::sync::Arc;

use gazouillis_core::deck::Language;
use gazouillis_core::favourites::Favourites;
use gazouillis_core::improvise::{self, Template};
use gazouillis_core::kind::{Multiple, Quiz, Single};
use gazouillis_core::poll::{Pair, ResultsVisibility};
use gazouillis_core::session::{Cursor, ScreenAct, Seen, Tap};
use gazouillis_core::speed::Speed;
use gazouillis_core::{
    Answer, Command, Deck, Layout, Poll, PollOption, Profile, Question, Session, Slide, TokenHash, Typology,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// How many phones there are; the last of them never joins.
pub(crate) const PHONES: u8 = 12;

/// The token of a phone.
pub(crate) fn token(phone: u8) -> TokenHash {
    TokenHash([phone; 32])
}

/// A question before it has its name and its place in a talk.
#[derive(Debug, Clone)]
struct Asked {
    kind: u8,
    options: Vec<Vec<(usize, u32)>>,
    right: Vec<usize>,
    max: usize,
    after: bool,
    asked_twice: bool,
    slides_before: Vec<u16>,
    results_slide: bool,
}

fn question(profiles: usize) -> impl Strategy<Value = Asked> {
    let scores = vec((0..profiles.max(1), 1_u32..=5), 0..=2);
    let scores = scores.prop_map(move |scores| if profiles == 0 { Vec::new() } else { scores });
    (2_usize..=8)
        .prop_flat_map(move |size| {
            (
                0_u8..3,
                vec(scores.clone(), size),
                proptest::sample::subsequence((0..size).collect::<Vec<_>>(), 1..=size),
                1..=size,
                any::<bool>(),
                any::<bool>(),
                vec(1_u16..=4, 0..=1),
                any::<bool>(),
            )
        })
        .prop_map(
            |(kind, options, right, max, after, asked_twice, slides_before, results_slide)| Asked {
                kind,
                options,
                right,
                max,
                after,
                asked_twice,
                slides_before,
                results_slide,
            },
        )
}

/// Talks of one to six questions of every kind, some asked twice, with or without profiles.
pub(crate) fn decks() -> impl Strategy<Value = Arc<Deck>> {
    (0_usize..=7, 0_u32..=3)
        .prop_flat_map(|(profiles, minimum)| (Just(profiles), Just(minimum), vec(question(profiles), 1..=6)))
        .prop_map(|(profiles, minimum, questions)| Arc::new(deck(profiles, minimum, &questions)))
}

pub(crate) fn profiles(count: usize) -> Vec<Profile> {
    (0..count)
        .map(|index| Profile {
            id: format!("profile-{index}"),
            name: format!("Profile {index}"),
            reference: Some(100.0 / count as f64),
            bird: "curieux".to_owned(),
            summary: format!("summary of {index}"),
            lever: format!("SECRET lever {index}"),
            advice: vec![format!("SECRET advice {index}")],
            actions: vec![format!("SECRET actions {index}")],
            masks: if index + 1 == count {
                (0..index.min(4)).collect()
            } else {
                Vec::new()
            },
        })
        .collect()
}

/// A slide of so many steps. Its notes must never reach the room.
pub(crate) fn slide(id: String, layout: Layout, steps: u16) -> Slide {
    Slide {
        notes: vec![format!("SECRET notes of {id}")],
        id,
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
        minutes: Some(1.5),
    }
}

fn deck(profile_count: usize, minimum_answers: u32, questions: &[Asked]) -> Deck {
    let mut polls: Vec<Poll> = Vec::new();
    let mut slides = vec![slide("cover".to_owned(), Layout::Cover, 1)];
    let mut twice = Vec::new();
    for (number, question) in questions.iter().enumerate() {
        for &steps in &question.slides_before {
            slides.push(slide(format!("before-{number}"), Layout::Default, steps));
        }
        // A deck has at most six questions, the second halves of pairs included.
        let pair = question.asked_twice && question.kind <= 1 && questions.len() + twice.len() < 6;
        let poll = poll(number, question, pair.then_some(Pair::Before));
        if pair {
            twice.push((number, question));
        }
        ask(&mut polls, &mut slides, poll);
        if question.results_slide {
            show_again(&mut slides, polls.len() - 1);
        }
    }
    if profile_count > 0 {
        slides.push(slide("room".to_owned(), Layout::Profiles, 3));
    }
    for (number, question) in twice {
        ask(&mut polls, &mut slides, poll(number, question, Some(Pair::After)));
        show_again(&mut slides, polls.len() - 1);
        if polls.len() < 6 {
            ask(&mut polls, &mut slides, poll(number, question, Some(Pair::Then)));
            show_again(&mut slides, polls.len() - 1);
        }
    }
    slides.push(slide("end".to_owned(), Layout::End, 1));
    Deck {
        title: "A talk".to_owned(),
        subtitle: None,
        author: None,
        date: None,
        organisation: None,
        language: Language::Fr,
        spoken: None,
        typology: Typology {
            minimum_answers,
            profiles: profiles(profile_count),
        },
        minimum_group: gazouillis_core::typology::MINIMUM_GROUP,
        channels: Default::default(),
        leaderboard: false,
        cuts: Vec::new(),
        cut: None,
        look: Default::default(),
        polls,
        slides,
    }
}

fn ask(polls: &mut Vec<Poll>, slides: &mut Vec<Slide>, poll: Poll) {
    slides.push(Slide {
        polls: vec![polls.len()],
        ..slide(poll.id.clone(), Layout::Poll, poll.steps())
    });
    polls.push(poll);
}

fn show_again(slides: &mut Vec<Slide>, poll: usize) {
    slides.push(Slide {
        results_of: Some(poll),
        favourites: Some(Favourites { poll, top: 3 }),
        ..slide(format!("results-{poll}"), Layout::Results, 1)
    });
}

fn poll(number: usize, question: &Asked, pair: Option<Pair>) -> Poll {
    let ending = match pair {
        None => "",
        Some(Pair::Before) => "-avant",
        Some(Pair::After) => "-apres",
        Some(Pair::Then) => "-alors",
    };
    let id = format!("q{number}{ending}");
    let options = question.options.iter().enumerate().map(|(index, scores)| PollOption {
        id: format!("o{index}"),
        text: format!("Option {index}"),
        // The second time nobody collects points again.
        scores: if matches!(pair, Some(Pair::After | Pair::Then)) {
            Vec::new()
        } else {
            scores.clone()
        },
        note: Some(format!("SECRET remark on {id}/{index}.")),
        ..PollOption::default()
    });
    let options = options.collect();
    let explain = (question.kind > 1).then(|| format!("SECRET explanation of {id}."));
    let asked: Question = match question.kind {
        0 => Single {
            options,
            ..Single::default()
        }
        .into(),
        1 => Multiple {
            options,
            min: 1,
            max: question.max,
            ..Multiple::default()
        }
        .into(),
        _ => Quiz {
            options,
            right: question.right.clone(),
            ..Quiz::default()
        }
        .into(),
    };
    Poll {
        ask: format!("Question {number}?"),
        hint: None,
        results: if question.after {
            ResultsVisibility::After
        } else {
            ResultsVisibility::Live
        },
        pair,
        explain,
        timer: None,
        speed: Speed::Off,
        again: None,
        improvised: false,
        round: 1,
        question: asked,
        id,
    }
}

/// An answer to some poll; most fit, some do not.
fn answer(options: Vec<String>, multiple: bool) -> impl Strategy<Value = Answer> {
    let named = proptest::sample::select(options.clone());
    let choice = named.clone().prop_map(Answer::choice);
    let choices = vec(named, 0..=3).prop_map(Answer::choices);
    let unknown = Just(Answer::choice("no-such-option"));
    let (single_weight, multiple_weight) = if multiple { (1, 12) } else { (12, 1) };
    prop_oneof![single_weight => choice, multiple_weight => choices, 1 => unknown]
}

fn ballot(deck: &Arc<Deck>) -> impl Strategy<Value = Command> + use<> {
    let deck = Arc::clone(deck);
    (0..PHONES, 0..deck.polls.len(), 0_u32..=5).prop_flat_map(move |(phone, poll, revision)| {
        let poll = &deck.polls[poll];
        let id = poll.id.clone();
        let options = poll.options().iter().map(|option| option.id.clone()).collect();
        // Now and then a revision is far beyond what a phone would reach.
        let revision = if revision == 5 { 2_000 } else { revision };
        answer(options, matches!(poll.question, Question::Multiple(_))).prop_map(move |answer| Command::Cast {
            token: token(phone),
            poll: id.clone(),
            answer,
            revision,
        })
    })
}

fn screen_acts() -> impl Strategy<Value = ScreenAct> {
    use ScreenAct::{Black, Freeze, HideResults, Lift, ToggleBlack, ToggleFreeze, ToggleResults, ToggleWhite};
    let acts = vec![
        Black,
        Freeze,
        HideResults,
        Lift,
        ToggleBlack,
        ToggleFreeze,
        ToggleResults,
        ToggleWhite,
    ];
    proptest::sample::select(acts)
}

/// A tap of one of two desks; now and then it comes again, or late.
fn taps() -> impl Strategy<Value = Command> {
    (0_usize..8, any::<bool>(), 0_u32..2, 0_u32..60).prop_map(|(profile, more, desk, number)| Command::Observe {
        profile: format!("profile-{profile}"),
        seen: if more { Seen::More } else { Seen::Less },
        tap: Tap { desk, number },
    })
}

/// Anything that a phone or the presenter may ask, sensible or not. A rehearsal is asked for rarely, so that most rooms are
/// real.
pub(crate) fn command(deck: &Arc<Deck>) -> impl Strategy<Value = Command> + use<> {
    let mut names: Vec<String> = deck.polls.iter().map(|poll| poll.id.clone()).collect();
    names.push("no-such-poll".to_owned());
    let poll = || proptest::sample::select(names.clone());
    let slides = deck.slides.len();
    let place = (0..slides + 1, 0_u16..5).prop_map(|(slide, step)| Command::Goto(Cursor { slide, step }));
    prop_oneof![
        6 => (0..PHONES - 1, proptest::option::weighted(0.3, 0_u32..3)).prop_map(|(phone, code)| Command::Join { token: token(phone), code }),
        1 => Just(Command::Rehearse),
        24 => ballot(deck),
        8 => Just(Command::Advance),
        3 => Just(Command::Back),
        3 => place,
        4 => (poll(), any::<bool>()).prop_map(|(poll, reopen)| Command::Open { poll, reopen }),
        1 => poll().prop_map(|poll| Command::Close { poll }),
        1 => poll().prop_map(|poll| Command::Reveal { poll }),
        1 => poll().prop_map(|poll| Command::ShowAnswer { poll }),
        2 => (poll(), any::<bool>()).prop_map(|(poll, compare)| Command::Again { poll, compare }),
        1 => Just(Command::Improvise(Box::new(improvise::poll(deck, Template::YesNo, None)))),
        1 => Just(Command::Uncover),
        2 => screen_acts().prop_map(Command::Screen),
        1 => (poll(), proptest::option::of(0_u32..4_000)).prop_map(|(poll, seconds)| Command::SetTimer { poll, seconds }),
        1 => (poll(), vec(0_u32..4, 1..=8)).prop_map(|(poll, hands)| Command::CountHands { poll, hands }),
        3 => taps(),
        1 => any::<bool>().prop_map(Command::ShowObserved),
    ]
}

/// A talk, what was asked of it in order, and whether it was finished at some point.
pub(crate) fn stories(longest: usize) -> impl Strategy<Value = (Arc<Deck>, Vec<Command>)> {
    (decks(), any::<proptest::sample::Index>(), 0_u8..4).prop_flat_map(move |(deck, end, draw)| {
        let everyone = (0..PHONES - 1).map(|phone| Command::Join {
            token: token(phone),
            code: None,
        });
        let everyone: Vec<Command> = everyone.collect();
        vec(command(&deck), 0..longest).prop_map(move |mut commands| {
            if draw == 0 && !commands.is_empty() {
                commands.insert(end.index(commands.len()), Command::Finish);
            }
            // Half of the rooms are full from the start.
            if draw.is_multiple_of(2) {
                commands.splice(0..0, everyone.clone());
            }
            (Arc::clone(&deck), commands)
        })
    })
}

/// Asks one thing and folds what comes of it. Says whether it was accepted.
pub(crate) fn tell(session: &mut Session, command: Command) -> bool {
    match session.decide(command) {
        Ok(events) => {
            for event in &events {
                session.evolve(event);
            }
            true
        }
        Err(_) => false,
    }
}
