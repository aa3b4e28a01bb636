//! The pictures of the talk, and no other file. Its videos are found here, too, and sent by [`crate::videos`].
//!
//! Stage and console get every picture that the talk names. Phones get those of questions that have been asked, and of profiles once
//! the room has seen its breakdown, and no other: a picture may give away what comes. A room asks for the same picture at the same moment, so the first who asks has
//! it read, and it stays in memory for the others.

use std::collections::{HashMap, HashSet};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use gazouillis_core::Deck;
use gazouillis_core::content::Block;
use gazouillis_core::deck::LARGEST_ON_PHONES;
use gazouillis_core::session::{Phase, Snapshot};
use gazouillis_engine::Published;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH};
use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;

/// The talk's folder, and the paths in it that the talk names.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    folder: Option<PathBuf>,
    now: Mutex<Now>,
}

/// What the talk names as it is now: it may be edited while it is presented.
#[derive(Debug, Default)]
struct Now {
    /// The session and its edition of the slides; `None` before anything was asked for.
    edition: Option<(u64, u32)>,
    named: HashSet<String>,
    /// What phones have asked for. Only pictures of the talk's questions and profiles come here.
    kept: HashMap<String, Arc<OnceCell<Kept>>>,
}

/// A picture as it was when the first phone asked for it.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    bytes: Bytes,
    media_type: &'static str,
    /// Changes with the content.
    tag: HeaderValue,
}

/// What a picture may do when it is opened by itself: an SVG is a document, and could carry a script.
pub(crate) const POLICY: HeaderValue =
    HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");

/// A phone may keep it for good, if it asks whether it is still the same: the next talk may have another of that name.
const KEEP_AND_ASK: HeaderValue = HeaderValue::from_static("private, no-cache");

impl Pictures {
    /// The pictures of a talk whose file lies in `folder`.
    pub(crate) fn of(folder: Option<&Path>) -> Self {
        Self {
            folder: folder.and_then(|folder| folder.canonicalize().ok()),
            now: Mutex::default(),
        }
    }

    /// The talk's folder.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// What the talk names as it is now.
    fn now(&self, published: &Published) -> MutexGuard<'_, Now> {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let edition = Some((published.session, published.snapshot.edition));
        if now.edition != edition {
            *now = Now {
                edition,
                named: named_in(&published.deck),
                kept: HashMap::new(),
            };
        }
        now
    }

    /// Reads a picture: only one the talk names, and only beneath its folder, whatever links lie on the way.
    pub(crate) fn read(&self, published: &Published, src: &str) -> Option<(Vec<u8>, &'static str)> {
        let (path, media_type) = self.find(src).filter(|_| self.names(published, src))?;
        Some((std::fs::read(path).ok()?, media_type))
    }

    /// A video's file and its type: only one the talk names, and only beneath its folder.
    pub(crate) fn video(&self, published: &Published, src: &str) -> Option<(PathBuf, &'static str)> {
        let found = beneath(self.folder.as_ref()?, src)?;
        let media_type = video_type(&found).filter(|_| self.names(published, src))?;
        Some((found, media_type))
    }

    /// Whether the talk names a file. A frozen projector shows the talk as it was.
    fn names(&self, published: &Published, src: &str) -> bool {
        let frozen = published.snapshot.picture.as_ref();
        self.now(published).named.contains(src) || frozen.is_some_and(|picture| named_in(&picture.deck).contains(src))
    }

    /// A picture for phones. The caller has looked whether they may have it: see [`is_for_phones`].
    pub(crate) async fn keep(self: &Arc<Self>, published: &Published, src: &str) -> Option<Kept> {
        let cell = {
            let mut now = self.now(published);
            if !now.named.contains(src) {
                return None;
            }
            Arc::clone(now.kept.entry(src.to_owned()).or_default())
        };
        // What cannot be read now is tried again for the next who asks.
        let read = cell.get_or_try_init(async || {
            let (pictures, src) = (Arc::clone(self), src.to_owned());
            let read = tokio::task::spawn_blocking(move || pictures.read_small(&src));
            read.await.ok().flatten().ok_or(())
        });
        read.await.ok().cloned()
    }

    /// Reads a picture that is small enough for a room of phones.
    fn read_small(&self, src: &str) -> Option<Kept> {
        let (path, media_type) = self.find(src)?;
        let mut bytes = Vec::new();
        let file = std::fs::File::open(path).ok()?;
        file.take(LARGEST_ON_PHONES + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= LARGEST_ON_PHONES).then(|| Kept {
            tag: tag(&bytes),
            bytes: bytes.into(),
            media_type,
        })
    }

    fn find(&self, src: &str) -> Option<(PathBuf, &'static str)> {
        find_beneath(self.folder.as_ref()?, src)
    }
}

impl Kept {
    /// The answer to a phone, which may say what it has already.
    pub(crate) fn answer(self, asked: &HeaderMap) -> Response {
        let same = asked.get_all(IF_NONE_MATCH).iter().any(|known| *known == self.tag);
        let about = [
            (ETAG, self.tag),
            (CACHE_CONTROL, KEEP_AND_ASK),
            (CONTENT_SECURITY_POLICY, POLICY),
        ];
        if same {
            return (StatusCode::NOT_MODIFIED, about).into_response();
        }
        (about, [(CONTENT_TYPE, self.media_type)], self.bytes).into_response()
    }
}

/// Reads a picture of a talk that is not presented.
pub(crate) fn read_of(deck: &Deck, folder: &Path, src: &str) -> Option<(Vec<u8>, &'static str)> {
    if !named_in(deck).contains(src) {
        return None;
    }
    let (path, media_type) = find_beneath(&folder.canonicalize().ok()?, src)?;
    Some((std::fs::read(path).ok()?, media_type))
}

/// The pictures of a talk that are there, to be put on paper with it.
#[must_use]
pub fn pictures_of(deck: &Deck, folder: Option<&Path>) -> gazouillis_export::Pictures {
    let Some(folder) = folder.and_then(|folder| folder.canonicalize().ok()) else {
        return gazouillis_export::Pictures::new();
    };
    let read = |src: String| {
        let (path, _) = find_beneath(&folder, &src)?;
        Some((src, std::fs::read(path).ok()?))
    };
    named_in(deck).into_iter().filter_map(read).collect()
}

/// A picture's file, only beneath a folder.
fn find_beneath(folder: &Path, src: &str) -> Option<(PathBuf, &'static str)> {
    let path = beneath(folder, src)?;
    let media_type = media_type(&path)?;
    Some((path, media_type))
}

/// A file, only beneath a folder, whatever links lie on the way.
fn beneath(folder: &Path, src: &str) -> Option<PathBuf> {
    let path = folder.join(src).canonicalize().ok()?;
    (path.starts_with(folder) && path.is_file()).then_some(path)
}

/// The paths of pictures that a talk names.
fn named_in(deck: &Deck) -> HashSet<String> {
    let mut named = HashSet::new();
    named.extend(deck.look.logo.iter().map(|logo| logo.src.clone()));
    for slide in &deck.slides {
        named.extend(slide.image.iter().map(|picture| picture.src.clone()));
        collect(&slide.blocks, &mut named);
        collect(&slide.right, &mut named);
    }
    for poll in &deck.polls {
        named.extend(poll.question.pictures().into_iter().map(|picture| picture.src.clone()));
    }
    named.extend(deck.typology.pictures().map(str::to_owned));
    named
}

/// Whether a picture belongs to a question that has been asked, or to a profile where phones may see theirs.
pub(crate) fn is_for_phones(deck: &Deck, now: &Snapshot, src: &str) -> bool {
    if now.breakdown_shown && deck.typology.pictures().any(|picture| picture == src) {
        return true;
    }
    let asked = deck.polls.iter().zip(&now.polls);
    asked
        .filter(|(_, state)| state.phase != Phase::Pending)
        .any(|(poll, _)| poll.question.pictures().iter().any(|picture| picture.src == src))
}

/// Half of a SHA-256, in quotes: no two pictures have the same by chance.
fn tag(bytes: &[u8]) -> HeaderValue {
    let digest = Sha256::digest(bytes);
    let half: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::try_from(format!("\"{half}\"")).expect("BUG: quotes and hexadecimal digits are ASCII")
}

fn collect(blocks: &[Block], named: &mut HashSet<String>) {
    for block in blocks {
        match block {
            Block::Image { src, .. } => {
                named.insert(src.clone());
            }
            Block::Video { src, poster, .. } => named.extend([src].into_iter().chain(poster).cloned()),
            Block::List { items, .. } => items.iter().for_each(|item| collect(&item.blocks, named)),
            Block::Quote { blocks } => collect(blocks, named),
            _ => {}
        }
    }
}

fn video_type(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    Some(match ending.as_str() {
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        _ => return None,
    })
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
