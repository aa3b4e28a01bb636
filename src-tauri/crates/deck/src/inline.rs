//! The words of a block: text with its emphasis, links and breaks.

use std::ops::Range;

use gazouillis_core::content::{Block, Inline};
use pulldown_cmark::{Event, LinkType, Tag};

use crate::diagnostic::DiagnosticCode as Code;
use crate::markdown::Column;
use crate::report::Problem;
use crate::{formula, notes};

/// How the address of a link may begin.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Blocks in the making, and the words that will be the next paragraph.
#[derive(Default)]
pub(crate) struct Run {
    pub(crate) blocks: Vec<Block>,
    pub(crate) inlines: Vec<Inline>,
}

impl Run {
    /// Makes a paragraph of the words gathered so far.
    pub(crate) fn flush(&mut self) {
        let inlines = trimmed(std::mem::take(&mut self.inlines));
        if !inlines.is_empty() {
            self.blocks.push(Block::Paragraph { inlines });
        }
    }

    pub(crate) fn finish(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }
}

/// Adds text, to the text before it where there is one.
fn push_text(inlines: &mut Vec<Inline>, added: &str) {
    if let Some(Inline::Text { text }) = inlines.last_mut() {
        text.push_str(added);
    } else if !added.is_empty() {
        inlines.push(Inline::Text { text: added.to_owned() });
    }
}

/// The same words without white space or breaks at either end.
pub(crate) fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    while let Some(last) = inlines.last_mut() {
        match last {
            Inline::Text { text } if text.trim_end().is_empty() => {}
            Inline::Break => {}
            Inline::Text { text } => {
                text.truncate(text.trim_end().len());
                break;
            }
            _ => break,
        }
        inlines.pop();
    }
    let blank = inlines
        .iter()
        .take_while(|inline| match inline {
            Inline::Text { text } => text.trim().is_empty(),
            other => **other == Inline::Break,
        })
        .count();
    inlines.drain(..blank);
    if let Some(Inline::Text { text }) = inlines.first_mut() {
        text.drain(..text.len() - text.trim_start().len());
    }
    inlines
}

impl<'s> Column<'_, 's> {
    /// The words up to the end of the element that has begun.
    pub(crate) fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) => {
                    if self.may_nest(depth + 1, range.start) {
                        self.span(tag, range, depth + 1, &mut inlines);
                    }
                }
                leaf => self.leaf(leaf, range, &mut inlines),
            }
        }
        inlines
    }

    /// One emphasis or link.
    pub(crate) fn span(&mut self, tag: Tag<'s>, range: Range<usize>, depth: usize, inlines: &mut Vec<Inline>) {
        match tag {
            Tag::Strong => {
                let children = self.inlines(depth);
                inlines.push(Inline::Strong { children });
            }
            Tag::Emphasis => {
                let children = self.inlines(depth);
                inlines.push(Inline::Emphasis { children });
            }
            Tag::Link {
                link_type, dest_url, ..
            } => {
                let href = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                if !SCHEMES.iter().any(|scheme| {
                    href.get(..scheme.len())
                        .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                }) {
                    let problem = Problem::new(range.start, Code::LinkAddress).found(&href);
                    self.slide.report.add(problem.expected(SCHEMES.join(", ")));
                }
                let children = self.inlines(depth);
                inlines.push(Inline::Link { href, children });
            }
            Tag::Image { .. } => {
                self.slide.report.add(Problem::new(range.start, Code::ImageMisplaced));
                self.skip();
            }
            _ => self.skip(),
        }
    }

    /// A piece of text, a break, or a comment between words.
    pub(crate) fn leaf(&mut self, event: Event<'s>, range: Range<usize>, inlines: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => {
                let text = self.slide.variables.fill(&text, range.start, self.slide.report);
                self.slide.content.words += text.split_whitespace().count();
                push_text(inlines, &text);
            }
            Event::Code(text) => {
                self.slide.content.words += text.split_whitespace().count();
                inlines.push(Inline::Code {
                    text: text.into_string(),
                });
            }
            Event::InlineMath(tex) | Event::DisplayMath(tex) => {
                let marks = if self.slide.text[range.clone()].starts_with("$$") {
                    2
                } else {
                    1
                };
                // A figure right behind it: two prices, as in 5$/6$7, and no formula.
                if self.slide.text[range.end..].starts_with(|next: char| next.is_ascii_digit()) {
                    push_text(inlines, &self.slide.text[range.clone()]);
                    return;
                }
                self.slide.content.words += 1;
                let formula = formula::read(&tex, range.start + marks, formula::Place::Inline, self.slide.report);
                inlines.push(Inline::Formula { formula });
            }
            Event::SoftBreak => push_text(inlines, " "),
            Event::HardBreak => inlines.push(Inline::Break),
            Event::InlineHtml(html) | Event::Html(html) => {
                let comments = notes::comments(&html, range.start, self.slide.report);
                self.slide.content.comments.extend(comments);
            }
            _ => {}
        }
    }
}
