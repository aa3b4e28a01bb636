//! What the room adds up to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::observed::ObservedView;

/// The room's breakdown. What a later step reveals is absent before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct BreakdownView {
    /// People who answered at least one scoring question.
    pub people: u32,
    /// Of them, those classified.
    pub classified: u32,
    /// Of them, those with too few answers.
    pub unclassified: u32,
    /// Of the classified, those shared between tied profiles.
    pub mixed: u32,
    /// How many classified people it takes before shares are shown.
    pub minimum: u32,
    /// The profiles in display order; absent while too few people are classified.
    pub profiles: Option<Vec<ProfileShare>>,
    /// Whether the reference is shown beside (where the talk has one).
    pub reference_shown: bool,
    /// What hides behind the masking profiles (from step 2, when enough people are in them).
    pub masked: Option<MaskedView>,
    /// From step 2: too few people are in the masking profiles to look behind them.
    pub masked_too_few: bool,
    /// What the presenter saw in the room, apart from the votes; absent unless it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub observed: Option<ObservedView>,
}

/// What the presenter may do about the breakdown, which stands as it was when it was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct BreakdownSince {
    /// People who have answered otherwise since.
    pub changed: u32,
    /// How many have to weigh differently before it may be drawn anew.
    pub minimum: u32,
    /// Whether it may be drawn anew.
    pub may_refresh: bool,
}

/// One profile's share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ProfileShare {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
    /// Weighted people: a tie counts in parts.
    pub count: f64,
    /// People who are of this profile alone: whole ones, as the projector draws them. With those between two they are all.
    pub alone: u32,
    /// Whole percentage; the profiles' add up to 100.
    pub percent: u32,
    /// The reference share in percent, once shown.
    pub reference: Option<f64>,
}

/// The second split.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct MaskedView {
    /// Ids of the masking profiles.
    pub behind: Vec<String>,
    /// Weighted people in them.
    pub people: f64,
    /// The profiles behind that may be told apart.
    pub profiles: Vec<MaskedShare>,
    /// Those behind whom nothing was found, where that may be told.
    pub simply: Option<MaskedPart>,
    /// The rest, in groups too small to be told apart; absent when there is none.
    pub untold: Option<MaskedPart>,
}

/// People of the second split who have no profile's name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct MaskedPart {
    /// Weighted people.
    pub count: f64,
    /// Whole percentage of the people in the masking profiles.
    pub percent: u32,
}

/// One profile behind the masks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct MaskedShare {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
    /// Weighted people.
    pub count: f64,
    /// Whole percentage of the people in the masking profiles.
    pub percent: u32,
}

/// What changed between a question and the same question asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ChangeView {
    /// Id of the poll asked first.
    pub before: String,
    /// Id of the poll asked again.
    pub after: String,
    /// People who answered the first.
    pub before_ballots: u32,
    /// People who answered the second.
    pub after_ballots: u32,
    /// People who answered both.
    pub people: u32,
    /// How many it takes before the change is shown.
    pub minimum: u32,
    /// Per option, shares of all who answered then; absent while too few people answered both.
    pub options: Option<Vec<ChangedOptionView>>,
    /// What the options come down to, shares of all who answered then; absent while too few people answered both, and where
    /// a ballot may name several options.
    pub meanings: Option<Vec<ChangedMeaningView>>,
    /// People from meaning (row) to meaning (column), of those who answered both, where all of it may be told.
    pub flow: Option<Vec<Vec<u32>>>,
    /// How many of those who answered both changed their mind, where that may be told.
    pub changed: Option<u32>,
    /// Whether so little separates people that nothing may be told of who changed.
    pub silent: bool,
    /// Where the first asked, at the end, what was before: the change since what people had said at the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub as_told: Option<AsToldView>,
}

/// The change between what people said before and after, beside the change since what they say afterwards of the time before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct AsToldView {
    /// People who answered before.
    pub ballots: u32,
    /// Percentage before, per option.
    pub percent: Vec<u32>,
    /// Percentage before, per meaning; absent where a ballot may name several options.
    pub meanings: Option<Vec<u32>>,
    /// People who answered before and after.
    pub people: u32,
    /// How many of them changed their mind, where that may be told.
    pub changed: Option<u32>,
}

/// One option, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ChangedOptionView {
    /// The option's id in the first poll.
    pub id: String,
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
    /// Where a ballot may name several: how many came to this option and how many left it, where that may be told.
    pub switched: Option<SwitchedView>,
}

/// One meaning, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ChangedMeaningView {
    /// The word its options share, or the option's own words.
    pub label: String,
    /// Percentage before.
    pub before_percent: u32,
    /// Percentage after.
    pub after_percent: u32,
}

/// Who came to an option and who left it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct SwitchedView {
    /// People who name it only the second time.
    pub came: u32,
    /// People who named it only the first time.
    pub left: u32,
}
