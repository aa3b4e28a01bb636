//! Pairs to match.
//!
//! ```yaml
//! id: qui-est-quoi
//! kind: match
//! ask: Que veut dire chaque signe ?
//! pairs:
//!   - { id: diese,   left: "#",  right: "Un sujet que l’on peut suivre", note: "D’où son nom : mot-dièse" }
//!   - { id: arobase, left: "@",  right: "Une personne à qui l’on parle" }
//!   - { id: rt,      left: "RT", right: "Le tweet de quelqu’un d’autre" }
//! ```
//!
//! Everybody puts each of the right side beside one of the left, so it is a quiz by its nature. The right side stands in an
//! order that says nothing, and on each phone in an order of its own. Two answers of one person are compared pair by pair: who
//! had it right.

use serde::{Deserialize, Serialize};

use super::placed::{self, Item, Placed};
use super::record::{Record, Shape};
use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Meaning, Moderation, Rehearsed, Row, Solution};
use crate::ballot::Choices;
use crate::statistics::SplitMix64;

/// A question whose left and right sides belong together.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Match {
    /// The pairs, 2 to [`super::MAX_OPTIONS`], each with another text on the right.
    pub pairs: Vec<MatchPair>,
}

/// What belongs together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MatchPair {
    /// Unique in the poll; names the left side in an answer.
    pub id: String,
    /// The words on the left.
    pub left: String,
    /// The words on the right.
    pub right: String,
    /// What is said of the pair with the right answer.
    #[serde(default)]
    pub note: Option<String>,
}

/// The question as everybody sees it: without what belongs together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct MatchView {
    /// The left side, in the poll's order.
    pub left: Vec<Item>,
    /// The right side, in an order that says nothing.
    pub right: Vec<Item>,
}

/// What one person puts beside what.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct MatchMarks {
    /// For the left side of each pair, the index of the pair whose right side was put there.
    pub beside: Vec<u8>,
}

impl Shape for MatchMarks {
    const TAG: u8 = 9;

    fn record(&self) -> Record {
        Record {
            numbers: self.beside.iter().map(|&pair| pair.into()).collect(),
            texts: Vec::new(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        let pair = |&number: &i64| u8::try_from(number).ok();
        let beside = record.numbers.iter().map(pair).collect::<Option<_>>()?;
        Some(Self { beside })
    }
}

/// How often what was put beside what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MatchCounts {
    /// By the pair on the left, then by the pair on the right: ballots.
    pub beside: Vec<Vec<u32>>,
    /// Ballots that have every pair.
    pub whole: u32,
}

/// What is told of one of the left side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Matched {
    /// Its id.
    pub id: String,
    /// How often each of the right side was put beside it, in the order in which the right side is shown.
    pub beside: Vec<Placed>,
}

/// What is told of pairs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct MatchFigures {
    /// The left side, in the poll's order.
    pub left: Vec<Matched>,
}

impl Match {
    /// The pairs' indices in the order in which their right sides are shown.
    fn order(&self) -> Vec<usize> {
        placed::order(self.pairs.iter().map(|pair| pair.right.as_str()))
    }

    fn is_whole(marks: &MatchMarks) -> bool {
        (0_u8..).zip(&marks.beside).all(|(left, right)| left == *right)
    }

    fn count(counts: &mut MatchCounts, marks: &MatchMarks, change: impl Fn(&mut u32)) {
        for (left, &right) in marks.beside.iter().enumerate() {
            change(&mut counts.beside[left][usize::from(right)]);
        }
        if Self::is_whole(marks) {
            change(&mut counts.whole);
        }
    }

    /// The ids of the right sides of these pairs, by the ids on the left.
    fn ids(&self, beside: impl IntoIterator<Item = usize>) -> impl Iterator<Item = (String, String)> {
        let order = self.order();
        let letter = move |pair| order.iter().position(|other| *other == pair).map(placed::letter);
        let left = self.pairs.iter().map(|pair| pair.id.clone());
        left.zip(beside.into_iter().filter_map(letter))
    }
}

impl Kind for Match {
    const NAME: KindName = KindName::Match;
    type Marks = MatchMarks;
    type Counts = MatchCounts;
    type View = MatchView;
    type Figures = MatchFigures;

    fn read(&self, answer: &Answer) -> Result<MatchMarks, InvalidAnswer> {
        let Answer::Match { pairs } = answer else {
            return Err(InvalidAnswer::WrongKind);
        };
        let order = self.order();
        if let Some(unknown) = pairs.keys().find(|id| self.pairs.iter().all(|pair| pair.id != **id)) {
            return Err(InvalidAnswer::UnknownOption(unknown.clone()));
        }
        let mut beside = Vec::new();
        for pair in &self.pairs {
            let missing = InvalidAnswer::TooFew { min: self.pairs.len() };
            let right = pairs.get(&pair.id).ok_or(missing)?;
            let shown = placed::place(right).and_then(|place| order.get(place));
            let index = *shown.ok_or_else(|| InvalidAnswer::UnknownOption(right.clone()))? as u8;
            if beside.contains(&index) {
                return Err(InvalidAnswer::Repeated(right.clone()));
            }
            beside.push(index);
        }
        Ok(MatchMarks { beside })
    }

    fn answer(&self, marks: &MatchMarks) -> Answer {
        Answer::Match {
            pairs: self.ids(marks.beside.iter().map(|&pair| pair.into())).collect(),
        }
    }

    fn fits(&self, marks: &MatchMarks) -> bool {
        let mut beside = marks.beside.clone();
        beside.sort_unstable();
        beside.into_iter().map(usize::from).eq(0..self.pairs.len())
    }

    fn counts(&self) -> MatchCounts {
        MatchCounts {
            beside: vec![vec![0; self.pairs.len()]; self.pairs.len()],
            whole: 0,
        }
    }

    fn add(&self, counts: &mut MatchCounts, marks: &MatchMarks, _seq: u64) {
        Self::count(counts, marks, |count| *count += 1);
    }

    fn remove(&self, counts: &mut MatchCounts, marks: &MatchMarks, _seq: u64) {
        Self::count(counts, marks, |count| *count -= 1);
    }

    fn view(&self) -> MatchView {
        let left = |pair: &MatchPair| Item {
            id: pair.id.clone(),
            text: pair.left.clone(),
        };
        let order = self.order();
        MatchView {
            left: self.pairs.iter().map(left).collect(),
            right: placed::items(order.iter().map(|&pair| self.pairs[pair].right.as_str())),
        }
    }

    /// Which belong together is not known: each is taken with what happens to stand beside it.
    fn seen(view: &MatchView) -> Self {
        let pair = |(left, right): (&Item, &Item)| MatchPair {
            id: left.id.clone(),
            left: left.text.clone(),
            right: right.text.clone(),
            note: None,
        };
        Self {
            pairs: view.left.iter().zip(&view.right).map(pair).collect(),
        }
    }

    fn figures(&self, counts: &MatchCounts, _ballots: u32, _: &Moderation) -> MatchFigures {
        let order = self.order();
        let matched = |(pair, beside): (&MatchPair, &Vec<u32>)| {
            let shown = order.iter().enumerate();
            Matched {
                id: pair.id.clone(),
                beside: placed::told(
                    shown
                        .map(|(place, &right)| (placed::letter(place), beside[right]))
                        .collect(),
                ),
            }
        };
        MatchFigures {
            left: self.pairs.iter().zip(&counts.beside).map(matched).collect(),
        }
    }

    fn has_solution(&self) -> bool {
        true
    }

    fn is_solved_by(&self, marks: &MatchMarks) -> bool {
        Self::is_whole(marks)
    }

    fn solution(&self, counts: &MatchCounts) -> Option<Solution> {
        Some(Solution::Pairs {
            right: self.ids(0..self.pairs.len()).collect(),
            whole: counts.whole,
            notes: placed::notes(self.pairs.iter().map(|pair| &pair.note)),
        })
    }

    fn comparison(&self) -> Option<Comparison> {
        let label = |pair: &MatchPair| format!("✓ {}", pair.left);
        let row = |pair: &MatchPair| Row {
            id: pair.id.clone(),
            text: label(pair),
        };
        let meaning = |(index, pair): (usize, &MatchPair)| Meaning {
            label: label(pair),
            rows: vec![index],
        };
        Some(Comparison {
            rows: self.pairs.iter().map(row).collect(),
            exclusive: false,
            meanings: self.pairs.iter().enumerate().map(meaning).collect(),
        })
    }

    fn rows(&self, marks: &MatchMarks) -> Choices {
        let right = |left: &usize| usize::from(marks.beside[*left]) == *left;
        (0..marks.beside.len()).filter(right).collect()
    }

    fn row_counts(&self, counts: &MatchCounts) -> Vec<u32> {
        (0..self.pairs.len()).map(|pair| counts.beside[pair][pair]).collect()
    }

    /// Half know all of it; the others take two or three for one another.
    fn rehearsed(&self, _: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let mut beside: Vec<usize> = (0..self.pairs.len()).collect();
        let mistakes = if dice.unit() < 0.5 { 0 } else { 1 + dice.below(2) };
        for _ in 0..mistakes {
            beside.swap(dice.below(self.pairs.len()), dice.below(self.pairs.len()));
        }
        Answer::Match {
            pairs: self.ids(beside).collect(),
        }
    }
}
