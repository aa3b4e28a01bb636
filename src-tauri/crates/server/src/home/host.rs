//! Who keeps the talks and presents them.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gazouillis_core::deck::Language;
use gazouillis_core::{Deck, Summary};
use gazouillis_protocol::{HomeView, NewTalkRequest, OpenedTalk, PresentTalkRequest, RunningTalk, SettingsRequest};

use crate::report::Paper;

/// Why something cannot be done, in words that say what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl std::error::Error for Refusal {}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.en)
    }
}

/// A talk with the folder of its pictures.
#[derive(Debug, Clone)]
pub struct ShelvedTalk {
    /// The talk.
    pub deck: Arc<Deck>,
    /// The folder of its file; `None` for the built-in talk, which has no pictures.
    pub folder: Option<PathBuf>,
}

/// Who keeps the talks and presents them. Its methods may take their time and are called where that is allowed.
pub trait Host: Send + Sync + 'static {
    /// All that the home page shows.
    fn view(&self) -> HomeView;

    /// The reference of the talk format, as Markdown.
    fn reference(&self, language: Language) -> String;

    /// A talk of the view.
    fn talk(&self, id: &str) -> Option<ShelvedTalk>;

    /// Takes a talk's file up, mistakes or not.
    ///
    /// # Errors
    /// When it cannot be read.
    fn open(&self, path: &Path) -> Result<OpenedTalk, Refusal>;

    /// Writes a talk that explains itself.
    ///
    /// # Errors
    /// When it cannot be written.
    fn create(&self, request: &NewTalkRequest) -> Result<OpenedTalk, Refusal>;

    /// Writes a copy of a talk, to be edited.
    ///
    /// # Errors
    /// When there is no such talk, or the copy cannot be written.
    fn copy(&self, id: &str) -> Result<OpenedTalk, Refusal>;

    /// Opens a talk's file in an editor.
    ///
    /// # Errors
    /// When there is no such file, or no editor.
    fn edit(&self, id: &str) -> Result<(), Refusal>;

    /// Takes a talk off the list. Its file stays.
    fn remove(&self, id: &str);

    /// Keeps what was decided about the app itself.
    fn settle(&self, request: &SettingsRequest);

    /// Presents a talk, or rehearses it.
    ///
    /// # Errors
    /// When it has mistakes, something is presented already, or the machine does not let it.
    fn present(&self, id: &str, request: &PresentTalkRequest) -> Result<RunningTalk, Refusal>;

    /// Goes on with the interrupted session.
    ///
    /// # Errors
    /// When there is none, something is presented already, or the machine does not let it.
    fn resume(&self) -> Result<RunningTalk, Refusal>;

    /// Ends what is presented. A session that is not finished can be gone on with.
    fn leave(&self);

    /// A session's summary.
    ///
    /// # Errors
    /// When the library cannot be read.
    fn summary(&self, session: &str) -> Result<Option<Summary>, Refusal>;

    /// A session's talk, to be put on paper with what its room answered.
    ///
    /// # Errors
    /// When the library cannot be read.
    fn paper(&self, session: &str) -> Result<Option<Paper>, Refusal>;

    /// Deletes a session for good.
    ///
    /// # Errors
    /// When it is the one that is presented, or the library cannot be written.
    fn forget(&self, session: &str) -> Result<(), Refusal>;
}
