//! A question to the room, with all that is not its kind's own.

mod stored;

use serde::{Deserialize, Serialize};

use crate::kind::{PollOption, Question};
use crate::speed::Speed;

/// A poll as the talk defines it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "stored::StoredPoll")]
pub struct Poll {
    /// Unique in the deck: `[a-z0-9-]+`.
    pub id: String,
    /// The question.
    pub ask: String,
    /// A small line under the question.
    pub hint: Option<String>,
    /// When the room sees the results.
    pub results: ResultsVisibility,
    /// Asked twice, to show what changed.
    pub pair: Option<Pair>,
    /// What is said when the right answer is shown.
    pub explain: Option<String>,
    /// Seconds after which it closes by itself.
    pub timer: Option<u32>,
    /// Whether right answers give points by their speed; then it has a timer.
    pub speed: Speed,
    /// Asked once more in the same session: the id of the round before, with which it is compared.
    pub again: Option<String>,
    /// Which round of its question it is, from 1.
    pub round: u32,
    /// Whether it was asked on the spot: the talk file knows nothing of it.
    pub improvised: bool,
    /// What is asked, by its kind.
    pub question: Question,
}

/// The step at which a poll's slide shows the leader board, after the right answer.
pub const BOARD_STEP: u16 = 3;

/// What stands between the id of a question and the number of a later round. No id in a talk file holds it.
const ROUND: char = '~';

/// What stands between the id of a question that an edited talk no longer asks and its index.
const WITHDRAWN: &str = "~gone-";

/// When the room sees the results.
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
    /// Asked about the time before, once people know better: « et avant l’exposé, honnêtement ? ».
    ///
    /// Who learns what a question is about also learns to answer it otherwise, so that before and after are not measured by the
    /// same measure (response shift). The then-test asks about *before* at the same moment as about *after*: G. S. Howard,
    /// *Response-shift bias: a problem in evaluating interventions with pre/post self-reports*, Evaluation Review 4 (1980), 93–106;
    /// M. A. G. Sprangers and J. Hoogstraten, *Pretesting effects in retrospective pretest–posttest designs*, Journal of Applied
    /// Psychology 74 (1989), 265–272. What people remember is no better witness than what they said, so both changes are told.
    Then,
}

impl Poll {
    /// The id without the round and the ending that tells before from after.
    #[must_use]
    pub fn stem(&self) -> &str {
        const ENDINGS: [&str; 6] = ["-avant", "-apres", "-alors", "-before", "-after", "-then"];
        let asked = self.asked();
        ENDINGS
            .iter()
            .find_map(|ending| asked.strip_suffix(ending))
            .unwrap_or(asked)
    }

    /// The id that the question has in the talk, whichever round this is.
    #[must_use]
    pub fn asked(&self) -> &str {
        self.id.split(ROUND).next().unwrap_or(&self.id)
    }

    /// The same question for another round.
    #[must_use]
    pub fn in_round(&self, round: u32) -> Self {
        Self {
            id: format!("{}{ROUND}{round}", self.asked()),
            round,
            again: None,
            ..self.clone()
        }
    }

    /// The same question as one that the talk no longer asks: it leaves its name to others, is compared with none and gives no points.
    #[must_use]
    pub(crate) fn withdrawn(&self, index: usize) -> Self {
        let mut gone = Self {
            id: format!("{}{WITHDRAWN}{index}", self.asked()),
            pair: None,
            again: None,
            speed: Speed::Off,
            ..self.clone()
        };
        gone.question.without_points();
        gone
    }

    /// Whether the talk no longer asks it, and nobody has ever answered it.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.id.contains(WITHDRAWN)
    }

    /// Whether another poll asks the same, whichever rounds they are.
    #[must_use]
    pub fn asks_like(&self, other: &Self) -> bool {
        self.in_round(1) == other.in_round(1)
    }

    /// How many steps its slide has: ask, close and reveal, and where there is one the right answer, then the leader board.
    #[must_use]
    pub fn steps(&self) -> u16 {
        if self.has_board() {
            BOARD_STEP + 1
        } else if self.question.has_solution() {
            3
        } else {
            2
        }
    }

    /// Whether its slide ends with the leader board.
    #[must_use]
    pub fn has_board(&self) -> bool {
        self.speed == Speed::Board && self.question.has_solution()
    }

    /// The options, of a kind that offers such; none of the others.
    #[must_use]
    pub fn options(&self) -> &[PollOption] {
        self.question.options()
    }

    /// Whether answering counts towards a profile.
    #[must_use]
    pub fn is_scoring(&self) -> bool {
        self.question.is_scoring()
    }

    /// Whether it is a self-portrait: each option's id is a profile's id.
    #[must_use]
    pub fn is_portrait(&self) -> bool {
        matches!(&self.question, Question::Single(single) if single.portrait)
    }
}
