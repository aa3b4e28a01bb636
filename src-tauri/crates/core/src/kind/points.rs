//! Points shared out over the options.
//!
//! ```yaml
//! id: budget
//! kind: points
//! ask: Cent jours de communication, comment les répartir ?
//! total: 100     # what everybody has to give, all of it
//! step: 10       # what one tap gives or takes
//! options:
//!   - { id: veille,    text: "Veiller" }
//!   - { id: publier,   text: "Publier" }
//!   - { id: repondre,  text: "Répondre" }
//! ```
//!
//! The step belongs to the buttons: any whole points that add up are taken, so that a hundred can be shared equally between
//! three. Answers give no points to profiles. Two answers of one person are compared by what they gave most to; who gave as
//! much to several is counted with each of these.

use serde::{Deserialize, Serialize};

use super::choice;
use super::option::{self, OptionView, PollOption, index, seen, views};
use super::record::{Record, Shape};
use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Moderation, Rehearsed};
use crate::ballot::Choices;
use crate::deck::Picture;
use crate::share;
use crate::statistics::SplitMix64;

/// The most points there may be to give.
pub const MAX_TOTAL: u32 = 1_000;

/// A question whose options share points.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Points {
    /// The options, 2 to [`super::MAX_OPTIONS`].
    pub options: Vec<PollOption>,
    /// What one person gives, 1 to [`MAX_TOTAL`].
    pub total: u32,
    /// What one tap gives or takes, 1 to the total.
    pub step: u32,
}

/// The question as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct PointsView {
    /// The options.
    pub options: Vec<OptionView>,
    /// What one person gives.
    pub total: u32,
    /// What one tap gives or takes.
    pub step: u32,
}

/// How one person shares the points out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PointsMarks {
    /// The points of each option, in the poll's order.
    pub given: Vec<u32>,
}

impl PointsMarks {
    /// The options that have most.
    fn most(&self) -> Choices {
        let most = self.given.iter().max();
        let has_most = |option: &usize| Some(&self.given[*option]) == most;
        (0..self.given.len()).filter(has_most).collect()
    }
}

impl Shape for PointsMarks {
    const TAG: u8 = 5;

    fn record(&self) -> Record {
        Record {
            numbers: self.given.iter().map(|&points| points.into()).collect(),
            texts: Vec::new(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        let points = |&number: &i64| u32::try_from(number).ok();
        let given = record.numbers.iter().map(points).collect::<Option<_>>()?;
        Some(Self { given })
    }
}

/// What is counted of shared points, each by the option's index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PointsCounts {
    /// All points given.
    pub given: Vec<u64>,
    /// Ballots that give any.
    pub givers: Vec<u32>,
    /// Ballots that give to no other more.
    pub most: Vec<u32>,
}

/// What is told of one option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Purse {
    /// The option's id.
    pub id: String,
    /// All points given to it.
    #[cfg_attr(feature = "describe", ts(type = "number"))]
    pub total: u64,
    /// The mean of what people give it; 0 before anybody has answered.
    pub mean: f64,
    /// Its share of all points as a whole percentage; those of all options add up to 100.
    pub percent: u32,
    /// Ballots that give it any.
    pub givers: u32,
    /// Ballots that give to no other more.
    pub most: u32,
}

/// What is told of shared points.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct PointsFigures {
    /// The options, in the poll's order.
    pub purses: Vec<Purse>,
}

impl Points {
    /// Points that are to be shared in these proportions, in whole steps as far as they go.
    fn shared(&self, weights: &[u64]) -> Vec<u32> {
        let mut given: Vec<u32> = share::apportion(weights, self.total / self.step);
        given.iter_mut().for_each(|steps| *steps *= self.step);
        if let Some(most) = given.iter_mut().max() {
            *most += self.total % self.step;
        }
        given
    }
}

impl Kind for Points {
    const NAME: KindName = KindName::Points;
    type Marks = PointsMarks;
    type Counts = PointsCounts;
    type View = PointsView;
    type Figures = PointsFigures;

    fn read(&self, answer: &Answer) -> Result<PointsMarks, InvalidAnswer> {
        let Answer::Points { points } = answer else {
            return Err(InvalidAnswer::WrongKind);
        };
        let mut given = vec![0; self.options.len()];
        for (id, &points) in points {
            let option = index(&self.options, id).ok_or_else(|| InvalidAnswer::UnknownOption(id.clone()))?;
            given[option] = points;
        }
        let marks = PointsMarks { given };
        if self.fits(&marks) {
            Ok(marks)
        } else {
            Err(InvalidAnswer::WrongSum { total: self.total })
        }
    }

    fn answer(&self, marks: &PointsMarks) -> Answer {
        let given = self.options.iter().zip(&marks.given);
        Answer::Points {
            points: given
                .filter(|(_, points)| **points > 0)
                .map(|(option, &points)| (option.id.clone(), points))
                .collect(),
        }
    }

    fn fits(&self, marks: &PointsMarks) -> bool {
        let sum: u64 = marks.given.iter().map(|&points| u64::from(points)).sum();
        marks.given.len() == self.options.len() && sum == u64::from(self.total)
    }

    fn counts(&self) -> PointsCounts {
        let options = self.options.len();
        PointsCounts {
            given: vec![0; options],
            givers: vec![0; options],
            most: vec![0; options],
        }
    }

    fn add(&self, counts: &mut PointsCounts, marks: &PointsMarks, _seq: u64) {
        for (option, &points) in marks.given.iter().enumerate() {
            counts.given[option] += u64::from(points);
            counts.givers[option] += u32::from(points > 0);
        }
        marks.most().iter().for_each(|option| counts.most[option] += 1);
    }

    fn remove(&self, counts: &mut PointsCounts, marks: &PointsMarks, _seq: u64) {
        for (option, &points) in marks.given.iter().enumerate() {
            counts.given[option] -= u64::from(points);
            counts.givers[option] -= u32::from(points > 0);
        }
        marks.most().iter().for_each(|option| counts.most[option] -= 1);
    }

    fn view(&self) -> PointsView {
        PointsView {
            options: views(&self.options),
            total: self.total,
            step: self.step,
        }
    }

    fn pictures(&self) -> Vec<&Picture> {
        option::pictures(&self.options)
    }

    fn seen(view: &PointsView) -> Self {
        Self {
            options: seen(&view.options),
            total: view.total,
            step: view.step,
        }
    }

    fn figures(&self, counts: &PointsCounts, ballots: u32, _: &Moderation) -> PointsFigures {
        let percents = share::percentages(&counts.given);
        let purse = |(index, option): (usize, &PollOption)| Purse {
            id: option.id.clone(),
            total: counts.given[index],
            mean: counts.given[index] as f64 / f64::from(ballots.max(1)),
            percent: percents[index],
            givers: counts.givers[index],
            most: counts.most[index],
        };
        PointsFigures {
            purses: self.options.iter().enumerate().map(purse).collect(),
        }
    }

    fn comparison(&self) -> Option<Comparison> {
        Some(choice::comparison(&self.options, false))
    }

    fn rows(&self, marks: &PointsMarks) -> Choices {
        marks.most()
    }

    fn row_counts(&self, counts: &PointsCounts) -> Vec<u32> {
        counts.most.clone()
    }

    /// Rather more to what stands first in the talk, so that the room has a leaning; now and then somebody gives all to one.
    fn rehearsed(&self, _: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let options = self.options.len();
        let weight = |option: usize, dice: &mut SplitMix64| (dice.below(100) * (2 * options - option) / options) as u64;
        let mut weights: Vec<u64> = (0..options).map(|option| 1 + weight(option, dice)).collect();
        if dice.unit() < 0.1 {
            let only = dice.below(options);
            weights = (0..options).map(|option| u64::from(option == only)).collect();
        }
        self.answer(&PointsMarks {
            given: self.shared(&weights),
        })
    }
}
