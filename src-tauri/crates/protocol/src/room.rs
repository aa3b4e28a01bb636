//! What the room adds up to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

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
    /// Whether the reference is shown beside (from step 1).
    pub reference_shown: bool,
    /// What hides behind the masking profiles (from step 2, when enough people are in them).
    pub masked: Option<MaskedView>,
    /// From step 2: too few people are in the masking profiles to look behind them.
    pub masked_too_few: bool,
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
    /// Whole percentage; the profiles' add up to 100.
    pub percent: u32,
    /// Lower end of the 95 % interval, in percent.
    pub low: f64,
    /// Upper end of the 95 % interval, in percent.
    pub high: f64,
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
    /// The profiles behind.
    pub profiles: Vec<MaskedShare>,
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ChangeView {
    /// Id of the poll asked first.
    pub before: String,
    /// Id of the poll asked again.
    pub after: String,
    /// People who answered both.
    pub people: u32,
    /// How many it takes before the change is shown.
    pub minimum: u32,
    /// Per option; absent while too few people answered both.
    pub options: Option<Vec<ChangedOptionView>>,
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
}
