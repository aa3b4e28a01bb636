//! Observed mode: the attitudes that somebody at the desk saw in the room, counted beside the votes.
//!
//! **Rule.** They are the presenter's own statement of what everybody could see, as raised hands are. They come from no ballot and
//! enter none: no participant, tally, breakdown or comparison knows of them, so nothing that is told of votes depends on them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Event, Rejection, Session};
use crate::deck::Deck;

/// The most that is counted of one profile: more people than anybody can look at.
pub const MOST_SEEN: u32 = 999;

/// How many desks have their last tap remembered; of more the one that has rested longest is forgotten.
const DESKS: usize = 32;

/// What a tap does to the count of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// One more was seen.
    More,
    /// One was counted by mistake.
    Less,
}

/// One tap. The same one again, or an earlier one of its desk, counts nothing: a request whose answer was lost is sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tap {
    /// The page it was made on, by a number drawn when the page was opened.
    pub desk: u32,
    /// Counts the taps of that page.
    pub number: u32,
}

/// Something that happened to the observed counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sighting {
    /// The count of a profile changed by one.
    Counted {
        /// Index of the profile.
        profile: usize,
        /// Which way.
        seen: Seen,
        /// By which tap.
        tap: Tap,
    },
    /// The counts are shown beside the votes, or no longer.
    Shown(bool),
}

/// What was seen in the room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Observed {
    counts: Vec<u32>,
    shown: bool,
    /// The last tap of each desk, the desk that tapped last at the end.
    taps: Vec<Tap>,
}

impl Observed {
    /// Nothing seen yet, in a talk with so many profiles.
    pub(super) fn of(profiles: usize) -> Self {
        Self {
            counts: vec![0; profiles],
            ..Self::default()
        }
    }

    /// How many were seen of each profile, in the order of the typology.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// Whether the presenter shows them beside the votes.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.shown
    }

    /// How many were seen in all.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    fn has(&self, tap: Tap) -> bool {
        let of_desk = self.taps.iter().find(|last| last.desk == tap.desk);
        of_desk.is_some_and(|last| last.number >= tap.number)
    }

    fn apply(&mut self, sighting: Sighting) {
        match sighting {
            Sighting::Shown(shown) => self.shown = shown,
            Sighting::Counted { profile, seen, tap } => {
                let count = &mut self.counts[profile];
                *count = match seen {
                    Seen::More => (*count + 1).min(MOST_SEEN),
                    Seen::Less => count.saturating_sub(1),
                };
                self.taps.retain(|last| last.desk != tap.desk);
                self.taps.push(tap);
                let rested = self.taps.len().saturating_sub(DESKS);
                self.taps.drain(..rested);
            }
        }
    }

    /// The talk has other profiles now, which it may only have as long as nothing was counted.
    fn follow(&mut self, profiles: usize) {
        if self.counts.len() != profiles {
            self.counts = vec![0; profiles];
        }
    }
}

impl Session {
    /// What was seen in the room.
    #[must_use]
    pub fn observed(&self) -> &Arc<Observed> {
        &self.observed
    }

    pub(super) fn observe(&self, profile: &str, seen: Seen, tap: Tap) -> Result<Vec<Event>, Rejection> {
        let profiles = &self.deck.typology.profiles;
        let profile = profiles.iter().position(|known| known.id == profile);
        let profile = profile.ok_or(Rejection::UnknownProfile)?;
        if self.observed.has(tap) {
            return Ok(Vec::new());
        }
        match (seen, self.observed.counts[profile]) {
            (Seen::More, MOST_SEEN..) => Err(Rejection::TooManySeen),
            (Seen::Less, 0) => Ok(Vec::new()),
            _ => Ok(vec![Event::Observed(Sighting::Counted { profile, seen, tap })]),
        }
    }

    pub(super) fn show_observed(&self, shown: bool) -> Result<Vec<Event>, Rejection> {
        if self.deck.typology.profiles.is_empty() {
            return Err(Rejection::UnknownProfile);
        }
        let changes = shown != self.observed.shown;
        let event = changes.then_some(Event::Observed(Sighting::Shown(shown)));
        Ok(event.into_iter().collect())
    }

    pub(super) fn fits_sighting(&self, sighting: Sighting) -> bool {
        match sighting {
            Sighting::Shown(_) => true,
            Sighting::Counted { profile, .. } => profile < self.observed.counts.len(),
        }
    }
}

/// The fold.
impl Session {
    pub(super) fn take_sighting(&mut self, sighting: Sighting) {
        Arc::make_mut(&mut self.observed).apply(sighting);
    }

    /// The talk was edited.
    pub(super) fn keep_observed(&mut self, talk: &Deck) {
        Arc::make_mut(&mut self.observed).follow(talk.typology.profiles.len());
    }
}
