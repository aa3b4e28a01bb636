//! What the presenter has decided about the texts of a poll. One home for every kind that takes words of one's own.
//!
//! **Invariant.** What waits is in no view but the presenter's, and what is hidden never comes back by itself. A text is named by
//! the sequence number of its ballot, so a text that was changed waits anew; a word is named by its key, so a word that may be
//! shown may be typed by anybody.

mod act;
mod queue;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Upvotes;
pub use act::{Act, InvalidAct, MOST_AT_ONCE};
pub(super) use queue::Lists;
pub(crate) use queue::spans;
pub use queue::{Concern, Queue, QueueTheme, Queued, Span};

/// How often one word may be merged into another, one after the other.
const LONGEST_CHAIN: usize = 16;

/// What the presenter said of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Everybody may see it.
    Shown,
    /// Nobody is to see it.
    Hidden,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// It waits for the presenter.
    Waiting,
    /// Everybody may see it.
    Shown,
    /// Nobody is to see it.
    Hidden,
}

/// How texts stand on the stage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Display {
    /// All that fit, the newest first.
    #[default]
    Wall,
    /// One, large.
    One,
    /// By the themes that the presenter has sorted them into.
    Themes,
}

/// What the presenter has decided about the texts of a poll; at first, nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moderation {
    texts: BTreeMap<u64, Verdict>,
    words: BTreeMap<Arc<str>, Verdict>,
    /// Which word counts for which other; a word that stands for itself is kept apart from its near spellings.
    merged: BTreeMap<Arc<str>, Arc<str>>,
    locked: Option<u64>,
    review: Option<bool>,
    unfiltered: bool,
    kept: bool,
    display: Option<Display>,
    spotlight: Option<u64>,
    themes: BTreeMap<u32, Arc<str>>,
    sorted: BTreeMap<u64, u32>,
    /// What the room wants of the texts, which is no decision but stands and falls with them.
    upvotes: Upvotes,
}

impl Moderation {
    /// What the room wants of the texts.
    #[must_use]
    pub fn upvotes(&self) -> &Upvotes {
        &self.upvotes
    }

    pub(crate) fn upvotes_mut(&mut self) -> &mut Upvotes {
        &mut self.upvotes
    }

    /// Takes a decision in.
    pub fn apply(&mut self, act: &Act) {
        match act {
            Act::Decide { verdict, texts, words } => self.decide(*verdict, texts, words),
            Act::Merge { word, into } => drop(self.merged.insert(word.clone(), into.clone())),
            Act::Lock { at } => self.locked = *at,
            Act::Review { on } => self.review = Some(*on),
            Act::Filter { on } => self.unfiltered = !on,
            Act::Keep { on } => self.kept = *on,
            Act::Display { display } => self.display = Some(*display),
            Act::Spotlight { text } => self.spotlight = *text,
            Act::Theme { theme, name } if name.is_empty() => {
                self.themes.remove(theme);
                self.sorted.retain(|_, sorted| sorted != theme);
            }
            Act::Theme { theme, name } => drop(self.themes.insert(*theme, name.clone())),
            Act::Sort { texts, theme: None } => self.sorted.retain(|text, _| !texts.contains(text)),
            Act::Sort {
                texts,
                theme: Some(theme),
            } => self.sorted.extend(texts.iter().map(|text| (*text, *theme))),
        }
    }

    fn decide(&mut self, verdict: Option<Verdict>, texts: &[u64], words: &[Arc<str>]) {
        match verdict {
            Some(verdict) => {
                self.texts.extend(texts.iter().map(|text| (*text, verdict)));
                self.words.extend(words.iter().map(|word| (word.clone(), verdict)));
            }
            None => {
                self.texts.retain(|text, _| !texts.contains(text));
                self.words.retain(|word, _| !words.contains(word));
            }
        }
    }

    /// Whether texts that nobody has decided about wait; `usual` is what the talk says.
    #[must_use]
    pub fn reviews(&self, usual: bool) -> bool {
        self.review.unwrap_or(usual)
    }

    /// Whether texts with a swear word wait in any case.
    #[must_use]
    pub fn filters(&self) -> bool {
        !self.unfiltered
    }

    /// Whether the presenter keeps the texts for the summary.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.kept
    }

    /// From which sequence number on new words wait.
    #[must_use]
    pub fn locked(&self) -> Option<u64> {
        self.locked
    }

    /// How texts stand on the stage; `usual` is what the talk says.
    #[must_use]
    pub fn display(&self, usual: Display) -> Display {
        self.display.unwrap_or(usual)
    }

    /// The text that is shown large.
    #[must_use]
    pub fn spotlight(&self) -> Option<u64> {
        self.spotlight
    }

    /// The presenter's themes, in the order of their numbers.
    pub fn themes(&self) -> impl Iterator<Item = (u32, &Arc<str>)> {
        self.themes.iter().map(|(theme, name)| (*theme, name))
    }

    /// The theme that a text was sorted into.
    #[must_use]
    pub fn theme_of(&self, text: u64) -> Option<u32> {
        self.sorted
            .get(&text)
            .copied()
            .filter(|theme| self.themes.contains_key(theme))
    }

    /// Where a text stands: `usual` is whether the talk lets texts wait, `swears` whether it has a swear word.
    #[must_use]
    pub fn text(&self, text: u64, usual: bool, swears: bool) -> Status {
        self.status(self.texts.get(&text).copied(), usual, swears)
    }

    /// Where a word stands that was first typed at `first`.
    #[must_use]
    pub fn word(&self, word: &str, usual: bool, swears: bool, first: u64) -> Status {
        let came_late = self.locked.is_some_and(|locked| first > locked);
        self.status(self.words.get(word).copied(), usual || came_late, swears || came_late)
    }

    fn status(&self, verdict: Option<Verdict>, usual: bool, swears: bool) -> Status {
        match verdict {
            Some(Verdict::Shown) => Status::Shown,
            Some(Verdict::Hidden) => Status::Hidden,
            None if self.reviews(usual) || (swears && self.filters()) => Status::Waiting,
            None => Status::Shown,
        }
    }

    /// The word that a word counts for.
    #[must_use]
    pub fn stands_for<'w>(&'w self, word: &'w str) -> &'w str {
        let mut passed = BTreeSet::new();
        let mut word = word;
        while let Some(into) = self.merged.get(word) {
            // A ring of words ends where it began.
            if passed.len() == LONGEST_CHAIN || !passed.insert(word) {
                break;
            }
            word = into;
        }
        word
    }

    /// Whether the presenter has said of a word that it stands for itself.
    #[must_use]
    pub fn is_apart(&self, word: &str) -> bool {
        self.merged.get(word).is_some_and(|into| **into == *word)
    }
}

#[cfg(test)]
mod tests;
