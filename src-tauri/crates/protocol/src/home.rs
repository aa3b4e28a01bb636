//! The home page: the talks and sessions of this computer, while nothing is presented or beside what is.

use gazouillis_core::deck::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::console::{SessionEntry, TalkMistake};
use crate::deck::StageDeck;

/// All that the home page shows. Each event of its live stream is a whole view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct HomeView {
    /// The talks: the built-in ones, that in the language of the app first, then the presenter's own, last opened first.
    pub talks: Vec<TalkCard>,
    /// The sessions kept on this computer, newest first; rehearsals are kept nowhere.
    pub sessions: Vec<SessionEntry>,
    /// What is presented now.
    pub running: Option<RunningTalk>,
    /// A session that was interrupted and can be gone on with.
    pub interrupted: Option<InterruptedSession>,
    /// The talk that was opened last in this run of the program: the one to show.
    pub opened: Option<String>,
    /// The language that was chosen for the app; `None` for that of the system.
    pub language: Option<Language>,
    /// Whether the tour was never taken nor declined.
    pub offers_tour: bool,
    /// Whether a talk's file can be opened in an editor from here.
    pub can_edit: bool,
    /// Where new talks and copies are written.
    pub folder: String,
}

/// A talk that can be presented, or could be if its file had no mistakes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct TalkCard {
    /// Names it in requests.
    pub id: String,
    /// Its file; `None` for the talk that comes with the program.
    pub path: Option<String>,
    /// Its title; the file's name where it has mistakes.
    pub title: String,
    /// The language of its slides.
    pub language: Language,
    /// How many slides it has.
    pub slides: u32,
    /// How many questions it asks.
    pub polls: u32,
    /// How many minutes it takes, where it says so.
    pub minutes: Option<u32>,
    /// The lengths in which it can be given, in minutes, the shortest first; none where it is given as it is.
    pub cuts: Vec<u16>,
    /// The one that is given when nobody chooses.
    pub cut: Option<u16>,
    /// When it was last opened: Unix time in milliseconds.
    pub opened_at: Option<i64>,
    /// Its first slide, as the stage draws it; pictures are named `talk/path`.
    pub cover: Option<StageDeck>,
    /// The first mistakes of its file: while there are any it cannot be presented.
    pub mistakes: Vec<TalkMistake>,
    /// How many more mistakes there are.
    pub more: u32,
    /// Whether its file is gone.
    pub missing: bool,
}

/// A talk that is presented.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct RunningTalk {
    /// The talk's title.
    pub title: String,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// The presenter's page, with its secret.
    pub console_url: String,
    /// The projector's page, with its secret.
    pub stage_url: String,
}

/// A session that the program did not finish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct InterruptedSession {
    /// The session's id.
    pub session: String,
    /// The talk's title.
    pub title: String,
    /// The slide it was on, from 1.
    pub slide: u32,
    /// How many slides the talk has.
    pub slides: u32,
    /// Phones that had joined.
    pub joined: u32,
    /// When something last happened in it: Unix time in milliseconds.
    pub touched_at: i64,
}

/// A talk to open from the disk.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenTalkRequest {
    /// The file.
    pub path: String,
}

/// A talk to write, which explains itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTalkRequest {
    /// Its title, 1 to 120 characters.
    pub title: String,
    /// Its language.
    pub language: Language,
}

/// What was opened or written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, TS, ToSchema)]
pub struct OpenedTalk {
    /// Names it in requests.
    pub id: String,
}

/// How a talk is to be presented.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PresentTalkRequest {
    /// Whether simulated phones take part, in a session that is kept nowhere.
    #[serde(default)]
    pub rehearsal: bool,
    /// In how many minutes, of the lengths that the talk has; the usual one when left out.
    #[serde(default)]
    pub minutes: Option<u16>,
}

/// What the presenter decides about the app itself. What is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingsRequest {
    /// The app's language.
    #[serde(default)]
    pub language: Option<Language>,
    /// That the tour was taken, or declined.
    #[serde(default)]
    pub tour_done: bool,
}
