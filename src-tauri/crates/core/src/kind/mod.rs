//! Kinds of question. A kind is one module: what the talk file may say, which answers it takes, how they are counted and
//! told, which points they give, how an answer is rehearsed.
//!
//! **Invariant.** Everything that differs between kinds is behind [`Kind`]; the rest of the program holds a [`Question`], its
//! [`Marks`], its [`Counts`] and its [`Figures`], which are closed enums. A kind is one line in the list below and one module;
//! the compiler then names what is missing: a reader in the crate `deck`, a component on each page, a section in the exports.
//!
//! Kinds whose ballots have the same form share a *shape*: single choice, multiple choice and quiz are all sets of options. The
//! log keeps shapes, so that a ballot can be read without knowing its question.

#[macro_use]
mod list;
mod answer;
mod blanks;
pub mod choice;
mod example;
mod matching;
pub mod moderation;
mod multiple;
pub mod number;
mod opinion;
mod option;
mod pin;
mod placed;
pub mod plane;
mod points;
mod quiz;
mod ranking;
mod record;
mod rehearsed;
pub mod scale;
mod single;
mod spread;
mod statement;
pub mod text;
pub mod tweet;
mod typed;
mod upvotes;
pub mod ways;
pub mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ballot::Choices;
use crate::deck::Picture;
use crate::statistics::SplitMix64;

pub use answer::{Answer, InvalidAnswer, PlanePoint};
pub use blanks::{Blanks, BlanksCounts, BlanksFigures, BlanksMarks, BlanksView, Gap, GapFigures, MAX_GAPS, MAX_WORDS};
pub use choice::{Bar, ChoiceCounts, ChoiceFigures, ChoiceMarks, OwnWords, Part};
pub use matching::{Match, MatchCounts, MatchFigures, MatchMarks, MatchPair, MatchView, Matched};
pub(crate) use moderation::spans;
pub use moderation::{Act, Moderation, Queue};
pub use multiple::{Multiple, MultipleView};
pub use number::{Number, NumberCounts, NumberFigures, NumberMarks, NumberSolution, NumberView};
pub use option::{MAX_OPTIONS, OptionView, PollOption};
pub use pin::{
    Area, CELL_COLUMNS, CELL_ROWS, MAX_REGIONS, Pin, PinCounts, PinFigures, PinMarks, PinView, Region, RegionShare,
    RegionView, WHOLE, plain_regions,
};
pub use placed::{Item, Placed};
pub use plane::{Plane, PlaneCounts, PlaneFigures, PlaneMarks, PlaneView};
pub use points::{MAX_TOTAL, Points, PointsCounts, PointsFigures, PointsMarks, PointsView, Purse};
pub use quiz::{Quiz, QuizView};
pub use ranking::{Ranked, Ranking, RankingCounts, RankingFigures, RankingMarks, RankingView};
pub use record::{Record, Shape};
pub use rehearsed::Rehearsed;
pub use scale::{Scale, ScaleCounts, ScaleFigures, ScaleMarks, ScaleView};
pub use single::{Single, SingleView};
pub use statement::{MAX_STATEMENTS, SCALE_POINTS, Statement, StatementView, first_value};
pub use text::{Text, TextView};
pub use tweet::{Original, Tweet, TweetView};
pub(crate) use typed::is_grave;
pub use typed::{RemarkFigure, ShownText, TextCounts, TextFigures, TextMarks, ThemeFigure};
pub use upvotes::{Standing, UpvoteCard, Upvotes};
pub use ways::Way;
pub use words::{WordFigure, Words, WordsCounts, WordsFigures, WordsMarks, WordsView};

/// A kind of question: its settings are the value itself.
pub trait Kind {
    /// The word that names it.
    const NAME: KindName;
    /// What a ballot says.
    type Marks: Shape;
    /// What is counted.
    type Counts;
    /// The question as everybody sees it.
    type View;
    /// What is told of the answers.
    type Figures;

    /// What an answer says.
    ///
    /// # Errors
    /// When it does not fit the question.
    fn read(&self, answer: &Answer) -> Result<Self::Marks, InvalidAnswer>;

    /// The answer that says this.
    fn answer(&self, marks: &Self::Marks) -> Answer;

    /// Whether marks, read from a disk, are such as [`Self::read`] makes.
    fn fits(&self, marks: &Self::Marks) -> bool;

    /// Nothing counted yet.
    fn counts(&self) -> Self::Counts;

    /// Counts a ballot; `seq` is the sequence number at which it was taken, which names it.
    fn add(&self, counts: &mut Self::Counts, marks: &Self::Marks, seq: u64);

    /// Takes a counted ballot out again. Adding and removing in any order gives the same as counting afresh.
    fn remove(&self, counts: &mut Self::Counts, marks: &Self::Marks, seq: u64);

    /// The question as everybody sees it: without points, right answers and what else is the presenter's.
    fn view(&self) -> Self::View;

    /// The pictures of the talk that whoever answers has to see.
    fn pictures(&self) -> Vec<&Picture> {
        Vec::new()
    }

    /// The question as far as everybody sees it: for somebody of a rehearsal who does not have the talk.
    fn seen(view: &Self::View) -> Self;

    /// What is told of so many counted ballots.
    fn figures(&self, counts: &Self::Counts, ballots: u32, moderation: &Moderation) -> Self::Figures;

    /// What a summary keeps of so many counted ballots: more than a page has room for, less when texts are not to be kept.
    fn kept(&self, counts: &Self::Counts, ballots: u32, moderation: &Moderation) -> Self::Figures {
        self.figures(counts, ballots, moderation)
    }

    /// What the presenter has to look at, where people use words of their own.
    fn queue(&self, _counts: &Self::Counts, _moderation: &Moderation) -> Option<Queue> {
        None
    }

    /// Whether all that is told has been let through by the presenter, so that nobody can be watched answering and the room
    /// need not wait for others.
    fn is_let_through(&self, _moderation: &Moderation) -> bool {
        false
    }

    /// The texts that phones may upvote now, in the room's order; `None` where upvotes are not taken.
    fn upvotable(&self, _counts: &Self::Counts, _moderation: &Moderation) -> Option<Vec<UpvoteCard>> {
        None
    }

    /// Whether everybody may see a text, and upvotes are taken.
    fn is_upvotable(&self, _counts: &Self::Counts, _moderation: &Moderation, _text: u64) -> bool {
        false
    }

    /// Whether phones may upvote the texts of others.
    fn takes_upvotes(&self) -> bool {
        false
    }

    /// Whether there is a right answer, for which the poll's slide has a step of its own.
    fn has_solution(&self) -> bool {
        false
    }

    /// The right answer, and what is told with it.
    fn solution(&self, _counts: &Self::Counts) -> Option<Solution> {
        None
    }

    /// Whether marks are the right answer; nothing is where there is none.
    fn is_solved_by(&self, _marks: &Self::Marks) -> bool {
        false
    }

    /// Whether answers give points to profiles.
    fn is_scoring(&self) -> bool {
        false
    }

    /// The points that marks give: (index into the typology's profiles, points). A profile may come more than once.
    fn points(&self, marks: &Self::Marks) -> Vec<(usize, u32)> {
        self.reasons(marks)
            .into_iter()
            .flat_map(|reason| reason.points)
            .collect()
    }

    /// What was answered, in words, part by part, each with the points it gives.
    fn reasons(&self, _marks: &Self::Marks) -> Vec<Reason> {
        Vec::new()
    }

    /// The ways in which the question can be answered, as far as points go; see [`ways`].
    fn ways(&self) -> Vec<Way> {
        Vec::new()
    }

    /// The same, part by part, where a question is answered in parts of which each is an answer: the statements of a scale.
    fn answers_apart(&self) -> Vec<Vec<Way>> {
        vec![self.ways()]
    }

    /// How answers are compared when the question is asked twice; `None` where that has no meaning.
    fn comparison(&self) -> Option<Comparison> {
        None
    }

    /// The rows of [`Self::comparison`] that a ballot is in.
    fn rows(&self, _marks: &Self::Marks) -> Choices {
        Choices::default()
    }

    /// How many of the ballots counted are in each row of [`Self::comparison`].
    fn row_counts(&self, _counts: &Self::Counts) -> Vec<u32> {
        Vec::new()
    }

    /// Takes the points away: when a question is asked again, nobody collects any twice.
    fn without_points(&mut self) {}

    /// How somebody of a rehearsal answers.
    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer;
}

/// Part of an answer, with what it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What was answered, in words.
    pub answer: String,
    /// The points: (index into the typology's profiles, points).
    pub points: Vec<(usize, u32)>,
}

/// How two answers of one person to the same question are compared. There are at most 32 rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What is compared one by one, such as options.
    pub rows: Vec<Row>,
    /// Whether a ballot is in one row only.
    pub exclusive: bool,
    /// What the rows come down to when a change is told.
    pub meanings: Vec<Meaning>,
}

/// One row of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Unique in the comparison.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// Rows that belong together when a change is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The word they share, or the row's own words.
    pub label: String,
    /// Their indices.
    pub rows: Vec<usize>,
}

/// A right answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Solution {
    /// Options that are right.
    Options {
        /// Their ids.
        right: Vec<String>,
    },
    /// The right order.
    Order {
        /// The options' ids, from the first place to the last.
        right: Vec<String>,
        /// Ballots that have it whole.
        whole: u32,
    },
    /// What belongs to what.
    Pairs {
        /// The id on the right by the id on the left.
        right: BTreeMap<String, String>,
        /// Ballots that have every pair.
        whole: u32,
        /// What is said of each pair, in the poll's order, empty where nothing is; left out where nothing is said of any.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "describe", ts(optional, as = "Option<Vec<String>>"))]
        notes: Vec<String>,
    },
    /// What belongs into the gaps.
    Words {
        /// For each gap in its order, the word's id.
        right: Vec<String>,
        /// Ballots that have every gap.
        whole: u32,
        /// What is said of each gap, in the poll's order, empty where nothing is; left out where nothing is said of any.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "describe", ts(optional, as = "Option<Vec<String>>"))]
        notes: Vec<String>,
    },
    /// A number.
    Number(NumberSolution),
    /// Regions of a picture that are right.
    Regions {
        /// Where it was right to point.
        right: Vec<RegionView>,
        /// Ballots that point at one of them.
        hits: Part,
    },
}

/// Takes one ballot out of sparse counts; places where none is left are left out, so that the counts are those of a recount.
fn take_out<Place: Ord>(counts: &mut BTreeMap<Place, u32>, place: &Place) {
    if let Some(count) = counts.get_mut(place) {
        *count -= 1;
        if *count == 0 {
            counts.remove(place);
        }
    }
}

/// Marks and counts come from the question that they are given to.
fn other_shape() -> ! {
    panic!("BUG: marks or counts of another kind of question")
}

kinds! {
    kinds {
        /// One option of several.
        "single" Single(SingleView): Choice,
        /// Several options of several.
        "multiple" Multiple(MultipleView): Choice,
        /// Options, some of which are right.
        "quiz" Quiz(QuizView): Choice,
        /// Options put in order.
        "ranking" Ranking(RankingView): Ranking,
        /// Points shared out over options.
        "points" Points(PointsView): Points,
        /// Pairs to match.
        "match" Match(MatchView): Match,
        /// A sentence with gaps.
        "blanks" Blanks(BlanksView): Blanks,
        /// Statements on one scale.
        "scale" Scale(ScaleView): Scale,
        /// Statements between the ends of two axes.
        "plane" Plane(PlaneView): Plane,
        /// A number.
        "number" Number(NumberView): Number,
        /// A few words, for a cloud.
        "words" Words(WordsView): Words,
        /// An open answer.
        "text" Text(TextView): Text,
        /// A tweet that is never posted.
        "tweet" Tweet(TweetView): Text,
        /// A place on a picture.
        "pin" Pin(PinView): Pin,
    }
    shapes {
        /// A set of options.
        Choice(ChoiceMarks, ChoiceCounts, ChoiceFigures),
        /// An order of options.
        Ranking(RankingMarks, RankingCounts, RankingFigures),
        /// Points over options.
        Points(PointsMarks, PointsCounts, PointsFigures),
        /// What is put beside what.
        Match(MatchMarks, MatchCounts, MatchFigures),
        /// Words in gaps.
        Blanks(BlanksMarks, BlanksCounts, BlanksFigures),
        /// A value for each statement.
        Scale(ScaleMarks, ScaleCounts, ScaleFigures),
        /// A place for each statement.
        Plane(PlaneMarks, PlaneCounts, PlaneFigures),
        /// A number.
        Number(NumberMarks, NumberCounts, NumberFigures),
        /// A few words.
        Words(WordsMarks, WordsCounts, WordsFigures),
        /// A text.
        Text(TextMarks, TextCounts, TextFigures),
        /// A place on a picture.
        Pin(PinMarks, PinCounts, PinFigures),
    }
}
