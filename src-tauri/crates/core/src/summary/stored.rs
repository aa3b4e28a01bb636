//! Polls as summaries keep them, of this version and of earlier ones: a frozen summary is read for ever.

use serde::Deserialize;

use super::PollSummary;
use crate::kind::{
    Bar, ChoiceFigures, Figures, MultipleView, OptionView, QuestionView, QuizView, SingleView, Solution,
};
use crate::leaderboard::Pace;

/// A poll as a summary keeps it.
#[derive(Deserialize)]
pub(super) struct StoredPollSummary {
    id: String,
    ask: String,
    #[serde(default = "first_round")]
    round: u32,
    #[serde(default)]
    improvised: bool,
    ballots: u32,
    explain: Option<String>,
    pace: Option<Pace>,
    #[serde(flatten)]
    told: Told,
}

fn first_round() -> u32 {
    1
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Told {
    Now {
        question: QuestionView,
        figures: Box<Figures>,
        solution: Option<Solution>,
    },
    /// Summaries of versions 1 and 2.
    Once { kind: String, options: Vec<OldOption> },
}

#[derive(Deserialize)]
struct OldOption {
    id: String,
    text: String,
    count: u32,
    percent: u32,
    right: Option<bool>,
}

impl From<StoredPollSummary> for PollSummary {
    fn from(stored: StoredPollSummary) -> Self {
        let (question, figures, solution) = match stored.told {
            Told::Now {
                question,
                figures,
                solution,
            } => (question, *figures, solution),
            Told::Once { kind, options } => first(&kind, &options),
        };
        Self {
            id: stored.id,
            ask: stored.ask,
            round: stored.round,
            improvised: stored.improvised,
            ballots: stored.ballots,
            question,
            figures,
            solution,
            pace: stored.pace,
            explain: stored.explain,
        }
    }
}

fn first(kind: &str, old: &[OldOption]) -> (QuestionView, Figures, Option<Solution>) {
    let options: Vec<OptionView> = old
        .iter()
        .map(|option| OptionView {
            id: option.id.clone(),
            text: option.text.clone(),
            picture: None,
        })
        .collect();
    let bar = |option: &OldOption| Bar {
        id: option.id.clone(),
        count: option.count,
        percent: option.percent,
        sure: None,
    };
    let right = || {
        let right = old.iter().filter(|option| option.right == Some(true));
        right.map(|option| option.id.clone()).collect()
    };
    let figures = Figures::Choice(ChoiceFigures {
        bars: old.iter().map(bar).collect(),
        ..ChoiceFigures::default()
    });
    match kind {
        "quiz" => {
            let view = QuizView {
                options,
                several: false,
                confidence: false,
                shuffle: false,
            };
            (
                QuestionView::Quiz(view),
                figures,
                Some(Solution::Options { right: right() }),
            )
        }
        "multiple" => {
            let view = MultipleView {
                max: options.len() as u32,
                min: 1,
                options,
                other: false,
                no_opinion: false,
                shuffle: false,
            };
            (QuestionView::Multiple(view), figures, None)
        }
        _ => {
            let view = SingleView {
                options,
                other: false,
                no_opinion: false,
                shuffle: false,
                step: false,
            };
            (QuestionView::Single(view), figures, None)
        }
    }
}
