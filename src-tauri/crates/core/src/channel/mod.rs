//! What stands open beside any slide: questions to the speaker, and short reactions.
//!
//! ```yaml
//! channels:
//!   qa: true                            # or { moderated: true, max: 240 }
//!   reactions: true                     # or { mood: true }
//! ```
//!
//! A channel is opened by the talk's header, by a slide with `layout: qa`, or by the presenter at any time.
//!
//! **Invariant.** Nobody learns who asked: what views are made of ([`Board`]) has no author. A question waits for the presenter
//! before the room sees it unless the talk says otherwise. A mood is never kept: it lives in memory, and only counts leave it.

mod chirps;
mod decide;
mod happening;
mod mood;
mod qa;
mod question;
mod reaction;
mod rehearsal;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use chirps::{Chirp, Chirps, FLOATS_FOR, MOST_FLOATING};
pub use decide::{Ruling, Wish};
pub use happening::Happening;
pub use mood::{MINUTES_OF_LINE, MOOD_LASTS, Mood, MoodCount, Moods, SAMPLED_EVERY};
pub use qa::{Board, BoardQuestion, MOST_ASKED, MOST_QUESTIONS, Mine, Qa};
pub use reaction::{Counts, Reaction};
pub use rehearsal::{rehearsed_mood, rehearsed_question, rehearsed_reaction};

use crate::session::Phase;

/// The most characters of a question, when the talk does not say.
pub const USUAL_LENGTH: usize = 240;

/// The most characters that a talk may allow.
pub const LONGEST: usize = 400;

/// One of the channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChannelName {
    /// Questions to the speaker.
    Qa,
    /// Reactions, and the mood.
    Reactions,
}

/// What a talk says of its channels; one that says nothing has none open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// Of the questions.
    pub qa: QaSettings,
    /// Of the reactions.
    pub reactions: ReactionSettings,
}

/// What a talk says of the questions to its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QaSettings {
    /// Whether they may be asked from the start.
    pub open: bool,
    /// Whether a question waits for the presenter before the room sees it.
    pub moderated: bool,
    /// The most characters, as people count them: 1 to [`LONGEST`].
    pub max: usize,
}

impl Default for QaSettings {
    fn default() -> Self {
        Self {
            open: false,
            moderated: true,
            max: USUAL_LENGTH,
        }
    }
}

/// What a talk says of the reactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReactionSettings {
    /// Whether they float from the start.
    pub open: bool,
    /// Whether phones may also tell the presenter their mood.
    pub mood: bool,
}

impl Default for ReactionSettings {
    fn default() -> Self {
        Self {
            open: false,
            mood: true,
        }
    }
}

/// What the presenter may switch of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// Whether it is open.
    Open,
    /// Whether questions wait that nobody has decided about.
    Review,
    /// Whether questions wait in any case that may offend or tell who somebody is.
    Filter,
    /// Whether the summary has the questions.
    Keep,
}

/// The channels of a session.
#[derive(Debug, Clone)]
pub struct Channels {
    pub(crate) qa: Qa,
    reactions: Phase,
    counts: Arc<BTreeMap<usize, Counts>>,
}

/// The channels at one sequence number: cheap to make, and without any author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelsSnapshot {
    /// The questions.
    pub qa: Arc<Board>,
    /// Whether reactions float.
    pub reactions: Phase,
    /// Reactions counted, by the index of the slide that was up.
    pub counts: Arc<BTreeMap<usize, Counts>>,
}

impl Channels {
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            qa: Qa::new(settings.qa),
            reactions: Phase::Pending,
            counts: Arc::default(),
        }
    }

    /// The questions.
    #[must_use]
    pub fn qa(&self) -> &Qa {
        &self.qa
    }

    /// Reactions counted, by the index of the slide that was up.
    #[must_use]
    pub fn counts(&self) -> &BTreeMap<usize, Counts> {
        &self.counts
    }

    /// Whether a channel is open.
    #[must_use]
    pub fn phase(&self, channel: ChannelName) -> Phase {
        match channel {
            ChannelName::Qa => self.qa.phase(),
            ChannelName::Reactions => self.reactions,
        }
    }

    pub(crate) fn snapshot(&self) -> ChannelsSnapshot {
        ChannelsSnapshot {
            qa: self.qa.board(),
            reactions: self.reactions,
            counts: Arc::clone(&self.counts),
        }
    }

    /// Closes what is open: the session is over.
    pub(crate) fn end(&mut self) {
        for channel in [ChannelName::Qa, ChannelName::Reactions] {
            if self.phase(channel) == Phase::Open {
                self.set_open(channel, false);
            }
        }
    }

    fn set_open(&mut self, channel: ChannelName, open: bool) {
        let phase = if open { Phase::Open } else { Phase::Closed };
        match channel {
            ChannelName::Qa => self.qa.set_phase(phase),
            ChannelName::Reactions => self.reactions = phase,
        }
    }

    /// Takes in what happened as event number `seq`.
    pub(crate) fn apply(&mut self, happening: &Happening, seq: u64) {
        match happening {
            Happening::Switched {
                channel,
                switch: Switch::Open,
                on,
            } => self.set_open(*channel, *on),
            Happening::Counted { slide, counts } => {
                Arc::make_mut(&mut self.counts).entry(*slide).or_default().add(counts);
            }
            other => self.qa.apply(other, seq),
        }
    }
}
