//! Kinds of question. A kind is one module: what the talk file may say, which answers it takes, how they are counted and
//! told, which points they give, how an answer is rehearsed.
//!
//! **Invariant.** Everything that differs between kinds is behind [`Kind`]; the rest of the program holds a [`Question`], its
//! [`Marks`], its [`Counts`] and its [`Figures`], which are closed enums. A kind is one line in the list below and one module;
//! the compiler then names what is missing: a reader in the crate `deck`, a component on each page, a section in the exports.
//!
//! Kinds whose ballots have the same form share a *shape*: single choice, multiple choice and quiz are all sets of options. The
//! log keeps shapes, so that a ballot can be read without knowing its question.

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
pub mod ways;
pub mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ballot::Choices;
use crate::deck::Picture;
use crate::statistics::SplitMix64;

pub use answer::{Answer, InvalidAnswer, PlanePoint};
pub use blanks::{Blanks, BlanksCounts, BlanksFigures, BlanksMarks, BlanksView, Gap, GapFigures, MAX_GAPS, MAX_WORDS};
pub use choice::{Bar, ChoiceCounts, ChoiceFigures, ChoiceMarks, Part};
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
pub use tweet::{Tweet, TweetView};
pub(crate) use typed::is_grave;
pub use typed::{RemarkFigure, ShownText, TextCounts, TextFigures, TextMarks, ThemeFigure};
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

    /// Whether there is a right answer, for which the poll's slide has a step of its own.
    fn has_solution(&self) -> bool {
        false
    }

    /// The right answer, and what is told with it.
    fn solution(&self, _counts: &Self::Counts) -> Option<Solution> {
        None
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
    },
    /// What belongs into the gaps.
    Words {
        /// For each gap in its order, the word's id.
        right: Vec<String>,
        /// Ballots that have every gap.
        whole: u32,
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

/// Makes the closed enums over kinds and over shapes, and the way from a question to its kind's module.
macro_rules! kinds {
    (
        kinds { $( $(#[$doc:meta])* $word:literal $Kind:ident($View:ident): $Of:ident, )+ }
        shapes { $( $(#[$shape_doc:meta])* $Shape:ident($Marks:ident, $Counts:ident, $Figures:ident), )+ }
    ) => {
        /// Names a kind of question.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum KindName { $( $(#[$doc])* $Kind, )+ }

        impl KindName {
            /// All kinds.
            pub const ALL: &[Self] = &[ $( Self::$Kind, )+ ];

            /// The word that names it, in talk files and on the wire.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( Self::$Kind => $word, )+ }
            }
        }

        impl QuestionView {
            /// The kind.
            #[must_use]
            pub fn name(&self) -> KindName {
                match self { $( Self::$Kind(_) => KindName::$Kind, )+ }
            }
        }

        /// A question with its settings.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum Question { $( $(#[$doc])* $Kind($Kind), )+ }

        /// A question as everybody sees it.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum QuestionView { $( $(#[$doc])* $Kind($View), )+ }

        /// What a ballot says.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Marks { $( $(#[$shape_doc])* $Shape($Marks), )+ }

        /// What is counted of a poll.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Counts { $( $(#[$shape_doc])* $Shape($Counts), )+ }

        /// What is told of the answers to a question.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
        #[serde(tag = "shape", rename_all = "snake_case")]
        pub enum Figures { $( $(#[$shape_doc])* $Shape($Figures), )+ }

        $(
            impl From<$Kind> for Question {
                fn from(kind: $Kind) -> Self {
                    Self::$Kind(kind)
                }
            }
        )+

        impl Marks {
            /// The shape's number in the log, and the marks as they are kept.
            #[must_use]
            pub fn record(&self) -> (u8, Record) {
                match self { $( Self::$Shape(marks) => (<$Marks as Shape>::TAG, marks.record()), )+ }
            }

            /// The marks that were kept; `None` when this program has never written such.
            #[must_use]
            pub fn from_record(tag: u8, record: &Record) -> Option<Self> {
                match tag {
                    $( <$Marks as Shape>::TAG => $Marks::from_record(record).map(Self::$Shape), )+
                    _ => None,
                }
            }
        }

        #[allow(unreachable_patterns, reason = "there may be one shape only")]
        impl Question {
            /// The kind.
            #[must_use]
            pub fn name(&self) -> KindName {
                match self { $( Self::$Kind(_) => <$Kind as Kind>::NAME, )+ }
            }

            /// What an answer says: see [`Kind::read`].
            ///
            /// # Errors
            /// When it does not fit the question.
            pub fn read(&self, answer: &Answer) -> Result<Marks, InvalidAnswer> {
                match self { $( Self::$Kind(kind) => kind.read(answer).map(Marks::$Of), )+ }
            }

            /// The answer that says this: see [`Kind::answer`].
            #[must_use]
            pub fn answer(&self, marks: &Marks) -> Answer {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.answer(marks), )+
                    _ => other_shape(),
                }
            }

            /// Whether marks are such as the question's answers give: see [`Kind::fits`].
            #[must_use]
            pub fn fits(&self, marks: &Marks) -> bool {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.fits(marks), )+
                    _ => false,
                }
            }

            /// Nothing counted yet.
            #[must_use]
            pub fn counts(&self) -> Counts {
                match self { $( Self::$Kind(kind) => Counts::$Of(kind.counts()), )+ }
            }

            /// Counts a ballot: see [`Kind::add`].
            pub fn add(&self, counts: &mut Counts, marks: &Marks, seq: u64) {
                match (self, counts, marks) {
                    $( (Self::$Kind(kind), Counts::$Of(counts), Marks::$Of(marks)) => kind.add(counts, marks, seq), )+
                    _ => other_shape(),
                }
            }

            /// Takes a counted ballot out again: see [`Kind::remove`].
            pub fn remove(&self, counts: &mut Counts, marks: &Marks, seq: u64) {
                match (self, counts, marks) {
                    $( (Self::$Kind(kind), Counts::$Of(counts), Marks::$Of(marks)) => kind.remove(counts, marks, seq), )+
                    _ => other_shape(),
                }
            }

            /// The question as everybody sees it.
            #[must_use]
            pub fn view(&self) -> QuestionView {
                match self { $( Self::$Kind(kind) => QuestionView::$Kind(kind.view()), )+ }
            }

            /// The pictures of the talk that whoever answers has to see.
            #[must_use]
            pub fn pictures(&self) -> Vec<&Picture> {
                match self { $( Self::$Kind(kind) => kind.pictures(), )+ }
            }

            /// The question as far as everybody sees it: see [`Kind::seen`].
            #[must_use]
            pub fn seen(view: &QuestionView) -> Self {
                match view { $( QuestionView::$Kind(view) => Self::$Kind(<$Kind as Kind>::seen(view)), )+ }
            }

            /// What is told of so many counted ballots.
            #[must_use]
            pub fn figures(&self, counts: &Counts, ballots: u32, moderation: &Moderation) -> Figures {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => Figures::$Of(kind.figures(counts, ballots, moderation)), )+
                    _ => other_shape(),
                }
            }

            /// What a summary keeps of so many counted ballots: see [`Kind::kept`].
            #[must_use]
            pub fn kept(&self, counts: &Counts, ballots: u32, moderation: &Moderation) -> Figures {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => Figures::$Of(kind.kept(counts, ballots, moderation)), )+
                    _ => other_shape(),
                }
            }

            /// What the presenter has to look at: see [`Kind::queue`].
            #[must_use]
            pub fn queue(&self, counts: &Counts, moderation: &Moderation) -> Option<Queue> {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => kind.queue(counts, moderation), )+
                    _ => other_shape(),
                }
            }

            /// Whether all that is told has been let through by the presenter: see [`Kind::is_let_through`].
            #[must_use]
            pub fn is_let_through(&self, moderation: &Moderation) -> bool {
                match self { $( Self::$Kind(kind) => kind.is_let_through(moderation), )+ }
            }

            /// Whether there is a right answer.
            #[must_use]
            pub fn has_solution(&self) -> bool {
                match self { $( Self::$Kind(kind) => kind.has_solution(), )+ }
            }

            /// The right answer, and what is told with it.
            #[must_use]
            pub fn solution(&self, counts: &Counts) -> Option<Solution> {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => kind.solution(counts), )+
                    _ => other_shape(),
                }
            }

            /// Whether answers give points to profiles.
            #[must_use]
            pub fn is_scoring(&self) -> bool {
                match self { $( Self::$Kind(kind) => kind.is_scoring(), )+ }
            }

            /// The points that marks give: (index into the typology's profiles, points).
            #[must_use]
            pub fn points(&self, marks: &Marks) -> Vec<(usize, u32)> {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.points(marks), )+
                    _ => other_shape(),
                }
            }

            /// What was answered, in words, part by part.
            #[must_use]
            pub fn reasons(&self, marks: &Marks) -> Vec<Reason> {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.reasons(marks), )+
                    _ => other_shape(),
                }
            }

            /// The ways in which the question can be answered, as far as points go.
            #[must_use]
            pub fn ways(&self) -> Vec<Way> {
                match self { $( Self::$Kind(kind) => kind.ways(), )+ }
            }

            /// How answers are compared when the question is asked twice.
            #[must_use]
            pub fn comparison(&self) -> Option<Comparison> {
                match self { $( Self::$Kind(kind) => kind.comparison(), )+ }
            }

            /// The rows of the comparison that a ballot is in.
            #[must_use]
            pub fn rows(&self, marks: &Marks) -> Choices {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.rows(marks), )+
                    _ => other_shape(),
                }
            }

            /// How many of the ballots counted are in each row of the comparison.
            #[must_use]
            pub fn row_counts(&self, counts: &Counts) -> Vec<u32> {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => kind.row_counts(counts), )+
                    _ => other_shape(),
                }
            }

            /// Takes the points away: see [`Kind::without_points`].
            pub fn without_points(&mut self) {
                match self { $( Self::$Kind(kind) => kind.without_points(), )+ }
            }

            /// How somebody of a rehearsal answers.
            #[must_use]
            pub fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
                match self { $( Self::$Kind(kind) => kind.rehearsed(person, dice), )+ }
            }
        }
    };
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
