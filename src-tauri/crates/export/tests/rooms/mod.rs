//! Rooms to export: sessions played on a small talk by people who answer at random, the same way each time.
#![allow(dead_code, reason = "each test file and the gallery use a part")]

mod placing;
pub(crate) mod slides;
mod talk;

use std::sync::Arc;

use gazouillis_core::deck::Language;
use gazouillis_core::kind::Rehearsed;
use gazouillis_core::statistics::SplitMix64;
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Answer, Command, Deck, Poll, Question, Session, Summary, TokenHash};

#[allow(unused_imports, reason = "not every test is about scales")]
pub(crate) use placing::placing;
pub(crate) use talk::talk;

/// Who people are at heart, in turn.
const PROFILE_OF: [usize; 15] = [6, 2, 5, 6, 0, 2, 3, 5, 6, 4, 6, 2, 1, 5, 6];

/// A session about to be summed up.
pub(crate) struct Room {
    deck: Deck,
    people: u32,
    voters: u32,
    simulated: bool,
    finished: bool,
}

impl Room {
    /// So many people, all of whom vote in a finished session.
    pub(crate) fn of(people: u32) -> Self {
        Self {
            deck: talk(Language::Fr),
            people,
            voters: people,
            simulated: false,
            finished: true,
        }
    }

    pub(crate) fn in_english(mut self) -> Self {
        self.deck = talk(Language::En);
        self
    }

    pub(crate) fn on(mut self, deck: Deck) -> Self {
        self.deck = deck;
        self
    }

    pub(crate) fn silent(mut self) -> Self {
        self.voters = 0;
        self
    }

    pub(crate) fn simulated(mut self) -> Self {
        self.simulated = true;
        self
    }

    pub(crate) fn unfinished(mut self) -> Self {
        self.finished = false;
        self
    }

    /// Plays the session and sums it up.
    pub(crate) fn summary(self) -> Summary {
        let mut session = Session::new(Arc::new(self.deck));
        let mut dice = Dice(20_261_122);
        if self.simulated {
            run(&mut session, Command::Rehearse);
        }
        for person in 0..self.people {
            run(
                &mut session,
                Command::Join {
                    token: token(person),
                    code: None,
                },
            );
        }
        for (index, poll) in session.deck().polls.clone().into_iter().enumerate() {
            // Those of a survey open and close together.
            let company = session.deck().company(index);
            if company.first() == Some(&index) {
                run(
                    &mut session,
                    Command::Open {
                        poll: poll.id.clone(),
                        reopen: false,
                    },
                );
            }
            for person in 0..self.voters {
                // Some people skip a question, and each leans towards an answer of their own.
                if dice.below(10) == 0 {
                    continue;
                }
                if !matches!(
                    poll.question,
                    Question::Single(_) | Question::Multiple(_) | Question::Quiz(_)
                ) {
                    let mut dice = SplitMix64::new(dice.below(1 << 30) as u64);
                    let answer = poll.question.rehearsed(&Rehearsed::default(), &mut dice);
                    run(&mut session, cast(person, &poll, answer));
                    continue;
                }
                let own = PROFILE_OF[person as usize % PROFILE_OF.len()];
                let fits =
                    |option: &gazouillis_core::PollOption| option.scores.iter().any(|(profile, _)| *profile == own);
                let lean = poll.options().iter().position(fits).filter(|_| dice.below(10) < 8);
                let choice = lean.unwrap_or_else(|| dice.below(poll.options().len()));
                let answer = match &poll.question {
                    Question::Multiple(_) => Answer::choices(several(&mut dice, &poll, choice)),
                    _ => Answer::choice(poll.options()[choice].id.clone()),
                };
                run(&mut session, cast(person, &poll, answer));
            }
            if company.last() == Some(&index) {
                run(&mut session, Command::Close { poll: poll.id.clone() });
            }
        }
        if self.finished {
            run(&mut session, Command::Finish);
        }
        session.summary(SessionFacts {
            id: "2f9c41d07ab3".into(),
            started_at: 1_795_372_800_000,
            started_local: "2026-11-22T19:40".into(),
        })
    }
}

fn cast(person: u32, poll: &Poll, answer: Answer) -> Command {
    Command::Cast {
        token: token(person),
        poll: poll.id.clone(),
        answer,
        revision: 1,
    }
}

fn several(dice: &mut Dice, poll: &gazouillis_core::Poll, first: usize) -> Vec<String> {
    let second = (first + 1 + dice.below(poll.options().len() - 1)) % poll.options().len();
    [first, second].map(|index| poll.options()[index].id.clone()).to_vec()
}

fn run(session: &mut Session, command: Command) {
    let events = session
        .decide(command)
        .unwrap_or_else(|rejection| panic!("BUG in the test room: {rejection}"));
    for event in events {
        session.evolve(&event);
    }
}

fn token(person: u32) -> TokenHash {
    let mut hash = [0; 32];
    hash[..4].copy_from_slice(&person.to_le_bytes());
    TokenHash(hash)
}

/// Numbers that look random and are the same each time (a linear congruential generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }
}
