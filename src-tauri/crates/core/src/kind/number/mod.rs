//! A number.
//!
//! ```yaml
//! id: tweets
//! kind: number
//! ask: Combien de tweets sont publiés chaque seconde ?
//! range: [0, 20000]      # what is accepted
//! step: 1                # how far numbers are apart; 0.5 takes halves
//! unit: tweets
//! right: 5700            # makes it a quiz: has a step of its own
//! tolerance: 500         # how far off still counts as right
//! explain: "En moyenne, en 2022."
//! ```

mod closeness;
mod histogram;
mod marks;
mod quartiles;
mod rehearsal;
mod written;

use serde::{Deserialize, Serialize};

use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Meaning, Moderation, Rehearsed, Row, Solution};
use crate::ballot::Choices;
use crate::deck::Language;
use crate::share;
use crate::statistics::SplitMix64;
use histogram::Bins;

pub use closeness::NumberSolution;
pub use marks::{Bin, NumberCounts, NumberFigures, NumberMarks, Quartiles};

/// The most decimals of a number.
pub const MOST_DECIMALS: u8 = 6;

/// The furthest from 0 that a number may be, counted in its smallest decimals: a phone's numbers are exact up to there.
pub const LARGEST: i64 = 1_000_000_000_000;

/// How far from a whole one a number may be that was one before a phone's arithmetic: a thousandth of its last decimal.
const SLACK: f64 = 1e-3;

/// The most rows in which numbers without a right one are compared.
const MOST_ROWS: usize = 6;

/// A number within a range. All numbers are whole: counted in units of the last decimal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// The smallest that is accepted.
    pub min: i64,
    /// The largest that is accepted.
    pub max: i64,
    /// How far numbers are apart, from `min` on; at least 1.
    pub step: i64,
    /// How many decimals there are, at most [`MOST_DECIMALS`].
    pub decimals: u8,
    /// What the number counts, as it is written behind it.
    #[serde(default)]
    pub unit: Option<String>,
    /// The right number.
    #[serde(default)]
    pub right: Option<i64>,
    /// How far from the right one still counts as right.
    #[serde(default)]
    pub tolerance: i64,
    /// The language in which numbers are written.
    #[serde(default)]
    pub language: Language,
}

/// The question as everybody sees it: without the right number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct NumberView {
    /// The smallest that is accepted.
    pub min: f64,
    /// The largest that is accepted.
    pub max: f64,
    /// How far numbers are apart, from `min` on.
    pub step: f64,
    /// How many decimals there are.
    pub decimals: u8,
    /// What the number counts, as it is written behind it.
    pub unit: Option<String>,
}

impl Number {
    /// A whole number as what it stands for.
    fn real(&self, whole: i64) -> f64 {
        whole as f64 / 10_f64.powi(self.decimals.into())
    }

    /// A number as people of a language write it, without its unit.
    #[must_use]
    pub fn written(&self, whole: i64, language: Language) -> String {
        written::number(language, self.decimals, whole)
    }

    /// A number of a figure with its unit, in the question's language.
    #[must_use]
    pub fn in_words(&self, real: f64) -> String {
        written::with_unit(self, self.written(self.whole(real), self.language))
    }

    /// The same for a quartile, which has one decimal more.
    #[must_use]
    pub fn quartile_in_words(&self, real: f64) -> String {
        let tenths = (real * 10_f64.powi(i32::from(self.decimals) + 1)).round() as i64;
        written::with_unit(self, written::number(self.language, self.decimals + 1, tenths))
    }

    /// A bin with its unit, in the question's language.
    #[must_use]
    pub fn bin_in_words(&self, bin: &Bin) -> String {
        match (bin.from, bin.to) {
            (Some(from), Some(to)) => written::range(self, self.whole(from), self.whole(to)),
            (None, Some(to)) => format!("≤\u{a0}{}", self.in_words(to)),
            (Some(from), None) => format!("≥\u{a0}{}", self.in_words(from)),
            (None, None) => String::new(),
        }
    }

    /// What a number that stands for something is, counted in units of the last decimal.
    fn whole(&self, real: f64) -> i64 {
        (real * 10_f64.powi(self.decimals.into())).round() as i64
    }

    fn accepts(&self, whole: i64) -> bool {
        (self.min..=self.max).contains(&whole) && (whole - self.min) % self.step == 0
    }

    /// The smallest distance that borders of bins keep to.
    fn grain(&self) -> i64 {
        if self.min % self.step == 0 { self.step } else { 1 }
    }

    /// The parts of the accepted range in which numbers without a right one are compared.
    fn parts(&self) -> Bins {
        Bins::of_range(self.min, self.max, self.grain(), MOST_ROWS)
    }

    /// The row of a comparison that a number is in.
    fn row(&self, whole: i64) -> usize {
        match self.right {
            Some(right) if whole < right - self.tolerance => 0,
            Some(right) if whole <= right + self.tolerance => 1,
            Some(_) => 2,
            None => self.parts().place(whole),
        }
    }

    /// The words of each row of a comparison.
    fn rows_in_words(&self) -> Vec<String> {
        if self.right.is_some() {
            return written::around(self.language).map(str::to_owned).to_vec();
        }
        let parts = self.parts();
        let row = |place: usize| written::range(self, parts.from(place), parts.to(place));
        (0..parts.len()).map(row).collect()
    }
}

impl Kind for Number {
    const NAME: KindName = KindName::Number;
    type Marks = NumberMarks;
    type Counts = NumberCounts;
    type View = NumberView;
    type Figures = NumberFigures;

    fn read(&self, answer: &Answer) -> Result<NumberMarks, InvalidAnswer> {
        let Answer::Number { value } = answer else {
            return Err(InvalidAnswer::WrongKind);
        };
        let scaled = value * 10_f64.powi(self.decimals.into());
        let near = scaled.round();
        if !(self.min as f64 <= near && near <= self.max as f64) {
            return Err(InvalidAnswer::OutOfRange {
                low: self.written(self.min, self.language),
                high: self.written(self.max, self.language),
            });
        }
        let value = near as i64;
        if (scaled - near).abs() > SLACK || !self.accepts(value) {
            return Err(InvalidAnswer::OffStep {
                step: self.written(self.step, self.language),
            });
        }
        Ok(NumberMarks { value })
    }

    fn answer(&self, marks: &NumberMarks) -> Answer {
        Answer::Number {
            value: self.real(marks.value),
        }
    }

    fn fits(&self, marks: &NumberMarks) -> bool {
        self.accepts(marks.value)
    }

    fn counts(&self) -> NumberCounts {
        NumberCounts::default()
    }

    fn add(&self, counts: &mut NumberCounts, marks: &NumberMarks, _seq: u64) {
        *counts.values.entry(marks.value).or_default() += 1;
    }

    fn remove(&self, counts: &mut NumberCounts, marks: &NumberMarks, _seq: u64) {
        super::take_out(&mut counts.values, &marks.value);
    }

    fn view(&self) -> NumberView {
        NumberView {
            min: self.real(self.min),
            max: self.real(self.max),
            step: self.real(self.step),
            decimals: self.decimals,
            unit: self.unit.clone(),
        }
    }

    fn seen(view: &NumberView) -> Self {
        // A view that came over a network is no talk that was checked.
        let decimals = view.decimals.min(MOST_DECIMALS);
        let whole = |real: f64| ((real * 10_f64.powi(decimals.into())).round() as i64).clamp(-LARGEST, LARGEST);
        Self {
            min: whole(view.min),
            max: whole(view.max).max(whole(view.min)),
            step: whole(view.step).max(1),
            decimals,
            unit: view.unit.clone(),
            right: None,
            tolerance: 0,
            language: Language::default(),
        }
    }

    fn figures(&self, counts: &NumberCounts, _ballots: u32, _: &Moderation) -> NumberFigures {
        let bins = Bins::of_room(self.min, self.max, self.grain(), &counts.values);
        let counted = bins.counted(&counts.values);
        let parts: Vec<u64> = counted.iter().map(|&count| count.into()).collect();
        let percents = share::percentages(&parts);
        let bin = |place: usize| Bin {
            from: bins.is_closed_below(place).then(|| self.real(bins.from(place))),
            to: bins.is_closed_above(place).then(|| self.real(bins.to(place))),
            count: counted[place],
            percent: percents[place],
        };
        NumberFigures {
            bins: (0..bins.len()).map(bin).collect(),
            quartiles: quartiles::quartiles(&counts.values).map(|quarters| quarters.rounded(self.decimals)),
        }
    }

    fn has_solution(&self) -> bool {
        self.right.is_some()
    }

    fn is_solved_by(&self, marks: &NumberMarks) -> bool {
        self.right
            .is_some_and(|right| marks.value.abs_diff(right) <= self.tolerance.unsigned_abs())
    }

    fn solution(&self, counts: &NumberCounts) -> Option<Solution> {
        let right = self.right?;
        Some(Solution::Number(NumberSolution {
            right: self.real(right),
            tolerance: self.real(self.tolerance),
            within: closeness::within(&counts.values, right, self.tolerance),
            closest: closeness::closest(&counts.values, right).map(|closest| self.real(closest)),
        }))
    }

    fn comparison(&self) -> Option<Comparison> {
        let texts = self.rows_in_words();
        let row = |(index, text): (usize, &String)| Row {
            id: index.to_string(),
            text: text.clone(),
        };
        let meaning = |(index, text): (usize, &String)| Meaning {
            label: text.clone(),
            rows: vec![index],
        };
        Some(Comparison {
            rows: texts.iter().enumerate().map(row).collect(),
            exclusive: true,
            meanings: texts.iter().enumerate().map(meaning).collect(),
        })
    }

    fn rows(&self, marks: &NumberMarks) -> Choices {
        Choices::default().with(self.row(marks.value))
    }

    fn row_counts(&self, counts: &NumberCounts) -> Vec<u32> {
        let mut rows = vec![0; self.rows_in_words().len()];
        for (value, count) in &counts.values {
            rows[self.row(*value)] += count;
        }
        rows
    }

    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let value = self.rehearsal(person, dice);
        self.answer(&NumberMarks { value })
    }
}

#[cfg(test)]
mod tests;
