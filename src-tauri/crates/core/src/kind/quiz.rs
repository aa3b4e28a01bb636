//! A question with right answers.
//!
//! ```yaml
//! id: longueur
//! kind: quiz
//! ask: Combien de caractères dans un tweet ?
//! options:
//!   - { id: c140, text: "140", note: "Jusqu’en 2017." }
//!   - { id: c280, text: "280" }
//!   - { id: c500, text: "500" }
//! right: c280          # or a list
//! several: false       # true: a ballot names all that are right, and is right when it names just these
//! confidence: true     # asks « sûr / pas sûr » with the answer
//! explain: "280 depuis novembre 2017."
//! timer: 20
//! speed: true          # right and fast gives 1,000 down to 500 points: needs a timer
//! shuffle: true
//! ```

use serde::{Deserialize, Serialize};

use super::choice::{self, ChoiceCounts, ChoiceFigures, ChoiceMarks, Extras};
use super::option::{self, OptionView, PollOption, views};
use super::typed::TextFigures;
use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Moderation, Reason, Rehearsed, Solution, Way, ways};
use crate::ballot::Choices;
use crate::deck::Picture;
use crate::statistics::SplitMix64;

/// A question over options, some of which are right.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Quiz {
    /// The options, 2 to [`super::MAX_OPTIONS`].
    pub options: Vec<PollOption>,
    /// Indices of the right options.
    pub right: Vec<usize>,
    /// Whether a ballot may name several options, and is right when it names all right ones and no other.
    #[serde(default)]
    pub several: bool,
    /// Whether people say with their answer if they are sure.
    #[serde(default)]
    pub confidence: bool,
    /// Whether each phone has the options in an order of its own.
    #[serde(default)]
    pub shuffle: bool,
}

/// The question as everybody sees it: without what is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct QuizView {
    /// The options.
    pub options: Vec<OptionView>,
    /// Whether a ballot may name several options.
    pub several: bool,
    /// Whether people say with their answer if they are sure.
    pub confidence: bool,
    /// Whether each phone has the options in an order of its own.
    pub shuffle: bool,
}

impl Quiz {
    /// Whether marks are the right answer.
    #[must_use]
    pub fn is_right(&self, marks: &ChoiceMarks) -> bool {
        let right: Choices = self.right.iter().copied().collect();
        if self.several {
            marks.chosen == right
        } else {
            marks.options().any(|option| right.contains(option))
        }
    }
}

impl Kind for Quiz {
    const NAME: KindName = KindName::Quiz;
    type Marks = ChoiceMarks;
    type Counts = ChoiceCounts;
    type View = QuizView;
    type Figures = ChoiceFigures;

    fn read(&self, answer: &Answer) -> Result<ChoiceMarks, InvalidAnswer> {
        let (ids, sure) = match answer {
            Answer::Choice { choice, sure } if !self.several => (std::slice::from_ref(choice), *sure),
            Answer::Choices {
                choices,
                other: None,
                sure,
            } if self.several => (choices.as_slice(), *sure),
            _ => return Err(InvalidAnswer::WrongKind),
        };
        if ids.is_empty() {
            return Err(InvalidAnswer::Empty);
        }
        if sure.is_some() && !self.confidence {
            return Err(InvalidAnswer::WrongKind);
        }
        Ok(ChoiceMarks {
            chosen: choice::chosen(&self.options, ids)?,
            other: None,
            sure,
        })
    }

    fn answer(&self, marks: &ChoiceMarks) -> Answer {
        let mut choices = choice::ids(&self.options, marks);
        if self.several {
            return Answer::Choices {
                choices,
                other: None,
                sure: marks.sure,
            };
        }
        Answer::Choice {
            choice: choices.pop().unwrap_or_default(),
            sure: marks.sure,
        }
    }

    fn fits(&self, marks: &ChoiceMarks) -> bool {
        (self.several || marks.chosen.len() == 1)
            && (self.confidence || marks.sure.is_none())
            && choice::fits(&self.options, marks, false, false)
    }

    fn counts(&self) -> ChoiceCounts {
        ChoiceCounts::new(&self.options)
    }

    fn add(&self, counts: &mut ChoiceCounts, marks: &ChoiceMarks, seq: u64) {
        counts.add(marks, seq);
    }

    fn remove(&self, counts: &mut ChoiceCounts, marks: &ChoiceMarks, seq: u64) {
        counts.remove(marks, seq);
    }

    fn view(&self) -> QuizView {
        QuizView {
            options: views(&self.options),
            several: self.several,
            confidence: self.confidence,
            shuffle: self.shuffle,
        }
    }

    fn pictures(&self) -> Vec<&Picture> {
        option::pictures(&self.options)
    }

    fn seen(view: &QuizView) -> Self {
        Self {
            options: option::seen(&view.options),
            right: Vec::new(),
            several: view.several,
            confidence: view.confidence,
            shuffle: view.shuffle,
        }
    }

    fn figures(&self, counts: &ChoiceCounts, ballots: u32, _: &Moderation) -> ChoiceFigures {
        let extras = Extras {
            exclusive: !self.several,
            sure: self.confidence,
            ..Extras::default()
        };
        choice::figures(&self.options, counts, ballots, extras, &TextFigures::default())
    }

    fn has_solution(&self) -> bool {
        true
    }

    fn is_solved_by(&self, marks: &ChoiceMarks) -> bool {
        self.is_right(marks)
    }

    fn solution(&self, _: &ChoiceCounts) -> Option<Solution> {
        Some(Solution::Options {
            right: self
                .right
                .iter()
                .map(|&option| self.options[option].id.clone())
                .collect(),
        })
    }

    fn is_scoring(&self) -> bool {
        choice::is_scoring(&self.options)
    }

    fn points(&self, marks: &ChoiceMarks) -> Vec<(usize, u32)> {
        choice::points(&self.options, marks)
    }

    fn reasons(&self, marks: &ChoiceMarks) -> Vec<Reason> {
        choice::reasons(&self.options, marks)
    }

    fn ways(&self) -> Vec<Way> {
        let options: Vec<&[(usize, u32)]> = self.options.iter().map(|option| option.scores.as_slice()).collect();
        if self.several {
            ways::some_of(&options, 1, options.len())
        } else {
            ways::one_of(options)
        }
    }

    fn comparison(&self) -> Option<Comparison> {
        Some(choice::comparison(&self.options, !self.several))
    }

    fn rows(&self, marks: &ChoiceMarks) -> Choices {
        marks.options().collect()
    }

    fn row_counts(&self, counts: &ChoiceCounts) -> Vec<u32> {
        counts.options.clone()
    }

    fn without_points(&mut self) {
        option::without_points(&mut self.options);
    }

    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let one = person.one_of(self.options.len(), &self.right, dice);
        let knows = self.right.contains(&one);
        let sure = self.confidence.then(|| dice.unit() < if knows { 0.8 } else { 0.4 });
        if !self.several {
            return Answer::Choice {
                choice: self.options[one].id.clone(),
                sure,
            };
        }
        let named = if knows { self.right.clone() } else { vec![one] };
        Answer::Choices {
            choices: named
                .into_iter()
                .map(|option| self.options[option].id.clone())
                .collect(),
            other: None,
            sure,
        }
    }
}
