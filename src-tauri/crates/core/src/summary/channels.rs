//! What remains of the channels: counts always, words only where the presenter keeps them, and never who asked.

use serde::{Deserialize, Serialize};

use crate::channel::Reaction;
use crate::session::Session;

/// The questions to the speaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionsSummary {
    /// How many everybody could see.
    pub asked: u32,
    /// Of them, those answered.
    pub answered: u32,
    /// Those everybody could see, most wanted first, when the presenter keeps them; else none.
    pub kept: Vec<KeptQuestion>,
}

/// A question that the presenter keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptQuestion {
    /// Its words.
    pub text: String,
    /// How many wanted it answered.
    pub votes: u32,
    /// Whether it was.
    pub answered: bool,
}

/// The reactions to one slide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReactionsSummary {
    /// The slide, from 1.
    pub slide: u32,
    /// Its title, or the question it asks.
    pub title: Option<String>,
    /// How often each was called out; those that never were are left out.
    pub counts: Vec<ReactionCount>,
}

/// How often one reaction was called out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReactionCount {
    /// Which.
    pub reaction: Reaction,
    /// How often.
    pub count: u32,
}

impl Session {
    pub(super) fn questions_summary(&self) -> Option<QuestionsSummary> {
        let board = self.channels().qa().board();
        if board.shown.is_empty() {
            return None;
        }
        let mut kept: Vec<KeptQuestion> = board
            .shown
            .iter()
            .filter(|_| board.keeps)
            .map(|question| KeptQuestion {
                text: question.text.to_string(),
                votes: question.votes,
                answered: question.answered,
            })
            .collect();
        // For a reader what was answered is not less wanted.
        kept.sort_by_key(|question| std::cmp::Reverse(question.votes));
        Some(QuestionsSummary {
            asked: board.shown.len() as u32,
            answered: board.shown.iter().filter(|question| question.answered).count() as u32,
            kept,
        })
    }

    pub(super) fn reactions_summary(&self) -> Vec<ReactionsSummary> {
        let deck = self.deck();
        // A slide that is a question is known by what it asks.
        let title = |slide: &crate::Slide| {
            let asks = slide.poll().map(|poll| deck.polls[poll].ask.clone());
            slide.title.clone().or(asks)
        };
        let each = self.channels().counts().iter().map(|(slide, counts)| ReactionsSummary {
            slide: *slide as u32 + 1,
            title: title(&deck.slides[*slide]),
            counts: counts
                .each()
                .filter(|(_, count)| *count > 0)
                .map(|(reaction, count)| ReactionCount { reaction, count })
                .collect(),
        });
        each.collect()
    }
}
