//! What changed between a question and the same question asked again, paired per person.

mod suppression;

pub use suppression::suppress;

use crate::poll::Poll;
use crate::session::Session;
use crate::tally::Tally;
use crate::typology::MINIMUM_GROUP;

/// The people who answered both polls of a pair. Options are in the poll's order and the same for both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Index of the poll asked first.
    pub before_poll: usize,
    /// Index of the poll asked again.
    pub after_poll: usize,
    /// People who answered both.
    pub people: u32,
    /// Their counts the first time.
    pub before: Vec<u32>,
    /// Their counts the second time.
    pub after: Vec<u32>,
    /// People who moved from one option (row) to another (column); `None` where a group would be too small to show.
    pub flows: Vec<Vec<Option<u32>>>,
}

impl Change {
    /// Whether enough people answered both to show the change without pointing at someone.
    #[must_use]
    pub fn is_showable(&self) -> bool {
        self.people >= MINIMUM_GROUP
    }

    /// Whole percentages per option, the first time and the second.
    #[must_use]
    pub fn percentages(&self, poll: &Poll) -> (Vec<u32>, Vec<u32>) {
        let of = |counts: &[u32]| {
            let tally = Tally {
                counts: counts.to_vec(),
                ballots: self.people,
            };
            tally.percentages(&poll.kind)
        };
        (of(&self.before), of(&self.after))
    }
}

impl Session {
    /// The change between a poll and its counterpart, whichever of the two is named. `None` without a counterpart.
    #[must_use]
    pub fn change(&self, poll: usize) -> Option<Change> {
        let deck = self.deck();
        let other = deck.counterpart(poll)?;
        let (first, second) = if deck.polls[poll].pair == Some(crate::poll::Pair::Before) {
            (poll, other)
        } else {
            (other, poll)
        };
        let pairs: Vec<(usize, usize)> = self
            .participants()
            .iter()
            .filter_map(|person| {
                Some((
                    person.ballot(first)?.choices.iter().next()?,
                    person.ballot(second)?.choices.iter().next()?,
                ))
            })
            .collect();
        Some(paired(first, second, &deck.polls[first], &pairs))
    }
}

fn paired(before_poll: usize, after_poll: usize, poll: &Poll, pairs: &[(usize, usize)]) -> Change {
    let size = poll.options.len();
    let mut table = vec![vec![0_u32; size]; size];
    let mut before = Tally::new(poll);
    let mut after = Tally::new(poll);
    for &(from, to) in pairs {
        table[from][to] += 1;
        before.add([from].into_iter().collect());
        after.add([to].into_iter().collect());
    }
    Change {
        before_poll,
        after_poll,
        people: pairs.len() as u32,
        before: before.counts,
        after: after.counts,
        flows: suppress(&table),
    }
}
