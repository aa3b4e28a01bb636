//! A talk as its card shows it.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use gazouillis_core::Deck;
use gazouillis_core::content::Block;
use gazouillis_core::deck::Language;
use gazouillis_deck::LoadError;
use gazouillis_protocol::{StageDeck, TalkCard, project};

use crate::follow::mistakes_of;

/// How a talk's file is named in requests: of this start of the program only, and nobody reads a path out of it.
pub(crate) fn id_of(path: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The card of a talk that can be presented.
pub(crate) fn card(id: String, path: Option<&Path>, deck: &Deck, opened_at: Option<i64>) -> TalkCard {
    let minutes: f32 = deck.slides.iter().filter_map(|slide| slide.minutes).sum();
    TalkCard {
        cover: Some(cover(&id, deck)),
        id,
        path: path.map(|path| path.display().to_string()),
        title: deck.title.clone(),
        language: deck.language,
        slides: deck.slides.len() as u32,
        polls: deck.polls.len() as u32,
        cuts: deck.cuts.clone(),
        cut: deck.cut,
        minutes: (minutes > 0.0).then_some(minutes.round() as u32),
        opened_at,
        mistakes: Vec::new(),
        more: 0,
        missing: false,
    }
}

/// The card of a file that cannot be presented as it is.
pub(crate) fn faulty(path: &Path, error: &LoadError, opened_at: i64) -> TalkCard {
    let (mistakes, more) = mistakes_of(error);
    let name = path.file_name().unwrap_or_default();
    TalkCard {
        id: id_of(path),
        path: Some(path.display().to_string()),
        title: name.to_string_lossy().into_owned(),
        language: Language::default(),
        slides: 0,
        polls: 0,
        minutes: None,
        cuts: Vec::new(),
        cut: None,
        opened_at: Some(opened_at),
        cover: None,
        mistakes,
        more,
        missing: !path.exists(),
    }
}

/// The first slide; its pictures are named by the talk as well, because home shows several.
fn cover(id: &str, deck: &Deck) -> StageDeck {
    let mut cover = project::stage_deck("", deck, 0);
    cover.slides.truncate(1);
    for profile in &mut cover.profiles {
        if let Some((flock, picture)) = profile.bird.split_once(' ').filter(|(_, face)| face.contains('.')) {
            profile.bird = format!("{flock} {id}/{picture}");
        }
    }
    if let Some(logo) = cover.look.as_mut().and_then(|look| look.logo.as_mut()) {
        logo.src = format!("{id}/{}", logo.src);
    }
    for slide in &mut cover.slides {
        if let Some(image) = &mut slide.image {
            image.src = format!("{id}/{}", image.src);
        }
        name_pictures(id, &mut slide.blocks);
        name_pictures(id, &mut slide.right);
    }
    cover
}

fn name_pictures(id: &str, blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Image { src, .. } => *src = format!("{id}/{src}"),
            Block::Video {
                poster: Some(poster), ..
            } => *poster = format!("{id}/{poster}"),
            Block::List { items, .. } => items.iter_mut().for_each(|item| name_pictures(id, &mut item.blocks)),
            Block::Quote { blocks } => name_pictures(id, blocks),
            _ => {}
        }
    }
}
