//! Which slides have more text than they can show, told without drawing them.
//!
//! The stage makes a long text smaller, down to a limit; here its height at that limit is worked out from the widths of its
//! letters and the measures of its layout. It is an estimate: a browser test holds it to within 10 % of what the stage does.

mod flow;
mod formula;
mod letters;
mod lines;
mod options;
mod sheets;

use std::borrow::Cow;

use gazouillis_core::content::{Block, Inline, ListItem};
use gazouillis_core::deck::{Deck, Slide};

pub use letters::{Face, width};

use crate::diagnostic::DiagnosticCode as Code;
use crate::report::{Problem, Report};

/// Warns of every slide whose text is larger than its room; `places` says where each slide begins.
pub(crate) fn warn(deck: &Deck, places: &[usize], report: &Report) {
    let ends = places.iter().skip(1).chain([&usize::MAX]);
    for ((slide, at), end) in deck.slides.iter().zip(places).zip(ends) {
        // Of code that is too long it is told already.
        if report.has_told(*at..*end, &[Code::TallCode]) {
            continue;
        }
        if let Some(percent) = taken(deck, slide).filter(|percent| *percent > 100) {
            report.add(Problem::new(*at, Code::Overflows).found(percent.to_string()));
        }
    }
}

/// The slide with the longest favourites that may come back on it, as the list under its words that they will be.
fn with_favourites<'s>(deck: &Deck, slide: &'s Slide) -> Cow<'s, Slide> {
    let Some(poll) = slide
        .favourites
        .and_then(|shown| Some((shown, deck.polls.get(shown.poll)?)))
    else {
        return Cow::Borrowed(slide);
    };
    let (shown, poll) = poll;
    let mut texts: Vec<&str> = poll.options().iter().map(|option| option.text.as_str()).collect();
    texts.sort_by_key(|text| std::cmp::Reverse(text.chars().count()));
    let item = |text: &str| ListItem {
        step: 0,
        blocks: vec![Block::Paragraph {
            inlines: vec![Inline::Text { text: text.to_owned() }],
        }],
    };
    let mut slide = slide.clone();
    slide.blocks.push(Block::List {
        ordered: true,
        items: texts.into_iter().take(shown.top.into()).map(item).collect(),
    });
    Cow::Owned(slide)
}

/// How much of its room a slide takes, in percent, rounded up; nothing where it has all the room it wants.
fn taken(deck: &Deck, slide: &Slide) -> Option<u64> {
    let (needed, room) = match slide.polls[..] {
        [] => sheets::needed(deck, &with_favourites(deck, slide))?,
        [poll] => options::overflow(deck.polls.get(poll)?)?,
        _ => return None,
    };
    // A question with too long a text may leave no room at all.
    Some((100.0 * needed / room.max(1.0)).ceil().min(999.0) as u64)
}
