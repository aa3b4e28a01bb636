//! The five things a phone may call out without words.

use serde::{Deserialize, Serialize};

/// A chirp. Each has a bird of its own on the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reaction {
    /// Bravo.
    Applause,
    /// That is funny.
    Laughter,
    /// I did not know.
    Surprise,
    /// That gives me an idea.
    Idea,
    /// I love it.
    Heart,
}

impl Reaction {
    /// Every reaction, in the order in which they are offered and kept.
    pub const ALL: [Self; 5] = [Self::Applause, Self::Laughter, Self::Surprise, Self::Idea, Self::Heart];
}

/// How often each reaction was called out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Counts([u32; Reaction::ALL.len()]);

impl Counts {
    /// Counts one more.
    pub fn count(&mut self, reaction: Reaction) {
        let count = &mut self.0[reaction as usize];
        *count = count.saturating_add(1);
    }

    /// Adds what was counted elsewhere.
    pub fn add(&mut self, other: &Self) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count = count.saturating_add(more);
        }
    }

    /// How often one was called out.
    #[must_use]
    pub fn of(&self, reaction: Reaction) -> u32 {
        self.0[reaction as usize]
    }

    /// Whether nothing was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Each reaction with its count, in the order of [`Reaction::ALL`].
    pub fn each(&self) -> impl Iterator<Item = (Reaction, u32)> {
        Reaction::ALL.into_iter().zip(self.0)
    }

    pub(super) fn numbers(&self) -> impl Iterator<Item = i64> {
        self.0.into_iter().map(i64::from)
    }

    pub(super) fn from_numbers(numbers: &[i64]) -> Option<Self> {
        let mut counts = Self::default();
        if numbers.len() != counts.0.len() {
            return None;
        }
        for (count, number) in counts.0.iter_mut().zip(numbers) {
            *count = u32::try_from(*number).ok()?;
        }
        Some(counts)
    }
}
