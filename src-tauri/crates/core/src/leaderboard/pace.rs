//! What remains of a quiz's speed once nobody has a nickname any more.

use serde::{Deserialize, Serialize};

use crate::session::Session;

/// How a room fared in a quiz that gives points by speed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// Ballots.
    pub answers: u32,
    /// Of them, those that are right.
    pub right: u32,
    /// Milliseconds after which half of the answers had come, in steps of a tenth of a second, so that it is nobody's own time;
    /// `None` where fewer have answered than a talk tells anything of.
    pub median: Option<u32>,
}

/// The steps in which a time is told, in milliseconds.
const STEP: u32 = 100;

impl Session {
    /// How the room fared in a quiz, as of when its results were last shown; `None` where speed gives no points.
    #[must_use]
    pub fn pace(&self, poll: usize) -> Option<Pace> {
        self.leaderboard.paces.get(&poll).copied()
    }

    /// The longest time that any counted ballot of a poll took, in milliseconds; `None` where none has a time.
    #[must_use]
    pub fn longest_elapsed(&self, poll: usize) -> Option<u32> {
        let ballots = self.participants.iter().filter_map(|person| person.ballot(poll));
        ballots.filter_map(|ballot| ballot.elapsed).max()
    }

    /// The room sees a poll's totals: what its summary tells of its speed is frozen with them.
    pub(crate) fn remember_pace(&mut self, poll: usize) {
        let asked = &self.deck.polls[poll];
        if !asked.speed.is_on() {
            return;
        }
        let ballots: Vec<_> = self
            .participants
            .iter()
            .filter_map(|person| person.ballot(poll))
            .collect();
        let right = ballots
            .iter()
            .filter(|ballot| asked.question.is_solved_by(&ballot.marks));
        let mut times: Vec<u32> = ballots.iter().filter_map(|ballot| ballot.elapsed).collect();
        times.sort_unstable();
        let enough = times.len() >= self.minimum_group() as usize;
        let pace = Pace {
            answers: ballots.len() as u32,
            right: right.count() as u32,
            median: median(&times).filter(|_| enough),
        };
        self.leaderboard.paces.insert(poll, pace);
    }
}

/// The middle of sorted times, or half way between the two in the middle.
fn median(times: &[u32]) -> Option<u32> {
    let last = times.len().checked_sub(1)?;
    let (low, high) = (u64::from(times[last / 2]), u64::from(times[times.len() / 2]));
    let middle = u32::try_from((low + high) / 2).unwrap_or(u32::MAX);
    Some((middle + STEP / 2) / STEP * STEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_in_tenths_of_a_second() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[1_234]), Some(1_200));
        assert_eq!(median(&[1_000, 2_000]), Some(1_500));
        assert_eq!(median(&[900, 4_260, 60_000]), Some(4_300));
    }
}
