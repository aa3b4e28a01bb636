//! What the projector shows.

use gazouillis_core::Solution;
use gazouillis_core::session::Blank;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::board::BoardView;
use crate::channel::StageChannels;
use crate::checks::WifiView;
use crate::deck::SlidePoll;
use crate::poll::{PollState, ResultsView};
use crate::room::{BreakdownView, ChangeView};

/// The moving part of the stage. Each event of its stream carries the whole of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct StageView {
    /// Grows with every change of the session.
    pub seq: u64,
    /// The session; when it changes, the deck is fetched again.
    pub session: String,
    /// The slide, from 0.
    pub slide: u32,
    /// The step, from 0.
    pub step: u16,
    /// Phones connected now.
    pub here: u32,
    /// Phones that joined.
    pub joined: u32,
    /// Whether simulated phones take part.
    pub rehearsal: bool,
    /// Whether the session is over.
    pub finished: bool,
    /// How phones join.
    pub join: JoinView,
    /// Whether the projector shows nothing of all this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub blank: Option<Blank>,
    /// A poll that lies over the slide: improvised, or asked once more.
    pub overlay: Option<OverlayView>,
    /// Grows when a slide has been given another poll; then the deck is fetched again.
    pub edition: u32,
    /// The poll that lies over the slide, or else of this slide: the one asked, or the one whose results are shown.
    pub poll: Option<StagePoll>,
    /// How the survey of this slide stands. One of its polls is in `poll` at the steps that show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub survey: Option<SurveyView>,
    /// The room's breakdown, on its slide.
    pub breakdown: Option<BreakdownView>,
    /// Who leads, at the step of a quiz that shows it or on a slide of its own.
    pub board: Option<BoardView>,
    /// The change, on a results slide of a pair.
    pub change: Option<ChangeView>,
    /// What the room liked best of an earlier poll, the favourite first, where the slide shows that and the poll has been
    /// revealed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub favourites: Vec<String>,
    /// What stands open beside the slides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub channels: Option<StageChannels>,
}

/// A poll that lies over the slide, as it would stand on a slide of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct OverlayView {
    /// The poll.
    pub poll: SlidePoll,
    /// Its step, from 0.
    pub step: u16,
    /// How many steps it has; after the last, the slide below shows again.
    pub steps: u16,
}

/// How phones join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct JoinView {
    /// The whole address; empty when the computer has no network.
    pub url: String,
    /// The address as people read and type it, without `http://`.
    pub short: String,
    /// Its QR code; absent when the computer has no network.
    pub qr: Option<QrView>,
    /// The Wi-Fi that phones are to use, where the presenter has named one; on the join slide alone, because its code is long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub wifi: Option<WifiView>,
}

/// A QR code as one SVG path over a square of `size` modules, quiet zone not included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct QrView {
    /// Modules per side.
    pub size: u32,
    /// Path data of the dark modules.
    pub path: String,
}

/// A poll on the stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct StagePoll {
    /// The poll's id.
    pub id: String,
    /// Whether it takes ballots.
    pub state: PollState,
    /// Ballots counted.
    pub ballots: u32,
    /// Hands counted beside them, of people without a phone; the results include them.
    pub hands: u32,
    /// The results, when the room may see them; of a poll that is open, those of its first voters.
    pub results: Option<ResultsView>,
    /// The time it has left, while it is open and its time is limited.
    pub timer: Option<TimerView>,
    /// Which round of its question it is, from 1.
    pub round: u32,
    /// While results are drawn as people vote: how many answers it takes before the first are.
    pub live_from: Option<u32>,
    /// The right answer, at its step.
    pub solution: Option<Solution>,
    /// What is said with the right answer.
    pub explain: Option<String>,
    /// Remarks on options, by option id, shown with the right answer.
    pub notes: Vec<OptionNote>,
}

/// How a survey stands. Its questions are in the deck.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct SurveyView {
    /// Whether it takes ballots.
    pub state: PollState,
    /// People who have answered one of its questions at least.
    pub begun: u32,
    /// People who have answered all of them.
    pub done: u32,
    /// The time it has left, while it is open and its time is limited.
    pub timer: Option<TimerView>,
    /// Ballots counted, question by question.
    pub ballots: Vec<u32>,
}

/// The time that a poll has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct TimerView {
    /// Seconds it was given.
    pub total: u32,
    /// Milliseconds left when the view was made, in steps of [`TIMER_STEP`]. Pages count on by themselves.
    pub left_ms: u32,
}

/// Milliseconds by which the time left is told, so that views do not differ without need.
pub const TIMER_STEP: u32 = 250;

/// A remark on one option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct OptionNote {
    /// The option's id.
    pub id: String,
    /// The remark.
    pub text: String,
}
