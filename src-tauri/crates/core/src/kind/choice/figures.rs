//! What is told of the answers to a question with options.

use serde::{Deserialize, Serialize};

use super::ChoiceCounts;
use crate::kind::Figures;
use crate::kind::option::PollOption;
use crate::kind::typed::TextFigures;
use crate::share;

impl Figures {
    /// The bars, of a question that offers options.
    #[must_use]
    pub fn choice(&self) -> Option<&ChoiceFigures> {
        match self {
            Self::Choice(figures) => Some(figures),
            _ => None,
        }
    }
}

/// One bar of a poll's results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Bar {
    /// The option's id.
    pub id: String,
    /// Ballots that name it.
    pub count: u32,
    /// Its share as a whole percentage: of the ballots that have an opinion.
    pub percent: u32,
    /// Of the ballots that name it, those of people who are sure; absent where the question does not ask.
    #[serde(default)]
    pub sure: Option<u32>,
}

/// A part of a poll's ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Part {
    /// Ballots.
    pub count: u32,
    /// The share as a whole percentage.
    pub percent: u32,
}

/// What is told of the answers to a question with options.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct ChoiceFigures {
    /// One bar per option, in the poll's order.
    pub bars: Vec<Bar>,
    /// Words of their own, where the question takes such.
    #[serde(default)]
    pub other: Option<Part>,
    /// Ballots without an opinion, where the question offers that; they are counted apart from the percentages.
    #[serde(default)]
    pub no_opinion: Option<u32>,
    /// Words of people's own that everybody may see; absent while there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "describe", ts(optional))]
    pub own: Option<OwnWords>,
}

/// Words of people's own, beside the options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct OwnWords {
    /// How many everybody may see.
    pub shown: u32,
    /// The newest of them, newest first: as many as a page has room for. All of them in a summary that keeps them.
    pub texts: Vec<String>,
}

/// Which extras of a question with options are told of.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::kind) struct Extras {
    /// Whether a ballot names one option, so that shares are parts of a whole.
    pub(in crate::kind) exclusive: bool,
    pub(in crate::kind) other: bool,
    pub(in crate::kind) no_opinion: bool,
    pub(in crate::kind) sure: bool,
}

/// The bars of a question with options. Where a ballot names one option, percentages add up to 100; where it may name
/// several each option is a share of its own.
pub(in crate::kind) fn figures(
    options: &[PollOption],
    counts: &ChoiceCounts,
    ballots: u32,
    extras: Extras,
    own: &TextFigures,
) -> ChoiceFigures {
    let opinions = ballots - counts.no_opinion;
    let parts: Vec<u64> = counts
        .options
        .iter()
        .chain([&counts.other])
        .map(|&count| count.into())
        .collect();
    let percents = if extras.exclusive {
        share::percentages(&parts)
    } else {
        parts.iter().map(|&count| share::percent(count, opinions)).collect()
    };
    let bar = |(index, option): (usize, &PollOption)| Bar {
        id: option.id.clone(),
        count: counts.options[index],
        percent: percents[index],
        sure: extras.sure.then(|| counts.sure[index]),
    };
    ChoiceFigures {
        bars: options.iter().enumerate().map(bar).collect(),
        other: extras.other.then(|| Part {
            count: counts.other,
            percent: percents[options.len()],
        }),
        no_opinion: extras.no_opinion.then_some(counts.no_opinion),
        own: (own.shown > 0).then(|| OwnWords {
            shown: own.shown,
            texts: own.texts.iter().map(|shown| shown.text.clone()).collect(),
        }),
    }
}
