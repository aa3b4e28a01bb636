//! Polls as decks keep them, of this version and of earlier ones: a session is resumed and summed up by the deck that was
//! stored with it, however old.

use serde::Deserialize;

use super::{Pair, Poll, ResultsVisibility};
use crate::kind::{Multiple, PollOption, Question, Quiz, Single};
use crate::speed::Speed;

/// A poll as it is kept. Earlier versions kept its options beside its kind.
#[derive(Deserialize)]
pub(super) struct StoredPoll {
    id: String,
    ask: String,
    hint: Option<String>,
    results: ResultsVisibility,
    pair: Option<Pair>,
    explain: Option<String>,
    timer: Option<u32>,
    #[serde(default)]
    speed: Speed,
    again: Option<String>,
    round: Option<u32>,
    improvised: Option<bool>,
    #[serde(flatten)]
    asked: Asked,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Asked {
    Now {
        question: Question,
    },
    Once {
        kind: OldKind,
        options: Vec<PollOption>,
        #[serde(default)]
        portrait: bool,
    },
}

/// The kinds of version 0.1.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum OldKind {
    Single,
    Multiple { max: usize },
    Quiz { right: Vec<usize>, explain: Option<String> },
}

impl From<StoredPoll> for Poll {
    fn from(stored: StoredPoll) -> Self {
        let (question, explain) = match stored.asked {
            Asked::Now { question } => (question, stored.explain),
            Asked::Once {
                kind,
                options,
                portrait,
            } => first(kind, options, portrait),
        };
        Self {
            id: stored.id,
            ask: stored.ask,
            hint: stored.hint,
            results: stored.results,
            pair: stored.pair,
            explain,
            timer: stored.timer,
            speed: stored.speed,
            again: stored.again,
            round: stored.round.unwrap_or(1),
            improvised: stored.improvised.unwrap_or(false),
            question,
        }
    }
}

fn first(kind: OldKind, options: Vec<PollOption>, portrait: bool) -> (Question, Option<String>) {
    match kind {
        OldKind::Single => {
            let single = Single {
                options,
                portrait,
                ..Single::default()
            };
            (single.into(), None)
        }
        OldKind::Multiple { max } => {
            let multiple = Multiple {
                options,
                min: 1,
                max,
                ..Multiple::default()
            };
            (multiple.into(), None)
        }
        OldKind::Quiz { right, explain } => {
            let quiz = Quiz {
                options,
                right,
                ..Quiz::default()
            };
            (quiz.into(), explain)
        }
    }
}
