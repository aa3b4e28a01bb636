//! What is sent to the server, and its short answers.

use gazouillis_core::improvise::Template;
use gazouillis_core::kind::KindName;
use gazouillis_core::{Answer, Revision};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::phone::PhoneView;

/// `POST /api/participants`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinRequest {
    /// The token the phone already holds and wants to keep: 32 lower-case hexadecimal digits. Joining again with it is
    /// harmless, so a lost answer can be asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub token: Option<String>,
    /// The session that the token belongs to. When another one runs, nothing changes and the answer is `other_session`:
    /// a token never follows its phone from one session into the next. Left out by a phone with a new token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub session: Option<String>,
    /// The one-time code from the printed sheet, where the presenter has handed such codes out. Spaces, hyphens and the
    /// case of letters do not matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub code: Option<String>,
    /// The presenter's rehearsal key: says that the phone is played by a rehearsal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rehearsal: Option<String>,
}

/// The answer to a join.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct Joined {
    /// The bearer token of this phone: 128 random bits as 32 hexadecimal digits. The server keeps only its hash.
    pub token: String,
    /// The session joined.
    pub session: String,
    /// The public state now, so that a phone shows the question without asking again.
    pub view: PhoneView,
    /// The kinds of question that the talk asks, each once: a phone may fetch what draws them before they are asked.
    pub kinds: Vec<KindName>,
}

/// `PUT /api/polls/{poll}/ballot`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotRequest {
    /// The answer.
    #[serde(deserialize_with = "crate::object::only")]
    pub answer: Answer,
    /// The version of this phone's ballot, from 1.
    pub revision: Revision,
}

/// The ballot is on disk and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct BallotReceipt {
    /// The version that counts.
    pub revision: Revision,
    /// The sequence number at which it was taken.
    pub seq: u64,
}

/// `POST /control/goto`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GotoRequest {
    /// The slide, from 0.
    pub slide: u32,
    /// The step, from 0.
    #[serde(default)]
    #[ts(optional, as = "Option<u16>")]
    pub step: u16,
}

/// `POST /control/polls/{poll}/open`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenRequest {
    /// Says that a closed poll is meant to open again.
    #[serde(default)]
    pub reopen: bool,
}

/// `POST /control/improvise`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImproviseRequest {
    /// What is asked.
    pub template: Template,
    /// The question, where the presenter types one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub ask: Option<String>,
}

/// `POST /control/polls/{poll}/again`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgainRequest {
    /// Whether the question is asked once more, over the slide, and compared with the round before. Else it begins anew in its
    /// place, and the round before is kept but counts no more.
    pub compare: bool,
}

/// `POST /control/polls/{poll}/timer`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TimerRequest {
    /// Seconds from now; `null` gives the poll all the time it takes.
    pub seconds: Option<u32>,
}

/// `POST /control/polls/{poll}/hands`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandsRequest {
    /// Hands for each option, in the poll's order; replaces what was counted before.
    pub hands: Vec<u32>,
}

/// `POST /control/address`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChooseAddressRequest {
    /// One of the addresses offered.
    pub address: String,
}

/// `POST /control/cut`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CutRequest {
    /// One of the lengths that the talk has.
    pub minutes: u16,
}

/// `POST /control/door`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DoorRequest {
    /// Whether phones may join.
    pub open: bool,
}

/// `POST /control/door/groups/{group}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetInRequest {
    /// Whether the group's phones may join: *let them in*, or *not these*.
    pub let_in: bool,
}
