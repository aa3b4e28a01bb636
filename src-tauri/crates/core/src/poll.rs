//! A question to the room, and which answers it takes.

use serde::{Deserialize, Serialize};

use crate::ballot::{Answer, Choices};

/// A poll as the talk defines it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Poll {
    /// Unique in the deck: `[a-z0-9-]+`.
    pub id: String,
    /// What kind of question it is.
    pub kind: PollKind,
    /// The question.
    pub ask: String,
    /// A small line under the question.
    pub hint: Option<String>,
    /// When the room sees the results.
    pub results: ResultsVisibility,
    /// The options, 2 to [`MAX_OPTIONS`].
    pub options: Vec<PollOption>,
    /// Asked twice, to show what changed.
    pub pair: Option<Pair>,
    /// A self-portrait: each option's id is a profile's id.
    pub portrait: bool,
}

/// The most options a poll may have: as many as one phone screen and one slide can show.
pub const MAX_OPTIONS: usize = 8;

/// The kinds of question of this version, with what belongs to each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PollKind {
    /// One option.
    Single,
    /// Several options, at most `max`.
    Multiple {
        /// The most options one ballot may name.
        max: usize,
    },
    /// One option, some of which are right.
    Quiz {
        /// Indices of the right options.
        right: Vec<usize>,
        /// What is said when the right answer is shown.
        explain: Option<String>,
    },
}

/// When the room sees the bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultsVisibility {
    /// While people vote.
    Live,
    /// Once revealed.
    After,
}

/// Which half of a before/after pair a poll is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pair {
    /// Asked first.
    Before,
    /// Asked again.
    After,
}

/// One answer a poll offers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PollOption {
    /// Unique in the poll.
    pub id: String,
    /// The words.
    pub text: String,
    /// Points given to profiles: (index into the typology's profiles, points).
    pub scores: Vec<(usize, u32)>,
    /// A remark shown with the right answer.
    pub note: Option<String>,
    /// What the option comes down to when a change is told (yes, maybe, no): options with the same word belong together.
    #[serde(default)]
    pub means: Option<String>,
}

/// Why an answer does not fit its poll.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAnswer {
    /// An option that the poll does not have.
    #[error("the poll has no option “{0}”")]
    UnknownOption(String),
    /// The answer is for another kind of poll.
    #[error("this kind of answer does not fit this poll")]
    WrongKind,
    /// No option at all.
    #[error("the answer names no option")]
    Empty,
    /// More options than allowed.
    #[error("at most {max} options may be chosen")]
    TooMany {
        /// The most options one ballot may name.
        max: usize,
    },
    /// The same option twice.
    #[error("the option “{0}” is named twice")]
    Repeated(String),
}

impl Poll {
    /// The id without the ending that tells before from after.
    #[must_use]
    pub fn stem(&self) -> &str {
        const ENDINGS: [&str; 4] = ["-avant", "-apres", "-before", "-after"];
        ENDINGS
            .iter()
            .find_map(|ending| self.id.strip_suffix(ending))
            .unwrap_or(&self.id)
    }

    /// The index of the option with this id.
    #[must_use]
    pub fn option_index(&self, id: &str) -> Option<usize> {
        self.options.iter().position(|option| option.id == id)
    }

    /// Whether any option gives points, so that answering counts towards a profile.
    #[must_use]
    pub fn is_scoring(&self) -> bool {
        self.options.iter().any(|option| !option.scores.is_empty())
    }

    /// The points that choosing these options gives: (index into the typology's profiles, points).
    pub fn points(&self, choices: Choices) -> impl Iterator<Item = (usize, u32)> + Clone {
        choices
            .iter()
            .flat_map(|option| self.options[option].scores.iter().copied())
    }

    /// The options an answer names.
    ///
    /// # Errors
    /// When the answer is of another kind, empty, names an unknown option, one twice, or too many.
    pub fn choices(&self, answer: &Answer) -> Result<Choices, InvalidAnswer> {
        let (ids, max) = match (&self.kind, answer) {
            (PollKind::Single | PollKind::Quiz { .. }, Answer::Choice { choice }) => (std::slice::from_ref(choice), 1),
            (PollKind::Multiple { max }, Answer::Choices { choices }) => (choices.as_slice(), *max),
            _ => return Err(InvalidAnswer::WrongKind),
        };
        if ids.is_empty() {
            return Err(InvalidAnswer::Empty);
        }
        if ids.len() > max {
            return Err(InvalidAnswer::TooMany { max });
        }
        let mut chosen = Choices::default();
        for id in ids {
            let index = self
                .option_index(id)
                .ok_or_else(|| InvalidAnswer::UnknownOption(id.clone()))?;
            if chosen.contains(index) {
                return Err(InvalidAnswer::Repeated(id.clone()));
            }
            chosen = chosen.iter().chain([index]).collect();
        }
        Ok(chosen)
    }
}
