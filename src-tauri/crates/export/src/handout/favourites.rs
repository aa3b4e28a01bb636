//! What the room liked best of an earlier poll, as the list under a slide's words.

use gazouillis_core::Slide;
use gazouillis_core::content::{Block, Inline, ListItem};
use gazouillis_core::favourites::favourites;

use super::{Handout, poll};

/// The list; none where the summary tells nothing of the poll, or nobody answered.
pub(super) fn list(handout: &Handout<'_>, slide: &Slide) -> Option<Block> {
    let shown = slide.favourites?;
    let told = poll::told(handout, shown.poll)?;
    let texts = favourites(&handout.deck.polls[shown.poll].question, &told.figures, shown.top);
    let item = |text: String| ListItem {
        step: 0,
        blocks: vec![Block::Paragraph {
            inlines: vec![Inline::Text { text }],
        }],
    };
    let items: Vec<ListItem> = texts.into_iter().map(item).collect();
    (!items.is_empty()).then_some(Block::List { ordered: true, items })
}
