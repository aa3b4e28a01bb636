//! What stands open beside the slides: questions to the speaker, reactions, and the mood.

use gazouillis_core::channel::{Mood, MoodCount, Reaction};
use gazouillis_core::kind::moderation::Span;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What phones may do beside the question that is asked. Absent while nothing is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PhoneChannels {
    /// The questions to the speaker, while they may be asked.
    pub qa: Option<PhoneQa>,
    /// Whether reactions are taken.
    pub reactions: bool,
    /// Whether a mood is taken.
    pub mood: bool,
}

/// The questions as phones see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PhoneQa {
    /// The most characters of a question, as people count them.
    pub max: u32,
    /// Whether somebody reads a question before the room sees it.
    pub moderated: bool,
    /// How many everybody may see.
    pub shown: u32,
    /// The first of them: the pinned one, then the most wanted, those answered last.
    pub questions: Vec<QuestionCard>,
}

/// A question that everybody may see. Nobody is told who asked it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct QuestionCard {
    /// Names it in requests.
    pub id: u64,
    /// Its words.
    pub text: String,
    /// How many want it answered.
    pub votes: u32,
    /// Whether it is up for its answer.
    pub pinned: bool,
    /// Whether it has been answered.
    pub answered: bool,
}

/// What the projector shows of the channels. Absent while there is nothing to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct StageChannels {
    /// Whether questions may be asked.
    pub qa: bool,
    /// Whether somebody reads a question before the room sees it.
    pub moderated: bool,
    /// Whether reactions are taken.
    pub reactions: bool,
    /// How many questions everybody may see.
    pub shown: u32,
    /// The first of them, on a slide of questions; elsewhere only the one that is up for its answer.
    pub questions: Vec<QuestionCard>,
    /// The reactions that float now, oldest first.
    pub chirps: Vec<ChirpView>,
}

/// A reaction that floats over the slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ChirpView {
    /// Names it: each is drawn once.
    pub id: u64,
    /// What it says.
    pub reaction: Reaction,
}

/// The channels as the presenter sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ConsoleChannels {
    /// The questions.
    pub qa: ConsoleQa,
    /// Whether reactions are taken.
    pub reactions: bool,
    /// How the room follows, while phones may say so.
    pub mood: Option<MoodView>,
}

/// The questions as the presenter sees them. Each list has its first, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ConsoleQa {
    /// Whether they may be asked.
    pub open: bool,
    /// Those that wait, longest waiting first.
    pub waiting: Vec<ConsoleQuestion>,
    /// How many wait.
    pub waiting_count: u32,
    /// Those that everybody may see, in the order of the room.
    pub shown: Vec<ConsoleQuestion>,
    /// How many everybody may see.
    pub shown_count: u32,
    /// Those that are hidden, newest first.
    pub hidden: Vec<ConsoleQuestion>,
    /// How many are hidden.
    pub hidden_count: u32,
    /// How many people asked those that everybody may see.
    pub authors: u32,
    /// Whether questions wait that nobody has decided about.
    pub review: bool,
    /// Whether questions wait in any case that may offend or tell who somebody is.
    pub filter: bool,
    /// Whether the summary has the questions.
    pub keep: bool,
}

/// A question that the presenter may decide about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ConsoleQuestion {
    /// Names it in requests.
    pub id: u64,
    /// Its words, with what to look at.
    pub spans: Vec<Span>,
    /// How many want it answered.
    pub votes: u32,
    /// Whether it is up for its answer.
    pub pinned: bool,
    /// Whether it has been answered.
    pub answered: bool,
}

/// How the room follows. Only the presenter sees it, and nothing keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct MoodView {
    /// How many are in each mood now.
    pub now: MoodCount,
    /// The last ten minutes, a point every ten seconds, oldest first.
    pub line: Vec<MoodCount>,
}

/// What a phone has to do with the questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyQa {
    /// Its own questions, in the order it asked them.
    pub questions: Vec<MyQuestion>,
    /// The questions that it wants answered.
    pub votes: Vec<u64>,
    /// How many more it may ask.
    pub left: u32,
}

/// A question of this phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyQuestion {
    /// Names it in requests.
    pub id: u64,
    /// Its words.
    pub text: String,
    /// Where it stands.
    pub state: QuestionState,
}

/// Where a question stands, for who asked it. A hidden one is said to wait, so that hiding it is no quarrel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuestionState {
    /// The presenter has it; the room does not see it.
    Waiting,
    /// Everybody may see it.
    Shown,
    /// It has been answered, and is neither changed nor taken back.
    Answered,
}

/// `POST /api/questions` and `PUT /api/questions/{question}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionRequest {
    /// Its words.
    pub text: String,
}

/// The question is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct QuestionReceipt {
    /// Names it in requests.
    pub id: u64,
}

/// `PUT /api/questions/{question}/vote`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WantRequest {
    /// Whether this phone wants the question answered.
    pub up: bool,
}

/// `POST /api/reactions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReactionRequest {
    /// What is called out.
    pub reaction: Reaction,
}

/// `PUT /api/mood`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoodRequest {
    /// How this phone follows; nothing takes it back.
    pub mood: Option<Mood>,
}

/// `POST /control/questions/{approve|hide|answer|pin}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleRequest {
    /// The ids of the questions.
    pub questions: Vec<u64>,
    /// Whether it is so; `false` takes it back.
    #[serde(default = "yes")]
    #[ts(optional, as = "Option<bool>")]
    pub on: bool,
}

fn yes() -> bool {
    true
}

/// `POST /control/channels/{qa|reactions}`: what is left out stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelRequest {
    /// Whether it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub open: Option<bool>,
    /// Whether questions wait that nobody has decided about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub review: Option<bool>,
    /// Whether questions wait in any case that may offend or tell who somebody is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub filter: Option<bool>,
    /// Whether the summary has the questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub keep: Option<bool>,
}
