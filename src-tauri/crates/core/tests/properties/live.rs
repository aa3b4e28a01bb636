//! Bars that are drawn while people vote: of whom, when, and of which of their answers.

use gazouillis_core::ballot::Ballot;
use gazouillis_core::kind::{PollOption, Single, Text};
use gazouillis_core::session::Phase;
use gazouillis_core::{Answer, Command, Question, Session, Tally};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::room::{tell, token};
use crate::rounds::asked;

const PEOPLE: u8 = 30;

#[derive(Debug, Clone)]
enum Happens {
    /// A phone answers, for the first time or anew.
    Answers(u8, usize),
    Reveal,
    Open,
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        30 => (0..PEOPLE, 0_usize..3).prop_map(|(phone, answer)| Happens::Answers(phone, answer)),
        1 => Just(Happens::Reveal),
        1 => Just(Happens::Open),
    ]
}

fn questions() -> [Question; 2] {
    let option = |index: usize| PollOption {
        id: format!("o{index}"),
        text: format!("Option {index}"),
        ..PollOption::default()
    };
    let single = Single {
        options: (0..3).map(option).collect(),
        ..Single::default()
    };
    [single.into(), Text::default().into()]
}

fn answer(question: &Question, which: usize) -> Answer {
    match question {
        Question::Text(_) => Answer::Text {
            text: format!("texte {which}"),
        },
        _ => Answer::choice(format!("o{which}")),
    }
}

/// What the room may be shown, as the rule says it: those who answered first, five at a time, and never the last five. The
/// ballots are copied when they are shown and counted afresh.
#[derive(Default)]
struct Model {
    voters: Vec<u8>,
    shown: Option<Vec<Ballot>>,
}

impl Model {
    fn of(&self, session: &Session, first: usize) -> Vec<Ballot> {
        let ballot = |phone: &u8| session.participants()[usize::from(*phone)].ballot(0).cloned();
        self.voters[..first].iter().filter_map(ballot).collect()
    }

    fn sees(&mut self, session: &Session, happened: &Happens) {
        match happened {
            Happens::Answers(phone, _) if !self.voters.contains(phone) => {
                self.voters.push(*phone);
                let shown = self.shown.as_ref().map_or(0, Vec::len);
                if self.voters.len() >= shown + 10 {
                    self.shown = Some(self.of(session, self.voters.len() - 5));
                }
            }
            Happens::Reveal => self.shown = Some(self.of(session, self.voters.len())),
            Happens::Answers(..) | Happens::Open => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn live_bars_are_the_count_of_those_who_were_first_as_they_answered_then(story in vec(happens(), 0..160)) {
        for question in questions() {
            let mut session = asked(question.clone(), PEOPLE);
            let mut model = Model::default();
            let mut revision = 0;
            for happened in &story {
                let poll = || "q".to_owned();
                let command = match happened {
                    Happens::Answers(phone, which) => {
                        revision += 1;
                        Command::Cast { token: token(*phone), poll: poll(), answer: answer(&question, *which), revision }
                    }
                    Happens::Reveal => Command::Reveal { poll: poll() },
                    Happens::Open => Command::Open { poll: poll(), reopen: true },
                };
                // What is refused changes nothing: a vote that is closed, or an answer that was given already.
                if tell(&mut session, command) {
                    model.sees(&session, happened);
                }
                let is_open = session.polls()[0].phase == Phase::Open;
                if is_open {
                    let expected = model.shown.as_ref().map(|ballots| Tally::recount(&question, ballots));
                    let shown = session.poll_bars(0).presenter;
                    prop_assert_eq!(shown.as_deref(), expected.as_ref(), "after {:?}", happened);
                }
            }
        }
    }
}
