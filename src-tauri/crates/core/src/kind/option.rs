//! The options that several kinds of question offer.

use serde::{Deserialize, Serialize};

use super::{Question, QuestionView};
use crate::deck::Picture;

/// The most options a poll may have: as many as one phone screen and one slide can show.
pub const MAX_OPTIONS: usize = 8;

/// One answer a poll offers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
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
    /// A picture shown with the words.
    #[serde(default)]
    pub picture: Option<Picture>,
}

/// One option as everybody sees it, without its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct OptionView {
    /// Names the option in an answer.
    pub id: String,
    /// The words.
    pub text: String,
    /// A picture shown with the words.
    pub picture: Option<Picture>,
}

/// The options as everybody sees them, in the poll's order.
#[must_use]
pub(super) fn views(options: &[PollOption]) -> Vec<OptionView> {
    let view = |option: &PollOption| OptionView {
        id: option.id.clone(),
        text: option.text.clone(),
        picture: option.picture.clone(),
    };
    options.iter().map(view).collect()
}

/// The pictures that options show.
#[must_use]
pub(super) fn pictures(options: &[PollOption]) -> Vec<&Picture> {
    options.iter().filter_map(|option| option.picture.as_ref()).collect()
}

/// Options that somebody sees, of which no points are known.
#[must_use]
pub(super) fn seen(options: &[OptionView]) -> Vec<PollOption> {
    let option = |view: &OptionView| PollOption {
        id: view.id.clone(),
        text: view.text.clone(),
        picture: view.picture.clone(),
        ..PollOption::default()
    };
    options.iter().map(option).collect()
}

/// Takes the points of all options away.
pub(super) fn without_points(options: &mut [PollOption]) {
    options.iter_mut().for_each(|option| option.scores.clear());
}

/// The index of the option with this id.
#[must_use]
pub(super) fn index(options: &[PollOption], id: &str) -> Option<usize> {
    options.iter().position(|option| option.id == id)
}

impl Question {
    /// The options, of a question that offers such; none of the others.
    #[must_use]
    pub fn options(&self) -> &[PollOption] {
        match self {
            Self::Single(kind) => &kind.options,
            Self::Multiple(kind) => &kind.options,
            Self::Quiz(kind) => &kind.options,
            Self::Ranking(kind) => &kind.options,
            Self::Points(kind) => &kind.options,
            Self::Match(_) | Self::Blanks(_) => &[],
            Self::Scale(_) | Self::Plane(_) | Self::Number(_) | Self::Pin(_) => &[],
            Self::Words(_) | Self::Text(_) | Self::Tweet(_) => &[],
        }
    }
}

impl Question {
    /// Whether people answer in words of their own.
    #[must_use]
    pub fn takes_texts(&self) -> bool {
        match self {
            Self::Single(single) => single.other,
            Self::Multiple(multiple) => multiple.other,
            _ => matches!(self, Self::Words(_) | Self::Text(_) | Self::Tweet(_)),
        }
    }
}

impl QuestionView {
    /// The options, of a question that offers such; none of the others.
    #[must_use]
    pub fn options(&self) -> &[OptionView] {
        match self {
            Self::Single(view) => &view.options,
            Self::Multiple(view) => &view.options,
            Self::Quiz(view) => &view.options,
            Self::Ranking(view) => &view.options,
            Self::Points(view) => &view.options,
            Self::Match(_) | Self::Blanks(_) => &[],
            Self::Scale(_) | Self::Plane(_) | Self::Number(_) | Self::Pin(_) => &[],
            Self::Words(_) | Self::Text(_) | Self::Tweet(_) => &[],
        }
    }
}
