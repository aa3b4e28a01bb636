//! The next steps that people chose on their phones.

use std::cmp::Reverse;

use gazouillis_core::{Figures, QuestionView, Summary};

use crate::words::Words;

/// “Next steps chosen: publish a first message (8), read ten accounts (6)”: most people first; nothing where nobody was asked or chose.
pub(super) fn steps(summary: &Summary, words: Words) -> Option<String> {
    let asked = |question: &QuestionView| matches!(question, QuestionView::Single(single) if single.step);
    let poll = summary.polls.iter().rfind(|poll| asked(&poll.question))?;
    let Figures::Choice(figures) = &poll.figures else {
        return None;
    };
    let mut chosen: Vec<(u32, &str)> = figures
        .bars
        .iter()
        .zip(poll.question.options())
        .filter(|(bar, _)| bar.count > 0)
        .map(|(bar, option)| (bar.count, option.text.as_str()))
        .collect();
    // The sort is stable: of steps that as many chose the talk's order decides.
    chosen.sort_by_key(|(count, _)| Reverse(*count));
    let told: Vec<String> = chosen
        .iter()
        .map(|(count, text)| format!("{} ({count})", super::shortened(text)))
        .collect();
    (!told.is_empty()).then(|| words.fill("steps_chosen", &[("steps", &told.join(", "))]))
}
