//! Points for a right answer, more the sooner it comes.
//!
//! The rule is Kahoot's: the time it took is divided by the time there was, that by two, and what is left of one is the part of
//! 1,000 points that a right answer gives; a wrong one gives none. Source: Kahoot! Help Center, *How points work*
//! (support.kahoot.com, article 115002303908).
//!
//! The time there was is the timer as the talk sets it. A presenter who prolongs it or switches it off takes nothing from
//! anybody: whatever comes later counts as the last moment, which is 500 points. So does an answer to a question that was opened
//! again after its close: its time goes on from when it was first opened.

use serde::{Deserialize, Serialize};

use crate::ballot::Ballot;
use crate::kind::Marks;
use crate::poll::Poll;

/// What a right answer at once gives.
pub const MOST: u32 = 1_000;

/// Whether a poll's right answers give points by their speed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speed {
    /// No points.
    #[default]
    Off,
    /// Points, which each phone sees of itself.
    Points,
    /// Points, and the leader board as the last step of its slide.
    Board,
}

impl Speed {
    /// Whether there are points.
    #[must_use]
    pub fn is_on(self) -> bool {
        self != Self::Off
    }
}

/// The points of a right answer that came `elapsed` milliseconds after its poll was opened, of a poll that has so many
/// milliseconds; rounded to the nearest whole number, halves up.
#[must_use]
pub fn points(elapsed: u32, limit: u32) -> u32 {
    if limit == 0 {
        return MOST / 2;
    }
    let (elapsed, limit) = (u64::from(elapsed.min(limit)), u64::from(limit));
    // 1,000 × (1 − (t/T)/2), with T below and half a point above for the rounding.
    let whole = u64::from(MOST) * (2 * limit - elapsed) + limit;
    (whole / (2 * limit)) as u32
}

impl Poll {
    /// The milliseconds within which speed counts.
    #[must_use]
    pub fn limit(&self) -> u32 {
        self.timer.unwrap_or(0).saturating_mul(1_000)
    }

    /// The points that a ballot gives by its speed; none where the poll gives no such points.
    #[must_use]
    pub fn speed_points(&self, ballot: &Ballot) -> u32 {
        if self.speed.is_on() && self.question.is_solved_by(&ballot.marks) {
            points(ballot.elapsed.unwrap_or(u32::MAX), self.limit())
        } else {
            0
        }
    }

    /// The time that a new ballot counts with, in milliseconds; `None` where no time is kept. Who says the same again, or only
    /// how sure they are, keeps the time of their answer.
    pub(crate) fn time_of(&self, marks: &Marks, elapsed: Option<u32>, counted: Option<&Ballot>) -> Option<u32> {
        if !self.speed.is_on() {
            return None;
        }
        let limit = self.limit();
        let now = elapsed.unwrap_or(limit).min(limit);
        let same = counted.filter(|counted| says_the_same(&counted.marks, marks));
        Some(same.and_then(|counted| counted.elapsed).unwrap_or(now))
    }
}

fn says_the_same(before: &Marks, now: &Marks) -> bool {
    match (before, now) {
        (Marks::Choice(before), Marks::Choice(now)) => before.chosen == now.chosen && before.other == now.other,
        _ => before == now,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_points_are_those_of_the_rule() {
        // Kahoot's own example: 2 seconds of 30 give 967 points.
        assert_eq!(points(2_000, 30_000), 967);
        assert_eq!(points(0, 20_000), 1_000);
        assert_eq!(points(5_000, 20_000), 875);
        assert_eq!(points(10_000, 20_000), 750);
        assert_eq!(points(20_000, 20_000), 500);
    }

    #[test]
    fn what_comes_after_the_time_counts_as_the_last_moment() {
        assert_eq!(points(u32::MAX, 20_000), 500);
        assert_eq!(points(0, 0), 500);
    }

    #[test]
    fn half_a_point_is_a_point() {
        // 1,000 − 500 × 1/1,000 = 999.5
        assert_eq!(points(5, 5_000), 1_000);
        assert_eq!(points(6, 5_000), 999);
    }
}
