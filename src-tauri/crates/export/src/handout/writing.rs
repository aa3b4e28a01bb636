//! What an author wrote on a slide, fit for our fonts: the same tree, with every text in it legible.

use std::collections::BTreeMap;

use gazouillis_core::content::{Block, CodeClass, CodeSpan, Inline, ListItem, QuotedTweet, Tweet, TweetPart};
use gazouillis_core::deck::Language;
use serde::Serialize;
use serde_json::{Value, json};

use super::headings::Headings;
use super::pictures::Drawable;
use crate::pdf::legible;
use crate::words::Words;

/// A longer address is none that anybody could type.
const LONGEST_ADDRESS: usize = 2_000;

/// The lines of some code, each in words with what they are; plain where a deck that an older version stored does not say.
fn code(text: &str, lines: &[Vec<CodeSpan>]) -> Vec<Vec<Value>> {
    let span = |class: Option<CodeClass>, text: &str| json!({ "class": class, "text": legible::code(text) });
    if lines.is_empty() {
        return text.lines().map(|line| vec![span(None, line)]).collect();
    }
    let line = |line: &Vec<CodeSpan>| line.iter().map(|one| span(one.class, &one.text)).collect();
    lines.iter().map(line).collect()
}

/// Writes blocks down for the template.
pub(super) struct Writing<'a> {
    pub(super) pictures: &'a Drawable,
    pub(super) language: Language,
}

/// A fact under a tweet.
#[derive(Serialize)]
struct Foot {
    part: TweetPart,
    figure: Option<String>,
    words: String,
}

impl Writing<'_> {
    fn line(&self, typed: &str) -> String {
        legible::line(typed, self.language)
    }

    /// Blocks, without a first heading that only repeats the slide's title.
    pub(super) fn below(&self, title: Option<&str>, blocks: &[Block], headings: &mut Headings) -> Vec<Value> {
        let repeats = |inlines: &[Inline]| {
            let plain = gazouillis_core::content::plain_text(inlines);
            title.is_some_and(|title| plain.trim() == title.trim())
        };
        match blocks {
            [Block::Heading { inlines, .. }, rest @ ..] if repeats(inlines) => self.blocks(rest, headings),
            _ => self.blocks(blocks, headings),
        }
    }

    /// Blocks in their order.
    pub(super) fn blocks(&self, blocks: &[Block], headings: &mut Headings) -> Vec<Value> {
        blocks.iter().map(|block| self.block(block, headings)).collect()
    }

    fn block(&self, block: &Block, headings: &mut Headings) -> Value {
        match block {
            Block::Heading { level, inlines } => {
                json!({ "type": "heading", "size": level, "level": headings.written(*level), "inlines": self.inlines(inlines) })
            }
            Block::Paragraph { inlines } => json!({ "type": "paragraph", "inlines": self.inlines(inlines) }),
            Block::List { ordered, items } => {
                let item = |item: &ListItem, headings: &mut Headings| json!({ "step": item.step, "blocks": self.blocks(&item.blocks, headings) });
                let items: Vec<Value> = items.iter().map(|one| item(one, headings)).collect();
                json!({ "type": "list", "ordered": ordered, "items": items })
            }
            Block::Quote { blocks } => json!({ "type": "quote", "blocks": self.blocks(blocks, headings) }),
            Block::Code {
                text,
                lines,
                numbered,
                marks,
                ..
            } => json!({ "type": "code", "lines": code(text, lines), "numbered": numbered, "marks": marks }),
            Block::Formula { formula } => json!({ "type": "formula", "text": legible::code(&formula.tex) }),
            Block::Image { src, alt } => {
                json!({ "type": "image", "src": self.pictures.place(src), "alt": self.line(alt) })
            }
            // On paper nothing moves: its picture stands there, or its words.
            Block::Video { alt, poster, .. } => {
                let words = Words::new(self.language).fill("video", &[("what", alt)]);
                let src = poster.as_deref().map(|src| self.pictures.place(src));
                json!({ "type": "image", "src": src.unwrap_or_default(), "alt": self.line(&words) })
            }
            Block::Table { head, rows, align } => {
                let cells = |row: &[Vec<Inline>]| -> Vec<Value> { row.iter().map(|cell| self.inlines(cell)).collect() };
                let rows: Vec<Vec<Value>> = rows.iter().map(|row| cells(row)).collect();
                json!({ "type": "table", "head": cells(head), "rows": rows, "align": align })
            }
            Block::Tweet { tweet } => json!({ "type": "tweet", "tweet": self.tweet(tweet) }),
        }
    }

    fn inlines(&self, inlines: &[Inline]) -> Value {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &Inline) -> Value {
        match inline {
            Inline::Text { text } => json!({ "type": "text", "text": legible::run(text, self.language) }),
            Inline::Strong { children } => json!({ "type": "strong", "children": self.inlines(children) }),
            Inline::Emphasis { children } => json!({ "type": "emphasis", "children": self.inlines(children) }),
            Inline::Formula { formula } => json!({ "type": "code", "text": legible::code(&formula.tex) }),
            Inline::Code { text } => json!({ "type": "code", "text": legible::code(text) }),
            Inline::Link { href, children } => {
                let reachable = ["https://", "http://", "mailto:"]
                    .iter()
                    .any(|scheme| href.starts_with(scheme));
                let href = if reachable && href.len() <= LONGEST_ADDRESS {
                    href.as_str()
                } else {
                    ""
                };
                json!({ "type": "link", "href": href, "children": self.inlines(children) })
            }
            Inline::Break => json!({ "type": "break" }),
        }
    }

    fn tweet(&self, tweet: &Tweet) -> Value {
        let words = Words::new(self.language);
        let time = tweet.time.iter().map(|time| Foot {
            part: TweetPart::Time,
            figure: None,
            words: self.line(time),
        });
        let counts = [
            (TweetPart::Replies, "replies", tweet.replies),
            (TweetPart::Retweets, "retweets", tweet.retweets),
            (TweetPart::Likes, "likes", tweet.likes),
        ];
        let counts = counts.into_iter().filter_map(|(part, key, count)| {
            let count = count?;
            Some(Foot {
                part,
                figure: Some(words.number(count.into())),
                words: words.plural(&format!("tweet_{key}"), count),
            })
        });
        let quoted = |quoted: &QuotedTweet| {
            BTreeMap::from([
                ("name", self.line(&quoted.name)),
                ("handle", self.line(&quoted.handle)),
                ("text", self.line(&quoted.text)),
            ])
        };
        let callouts: Vec<Value> = tweet
            .callouts
            .iter()
            .map(|callout| json!({ "part": callout.part, "text": self.line(&callout.text), "step": callout.step }))
            .collect();
        json!({
            "name": self.line(&tweet.name), "handle": self.line(&tweet.handle), "avatar": tweet.avatar, "text": self.line(&tweet.text),
            "foot": time.chain(counts).collect::<Vec<_>>(), "quoted": tweet.quoted.as_ref().map(quoted), "callouts": callouts,
        })
    }
}
