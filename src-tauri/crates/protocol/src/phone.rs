//! What a phone sees: the same bytes for every phone, and apart from them what is its own.

use gazouillis_core::deck::Language;
use gazouillis_core::kind::UpvoteCard;
use gazouillis_core::{Answer, QuestionView, Revision, Solution};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::board::MyPlay;
use crate::channel::{MyQa, PhoneChannels};
use crate::poll::{PollState, ResultsView};
use crate::stage::TimerView;

/// The public state of the session. Each event of the live stream carries the whole of it, so a phone that missed some
/// needs only the newest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct PhoneView {
    /// Grows with every change of the session.
    pub seq: u64,
    /// The session; a phone that joined another one joins anew.
    pub session: String,
    /// The talk's title.
    pub title: String,
    /// The language in which the app speaks: the talk's, or English.
    pub language: Language,
    /// The language of the talk where the app does not speak it: a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub lang: Option<String>,
    /// Whether simulated phones take part.
    pub rehearsal: bool,
    /// Whether the session is over.
    pub finished: bool,
    /// Whether the talk has profiles, so that each phone waits for its own; left out where it has none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub has_profiles: bool,
    /// Whether each phone may now ask for its own profile.
    pub profile_ready: bool,
    /// Grows whenever a phone has something new to ask about its own game; left out where nobody plays for points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub play: Option<u64>,
    /// The question to answer or look at now.
    pub poll: Option<PhonePoll>,
    /// The questions of the survey that is made now, in order; `poll` is one of them. Left out where no survey is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub survey: Option<Vec<PhonePoll>>,
    /// What else phones may do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub channels: Option<PhoneChannels>,
}

/// A poll as phones see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct PhonePoll {
    /// Names the poll in requests.
    pub id: String,
    /// The question.
    pub ask: String,
    /// A small line under it.
    pub hint: Option<String>,
    /// Whether right answers give points by their speed; left out where they do not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub speed: bool,
    /// What is asked, by its kind.
    pub question: QuestionView,
    /// Whether it takes ballots.
    pub state: PollState,
    /// The time it has left, while it is open and its time is limited.
    pub timer: Option<TimerView>,
    /// The results, once the room has been shown them.
    pub results: Option<ResultsView>,
    /// The right answer, once the room has been shown it.
    pub solution: Option<Solution>,
    /// What is said with the right answer.
    pub explain: Option<String>,
    /// The texts that phones may upvote now, in the room's order; left out where they may not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub upvotes: Option<Vec<UpvoteCard>>,
}

/// What belongs to one phone alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyView {
    /// The session it is about.
    pub session: String,
    /// Its counted ballots.
    pub ballots: Vec<MyBallot>,
    /// Its game, where quizzes give points by speed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub play: Option<MyPlay>,
    /// Its profile, once the room has seen its breakdown.
    pub profile: Option<MyProfile>,
    /// The texts that it upvotes; left out where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<u32>>")]
    pub upvotes: Vec<u64>,
    /// What it has to do with the questions to the speaker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub qa: Option<MyQa>,
}

/// One counted ballot of a phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyBallot {
    /// The poll.
    pub poll: String,
    /// The answer that counts.
    pub answer: Answer,
    /// Its version.
    pub revision: Revision,
    /// The sequence number at which it was taken: the receipt.
    pub seq: u64,
}

/// What a phone's answers add up to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyProfile {
    /// Whether enough questions were answered to say anything.
    pub classified: bool,
    /// Scoring questions answered.
    pub answered: u32,
    /// Scoring questions it takes.
    pub needed: u32,
    /// The profile with most points; several when they tie.
    pub profiles: Vec<MyProfileCard>,
    /// Beside one profile: those at most a point behind it, "rather X, a little Y".
    pub close: Vec<MyNeighbour>,
    /// For a profile that may hide another: the name of the one behind it.
    pub behind: Option<String>,
    /// The answers that led there, strongest first.
    pub reasons: Vec<MyReason>,
    /// The profile in which this person saw themselves, where they were asked and said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub portrait: Option<MyPortrait>,
}

/// The profile that a person chose in the self-portrait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyPortrait {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A profile as its own person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyProfileCard {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
    /// Who this is.
    pub summary: String,
    /// What to do next.
    pub advice: Vec<String>,
}

/// A profile that one's own is close to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyNeighbour {
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
}

/// One answer that led to a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyReason {
    /// The question.
    pub ask: String,
    /// What was answered.
    pub answer: String,
    /// The points it gave.
    pub points: u32,
}
