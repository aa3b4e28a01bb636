//! One mistake of a talk file: where it is, what it is, and the words that say so.

use gazouillis_core::deck::Language;
use serde::Serialize;

use crate::words;

/// Whether a talk can start in spite of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The talk does not start.
    Error,
    /// The talk starts; someone in the room may be worse off.
    Warning,
}

/// A mistake with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// Whether the talk can start.
    pub severity: Severity,
    /// What kind of mistake it is.
    pub code: DiagnosticCode,
    /// What stands there, shortened; empty where there is nothing to quote.
    pub found: String,
    /// What may stand there, in words of the format or numbers; empty where the message says it all.
    pub expected: String,
    /// The nearest valid word, when one is near.
    pub nearest: Option<String>,
    /// The length of the talk, in minutes, in which alone it is a mistake; `None` where it is one whatever the length.
    pub cut: Option<u16>,
}

impl Diagnostic {
    /// What is wrong, what was expected and what to do, in a person's language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        words::message(self, language)
    }
}

/// The kinds of mistakes, each with its words in one exhaustive table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "the table of words says what each one means, in two languages"
)]
pub enum DiagnosticCode {
    // The file as a whole.
    FileTooLarge,
    NotUtf8,
    ControlCharacter,
    MissingFrontMatter,
    UnclosedFrontMatter,
    UnclosedFence,
    UnclosedComment,
    TooManySlides,
    NoSlide,
    UnknownCut,
    CutNowhere,
    CutTooLong,
    EmptySlide,
    MoreMistakes,
    // The grammar of YAML.
    YamlSyntax,
    YamlColon,
    YamlQuote,
    YamlBracket,
    YamlReserved,
    YamlTab,
    YamlAnchor,
    YamlTag,
    YamlKey,
    YamlDocument,
    YamlTooLarge,
    HashStartsComment,
    TooDeep,
    // Keys and types.
    DuplicateKey,
    UnknownKey,
    MissingKey,
    MisplacedKey,
    IdleKey,
    EitherKey,
    ExpectedText,
    ExpectedNumber,
    ExpectedWholeNumber,
    ExpectedList,
    ExpectedMapping,
    NumberOutOfRange,
    ItemCount,
    ExpectedColour,
    // Colours.
    ContrastUnreadable,
    ContrastWeak,
    AccentFaint,
    PaperBetween,
    // Words that must be one of a list.
    UnknownWord,
    UnknownLanguage,
    UnknownLayout,
    UnknownKind,
    NotYetAvailable,
    UnknownBird,
    UnknownProfile,
    UnknownPoll,
    UnknownOption,
    UnknownRegion,
    // Names.
    InvalidId,
    DuplicateSlide,
    DuplicatePoll,
    DuplicateOption,
    DuplicateRegion,
    DuplicateProfile,
    // The typology.
    ReferenceSum,
    MasksItself,
    MasksTwice,
    ScoresMaskAndMasked,
    // Polls.
    TooManyPolls,
    SurveyTooLarge,
    NestedBlock,
    MisspelledFence,
    UnknownCodeLanguage,
    CodeLines,
    Formula,
    FormulaTooLarge,
    FormulaUnknown,
    FormulaInTitle,
    TallCode,
    MissingPollBlock,
    PollLayout,
    PortraitOption,
    PortraitKind,
    PairWithoutCounterpart,
    PairTwice,
    PairOrder,
    ThenOrder,
    PairDiffers,
    PairKind,
    ListedTwice,
    NoGap,
    GapOrder,
    ConfidentialPhrase,
    MeansMissing,
    MeansAlike,
    MeansDiffers,
    RegionPlace,
    RightEverywhere,
    SpeedWithoutTimer,
    SpeedWithoutAnswer,
    SpeedInSurvey,
    BoardWithoutSpeed,
    ResultsBeforePoll,
    NoFavourites,
    UnknownVariable,
    VariableToFill,
    VariableName,
    BreakdownTwice,
    BreakdownWithoutProfiles,
    // Slides.
    RawHtml,
    Rule,
    LinkAddress,
    RightColumnMisplaced,
    RightColumnMissing,
    RightColumnTwice,
    TooManySteps,
    SlideTooLong,
    StepsIgnored,
    NotesBeyondSteps,
    Overfull,
    Overflows,
    // Pictures.
    ImageMisplaced,
    MissingSlidePicture,
    MissingAlt,
    PictureAddress,
    PictureAbsolute,
    PictureOutside,
    PictureName,
    PictureType,
    PictureMissing,
    PictureTooLarge,
    VideoTooLarge,
    TooManyPictures,
    // Tweets.
    HandleWithoutAt,
    AbsentPart,
}

impl DiagnosticCode {
    /// Whether a talk with this mistake can start.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::EmptySlide
            | Self::HashStartsComment
            | Self::IdleKey
            | Self::ReferenceSum
            | Self::BoardWithoutSpeed
            | Self::StepsIgnored
            | Self::NotesBeyondSteps
            | Self::Overfull
            | Self::CutTooLong
            | Self::Overflows
            | Self::ContrastWeak
            | Self::AccentFaint
            | Self::PaperBetween
            | Self::UnknownCodeLanguage
            | Self::TallCode
            | Self::VariableToFill
            | Self::MissingAlt => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
