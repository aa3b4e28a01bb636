//! What remains of a session: counts, and nothing about anyone.
//!
//! The summary is a pure fold of the stored session. Every export renders this one value, and finishing a session
//! freezes it in the database before the links between answers are destroyed.

mod channels;
mod company;
mod fold;
mod observed;
mod stored;
mod verdict;

use serde::{Deserialize, Serialize};

use crate::change::Switch;
use crate::deck::Language;
use crate::kind::{Figures, QuestionView, Solution};
use crate::leaderboard::Pace;
use crate::typology::MINIMUM_GROUP;

pub use channels::{KeptQuestion, QuestionsSummary, ReactionCount, ReactionsSummary};
pub use company::TooSmallCompany;
pub use fold::ShownSplit;
pub use observed::{ObservedProfile, ObservedSummary};
pub use verdict::{AgainstReference, ChangeVerdict, PortraitSummary};

/// The version of the serialised form, so that an old export can be told from a new one.
pub const SUMMARY_VERSION: u32 = 3;

/// One session, summed up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The version of this form: [`SUMMARY_VERSION`].
    pub version: u32,
    /// The session's id.
    pub session: String,
    /// The talk's title.
    pub title: String,
    /// The line under the title.
    pub subtitle: Option<String>,
    /// Who gave it.
    pub author: Option<String>,
    /// Where it was given.
    pub organisation: Option<String>,
    /// The language of the talk.
    pub language: Language,
    /// When it started: Unix time in milliseconds.
    pub started_at: i64,
    /// The same as a local date and time, `YYYY-MM-DDTHH:MM`, as the presenter's computer had it.
    pub started_local: String,
    /// Whether the presenter has finished it; until then the figures may still change.
    pub finished: bool,
    /// Whether simulated phones took part: then the figures say nothing about people.
    pub simulated: bool,
    /// Phones that joined.
    pub joined: u32,
    /// People who cast at least one ballot.
    pub voters: u32,
    /// The breakdown, when the talk has a typology.
    pub breakdown: Option<BreakdownSummary>,
    /// What the presenter saw in the room, apart from what was voted; `None` when nothing was counted.
    #[serde(default)]
    pub observed: Option<ObservedSummary>,
    /// The polls that were asked, in the talk's order.
    pub polls: Vec<PollSummary>,
    /// What changed between questions asked twice.
    pub changes: Vec<ChangeSummary>,
    /// The questions to the speaker, when everybody could see any.
    #[serde(default)]
    pub questions: Option<QuestionsSummary>,
    /// The reactions, by the slide that was up.
    #[serde(default)]
    pub reactions: Vec<ReactionsSummary>,
}

/// The room's breakdown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BreakdownSummary {
    /// People who answered at least one scoring poll.
    pub people: u32,
    /// Of them, those classified.
    pub classified: u32,
    /// Of them, those with too few answers.
    pub unclassified: u32,
    /// Of the classified, those shared between tied profiles.
    pub mixed: u32,
    /// Scoring polls a person must have answered to be classified.
    pub minimum_answers: u32,
    /// How many classified people it takes before shares are told.
    #[serde(default = "default_minimum")]
    pub minimum: u32,
    /// The birds of the talk's profiles, in its order; empty in a summary of an older program.
    #[serde(default)]
    pub birds: Vec<String>,
    /// The profiles; `None` when too few people are classified.
    pub profiles: Option<Vec<ProfileSummary>>,
    /// What hides behind the profiles that mask others; `None` when too few people are in them.
    pub masked: Option<MaskedSummary>,
    /// Whether any profile of the talk may hide others.
    #[serde(default = "default_has_masks")]
    pub has_masks: bool,
    /// How many people the company has, when that was stated; the intervals are of it.
    #[serde(default)]
    pub company: Option<u32>,
    /// Whether the room differs from the reference.
    #[serde(default)]
    pub reference: Option<AgainstReference>,
    /// How the self-portrait agrees with the profiles.
    #[serde(default)]
    pub portrait: Option<PortraitSummary>,
}

/// Every talk had some before one could be without.
fn default_has_masks() -> bool {
    true
}

fn default_minimum() -> u32 {
    MINIMUM_GROUP
}

/// One profile in the room.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProfileSummary {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
    /// Who this is.
    pub summary: String,
    /// What moves these people.
    pub lever: String,
    /// What can be done for them, concretely, as the talk says; empty where it does not.
    #[serde(default)]
    pub actions: Vec<String>,
    /// What their own phones advised.
    #[serde(default)]
    pub advice: Vec<String>,
    /// Weighted people: a tie counts in parts.
    pub count: f64,
    /// Share of the classified, 0 to 1.
    pub share: f64,
    /// The share as a whole percentage; the profiles' add up to 100.
    pub percent: u32,
    /// Lower end of the share's interval in the whole company, when its size was stated: see [`Summary::for_company`].
    #[serde(default)]
    pub low: Option<f64>,
    /// Upper end of the same.
    #[serde(default)]
    pub high: Option<f64>,
    /// The reference share, 0 to 1, where the talk has one.
    pub reference: Option<f64>,
}

/// The second split.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MaskedSummary {
    /// Names of the masking profiles.
    pub behind: Vec<String>,
    /// Weighted people in the masking profiles.
    pub people: f64,
    /// The hidden profiles that may be told; shares are of `people`.
    pub profiles: Vec<MaskedProfile>,
    /// Those behind whom nothing was found, where that may be told.
    #[serde(default)]
    pub simply: Option<MaskedShare>,
    /// The rest, which is in groups too small to be told apart.
    #[serde(default)]
    pub untold: Option<MaskedShare>,
}

/// A part of the second split.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MaskedShare {
    /// Weighted people.
    pub count: f64,
    /// The share as a whole percentage.
    pub percent: u32,
}

/// One hidden profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MaskedProfile {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
    /// Weighted people.
    pub count: f64,
    /// The share as a whole percentage; with the simply busy and the untold they add up to 100.
    pub percent: u32,
}

/// One poll.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "stored::StoredPollSummary")]
pub struct PollSummary {
    /// The poll's id.
    pub id: String,
    /// The question.
    pub ask: String,
    /// Which round of its question it is, from 1.
    pub round: u32,
    /// Whether it was asked on the spot: the talk file knows nothing of it.
    pub improvised: bool,
    /// Ballots counted, and hands.
    pub ballots: u32,
    /// What was asked, by its kind.
    pub question: QuestionView,
    /// What is told of the ballots.
    pub figures: Figures,
    /// The right answer, and what is told with it.
    pub solution: Option<Solution>,
    /// How fast and how right the room was, where right answers gave points by their speed.
    pub pace: Option<Pace>,
    /// What was said with the right answer.
    pub explain: Option<String>,
}

/// One question asked twice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeSummary {
    /// Id of the poll asked first.
    pub before: String,
    /// Id of the poll asked again.
    pub after: String,
    /// Whether the first asked, at the end, what was before: the change is then freed from response shift.
    #[serde(default)]
    pub looks_back: bool,
    /// The question.
    pub ask: String,
    /// People who answered both.
    pub people: u32,
    /// Ballots of the poll asked first, of which the shares before are parts; `None` in a summary of version 1, where they
    /// are parts of `people`.
    #[serde(default)]
    pub before_ballots: Option<u32>,
    /// Ballots of the poll asked again, of which the shares after are parts.
    #[serde(default)]
    pub after_ballots: Option<u32>,
    /// Per option, before and after; `None` when too few people answered both.
    pub options: Option<Vec<ChangedOption>>,
    /// The same by meaning, such as all the ways of yes together; empty where a ballot may name several options, and where too few
    /// people answered both.
    #[serde(default)]
    pub totals: Vec<ChangedOption>,
    /// What the options come down to; empty in a summary of version 1 (each option on its own) and where a ballot may name
    /// several options.
    #[serde(default)]
    pub meanings: Vec<String>,
    /// People from meaning (row) to meaning (column), where that may be told.
    pub flows: Option<Vec<Vec<Option<u32>>>>,
    /// People who changed their mind, where that may be told.
    #[serde(default)]
    pub changed: Option<u32>,
    /// Per option of a question with several answers: who came to it and who left it, where that may be told.
    #[serde(default)]
    pub switches: Vec<Option<Switch>>,
    /// What the change amounts to, from 12 people on.
    #[serde(default)]
    pub verdicts: Vec<ChangeVerdict>,
}

/// One option, before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangedOption {
    /// The words.
    pub text: String,
    /// People before.
    pub before: u32,
    /// People after.
    pub after: u32,
    /// Percentage before.
    pub before_percent: u32,
    /// Percentage after.
    pub after_percent: u32,
}

/// What a session does not know about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionFacts {
    /// Its id.
    pub id: String,
    /// When it started: Unix time in milliseconds.
    pub started_at: i64,
    /// The same as a local date and time, `YYYY-MM-DDTHH:MM`.
    pub started_local: String,
}
