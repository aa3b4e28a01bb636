//! The whole document, as its template reads it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::headings::Headings;
use super::page::{Making, Page};
use super::pictures::Drawable;
use super::{Handout, HandoutOptions, moments};
use crate::pdf::legible;
use crate::words::Words;

/// All pages, and what stands around them.
#[derive(Debug, Serialize)]
pub(super) struct Sheets {
    title: String,
    author: Option<String>,
    /// The language of the slides, and its region where one is named.
    language: String,
    region: Option<String>,
    notes: bool,
    /// What stands at the foot of each sheet with notes.
    running: String,
    words: BTreeMap<&'static str, String>,
    slides: Vec<Page>,
}

impl Sheets {
    pub(super) fn new(handout: &Handout<'_>, options: HandoutOptions, pictures: &Drawable) -> Self {
        let deck = handout.deck;
        let words = Words::new(deck.language);
        let line = |typed: &str| legible::line(typed, deck.language);
        let title = Some(line(&deck.title)).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| words.get("handout"));
        let author = deck.author.as_deref().map(line).filter(|author| !author.is_empty());
        let (language, region) = tag(deck.tag());
        let mut making = Making {
            handout,
            options,
            pictures,
            headings: Headings::default(),
        };
        let mut slides = Vec::new();
        for (index, slide) in deck.slides.iter().enumerate() {
            for (number, moment) in moments::of(handout, slide, options.pages).iter().enumerate() {
                slides.push(making.page(index, slide, moment, number == 0));
            }
        }
        let running = [Some(title.clone()), author.clone(), deck.date.as_deref().map(line)];
        Self {
            running: running.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            title,
            author,
            language,
            region,
            notes: options.notes,
            words: words.all(),
            slides,
        }
    }
}

/// A BCP 47 tag as Typst takes it: two or three letters, and a region of two. What is neither is left out.
fn tag(tag: &str) -> (String, Option<String>) {
    let mut parts = tag.split('-');
    let letters = |part: &&str, range: std::ops::RangeInclusive<usize>| {
        range.contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_alphabetic())
    };
    let language = parts.next().filter(|part| letters(part, 2..=3)).unwrap_or("en");
    let region = parts.find(|part| letters(part, 2..=2));
    (language.to_ascii_lowercase(), region.map(str::to_ascii_uppercase))
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn a_tag_is_a_language_and_perhaps_a_region() {
        let of = |text: &str| {
            let (language, region) = tag(text);
            format!("{language} {}", region.unwrap_or_default())
        };
        assert_eq!(of("fr"), "fr ");
        assert_eq!(of("pt-BR"), "pt BR");
        assert_eq!(of("zh-Hant-TW"), "zh TW");
        assert_eq!(of("?"), "en ");
    }
}
