//! The Markdown as a reader with every extension reads it: what was typed is text in it.

use gazouillis_core::Summary;
use gazouillis_export::{Format, render};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::typed::{WORD, all_of, exact, hostile, rooms, some};

/// A block of words, as it is read.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Block {
    /// Its level, when it is a heading.
    pub(crate) heading: Option<usize>,
    /// Whether it is a row of a table; its cells are parted by tabulators.
    pub(crate) is_row: bool,
    pub(crate) text: String,
}

fn markdown(summary: &Summary) -> String {
    String::from_utf8(render(summary, Format::Md).expect("it renders")).expect("it is text")
}

/// Everything that any reader may be asked to understand, but for quotation marks made finer.
fn options() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION
}

pub(crate) fn blocks(summary: &Summary) -> Vec<Block> {
    let text = markdown(summary);
    let mut blocks = vec![Block::default()];
    for event in Parser::new_ext(&text, options()) {
        let last = blocks.last_mut().expect("there is one");
        match event {
            Event::Start(Tag::Heading { level, .. }) => blocks.push(Block {
                heading: Some(level as usize),
                ..Block::default()
            }),
            Event::Start(Tag::Paragraph | Tag::Item) => blocks.push(Block::default()),
            Event::Start(Tag::TableHead | Tag::TableRow) => blocks.push(Block {
                is_row: true,
                ..Block::default()
            }),
            Event::End(TagEnd::TableCell) => last.text.push('\t'),
            // What is typed has none: it only keeps readers from making links.
            Event::Text(text) => last.text += &text.replace('\u{2060}', ""),
            Event::SoftBreak => last.text.push('\n'),
            _ => {}
        }
    }
    blocks.retain(|block| block.heading.is_some() || !block.text.is_empty());
    blocks
}

/// Everything but words.
fn skeleton(summary: &Summary) -> Vec<String> {
    let text = markdown(summary);
    let events = Parser::new_ext(&text, options());
    let shapes = events.filter(|event| !matches!(event, Event::Text(_)));
    shapes.map(|event| format!("{event:?}")).collect()
}

#[test]
fn what_was_typed_comes_back_exactly_wherever_it_stands() {
    let payloads = exact();
    assert!(payloads.len() >= 100, "{} texts", payloads.len());
    let plain = blocks(&all_of(WORD));
    assert!(
        plain.iter().filter(|block| block.text.contains(WORD)).count() > 60,
        "it stands in many places"
    );
    for payload in payloads {
        let expected = plain.iter().map(|block| Block {
            text: block.text.replace(WORD, &payload),
            ..*block
        });
        assert_eq!(blocks(&all_of(&payload)), expected.collect::<Vec<_>>(), "{payload}");
    }
}

#[test]
fn nothing_that_was_typed_is_markup() {
    let plain = skeleton(&all_of(WORD));
    for payload in some(hostile(), 70) {
        let summary = all_of(&payload);
        let is_visible = payload.chars().any(|character| character.is_ascii_graphic());
        if is_visible && payload.len() <= 80 {
            assert_eq!(skeleton(&summary), plain, "{payload:?}");
        }
        is_text(&summary, &payload);
    }
}

#[test]
fn there_is_no_link_no_picture_and_no_markup_of_pages() {
    for (name, summary) in rooms() {
        is_text(&summary, name);
    }
}

/// Only headings, paragraphs, lists, tables, quotations and strong words.
fn is_text(summary: &Summary, what: &str) {
    for event in Parser::new_ext(&markdown(summary), options()) {
        let is_ours = match &event {
            Event::Start(tag) => matches!(
                tag,
                Tag::Heading { .. }
                    | Tag::Paragraph
                    | Tag::List(None)
                    | Tag::Item
                    | Tag::Table(_)
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell
                    | Tag::BlockQuote(None)
                    | Tag::Strong
            ),
            Event::End(_) | Event::Text(_) => true,
            _ => false,
        };
        assert!(is_ours, "{what:?}: {event:?}");
    }
    let text = markdown(summary);
    for sign in ["://", "www.", "WWW."] {
        let linked = text
            .match_indices(sign)
            .find(|(at, _)| !text[at + sign.len()..].starts_with('\u{2060}'));
        assert!(linked.is_none(), "{what:?}: a reader may make a link of {sign}");
    }
    let is_name = |(at, _): &(usize, &str)| text[at + 1..].starts_with(|c: char| c.is_alphanumeric());
    assert!(
        text.match_indices('@').all(|at| !is_name(&at)),
        "{what:?}: somebody is called"
    );
}
