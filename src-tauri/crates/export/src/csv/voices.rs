//! What the room said beside the polls: questions to the speaker, and reactions by slide.

use gazouillis_core::Summary;
use gazouillis_core::summary::{KeptQuestion, QuestionsSummary, ReactionsSummary};

use super::rows::Row;
use crate::words::{Words, reaction_word};

pub(super) fn rows(summary: &Summary, words: Words) -> Vec<Row> {
    let questions = summary.questions.iter().flat_map(|questions| asked(questions, words));
    let reactions = summary.reactions.iter().flat_map(|slide| called_out(slide, words));
    questions.chain(reactions).collect()
}

/// How many there were, then each of those that are kept.
fn asked(questions: &QuestionsSummary, words: Words) -> Vec<Row> {
    let row = || Row {
        section: words.get("csv_question"),
        ..Row::default()
    };
    let count = |key: &str, count: u32| Row {
        item: words.get(key),
        count: count.to_string(),
        ..row()
    };
    let kept = |question: &KeptQuestion| Row {
        item: question.text.clone(),
        count: question.votes.to_string(),
        remark: if question.answered {
            words.get("question_answered")
        } else {
            String::new()
        },
        ..row()
    };
    let counts = [
        count("csv_shown", questions.asked),
        count("csv_answered", questions.answered),
    ];
    counts.into_iter().chain(questions.kept.iter().map(kept)).collect()
}

fn called_out(slide: &ReactionsSummary, words: Words) -> Vec<Row> {
    let each = slide.counts.iter().map(|one| Row {
        section: words.get("csv_reaction"),
        group_id: slide.slide.to_string(),
        group: slide.title.clone().unwrap_or_default(),
        item_id: reaction_word(one.reaction).to_owned(),
        item: words.get(reaction_word(one.reaction)),
        count: one.count.to_string(),
        ..Row::default()
    });
    each.collect()
}
