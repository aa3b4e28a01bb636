//! A sentence with gaps, and words to put into them.
//!
//! ```yaml
//! id: limites
//! kind: blanks
//! ask: Complétez la phrase.
//! text: "Un tweet a {1} caractères au plus ; un lien en compte {2}, quelle que soit sa longueur."
//! words: ["140", "280", "23", "10"]   # one bank for all gaps, from which each word is taken once
//! right: ["280", "23"]                # makes it a quiz: the words of the gaps, in their order
//! ```
//!
//! Or each gap has words of its own:
//!
//! ```yaml
//! gaps:
//!   - { words: ["140", "280"], right: "280", note: "Depuis 2017" }
//!   - { words: ["10", "23"],   right: "23" }
//! ```
//!
//! The words are shown in an order that says nothing, and on each phone in an order of its own. With right words, two answers
//! of one person are compared gap by gap: who had it right.

mod figures;

use serde::{Deserialize, Serialize};

use super::placed::{self, Item};
use super::record::{Record, Shape};
use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Meaning, Moderation, Rehearsed, Row, Solution};
use crate::ballot::Choices;
use crate::statistics::SplitMix64;

pub use figures::{BlanksCounts, BlanksFigures, GapFigures};

/// The most gaps a sentence may have.
pub const MAX_GAPS: usize = 6;

/// The most words there may be to put into gaps.
pub const MAX_WORDS: usize = 12;

/// A sentence with gaps.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Blanks {
    /// The sentence without its gaps: what is before the first, between them, and after the last; always one more than gaps.
    pub parts: Vec<String>,
    /// The words, at most [`MAX_WORDS`], each once.
    pub words: Vec<String>,
    /// The gaps, 1 to [`MAX_GAPS`].
    pub gaps: Vec<Gap>,
    /// Whether a word may be used once only: where there is one bank for all gaps.
    pub once: bool,
}

/// One gap.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Gap {
    /// Indices of the words that it takes, at least two.
    pub takes: Vec<usize>,
    /// Index of the right word; all gaps have one, or none has.
    pub right: Option<usize>,
    /// What is said of the gap with the right answer.
    #[serde(default)]
    pub note: Option<String>,
}

/// The question as everybody sees it: without the right words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct BlanksView {
    /// The sentence without its gaps: always one part more than gaps.
    pub parts: Vec<String>,
    /// The words, in an order that says nothing.
    pub words: Vec<Item>,
    /// For each gap, the ids of the words that it takes, in the order of the words.
    pub gaps: Vec<Vec<String>>,
    /// Whether a word may be used once only.
    pub once: bool,
}

/// What one person puts into the gaps.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct BlanksMarks {
    /// The word's index for each gap.
    pub words: Vec<u8>,
}

impl BlanksMarks {
    fn indices(&self) -> impl Iterator<Item = usize> {
        self.words.iter().map(|&word| usize::from(word))
    }
}

impl Shape for BlanksMarks {
    const TAG: u8 = 10;

    fn record(&self) -> Record {
        Record {
            numbers: self.words.iter().map(|&word| word.into()).collect(),
            texts: Vec::new(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        let word = |&number: &i64| u8::try_from(number).ok();
        let words = record.numbers.iter().map(word).collect::<Option<_>>()?;
        Some(Self { words })
    }
}

impl Blanks {
    /// The words' indices in the order in which they are shown.
    fn order(&self) -> Vec<usize> {
        placed::order(self.words.iter().map(String::as_str))
    }

    /// The ids of words, from their indices.
    fn ids(&self, words: impl IntoIterator<Item = usize>) -> Vec<String> {
        let order = self.order();
        let letter = |word| order.iter().position(|other| *other == word).map(placed::letter);
        words.into_iter().filter_map(letter).collect()
    }

    /// The right word of each gap; empty where there are none.
    fn right(&self) -> Vec<usize> {
        self.gaps.iter().filter_map(|gap| gap.right).collect()
    }

    fn is_whole(&self, marks: &BlanksMarks) -> bool {
        self.has_solution() && marks.indices().eq(self.right())
    }

    fn count(&self, counts: &mut BlanksCounts, marks: &BlanksMarks, change: impl Fn(&mut u32)) {
        for (gap, word) in marks.indices().enumerate() {
            change(&mut counts.gaps[gap][word]);
        }
        if self.is_whole(marks) {
            change(&mut counts.whole);
        }
    }

    /// Names a gap by the last words before it.
    fn label(&self, gap: usize) -> String {
        let words: Vec<&str> = self.parts[gap].split_whitespace().collect();
        let last = &words[words.len().saturating_sub(4)..];
        format!("✓ {} … ({})", last.join(" "), gap + 1)
    }
}

impl Kind for Blanks {
    const NAME: KindName = KindName::Blanks;
    type Marks = BlanksMarks;
    type Counts = BlanksCounts;
    type View = BlanksView;
    type Figures = BlanksFigures;

    fn read(&self, answer: &Answer) -> Result<BlanksMarks, InvalidAnswer> {
        let Answer::Blanks { words: ids } = answer else {
            return Err(InvalidAnswer::WrongKind);
        };
        if ids.len() > self.gaps.len() {
            return Err(InvalidAnswer::TooMany { max: self.gaps.len() });
        }
        if ids.len() < self.gaps.len() {
            return Err(InvalidAnswer::TooFew { min: self.gaps.len() });
        }
        let order = self.order();
        let mut words = Vec::new();
        for (id, gap) in ids.iter().zip(&self.gaps) {
            let shown = placed::place(id).and_then(|place| order.get(place));
            let taken = shown.filter(|word| gap.takes.contains(word));
            let word = *taken.ok_or_else(|| InvalidAnswer::UnknownOption(id.clone()))? as u8;
            if self.once && words.contains(&word) {
                return Err(InvalidAnswer::Repeated(id.clone()));
            }
            words.push(word);
        }
        Ok(BlanksMarks { words })
    }

    fn answer(&self, marks: &BlanksMarks) -> Answer {
        Answer::Blanks {
            words: self.ids(marks.indices()),
        }
    }

    fn fits(&self, marks: &BlanksMarks) -> bool {
        let used: Choices = marks.indices().filter(|word| *word < MAX_WORDS).collect();
        marks.words.len() == self.gaps.len()
            && marks
                .indices()
                .zip(&self.gaps)
                .all(|(word, gap)| gap.takes.contains(&word))
            && (!self.once || used.len() == marks.words.len())
    }

    fn counts(&self) -> BlanksCounts {
        BlanksCounts {
            gaps: vec![vec![0; self.words.len()]; self.gaps.len()],
            whole: 0,
        }
    }

    fn add(&self, counts: &mut BlanksCounts, marks: &BlanksMarks, _seq: u64) {
        self.count(counts, marks, |count| *count += 1);
    }

    fn remove(&self, counts: &mut BlanksCounts, marks: &BlanksMarks, _seq: u64) {
        self.count(counts, marks, |count| *count -= 1);
    }

    fn view(&self) -> BlanksView {
        let order = self.order();
        let takes = |gap: &Gap| self.ids(order.iter().copied().filter(|word| gap.takes.contains(word)));
        BlanksView {
            parts: self.parts.clone(),
            words: placed::items(order.iter().map(|&word| self.words[word].as_str())),
            gaps: self.gaps.iter().map(takes).collect(),
            once: self.once,
        }
    }

    fn seen(view: &BlanksView) -> Self {
        let gap = |takes: &Vec<String>| Gap {
            takes: takes.iter().filter_map(|id| placed::place(id)).collect(),
            right: None,
            note: None,
        };
        Self {
            parts: view.parts.clone(),
            words: view.words.iter().map(|word| word.text.clone()).collect(),
            gaps: view.gaps.iter().map(gap).collect(),
            once: view.once,
        }
    }

    fn figures(&self, counts: &BlanksCounts, _ballots: u32, _: &Moderation) -> BlanksFigures {
        figures::figures(self, &self.order(), counts)
    }

    fn has_solution(&self) -> bool {
        self.gaps.iter().all(|gap| gap.right.is_some())
    }

    fn is_solved_by(&self, marks: &BlanksMarks) -> bool {
        self.is_whole(marks)
    }

    fn solution(&self, counts: &BlanksCounts) -> Option<Solution> {
        self.has_solution().then(|| Solution::Words {
            right: self.ids(self.right()),
            whole: counts.whole,
            notes: placed::notes(self.gaps.iter().map(|gap| &gap.note)),
        })
    }

    fn comparison(&self) -> Option<Comparison> {
        let gaps = 0..self.gaps.len();
        let row = |gap: usize| Row {
            id: format!("{}", gap + 1),
            text: self.label(gap),
        };
        let meaning = |gap: usize| Meaning {
            label: self.label(gap),
            rows: vec![gap],
        };
        self.has_solution().then(|| Comparison {
            rows: gaps.clone().map(row).collect(),
            exclusive: false,
            meanings: gaps.map(meaning).collect(),
        })
    }

    fn rows(&self, marks: &BlanksMarks) -> Choices {
        let words = marks.indices().zip(&self.gaps).enumerate();
        let right = words.filter(|(_, (word, gap))| gap.right == Some(*word));
        right.map(|(gap, _)| gap).collect()
    }

    fn row_counts(&self, counts: &BlanksCounts) -> Vec<u32> {
        let right = |(gap, counts): (&Gap, &Vec<u32>)| gap.right.map(|word| counts[word]);
        self.gaps.iter().zip(&counts.gaps).filter_map(right).collect()
    }

    /// Whoever knows a word puts it where it belongs, three times of four; the rest is filled as it comes, rather with what
    /// stands first in the talk.
    fn rehearsed(&self, _: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let mut words: Vec<Option<usize>> = self.gaps.iter().map(|gap| gap.right).collect();
        for word in &mut words {
            *word = word.filter(|_| dice.unit() < 0.75);
        }
        for gap in 0..words.len() {
            let used = |word: &&usize| self.once && words.contains(&Some(**word));
            let left: Vec<usize> = self.gaps[gap]
                .takes
                .iter()
                .filter(|word| !used(word))
                .copied()
                .collect();
            let leaning = dice.below(left.len()).min(dice.below(left.len()));
            words[gap] = words[gap].or_else(|| left.get(leaning).copied());
        }
        Answer::Blanks {
            words: self.ids(words.into_iter().flatten()),
        }
    }
}
