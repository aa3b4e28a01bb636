//! What the room said beside the polls: questions to the speaker, and reactions by slide.

use gazouillis_core::summary::QuestionsSummary;
use rust_xlsxwriter::XlsxError;

use super::cell::Cell;
use super::sheet::{Grid, Paper, Sheet};
use super::{Told, Written};
use crate::words::reaction_word;

const WIDTHS: [f64; 4] = [60.0, 30.0, 26.0, 10.0];

/// The last column.
const LAST: u16 = 3;

pub(super) fn sheet(told: &Told<'_>) -> Written {
    let summary = told.summary;
    if summary.questions.is_none() && summary.reactions.iter().all(|slide| slide.counts.is_empty()) {
        return Ok(None);
    }
    let mut sheet = Sheet::new(&told.words.get("xlsx_voices"), Paper::Portrait, &WIDTHS)?;
    let mut row = 0;
    if let Some(questions) = &summary.questions {
        row = asked(&mut sheet, questions, told)?;
    }
    called_out(&mut sheet, row, told)?;
    Ok(Some(sheet))
}

/// The questions to the speaker: how many, then each that is kept.
fn asked(sheet: &mut Sheet, questions: &QuestionsSummary, told: &Told<'_>) -> Result<u32, XlsxError> {
    let (words, look) = (told.words, &told.look);
    sheet.heading(0, LAST, &words.get("questions"), look)?;
    let counts = [
        words.count("questions_shown", f64::from(questions.asked)),
        words.count("questions_answered", f64::from(questions.answered)),
    ];
    sheet.sentence(1, LAST, &counts.join(" · "), &look.note)?;
    if questions.kept.is_empty() {
        sheet.sentence(2, LAST, &words.get("questions_not_kept"), &look.note)?;
        return Ok(4);
    }
    let grid = Grid {
        name: "Gazouillis_questions".to_owned(),
        alt: words.get("questions"),
        titles: ["question_head", "wanted_by", "xlsx_answered"]
            .map(|key| words.get(key))
            .to_vec(),
        rows: questions
            .kept
            .iter()
            .map(|question| {
                vec![
                    Cell::text(&question.text),
                    Cell::Whole(question.votes),
                    Cell::text(words.get(if question.answered { "csv_yes" } else { "csv_no" })),
                ]
            })
            .collect(),
        filter: false,
    };
    Ok(sheet.table(3, &grid, look)? + 1)
}

/// The reactions, a row for each on each slide.
fn called_out(sheet: &mut Sheet, row: u32, told: &Told<'_>) -> Result<(), XlsxError> {
    let (words, look) = (told.words, &told.look);
    let slides = told.summary.reactions.iter();
    let rows: Vec<Vec<Cell>> = slides
        .flat_map(|slide| {
            slide.counts.iter().map(move |one| {
                vec![
                    Cell::text(slide.title.as_deref().unwrap_or_default()),
                    Cell::Whole(slide.slide),
                    Cell::text(words.get(reaction_word(one.reaction))),
                    Cell::Whole(one.count),
                ]
            })
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    sheet.heading(row, LAST, &words.get("reactions"), look)?;
    sheet.sentence(row + 1, LAST, &words.get("reactions_lead"), &look.note)?;
    let grid = Grid {
        name: "Gazouillis_reactions".to_owned(),
        alt: words.get("reactions_lead"),
        titles: ["slide_head", "xlsx_number", "xlsx_reaction", "xlsx_times"]
            .map(|key| words.get(key))
            .to_vec(),
        rows,
        filter: false,
    };
    sheet.table(row + 3, &grid, look)?;
    Ok(())
}
