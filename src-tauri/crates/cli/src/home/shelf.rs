//! What home remembers from one start to the next.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use gazouillis_core::Deck;
use gazouillis_core::deck::Language;
use serde::{Deserialize, Serialize};

/// More talks than this are not remembered: those that were not opened for longest go.
const MOST_TALKS: usize = 40;

const FILE: &str = "home.json";

/// What home remembers. A file that cannot be read is an empty one: it holds nothing that cannot be opened again.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Shelf {
    /// The language that was chosen for the app.
    pub(crate) language: Option<Language>,
    /// Whether the tour was taken or declined.
    pub(crate) tour_done: bool,
    /// The presenter's talks, last opened first.
    pub(crate) talks: Vec<KnownTalk>,
    /// When each built-in talk was last presented, by its name in requests: Unix time in milliseconds.
    pub(crate) built_in: BTreeMap<String, i64>,
    /// The session that was presented last, and the file of its talk.
    pub(crate) presented: Option<Presented>,
    #[serde(skip)]
    file: PathBuf,
}

/// A talk of the presenter's.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct KnownTalk {
    pub(crate) path: PathBuf,
    /// Unix time in milliseconds.
    pub(crate) opened_at: i64,
}

/// Which file a session presents.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Presented {
    pub(crate) session: String,
    pub(crate) talk: Option<PathBuf>,
}

/// The language that was chosen for the app on a data folder, if any was.
#[must_use]
pub fn chosen_language(data: &Path) -> Option<Language> {
    Shelf::read(data).language
}

/// The folder of the pictures that a session's talk shows, as far as home still knows its file.
#[must_use]
pub(crate) fn pictures_of_session(data: &Path, session: &str, deck: &Deck) -> Option<PathBuf> {
    Shelf::read(data).pictures_of(session, deck)
}

impl Shelf {
    /// What is remembered in a data folder.
    pub(crate) fn read(data: &Path) -> Self {
        let file = data.join(FILE);
        let text = std::fs::read(&file).unwrap_or_default();
        let known = serde_json::from_slice(&text).unwrap_or_else(|error| {
            if !text.is_empty() {
                tracing::warn!(%error, file = %file.display(), "What home remembered could not be read.");
            }
            Self::default()
        });
        Self { file, ..known }
    }

    /// The folder of the pictures that a session's talk shows, as far as the file of that talk is still known: the one that the
    /// session was presented from, else one with the same title.
    pub(crate) fn pictures_of(&self, session: &str, deck: &Deck) -> Option<PathBuf> {
        let presented = self.presented.as_ref().filter(|presented| presented.session == session);
        let same_title =
            |path: &&PathBuf| gazouillis_deck::load(path).is_ok_and(|loaded| loaded.deck.title == deck.title);
        let file = match presented {
            Some(presented) => presented.talk.as_ref(),
            None => self.talks.iter().map(|known| &known.path).find(same_title),
        };
        Some(file?.canonicalize().ok()?.parent()?.to_owned())
    }

    /// Puts a talk first.
    pub(crate) fn opened(&mut self, path: &Path, at: i64) {
        self.talks.retain(|known| known.path != path);
        let known = KnownTalk {
            path: path.to_owned(),
            opened_at: at,
        };
        self.talks.insert(0, known);
        self.talks.truncate(MOST_TALKS);
    }

    /// Writes what is remembered. What a full disk does not take is remembered until the program ends.
    pub(crate) fn keep(&self) {
        let written = self.write();
        if let Err(error) = written {
            tracing::warn!(%error, file = %self.file.display(), "What home remembers could not be written.");
        }
    }

    /// All of it or nothing: beside the file, and then in its place.
    fn write(&self) -> std::io::Result<()> {
        let text = serde_json::to_vec_pretty(self).expect("BUG: what is remembered is JSON");
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let beside = self.file.with_extension("json.new");
        let mut new = std::fs::File::create(&beside)?;
        new.write_all(&text)?;
        new.sync_all()?;
        std::fs::rename(&beside, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_opened_last_comes_first_and_is_remembered() {
        let data = tempfile::tempdir().expect("a folder");
        let mut shelf = Shelf::read(data.path());
        for (at, name) in [(1, "a.md"), (2, "b.md"), (3, "a.md")] {
            shelf.opened(Path::new(name), at);
        }
        shelf.language = Some(Language::En);
        shelf.keep();
        let again = Shelf::read(data.path());
        let names: Vec<_> = again
            .talks
            .iter()
            .map(|known| known.path.display().to_string())
            .collect();
        assert_eq!(names, ["a.md", "b.md"]);
        assert_eq!(chosen_language(data.path()), Some(Language::En));
        for number in 0..100 {
            shelf.opened(Path::new(&format!("{number}.md")), number);
        }
        assert_eq!(shelf.talks.len(), MOST_TALKS);
    }

    #[test]
    fn a_file_that_is_no_json_is_an_empty_one() {
        let data = tempfile::tempdir().expect("a folder");
        std::fs::write(data.path().join(FILE), "{ half").expect("it can be written");
        assert!(Shelf::read(data.path()).talks.is_empty());
    }
}
