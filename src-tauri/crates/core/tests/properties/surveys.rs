//! Several polls on one slide, whatever anybody does with them.

use std::sync::Arc;

use gazouillis_core::session::{Command, Cursor, Phase};
use gazouillis_core::{Deck, Event, Layout, Session, Slide};
use proptest::prelude::*;

use crate::room::{decks, slide, tell};

/// The same talk with the polls of some neighbouring slides asked on one.
fn with_surveys(deck: &Deck, sizes: &[usize]) -> Deck {
    let mut deck = deck.clone();
    let mut sizes = sizes.iter().copied().cycle();
    let all: Vec<usize> = (0..deck.polls.len()).collect();
    let mut rest = &all[..];
    let mut slides = vec![slide("cover".to_owned(), Layout::Cover, 1)];
    while !rest.is_empty() {
        let (now, later) = rest.split_at(sizes.next().unwrap_or(1).clamp(1, rest.len()));
        rest = later;
        // Two steps for one poll, which closes and reveals at once; a survey closes first. A quiz has its answer besides.
        let shown: u16 = now.iter().map(|poll| deck.polls[*poll].steps() - 1).sum();
        let steps = 1 + shown + u16::from(now.len() > 1);
        slides.push(Slide {
            polls: now.to_vec(),
            ..slide(format!("asks-{}", now[0]), Layout::Poll, steps)
        });
    }
    slides.push(slide("end".to_owned(), Layout::End, 1));
    deck.slides = slides;
    deck
}

fn talks() -> impl Strategy<Value = Arc<Deck>> {
    let sizes = proptest::collection::vec(1_usize..4, 1..4);
    (decks(), sizes).prop_map(|(deck, sizes)| Arc::new(with_surveys(&deck, &sizes)))
}

fn open(session: &Session) -> Vec<usize> {
    let polls = session.polls().iter().enumerate();
    polls
        .filter(|(_, state)| state.phase == Phase::Open)
        .map(|(poll, _)| poll)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_clicker_opens_each_survey_whole_closes_it_whole_and_shows_all_of_it(deck in talks()) {
        let mut session = Session::new(Arc::clone(&deck));
        let mut events = Vec::new();
        loop {
            let decided = session.decide(Command::Advance).expect("next is never refused");
            if decided.is_empty() {
                break;
            }
            decided.iter().for_each(|event| { session.evolve(event); });
            events.extend(decided.into_iter().filter(|event| !matches!(event, Event::Moved(_))));
        }
        let expected: Vec<Event> = deck.slides.iter().flat_map(|slide| {
            let polls = || slide.polls.iter().copied();
            let opened = polls().map(|poll| Event::Opened { poll });
            let closed = polls().map(|poll| Event::Closed { poll });
            let shown = polls().flat_map(|poll| {
                let answer = deck.polls[poll].question.has_solution().then_some(Event::AnswerShown { poll });
                std::iter::once(Event::Revealed { poll }).chain(answer)
            });
            opened.chain(closed).chain(shown).collect::<Vec<_>>()
        }).collect();
        prop_assert_eq!(events, expected);
    }

    #[test]
    fn whatever_is_pressed_a_survey_is_open_whole_or_not_at_all_and_nothing_beside_it(
        deck in talks(),
        presses in proptest::collection::vec((0_u8..8, any::<prop::sample::Index>(), any::<u16>()), 1..60),
    ) {
        let mut session = Session::new(Arc::clone(&deck));
        for (press, which, step) in presses {
            let id = which.get(&deck.polls).id.clone();
            let slide = which.index(deck.slides.len());
            let place = Cursor { slide, step: step % deck.slides[slide].steps };
            tell(&mut session, match press {
                0 | 1 => Command::Advance,
                2 => Command::Back,
                3 => Command::Goto(place),
                4 => Command::Open { poll: id, reopen: step % 2 == 0 },
                5 => Command::Close { poll: id },
                6 => Command::Reveal { poll: id },
                _ => Command::SetTimer { poll: id, seconds: Some(30) },
            });
            let open = open(&session);
            let whole = deck.slides.iter().any(|slide| slide.polls == open);
            let revealed = open.iter().any(|poll| session.polls()[*poll].revealed);
            prop_assert!(open.is_empty() || whole, "half a survey, or two things at once: {:?}", open);
            prop_assert!(!revealed, "results are shown of what is open: {:?}", open);
            let timers: Vec<_> = open.iter().map(|poll| session.polls()[*poll].timer).collect();
            prop_assert!(timers.windows(2).all(|pair| pair[0] == pair[1]) || open.is_empty(), "one survey, two timers: {:?}", timers);
        }
    }
}
