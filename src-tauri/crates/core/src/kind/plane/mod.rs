//! Statements between the ends of two axes.
//!
//! ```yaml
//! id: usages
//! kind: plane
//! ask: Où placez-vous ces usages ?
//! x: [Facile, Difficile]     # from left to right
//! y: [Inutile, Utile]        # from the bottom up
//! points: 11                 # of each axis, 2 to 11; 11 when left out, from 0 to 10
//! statements:                # one to eight; without them the question itself is the one statement
//!   - { id: veille,   text: Suivre l’actualité }
//!   - { id: recruter, text: Recruter }
//! ```

mod marks;

use serde::{Deserialize, Serialize};

use super::opinion::{nearest_step, opinion};
use super::scale::in_between;
use super::spread::mean_and_spread;
use super::statement::{SCALE_POINTS, Statement, StatementView, first_value, on_scale, placed, seen, views};
use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Meaning, Moderation, PlanePoint, Rehearsed, Row};
use crate::ballot::Choices;
use crate::deck::Language;
use crate::statistics::SplitMix64;

pub use marks::{Centroid, PlacedFigures, PlaneCounts, PlaneFigures, PlaneMarks};

/// How often somebody of a rehearsal skips a statement, where there are others.
const SKIPPED: f64 = 0.05;

/// Statements, each of which gets a place between the ends of two axes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plane {
    /// The statements, 1 to [`super::MAX_STATEMENTS`].
    pub statements: Vec<Statement>,
    /// How many values each axis has: [`super::SCALE_POINTS`].
    pub points: u8,
    /// The words at the left and at the right.
    pub x: [String; 2],
    /// The words at the bottom and at the top.
    pub y: [String; 2],
    /// The language of words that the talk does not say.
    #[serde(default)]
    pub language: Language,
}

/// The question as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct PlaneView {
    /// The statements.
    pub statements: Vec<StatementView>,
    /// The first value of each axis; the others follow one by one.
    pub first: u8,
    /// How many values each axis has.
    pub points: u8,
    /// The words at the left.
    pub left: String,
    /// The words at the right.
    pub right: String,
    /// The words at the bottom.
    pub bottom: String,
    /// The words at the top.
    pub top: String,
}

/// The parts in which a change is told: four quarters, and what is in the middle of either axis.
const PARTS: usize = 5;

impl Plane {
    /// Which of [`Self::parts`] a place is in: bottom left, bottom right, top left, top right, or in between.
    #[must_use]
    pub fn part(&self, place: PlanePoint) -> usize {
        let doubled = |value: u8| 2 * (value - first_value(self.points)) + 1;
        let (x, y) = (doubled(place.x), doubled(place.y));
        if x == self.points || y == self.points {
            return PARTS - 1;
        }
        usize::from(x > self.points) + 2 * usize::from(y > self.points)
    }

    /// The words of a part, and whether any place is in it.
    fn in_words(&self, part: usize) -> Option<String> {
        if part == PARTS - 1 {
            return (self.points % 2 == 1).then(|| in_between(self.language).to_owned());
        }
        Some(format!("{} · {}", self.x[part % 2], self.y[part / 2]))
    }

    /// The parts in which answers are told shortly, each with its id and its words: four quarters, and what is in the
    /// middle of either axis where an axis has a middle.
    #[must_use]
    pub fn parts(&self) -> Vec<(&'static str, String)> {
        let ids = ["bottom-left", "bottom-right", "top-left", "top-right", "between"];
        let named = ids.into_iter().enumerate();
        named
            .filter_map(|(part, id)| Some((id, self.in_words(part)?)))
            .collect()
    }

    fn figures_of(&self, statement: &Statement, counts: &marks::Cells, ballots: u32) -> PlacedFigures {
        let answers = counts.values().sum();
        let across = mean_and_spread(counts.iter().map(|((_, x), count)| (*x, *count)));
        let upwards = mean_and_spread(counts.iter().map(|((y, _), count)| (*y, *count)));
        let centroid = |((x, x_spread), (y, y_spread))| Centroid {
            x,
            y,
            x_spread,
            y_spread,
        };
        PlacedFigures {
            id: statement.id.clone(),
            answers,
            skipped: ballots - answers,
            cells: counts.iter().map(|((y, x), count)| (*x, *y, *count)).collect(),
            centroid: across.zip(upwards).map(centroid),
        }
    }

    fn rehearsed_place(&self, statement: &Statement, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> PlanePoint {
        let mut value = |axis: &str| {
            let place = opinion(&format!("{}{axis}", statement.id), person, dice);
            first_value(self.points) + nearest_step(place, self.points) as u8
        };
        PlanePoint {
            x: value(" x"),
            y: value(" y"),
        }
    }
}

impl Kind for Plane {
    const NAME: KindName = KindName::Plane;
    type Marks = PlaneMarks;
    type Counts = PlaneCounts;
    type View = PlaneView;
    type Figures = PlaneFigures;

    fn read(&self, answer: &Answer) -> Result<PlaneMarks, InvalidAnswer> {
        let Answer::Plane { points } = answer else {
            return Err(InvalidAnswer::WrongKind);
        };
        let read = |place: &PlanePoint| {
            on_scale(place.x, self.points)?;
            on_scale(place.y, self.points)?;
            Ok(*place)
        };
        let places = placed(&self.statements, points, read)?;
        Ok(PlaneMarks { places })
    }

    fn answer(&self, marks: &PlaneMarks) -> Answer {
        let places = self.statements.iter().zip(&marks.places);
        let given = places.filter_map(|(statement, place)| place.map(|place| (statement.id.clone(), place)));
        Answer::Plane {
            points: given.collect(),
        }
    }

    fn fits(&self, marks: &PlaneMarks) -> bool {
        let on_axis = |value: u8| on_scale(value, self.points).is_ok();
        marks.places.len() == self.statements.len()
            && marks.places.iter().any(Option::is_some)
            && marks
                .places
                .iter()
                .flatten()
                .all(|place| on_axis(place.x) && on_axis(place.y))
    }

    fn counts(&self) -> PlaneCounts {
        PlaneCounts {
            statements: vec![marks::Cells::new(); self.statements.len()],
        }
    }

    fn add(&self, counts: &mut PlaneCounts, marks: &PlaneMarks, _seq: u64) {
        for (cells, place) in counts.statements.iter_mut().zip(&marks.places) {
            if let Some(PlanePoint { x, y }) = *place {
                *cells.entry((y, x)).or_default() += 1;
            }
        }
    }

    fn remove(&self, counts: &mut PlaneCounts, marks: &PlaneMarks, _seq: u64) {
        for (cells, place) in counts.statements.iter_mut().zip(&marks.places) {
            if let Some(PlanePoint { x, y }) = *place {
                super::take_out(cells, &(y, x));
            }
        }
    }

    fn view(&self) -> PlaneView {
        let ([left, right], [bottom, top]) = (self.x.clone(), self.y.clone());
        PlaneView {
            statements: views(&self.statements),
            first: first_value(self.points),
            points: self.points,
            left,
            right,
            bottom,
            top,
        }
    }

    fn seen(view: &PlaneView) -> Self {
        Self {
            statements: seen(&view.statements),
            points: view.points.max(*SCALE_POINTS.start()),
            x: [view.left.clone(), view.right.clone()],
            y: [view.bottom.clone(), view.top.clone()],
            language: Language::default(),
        }
    }

    fn figures(&self, counts: &PlaneCounts, ballots: u32, _: &Moderation) -> PlaneFigures {
        let statements = self.statements.iter().zip(&counts.statements);
        let figures = statements.map(|(statement, cells)| self.figures_of(statement, cells, ballots));
        PlaneFigures {
            statements: figures.collect(),
        }
    }

    fn comparison(&self) -> Option<Comparison> {
        // Of several statements a ballot says several things at once: there is no one answer that could change.
        if self.statements.len() != 1 {
            return None;
        }
        let parts = self.parts().into_iter().enumerate();
        let (rows, meanings) = parts
            .map(|(part, (id, text))| {
                let (label, rows) = (text.clone(), vec![part]);
                let id = id.to_owned();
                (Row { id, text }, Meaning { label, rows })
            })
            .unzip();
        Some(Comparison {
            rows,
            exclusive: true,
            meanings,
        })
    }

    fn rows(&self, marks: &PlaneMarks) -> Choices {
        let alone = self.statements.len() == 1;
        let parts = marks.places.iter().flatten().map(|place| self.part(*place));
        parts.filter(|_| alone).collect()
    }

    fn row_counts(&self, counts: &PlaneCounts) -> Vec<u32> {
        let [cells] = counts.statements.as_slice() else {
            return Vec::new();
        };
        let mut parts = vec![0; PARTS];
        for ((y, x), count) in cells {
            parts[self.part(PlanePoint { x: *x, y: *y })] += count;
        }
        parts.truncate(PARTS - usize::from(self.points.is_multiple_of(2)));
        parts
    }

    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let alone = self.statements.len() == 1;
        let mut places: Vec<Option<PlanePoint>> = Vec::new();
        for statement in &self.statements {
            let place = self.rehearsed_place(statement, person, dice);
            let skips = !alone && dice.unit() < SKIPPED;
            places.push((!skips).then_some(place));
        }
        if places.iter().all(Option::is_none) {
            places[0] = Some(self.rehearsed_place(&self.statements[0], person, dice));
        }
        self.answer(&PlaneMarks { places })
    }
}

#[cfg(test)]
mod tests;
