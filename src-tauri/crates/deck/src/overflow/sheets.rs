//! The room that each layout gives its text, and what the text takes of it in the smallest letters. The figures are those of
//! `ui/src/stage/layouts`, in units of a stage of 1920 × 1080.

use gazouillis_core::content::Block;
use gazouillis_core::deck::{Deck, Layout, Slide};

use super::flow::{Column, NOTE, title};
use super::letters::Face;

/// The smallest of the sizes that the stage tries (`SMALLEST` of `ui/src/stage/fit.ts`).
const SMALLEST: f64 = 0.5;

/// `--stage-body`, below which some layouts do not go.
const BODY: f64 = 36.0;

/// The height of a page that is one composition.
const POSTER: f64 = 888.0;

/// Both margins at the sides taken off.
pub(super) const WIDTH: f64 = 1680.0;

/// The height that the text of a slide takes in its smallest letters, and the height that it has. Nothing for slides whose text
/// is not set in a field of its own.
pub(super) fn needed(deck: &Deck, slide: &Slide) -> Option<(f64, f64)> {
    let k = SMALLEST;
    let title_of =
        |text: Option<&str>, width: f64, size: f64| text.map_or(0.0, |text| title(text, width, size * k, 1.06));
    let own = slide.title.as_deref();
    let below = |width: f64, size: f64, floor: f64, gap: f64| {
        if slide.blocks.is_empty() {
            return 0.0;
        }
        gap + Column::new(width, floor.max(size * k), k).height(&slide.blocks)
    };
    Some(match slide.layout {
        Layout::Default => page(slide, |text| text.height(&slide.blocks)),
        Layout::TwoCols => page(slide, |text| columns(text, [&slide.blocks, &slide.right])),
        Layout::Center => (title_of(own, 1500.0, 104.0) + below(1500.0, 56.0, BODY, 44.0), POSTER),
        Layout::ImageRight => page(slide, |text| Column { width: 940.0, ..text }.height(&slide.blocks)),
        Layout::Statement if own.is_none() => {
            let text = Column {
                face: Face::Display,
                ..Column::new(1490.0, BODY.max(96.0 * k), k)
            };
            (text.height(&slide.blocks), POSTER)
        }
        Layout::Statement => (title_of(own, 1490.0, 132.0) + below(1490.0, 56.0, BODY, 44.0), POSTER),
        Layout::Quote => (quote(slide, k), POSTER),
        Layout::Section => {
            // One bird alone is taller than the seven.
            let room = if slide.bird.is_some() { 424.0 } else { 504.0 };
            (title_of(own, WIDTH, 132.0) + below(WIDTH, 56.0, BODY, 36.0), room)
        }
        Layout::Cover | Layout::End => {
            let width = if slide.bird.is_some() { 940.0 } else { 1480.0 };
            let words = own.unwrap_or(&deck.title);
            (
                title_of(Some(words), width, 132.0) + 40.0 + below(width, 52.0, BODY, 0.0),
                640.0,
            )
        }
        Layout::Profiles => {
            let profile = deck.typology.profiles.get(slide.profile?)?;
            let text = if own.is_some() && slide.blocks.is_empty() {
                title(&profile.summary, 940.0, BODY.max(60.0 * k), 1.36)
            } else {
                below(940.0, 60.0, BODY, 0.0)
            };
            let room = if profile.reference.is_some() { 718.0 } else { 908.0 };
            (
                title_of(Some(own.unwrap_or(&profile.summary)), 940.0, 104.0) + 52.0 + text,
                room,
            )
        }
        Layout::Join | Layout::Poll | Layout::Results | Layout::Qa | Layout::Leaderboard => return None,
    })
}

/// A title, and a field of text under it: `Page.svelte` and `Field.svelte`.
fn page(slide: &Slide, height: impl Fn(Column) -> f64) -> (f64, f64) {
    let above = slide
        .title
        .as_deref()
        .map_or(0.0, |text| title(text, WIDTH, 72.0, 1.15) + 44.0);
    let text = Column::new(WIDTH, NOTE.max(66.0 * SMALLEST), SMALLEST);
    (above + height(text), 908.0)
}

/// Two columns on cards: the higher one counts.
fn columns(text: Column, columns: [&[Block]; 2]) -> f64 {
    let column = Column {
        width: (text.width - 40.0) / 2.0 - 96.0,
        size: NOTE.max(0.84 * text.size),
        ..text
    };
    columns
        .map(|blocks| column.height(blocks))
        .into_iter()
        .fold(0.0, f64::max)
        + 96.0
}

/// The words quoted, in the face of titles, and whose they are.
fn quote(slide: &Slide, k: f64) -> f64 {
    let is_quoted = |block: &&Block| matches!(block, Block::Quote { .. });
    let quoted: Vec<Block> = slide
        .blocks
        .iter()
        .filter(is_quoted)
        .flat_map(inside)
        .cloned()
        .collect();
    let rest: Vec<Block> = slide.blocks.iter().filter(|block| !is_quoted(block)).cloned().collect();
    let (large, small) = (BODY.max(84.0 * k), BODY.max(44.0 * k));
    let words = Column {
        face: Face::Display,
        ..Column::new(1520.0, large, k)
    };
    let own = slide.title.as_deref();
    let (said, by) = if quoted.is_empty() {
        (own.map_or(0.0, |text| title(text, 1520.0, large, 1.2)), 0.0)
    } else {
        (
            words.height(&quoted),
            own.map_or(0.0, |text| title(text, 1520.0, small, 1.42)),
        )
    };
    0.62 * 260.0 * k + said + 44.0 + by + Column::new(1520.0, small, k).height(&rest)
}

fn inside(block: &Block) -> &[Block] {
    match block {
        Block::Quote { blocks } => blocks,
        _ => &[],
    }
}
