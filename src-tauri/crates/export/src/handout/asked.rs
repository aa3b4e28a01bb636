//! A question before anybody has answered: what may be answered, by its shape.

use gazouillis_core::deck::{Language, Picture};
use gazouillis_core::kind::{Item, Kind as _, Number, OptionView, ScaleView, StatementView, first_value};
use gazouillis_core::{Poll, QuestionView};
use serde::Serialize;

use super::pictures::{Drawable, Drawn};
use super::poll::Row;
use crate::pdf::legible;

/// What may be answered.
#[derive(Debug, Serialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub(super) enum Asked {
    /// Options.
    Options { options: Vec<Row> },
    /// Statements on a scale.
    Scale {
        statements: Vec<String>,
        low: String,
        high: String,
        marks: Vec<String>,
    },
    /// Statements between two axes.
    Plane {
        statements: Vec<String>,
        left: String,
        right: String,
        bottom: String,
        top: String,
    },
    /// A number in a range.
    Number { low: String, high: String },
    /// A place on a picture.
    Pin { picture: Drawn },
    /// What belongs to what; both sides in an order that says nothing.
    Pairs { left: Vec<String>, right: Vec<String> },
    /// A sentence with gaps, and the words for them.
    Gaps { parts: Vec<String>, words: Vec<String> },
    /// Words of one's own.
    Open { text: Option<String> },
}

/// What a poll asks.
pub(super) fn of(poll: &Poll, language: Language, pictures: &Drawable, birds: &[Option<String>]) -> Asked {
    let line = |typed: &str| legible::line(typed, language);
    match poll.question.view() {
        QuestionView::Single(view) => options(&view.options, language, pictures, birds),
        QuestionView::Multiple(view) => options(&view.options, language, pictures, birds),
        QuestionView::Quiz(view) => options(&view.options, language, pictures, birds),
        QuestionView::Ranking(view) => options(&view.options, language, pictures, birds),
        QuestionView::Points(view) => options(&view.options, language, pictures, birds),
        QuestionView::Scale(view) => Asked::Scale {
            statements: statements(&view.statements, language),
            marks: marks(&view).iter().map(|mark| line(mark)).collect(),
            // Where every value has words, those of the ends are among them.
            low: if view.labels.is_empty() {
                line(&view.low)
            } else {
                String::new()
            },
            high: if view.labels.is_empty() {
                line(&view.high)
            } else {
                String::new()
            },
        },
        QuestionView::Plane(view) => Asked::Plane {
            statements: statements(&view.statements, language),
            left: line(&view.left),
            right: line(&view.right),
            bottom: line(&view.bottom),
            top: line(&view.top),
        },
        QuestionView::Number(view) => {
            let number = Number {
                language,
                ..Number::seen(&view)
            };
            Asked::Number {
                low: line(&number.in_words(view.min)),
                high: line(&number.in_words(view.max)),
            }
        }
        QuestionView::Pin(view) => Asked::Pin {
            picture: pictures.draw(&view.picture, language),
        },
        QuestionView::Match(view) => Asked::Pairs {
            left: items(&view.left, language),
            right: items(&view.right, language),
        },
        QuestionView::Blanks(view) => Asked::Gaps {
            parts: view.parts.iter().map(|part| legible::run(part, language)).collect(),
            words: items(&view.words, language),
        },
        QuestionView::Words(_) | QuestionView::Text(_) | QuestionView::Tweet(_) => Asked::Open { text: None },
    }
}

fn options(options: &[OptionView], language: Language, pictures: &Drawable, birds: &[Option<String>]) -> Asked {
    let row = |(index, option): (usize, &OptionView)| Row {
        text: legible::line(&option.text, language),
        bird: birds.get(index).cloned().flatten(),
        picture: option
            .picture
            .as_ref()
            .map(|picture: &Picture| pictures.draw(picture, language)),
        ..Row::default()
    };
    Asked::Options {
        options: options.iter().enumerate().map(row).collect(),
    }
}

fn items(items: &[Item], language: Language) -> Vec<String> {
    items.iter().map(|item| legible::line(&item.text, language)).collect()
}

/// A question that is itself the one statement has none of its own.
fn statements(statements: &[StatementView], language: Language) -> Vec<String> {
    let texts = statements
        .iter()
        .map(|statement| legible::line(&statement.text, language));
    texts.filter(|text| !text.is_empty()).collect()
}

/// The values of a scale, each with its sign and its words where it has such.
fn marks(view: &ScaleView) -> Vec<String> {
    let first = first_value(view.points);
    let mark = |place: u8| {
        let at = usize::from(place);
        let parts = [
            view.signs.get(at).cloned(),
            Some((first + place).to_string()),
            view.labels.get(at).cloned(),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    (0..view.points).map(mark).collect()
}
