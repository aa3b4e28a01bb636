//! The presenter's own phone as a remote control: what it sees and may do, and what the console knows of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::poll::PollState;
use crate::stage::{QrView, TimerView};

/// What a paired phone shows. Each event of its live stream is a whole view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct RemoteView {
    /// Grows with every change of the session.
    pub seq: u64,
    /// The talk's title.
    pub title: String,
    /// Where the talk is: every press says that it means this place.
    pub place: RemotePlace,
    /// How many slides there are.
    pub slides: u32,
    /// How many steps this one has.
    pub steps: u16,
    /// The slide's title, or the question it asks.
    pub here: Option<String>,
    /// The same of the next slide; `None` on the last.
    pub next: Option<String>,
    /// The notes of this step.
    pub notes: String,
    /// The language of titles and notes: a BCP 47 tag.
    pub lang: String,
    /// Whether the room's screen is blank.
    pub blank: bool,
    /// Whether the session is over.
    pub finished: bool,
    /// Phones that have joined.
    pub joined: u32,
    /// The poll at hand.
    pub poll: Option<RemotePoll>,
}

/// A place of the talk. A press made for one place does nothing at another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemotePlace {
    /// The session.
    pub session: String,
    /// The slide, from 0.
    pub slide: u32,
    /// The step, from 0; of the question that lies over the slide, if one does.
    pub step: u16,
    /// The id of the question that lies over the slide.
    pub over: Option<String>,
}

/// The poll at hand, as the remote control needs it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct RemotePoll {
    /// Its id.
    pub id: String,
    /// The question.
    pub ask: String,
    /// Whether it takes ballots.
    pub state: PollState,
    /// Ballots counted.
    pub ballots: u32,
    /// Whether the room has been shown the results.
    pub revealed: bool,
    /// Whether it has a right answer that the room has not been shown.
    pub hides_answer: bool,
    /// The time it has left.
    pub timer: Option<TimerView>,
}

/// What the remote control can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RemoteAct {
    /// One step on.
    Next,
    /// One step back.
    Previous,
    /// The room's screen black, or no longer blank.
    Black,
    /// Opens the poll at hand; one that has been closed is opened on the console, which asks first.
    Open,
    /// Closes it.
    Close,
    /// Closes it and shows the results.
    Reveal,
    /// Shows the right answer.
    Answer,
}

/// A press of the remote control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PressRequest {
    /// Counts this phone's presses: the same one again, or an earlier one, does nothing.
    pub number: u64,
    /// The place that the phone showed.
    pub place: RemotePlace,
    /// What is to be done.
    pub act: RemoteAct,
}

/// A phone that wants to be a remote control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PairRequest {
    /// The key of the code on the console; it works once.
    pub key: String,
}

/// How the phone goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Pairing {
    /// Names the phone from now on.
    pub token: String,
    /// Shown on the phone and on the console, so that the presenter allows the right one.
    pub name: String,
}

/// Whether a phone that has paired may do anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PairingState {
    /// Shown on the phone and on the console.
    pub name: String,
    /// Whether the presenter has allowed it.
    pub allowed: bool,
}

/// What the console knows of remote controls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ConsoleRemote {
    /// The address with its key, while one is offered.
    pub url: Option<String>,
    /// The same as a code.
    pub qr: Option<QrView>,
    /// The phones that have paired.
    pub phones: Vec<RemotePhone>,
}

/// A phone that has paired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct RemotePhone {
    /// Names it in requests, and to people.
    pub name: String,
    /// Whether the presenter has allowed it.
    pub allowed: bool,
    /// Whether its page is open.
    pub here: bool,
}

/// What the presenter decides about a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AllowRequest {
    /// Whether it may control the talk; else it is forgotten.
    pub allow: bool,
}
