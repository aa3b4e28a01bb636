//! What may be claimed beyond the figures, as judgements that the exports put into words.

use serde::{Deserialize, Serialize};

/// The room against the reference: one multinomial test on the people who are in one profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgainstReference {
    /// Too few people to conclude.
    TooSmall,
    /// A room like this is not unusual under the reference.
    Compatible,
    /// A room like this would be rare under the reference.
    Different,
}

/// One meaning, or one option of a question with several answers, between the two times it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeVerdict {
    /// The meaning, or the option's words.
    pub label: String,
    /// People who came to it.
    pub came: u32,
    /// People who left it.
    pub left: u32,
    /// Whether more people moved one way than chance would move.
    pub clear: bool,
}

/// The self-portrait against the profiles that the answers add up to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PortraitSummary {
    /// People who chose a portrait and are in exactly one profile.
    pub people: u32,
    /// Of them, those who chose that profile.
    pub agreed: u32,
    /// The agreement beyond chance (Cohen's kappa, from -1 to 1), from 30 people on.
    pub kappa: Option<f64>,
    /// Lower end of its 95 % bootstrap interval.
    pub low: Option<f64>,
    /// Upper end of the same.
    pub high: Option<f64>,
}
