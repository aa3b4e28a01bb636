//! What is counted of gaps, and what is told of them.

use serde::{Deserialize, Serialize};

use super::super::placed::{self, Placed};
use super::Blanks;

/// How often which word was put where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlanksCounts {
    /// By the gap, then by the word's index: ballots.
    pub gaps: Vec<Vec<u32>>,
    /// Ballots with every right word.
    pub whole: u32,
}

/// What is told of one gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct GapFigures {
    /// How often each word that it takes was put there, in the order in which the words are shown.
    pub words: Vec<Placed>,
}

/// What is told of a sentence with gaps.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct BlanksFigures {
    /// The gaps, in their order.
    pub gaps: Vec<GapFigures>,
}

/// What is told of these counts; `order` holds the words' indices as they are shown.
pub(super) fn figures(blanks: &Blanks, order: &[usize], counts: &BlanksCounts) -> BlanksFigures {
    let gap = |(gap, counts): (&super::Gap, &Vec<u32>)| {
        let shown = order.iter().enumerate().filter(|(_, word)| gap.takes.contains(word));
        GapFigures {
            words: placed::told(
                shown
                    .map(|(place, &word)| (placed::letter(place), counts[word]))
                    .collect(),
            ),
        }
    };
    BlanksFigures {
        gaps: blanks.gaps.iter().zip(&counts.gaps).map(gap).collect(),
    }
}
