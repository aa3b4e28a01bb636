//! What a poll's answers come to in a document or a table: one module a shape of answers.

mod blanks;
mod choice;
mod matching;
mod number;
pub(crate) mod pace;
mod pin;
mod plane;
mod points;
mod ranking;
mod scale;
mod texts;
mod words;

use gazouillis_core::summary::PollSummary;
use gazouillis_core::{Figures, QuestionView};
use serde::Serialize;

use crate::words::Words;

/// A poll, line by line. Every format lays out the same lines.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub(crate) struct Section {
    /// The kind of question, in words.
    pub(crate) kind: String,
    /// What the figures of [`Line::value`] are, where there are such.
    pub(crate) value_title: Option<String>,
    /// The lines.
    pub(crate) lines: Vec<Line>,
    /// What people wrote, word for word.
    pub(crate) quotes: Vec<Quote>,
    /// What has to be said of them, in sentences.
    pub(crate) notes: Vec<String>,
}

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub(crate) struct Quote {
    /// The theme that the presenter sorted it into; empty for none.
    pub(crate) theme: String,
    /// The text.
    pub(crate) text: String,
    /// How many phones upvoted it, where any did.
    pub(crate) votes: Option<u32>,
}

/// One line of a poll: an option, a statement's value, a word.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub(crate) struct Line {
    /// What the line is part of, such as a statement of several; empty where there is only one.
    pub(crate) group: String,
    /// Names the line in the poll.
    pub(crate) id: String,
    /// Its words.
    pub(crate) text: String,
    /// Ballots.
    pub(crate) count: Option<u32>,
    /// Of so many ballots.
    pub(crate) base: u32,
    /// The share as a whole percentage; `None` where there is none, or nobody answered.
    pub(crate) percent: Option<u32>,
    /// Another figure, as the language writes it: see [`Section::value_title`].
    pub(crate) value: Option<String>,
    /// The length of its bar, from 0 to 1.
    pub(crate) bar: f64,
    /// Whether it is right; `None` where nothing is.
    pub(crate) right: Option<bool>,
    /// Whether it is ahead of the others.
    pub(crate) leads: bool,
}

/// The lines of a poll.
pub(crate) fn section(poll: &PollSummary, words: Words) -> Section {
    let section = match (&poll.question, &poll.figures) {
        (_, Figures::Choice(figures)) => choice::section(poll, figures, words),
        (QuestionView::Scale(question), Figures::Scale(figures)) => scale::section(question, figures, words),
        (QuestionView::Plane(question), Figures::Plane(figures)) => plane::section(question, figures, words),
        (QuestionView::Number(question), Figures::Number(figures)) => number::section(poll, question, figures, words),
        (QuestionView::Pin(question), Figures::Pin(figures)) => pin::section(poll, question, figures, words),
        (_, Figures::Scale(_) | Figures::Plane(_) | Figures::Number(_) | Figures::Pin(_)) => Section::default(),
        (_, Figures::Ranking(figures)) => ranking::section(poll, figures, words),
        (_, Figures::Points(figures)) => points::section(poll, figures, words),
        (_, Figures::Match(figures)) => matching::section(poll, figures, words),
        (_, Figures::Blanks(figures)) => blanks::section(poll, figures, words),
        (_, Figures::Words(figures)) => words::section(poll, figures, words),
        (_, Figures::Text(figures)) => texts::section(poll, figures, words),
    };
    let mut kind = vec![words.get(poll.question.name().word())];
    kind.extend(marks(poll, words));
    let mut notes = section.notes;
    notes.extend(poll.pace.as_ref().map(|pace| pace::note(pace, words)));
    Section {
        kind: kind.join(" · "),
        notes,
        ..section
    }
}

/// What tells a poll from those of the talk: that it was improvised, and which round it is.
fn marks(poll: &PollSummary, words: Words) -> Vec<String> {
    let mut marks = Vec::new();
    if poll.improvised {
        marks.push(words.get("improvised"));
    }
    if poll.round > 1 {
        marks.push(words.fill("round", &[("round", &poll.round.to_string())]));
    }
    marks
}

/// The question, with what tells it from those of the talk.
pub(crate) fn asked(poll: &PollSummary, words: Words) -> String {
    let marks = marks(poll, words);
    if marks.is_empty() {
        return poll.ask.clone();
    }
    format!("{} ({})", poll.ask, marks.join(", "))
}
