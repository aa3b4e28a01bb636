//! The pictures of the talk, and no other file.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use gazouillis_core::Deck;
use gazouillis_core::content::Block;

/// The talk's folder, and the paths in it that the talk names.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    folder: Option<PathBuf>,
    named: HashSet<String>,
}

impl Pictures {
    /// The pictures of a deck whose file lies in `folder`.
    pub(crate) fn of(deck: &Deck, folder: Option<&Path>) -> Self {
        let mut named = HashSet::new();
        for slide in &deck.slides {
            named.extend(slide.image.iter().map(|picture| picture.src.clone()));
            collect(&slide.blocks, &mut named);
            collect(&slide.right, &mut named);
        }
        Self {
            folder: folder.and_then(|folder| folder.canonicalize().ok()),
            named,
        }
    }

    /// Reads a picture: only one the talk names, and only beneath its folder, whatever links lie on the way.
    pub(crate) fn read(&self, src: &str) -> Option<(Vec<u8>, &'static str)> {
        if !self.named.contains(src) {
            return None;
        }
        let folder = self.folder.as_ref()?;
        let path = folder.join(src).canonicalize().ok()?;
        if !path.starts_with(folder) {
            return None;
        }
        let media_type = media_type(&path)?;
        Some((std::fs::read(path).ok()?, media_type))
    }
}

fn collect(blocks: &[Block], named: &mut HashSet<String>) {
    for block in blocks {
        match block {
            Block::Image { src, .. } => {
                named.insert(src.clone());
            }
            Block::List { items, .. } => items.iter().for_each(|item| collect(&item.blocks, named)),
            Block::Quote { blocks } => collect(blocks, named),
            _ => {}
        }
    }
}

fn media_type(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    Some(match ending.as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "svg" => "image/svg+xml",
        _ => return None,
    })
}
