//! The speaker's notes, step by step.

use gazouillis_core::deck::Language;
use serde::Serialize;

use crate::pdf::legible;
use crate::words::Words;

/// What is to be said after a press of the clicker, or before any.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct NotePart {
    /// Which press it comes after, in words; `None` for what comes first.
    click: Option<String>,
    /// The paragraphs.
    paragraphs: Vec<String>,
}

/// The notes of some steps of a slide. A step without any leaves its press out.
pub(super) fn parts(notes: &[String], steps: impl IntoIterator<Item = u16>, language: Language) -> Vec<NotePart> {
    let words = Words::new(language);
    let part = |step: u16| {
        let paragraphs = paragraphs(notes.get(usize::from(step))?, language);
        let click = (step > 0).then(|| words.fill("handout_click", &[("n", &step.to_string())]));
        (!paragraphs.is_empty()).then_some(NotePart { click, paragraphs })
    };
    steps.into_iter().filter_map(part).collect()
}

/// Paragraphs are parted by empty lines; the lines of a list stay lines.
fn paragraphs(text: &str, language: Language) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines().map(str::trim) {
        let is_item = ["- ", "* ", "• "].iter().any(|mark| line.starts_with(mark));
        match paragraphs.last_mut() {
            Some(last) if goes_on && !is_item && !line.is_empty() => {
                last.push(' ');
                last.push_str(line);
            }
            _ if !line.is_empty() => paragraphs.push(line.to_owned()),
            _ => {}
        }
        goes_on = !line.is_empty();
    }
    paragraphs
        .iter()
        .map(|paragraph| legible::line(paragraph, language))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_joined_and_lists_are_not() {
        assert_eq!(
            paragraphs("Un\ndeux\n\ntrois\n- a\n- b\n  b encore", Language::Fr),
            ["Un deux", "trois", "- a", "- b b encore"]
        );
    }

    #[test]
    fn a_press_is_named_where_something_is_said_after_it() {
        let notes = ["Avant.".to_owned(), String::new(), "Après.".to_owned()];
        let parts = parts(&notes, 0..5, Language::Fr);
        let clicks: Vec<_> = parts.iter().map(|part| part.click.as_deref()).collect();
        assert_eq!(clicks, [None, Some("clic\u{a0}2")]);
    }
}
