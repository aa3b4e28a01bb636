//! What an author saves, again and again.

use gazouillis_core::deck::{Language, Layout};
use gazouillis_core::kind::{PollOption, Single};
use gazouillis_core::poll::{Pair, ResultsVisibility};
use gazouillis_core::speed::Speed;
use gazouillis_core::{Deck, Poll, Typology};

use crate::room::{profiles, slide};

/// What stands in a file, slide by slide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    Text(u8),
    /// Question, wording, options, whether it gives points.
    Ask(u8, u8, usize, bool),
}
pub(super) use Item::{Ask, Text};

pub(crate) fn file(items: &[Item], profile_count: usize) -> Deck {
    let mut asked = Vec::new();
    let mut slides = Vec::new();
    for item in items {
        match *item {
            Text(words) => slides.push(gazouillis_core::Slide {
                title: Some(format!("Words {words}")),
                ..slide(format!("slide-{}", slides.len() + 1), Layout::Default, 2)
            }),
            Ask(question, wording, options, scores) => {
                // Questions 0 and 1 ask the same before and after.
                let (id, pair) = match question {
                    0 => ("change-before".to_owned(), Some(Pair::Before)),
                    1 => ("change-after".to_owned(), Some(Pair::After)),
                    other => (format!("q{other}"), None),
                };
                if asked.iter().any(|poll: &Poll| poll.id == id) {
                    continue;
                }
                let option = |index: usize| PollOption {
                    id: format!("o{index}"),
                    text: format!("{id} {wording} option {index}"),
                    scores: if scores && profile_count > 0 {
                        vec![(index % profile_count, 3)]
                    } else {
                        Vec::new()
                    },
                    ..PollOption::default()
                };
                let single = Single {
                    options: (0..options).map(option).collect(),
                    ..Single::default()
                };
                slides.push(gazouillis_core::Slide {
                    polls: vec![asked.len()],
                    ..slide(format!("slide-{}", slides.len() + 1), Layout::Poll, 2)
                });
                asked.push(Poll {
                    ask: format!("{id} in wording {wording}"),
                    id,
                    hint: None,
                    results: ResultsVisibility::After,
                    pair,
                    explain: None,
                    timer: None,
                    speed: Speed::Off,
                    again: None,
                    improvised: false,
                    round: 1,
                    question: single.into(),
                });
            }
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
            minimum_answers: 1,
            profiles: profiles(profile_count),
        },
        minimum_group: 5,
        channels: Default::default(),
        leaderboard: false,
        cuts: Vec::new(),
        cut: None,
        look: Default::default(),
        polls: asked,
        slides,
    }
}
