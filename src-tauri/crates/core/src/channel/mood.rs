//! How the room follows, for the presenter alone. It is never kept: a mood is of the moment, and only counts are shown.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::session::ParticipantId;

/// How long a mood lasts when its phone says nothing more.
pub const MOOD_LASTS: Duration = Duration::from_secs(180);

/// How often the line gets a point.
pub const SAMPLED_EVERY: Duration = Duration::from_secs(10);

/// How far back the line goes.
pub const MINUTES_OF_LINE: u64 = 10;

const MOST_SAMPLES: usize = (MINUTES_OF_LINE * 60 / SAMPLED_EVERY.as_secs()) as usize;

/// What a phone says of the pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mood {
    /// It goes too fast.
    TooFast,
    /// I have lost the thread.
    Lost,
    /// It is just right.
    Fine,
}

/// How many are in each mood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct MoodCount {
    /// It goes too fast for so many.
    pub too_fast: u32,
    /// So many have lost the thread.
    pub lost: u32,
    /// It is just right for so many.
    pub fine: u32,
}

/// The moods of a room. Times are counted from any moment that stays the same, and never run back.
#[derive(Debug, Clone, Default)]
pub struct Moods {
    said: HashMap<ParticipantId, (Mood, Duration)>,
    line: VecDeque<MoodCount>,
    sampled: Option<Duration>,
}

impl Moods {
    /// A phone says its mood, or takes it back.
    pub fn say(&mut self, participant: ParticipantId, mood: Option<Mood>, now: Duration) {
        match mood {
            Some(mood) => drop(self.said.insert(participant, (mood, now))),
            None => drop(self.said.remove(&participant)),
        }
    }

    /// How many are in each mood now.
    #[must_use]
    pub fn count(&self, now: Duration) -> MoodCount {
        let mut count = MoodCount::default();
        for (mood, said) in self.said.values() {
            if now.saturating_sub(*said) < MOOD_LASTS {
                *match mood {
                    Mood::TooFast => &mut count.too_fast,
                    Mood::Lost => &mut count.lost,
                    Mood::Fine => &mut count.fine,
                } += 1;
            }
        }
        count
    }

    /// Adds a point to the line when one is due, and forgets what has passed. Says whether the line went on.
    pub fn sample(&mut self, now: Duration) -> bool {
        if self.sampled.is_some_and(|sampled| now < sampled + SAMPLED_EVERY) {
            return false;
        }
        self.sampled = Some(now);
        self.said.retain(|_, (_, said)| now.saturating_sub(*said) < MOOD_LASTS);
        if self.line.len() == MOST_SAMPLES {
            self.line.pop_front();
        }
        self.line.push_back(self.count(now));
        true
    }

    /// The line of the last minutes, oldest first.
    pub fn line(&self) -> impl Iterator<Item = MoodCount> {
        self.line.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Duration = Duration::from_secs(1_000);

    #[test]
    fn a_mood_lasts_three_minutes_and_a_new_one_takes_its_place() {
        let mut moods = Moods::default();
        moods.say(ParticipantId(1), Some(Mood::Lost), START);
        moods.say(ParticipantId(2), Some(Mood::Lost), START);
        moods.say(ParticipantId(2), Some(Mood::Fine), START + Duration::from_secs(60));
        let at = |seconds| moods.count(START + Duration::from_secs(seconds));
        assert_eq!((at(60).lost, at(60).fine), (1, 1));
        assert_eq!((at(179).lost, at(179).fine), (1, 1));
        assert_eq!((at(180).lost, at(180).fine), (0, 1));
        assert_eq!(at(240), MoodCount::default());
    }

    #[test]
    fn a_phone_may_take_its_mood_back() {
        let mut moods = Moods::default();
        moods.say(ParticipantId(1), Some(Mood::TooFast), START);
        moods.say(ParticipantId(1), None, START);
        assert_eq!(moods.count(START), MoodCount::default());
    }

    #[test]
    fn the_line_has_a_point_every_ten_seconds_and_goes_back_ten_minutes() {
        let mut moods = Moods::default();
        for second in 0..3_600 {
            if second == 3_540 {
                moods.say(ParticipantId(1), Some(Mood::Lost), START + Duration::from_secs(second));
            }
            moods.sample(START + Duration::from_secs(second));
        }
        let lost: Vec<u32> = moods.line().map(|count| count.lost).collect();
        assert_eq!(lost.len(), 60);
        assert_eq!(lost.iter().position(|lost| *lost == 1), Some(54), "for the last minute");
        assert_eq!(lost.iter().sum::<u32>(), 6);
    }
}
