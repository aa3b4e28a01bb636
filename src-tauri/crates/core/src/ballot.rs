//! What one phone says to one poll.

use crate::kind::Marks;

/// Counts the versions of one phone's ballot in one poll, from 1. The newest wins.
pub type Revision = u32;

/// A set of indices below 32: options of a poll, or rows of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Choices(u32);

impl Choices {
    /// The options, ascending.
    pub fn iter(self) -> impl Iterator<Item = usize> + Clone {
        (0..32).filter(move |index| self.0 & (1 << index) != 0)
    }

    /// How many options are in the set.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether no option is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The set as bits: bit *n* stands for option *n*.
    #[must_use]
    pub fn bits(self) -> u32 {
        self.0
    }

    /// The set whose [`Self::bits`] these are.
    #[must_use]
    pub fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// The set with one option more.
    ///
    /// # Panics
    /// When the index is 32 or more, which no poll allows.
    #[must_use]
    pub fn with(self, index: usize) -> Self {
        assert!(index < 32, "BUG: option index {index} is beyond what a poll allows");
        Self(self.0 | 1 << index)
    }

    /// Whether the option is in the set.
    #[must_use]
    pub fn contains(self, index: usize) -> bool {
        index < 32 && self.0 & (1 << index) != 0
    }
}

impl FromIterator<usize> for Choices {
    /// # Panics
    /// When an index is 32 or more, which no poll allows.
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        indices.into_iter().fold(Self::default(), Self::with)
    }
}

/// A ballot that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// What it says.
    pub marks: Marks,
    /// The version of the phone's ballot.
    pub revision: Revision,
    /// The session's sequence number at which it was taken: the phone's receipt.
    pub seq: u64,
    /// Milliseconds from when its poll was opened until it came, where right answers give points by their speed.
    pub elapsed: Option<u32>,
}
