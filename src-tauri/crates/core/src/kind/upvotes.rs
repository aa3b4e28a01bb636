//! What the room wants of the texts of a poll: one upvote a phone and text, which may be withdrawn.
//!
//! **Invariant.** An upvote goes with its text: of a text that is hidden or changed, nothing is left. Who upvoted is in no view.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::moderation::{Act, Verdict};
use crate::statistics::wilson_lower;

/// The upvotes of a poll. Texts are named by the sequence numbers of their ballots, phones by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Upvotes {
    /// Who upvoted which text; no text without anybody.
    voters: BTreeMap<u64, BTreeSet<u32>>,
    /// Since which event a text can be seen, where the presenter had to let it through.
    since: BTreeMap<u64, u64>,
    /// The last event at which a phone upvoted here or thought better of it: until then it was reading along.
    reading: BTreeMap<u32, u64>,
}

/// How a text stands with the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How many phones upvote it.
    pub votes: u32,
    /// How many phones have read along since it could be seen, at least those that upvote it.
    pub readers: u32,
}

/// A text that a phone may upvote. It has no author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct UpvoteCard {
    /// Names it in requests.
    #[cfg_attr(feature = "describe", ts(type = "number"))]
    pub id: u64,
    /// The text.
    pub text: String,
    /// How many phones upvote it.
    pub votes: u32,
}

impl Upvotes {
    /// Whether a phone upvotes a text.
    #[must_use]
    pub fn has(&self, text: u64, participant: u32) -> bool {
        self.voters
            .get(&text)
            .is_some_and(|voters| voters.contains(&participant))
    }

    /// The texts that a phone upvotes.
    pub fn of(&self, participant: u32) -> impl Iterator<Item = u64> {
        let all = self.voters.iter();
        all.filter(move |(_, voters)| voters.contains(&participant))
            .map(|(text, _)| *text)
    }

    /// Takes an upvote in, or out again, as event number `seq`.
    pub(crate) fn vote(&mut self, text: u64, participant: u32, up: bool, seq: u64) {
        self.reading.insert(participant, seq);
        let voters = self.voters.entry(text).or_default();
        if up {
            voters.insert(participant);
        } else {
            voters.remove(&participant);
        }
        if voters.is_empty() {
            self.voters.remove(&text);
        }
    }

    /// Nobody upvotes a text any more: it was changed or hidden.
    pub(crate) fn forget(&mut self, text: u64) {
        self.voters.remove(&text);
        self.since.remove(&text);
    }

    /// Follows a decision of the presenter, which was event number `seq`.
    pub(crate) fn follow(&mut self, act: &Act, seq: u64) {
        let Act::Decide { verdict, texts, .. } = act else {
            return;
        };
        for text in texts {
            match verdict {
                Some(Verdict::Shown) => {
                    self.since.entry(*text).or_insert(seq);
                }
                Some(Verdict::Hidden) | None => self.forget(*text),
            }
        }
    }

    /// How each of some texts stands with the room.
    pub(super) fn standings(&self, texts: impl Iterator<Item = u64>) -> BTreeMap<u64, Standing> {
        let mut reading: Vec<u64> = self.reading.values().copied().collect();
        reading.sort_unstable();
        let standing = |text: u64| {
            let votes = self.voters.get(&text).map_or(0, BTreeSet::len);
            let since = self.since.get(&text).copied().unwrap_or(text);
            let readers = reading.len() - reading.partition_point(|last| *last < since);
            Standing {
                votes: votes as u32,
                readers: readers.max(votes) as u32,
            }
        };
        texts.map(|text| (text, standing(text))).collect()
    }
}

/// What a text is sorted by, as questions to the speaker are: the smallest comes first, and the newest of equals. Bounds are
/// compared in whole 2⁻⁵³ of one, which orders them as they are.
pub(super) fn rank(text: u64, standing: Standing) -> impl Ord + use<> {
    use std::cmp::Reverse;
    let bound = wilson_lower(standing.votes, standing.readers);
    (
        Reverse((bound * (1_u64 << 53) as f64) as u64),
        Reverse(standing.votes),
        Reverse(text),
    )
}
