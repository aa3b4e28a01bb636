//! What the presenter decides about the texts of a poll.

use gazouillis_core::kind::Act;
use gazouillis_core::kind::moderation::{Display, Verdict};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// `POST /control/polls/{poll}/moderate`. Texts are named by [`gazouillis_core::kind::moderation::Queued::id`], words by its
/// `key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum ModerateRequest {
    /// Texts and words are shown, hidden, or wait again.
    Decide {
        /// What is said of them; nothing lets them wait as if nothing had been said.
        verdict: Option<Verdict>,
        /// Texts.
        #[serde(default)]
        texts: Vec<u64>,
        /// Words.
        #[serde(default)]
        words: Vec<String>,
    },
    /// A word counts for another; for itself, when it is to be kept apart from near spellings.
    Merge {
        /// The word.
        word: String,
        /// The other.
        into: String,
    },
    /// Whether words wait that nobody has typed yet.
    Lock {
        /// Whether they do.
        on: bool,
    },
    /// Whether texts wait that nobody has decided about.
    Review {
        /// Whether they do.
        on: bool,
    },
    /// Whether texts with a swear word, or with somebody's number or address, wait in any case.
    Filter {
        /// Whether they do.
        on: bool,
    },
    /// Whether the summary has the texts.
    Keep {
        /// Whether it has.
        on: bool,
    },
    /// How the texts stand on the stage.
    Display {
        /// How.
        display: Display,
    },
    /// One text is shown large; nothing ends that.
    Spotlight {
        /// The text.
        text: Option<u64>,
    },
    /// A theme gets a name; without one it is taken away.
    Theme {
        /// Its number, from 0.
        theme: u32,
        /// Its name.
        name: String,
    },
    /// Texts are sorted into a theme, or out of theirs.
    Sort {
        /// The texts.
        texts: Vec<u64>,
        /// The theme.
        theme: Option<u32>,
    },
}

impl From<ModerateRequest> for Act {
    fn from(request: ModerateRequest) -> Self {
        match request {
            ModerateRequest::Decide { verdict, texts, words } => Self::Decide {
                verdict,
                texts,
                words: words.into_iter().map(Into::into).collect(),
            },
            ModerateRequest::Merge { word, into } => Self::Merge {
                word: word.into(),
                into: into.into(),
            },
            // The session knows what time it is.
            ModerateRequest::Lock { on } => Self::Lock { at: on.then_some(0) },
            ModerateRequest::Review { on } => Self::Review { on },
            ModerateRequest::Filter { on } => Self::Filter { on },
            ModerateRequest::Keep { on } => Self::Keep { on },
            ModerateRequest::Display { display } => Self::Display { display },
            ModerateRequest::Spotlight { text } => Self::Spotlight { text },
            ModerateRequest::Theme { theme, name } => Self::Theme {
                theme,
                name: name.into(),
            },
            ModerateRequest::Sort { texts, theme } => Self::Sort { texts, theme },
        }
    }
}
