//! Statements on one scale.
//!
//! ```yaml
//! id: et-vous
//! kind: scale
//! ask: Êtes-vous d’accord ?
//! scale: accord          # or frequence, confiance, rythme, emoji; else `points: 7` and `ends: [Inutile, Vital]`
//! statements:            # one to eight; without them the question itself is the one statement
//!   - { id: utile,  text: "Twitter me serait utile",      scores: { enthousiaste: 3, categorique: -3 } }
//!   - { id: temps,  text: "Je trouverais le temps",       scores: { deborde: -3 } }
//!   - { id: veille, text: "J’y suivrais mes collègues",   scores: { curieux: [0, 0, 1, 2, 3] } }
//! means: [en désaccord, entre les deux, d’accord]   # in which words a change is told
//! ```
//!
//! Values count from 1, or from 0 where there are eleven points. `3` gives points towards the high end, `-3` towards the low
//! end (see [`leaning`]), a list says the points of each value.

mod leaning;
mod marks;
mod ready;
mod rehearsal;

use serde::{Deserialize, Serialize};

use super::spread::mean_and_spread;
use super::statement::{SCALE_POINTS, Statement, StatementView, first_value, on_scale, placed, seen, views};
use super::{
    Answer, Comparison, InvalidAnswer, Kind, KindName, Meaning, Moderation, Reason, Rehearsed, Row, Way, ways,
};
use crate::ballot::Choices;
use crate::share;
use crate::statistics::SplitMix64;

pub use leaning::leaning;
pub use marks::{ScaleCounts, ScaleFigures, ScaleMarks, ScaledFigures};
pub use ready::{ReadyScale, ReadyWords, in_between};

/// Statements, each of which gets a value of the same scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// The statements, 1 to [`super::MAX_STATEMENTS`].
    pub statements: Vec<Statement>,
    /// How many values there are: [`super::SCALE_POINTS`].
    pub points: u8,
    /// The words at the low end and at the high end.
    pub ends: [String; 2],
    /// The words of each value; empty where only the ends have some.
    #[serde(default)]
    pub labels: Vec<String>,
    /// A sign for each value; empty where there are none.
    #[serde(default)]
    pub signs: Vec<String>,
    /// What the lower, the middle and the higher values come down to when a change is told.
    pub means: [String; 3],
}

/// The question as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct ScaleView {
    /// The statements.
    pub statements: Vec<StatementView>,
    /// The first value; the others follow one by one.
    pub first: u8,
    /// How many values there are.
    pub points: u8,
    /// The words at the low end.
    pub low: String,
    /// The words at the high end.
    pub high: String,
    /// The words of each value; empty where only the ends have some.
    pub labels: Vec<String>,
    /// A sign for each value; empty where there are none.
    pub signs: Vec<String>,
}

/// Whether a scale has values between the low and the high ones: one of two or four has none, and none are made up.
#[must_use]
pub fn has_middle(points: u8) -> bool {
    points != 2 && points != 4
}

impl Scale {
    /// Where a value stands, from 0 at the low end.
    fn place(&self, value: u8) -> usize {
        usize::from(value - first_value(self.points))
    }

    /// The value at a place.
    fn value(&self, place: usize) -> u8 {
        first_value(self.points) + place as u8
    }

    /// The points that a value of a statement gives.
    fn given(&self, statement: &Statement, place: usize) -> Vec<(usize, u32)> {
        let scores = statement.scores.iter();
        let given = scores.map(|(profile, by_value)| (*profile, by_value.get(place).copied().unwrap_or(0)));
        given.filter(|(_, points)| *points > 0).collect()
    }

    /// A value in words: its own, else the number and how many there are.
    fn in_words(&self, place: usize) -> String {
        match self.labels.get(place) {
            Some(label) => label.clone(),
            None => format!("{}/{}", self.value(place), self.value(usize::from(self.points) - 1)),
        }
    }

    /// Which third of the scale a place is in: 0, 1 or 2. Thirds are to the nearest value.
    fn third(&self, place: usize) -> usize {
        let points = usize::from(self.points);
        let outer = if has_middle(self.points) {
            (points + 1) / 3
        } else {
            points / 2
        };
        if place < outer {
            0
        } else if place >= points - outer {
            2
        } else {
            1
        }
    }

    /// Each statement that has a value, with the value's place.
    fn given_places<'s>(&'s self, marks: &'s ScaleMarks) -> impl Iterator<Item = (usize, usize)> + 's {
        let values = marks.values.iter().enumerate();
        values.filter_map(|(statement, value)| value.map(|value| (statement, self.place(value))))
    }

    fn figures_of(&self, statement: &Statement, counts: &[u32], ballots: u32) -> ScaledFigures {
        let answers = counts.iter().sum();
        let parts: Vec<u64> = counts.iter().map(|&count| count.into()).collect();
        let values = counts.iter().enumerate();
        let middle = mean_and_spread(values.map(|(place, &count)| (self.value(place), count)));
        ScaledFigures {
            id: statement.id.clone(),
            answers,
            skipped: ballots - answers,
            counts: counts.to_vec(),
            percents: share::percentages(&parts),
            mean: middle.map(|(mean, _)| mean),
            spread: middle.map(|(_, spread)| spread),
        }
    }
}

impl Kind for Scale {
    const NAME: KindName = KindName::Scale;
    type Marks = ScaleMarks;
    type Counts = ScaleCounts;
    type View = ScaleView;
    type Figures = ScaleFigures;

    fn read(&self, answer: &Answer) -> Result<ScaleMarks, InvalidAnswer> {
        let Answer::Scale { values } = answer else {
            return Err(InvalidAnswer::WrongKind);
        };
        let values = placed(&self.statements, values, |value| on_scale(*value, self.points))?;
        Ok(ScaleMarks { values })
    }

    fn answer(&self, marks: &ScaleMarks) -> Answer {
        let values = self.statements.iter().zip(&marks.values);
        let given = values.filter_map(|(statement, value)| value.map(|value| (statement.id.clone(), value)));
        Answer::Scale {
            values: given.collect(),
        }
    }

    fn fits(&self, marks: &ScaleMarks) -> bool {
        marks.values.len() == self.statements.len()
            && marks.values.iter().any(Option::is_some)
            && marks
                .values
                .iter()
                .flatten()
                .all(|value| on_scale(*value, self.points).is_ok())
    }

    fn counts(&self) -> ScaleCounts {
        ScaleCounts {
            statements: vec![vec![0; self.points.into()]; self.statements.len()],
        }
    }

    fn add(&self, counts: &mut ScaleCounts, marks: &ScaleMarks, _seq: u64) {
        for (statement, place) in self.given_places(marks) {
            counts.statements[statement][place] += 1;
        }
    }

    fn remove(&self, counts: &mut ScaleCounts, marks: &ScaleMarks, _seq: u64) {
        for (statement, place) in self.given_places(marks) {
            counts.statements[statement][place] -= 1;
        }
    }

    fn view(&self) -> ScaleView {
        let [low, high] = self.ends.clone();
        ScaleView {
            statements: views(&self.statements),
            first: first_value(self.points),
            points: self.points,
            low,
            high,
            labels: self.labels.clone(),
            signs: self.signs.clone(),
        }
    }

    fn seen(view: &ScaleView) -> Self {
        Self {
            statements: seen(&view.statements),
            points: view.points.max(*SCALE_POINTS.start()),
            ends: [view.low.clone(), view.high.clone()],
            labels: view.labels.clone(),
            signs: view.signs.clone(),
            means: Default::default(),
        }
    }

    fn figures(&self, counts: &ScaleCounts, ballots: u32, _: &Moderation) -> ScaleFigures {
        let statements = self.statements.iter().zip(&counts.statements);
        let figures = statements.map(|(statement, counts)| self.figures_of(statement, counts, ballots));
        ScaleFigures {
            statements: figures.collect(),
        }
    }

    fn is_scoring(&self) -> bool {
        let mut scores = self.statements.iter().flat_map(|statement| &statement.scores);
        scores.any(|(_, by_value)| by_value.iter().any(|points| *points > 0))
    }

    fn without_points(&mut self) {
        for statement in &mut self.statements {
            statement.scores.clear();
        }
    }

    fn reasons(&self, marks: &ScaleMarks) -> Vec<Reason> {
        let reason = |(statement, place): (usize, usize)| {
            let statement = &self.statements[statement];
            let said = self.in_words(place);
            Reason {
                answer: if statement.text.is_empty() {
                    said
                } else {
                    format!("{} – {said}", statement.text)
                },
                points: self.given(statement, place),
            }
        };
        self.given_places(marks).map(reason).collect()
    }

    fn ways(&self) -> Vec<Way> {
        ways::all_of(self.answers_apart())
    }

    fn answers_apart(&self) -> Vec<Vec<Way>> {
        let places = 0..usize::from(self.points);
        let statement = |statement: &Statement| {
            let given: Vec<_> = places.clone().map(|place| self.given(statement, place)).collect();
            ways::one_of(given.iter().map(Vec::as_slice))
        };
        self.statements.iter().map(statement).collect()
    }

    fn comparison(&self) -> Option<Comparison> {
        // Of several statements a ballot says several things at once: there is no one answer that could change.
        if self.statements.len() != 1 {
            return None;
        }
        let places = 0..usize::from(self.points);
        let row = |place: usize| Row {
            id: self.value(place).to_string(),
            text: self.in_words(place),
        };
        let meaning = |(third, label): (usize, &String)| Meaning {
            label: label.clone(),
            rows: places.clone().filter(|place| self.third(*place) == third).collect(),
        };
        let meanings = self.means.iter().enumerate().map(meaning);
        Some(Comparison {
            rows: places.clone().map(row).collect(),
            exclusive: true,
            meanings: meanings.filter(|meaning| !meaning.rows.is_empty()).collect(),
        })
    }

    fn rows(&self, marks: &ScaleMarks) -> Choices {
        let alone = self.statements.len() == 1;
        let places = self.given_places(marks).map(|(_, place)| place);
        places.filter(|_| alone).collect()
    }

    fn row_counts(&self, counts: &ScaleCounts) -> Vec<u32> {
        match counts.statements.as_slice() {
            [alone] => alone.clone(),
            _ => Vec::new(),
        }
    }

    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        self.answer(&self.rehearsal(person, dice))
    }
}

#[cfg(test)]
mod tests;
