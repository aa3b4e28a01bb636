//! What only the presenter sees.

use gazouillis_core::Solution;
use gazouillis_core::kind::Queue;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::board::BoardView;
use crate::channel::ConsoleChannels;
use crate::checks::MachineView;
use crate::deck::SlidePoll;
use crate::observed::ConsoleObserved;
use crate::poll::{PollState, ResultsView};
use crate::remote::ConsoleRemote;
use crate::room::BreakdownSince;
use crate::screen::ScreenView;
use crate::stage::{StageView, TimerView};

/// The moving part of the console.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
pub struct ConsoleView {
    /// Where the talk is, as the room sees it unless `screen` says otherwise.
    pub stage: StageView,
    /// What the presenter has done to the projector.
    pub screen: ScreenView,
    /// When the session started: Unix time in milliseconds.
    pub started_at: i64,
    /// Whether the session goes on from an earlier run of the program.
    pub resumed: bool,
    /// The session is an old one: whether it goes on is asked first, and until then nobody joins.
    pub asks_resume: Option<AsksResume>,
    /// The polls, in the talk's order, with their results whether shown or not.
    pub polls: Vec<ConsolePoll>,
    /// What stands open beside the slides.
    pub channels: ConsoleChannels,
    /// What has changed since the room's breakdown was drawn, while it is up.
    pub breakdown: Option<BreakdownSince>,
    /// What was seen in the room; absent where the talk has no profiles to observe.
    pub observed: Option<ConsoleObserved>,
    /// Who leads, once there is anything to see.
    pub board: Option<BoardView>,
    /// The addresses phones may use, best first.
    pub addresses: Vec<AddressView>,
    /// Who may join.
    pub door: DoorView,
    /// What the presenter should know.
    pub notices: Vec<Notice>,
    /// The name of the Wi-Fi that the join slide shows beside the address.
    pub wifi: Option<String>,
    /// What this computer tells of itself.
    pub machine: MachineView,
    /// The presenter's own phone as a remote control.
    pub remote: ConsoleRemote,
    /// The home page with its secret, where the talk is presented from there and the presenter can go back.
    pub home: Option<String>,
}

/// A session of which only the presenter knows whether it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct AsksResume {
    /// When it started: Unix time in milliseconds.
    pub started_at: i64,
}

/// A poll with all the presenter may know. What is as it is of a poll that nobody has touched is left out on the wire: a talk has
/// dozens of polls, and its view is sent whole with each change. The page fills it in again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(optional_fields = false)]
pub struct ConsolePoll {
    /// The poll's id.
    pub id: String,
    /// Its slide; absent for a question that was improvised, and for a round that is over.
    pub slide: Option<u32>,
    /// The poll itself, where it is not on a slide of the deck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<SlidePoll>,
    /// What is right in it, where it is not on a slide of the deck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution: Option<Solution>,
    /// Which round of its question it is, from 1.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub round: u32,
    /// Whether it was asked on the spot.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub improvised: bool,
    /// The time it has left, while it is open and its time is limited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timer: Option<TimerView>,
    /// Hands that were counted beside the ballots, by option; empty when none were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hands: Vec<u32>,
    /// Whether it takes ballots.
    pub state: PollState,
    /// Whether the room has been shown the results.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub revealed: bool,
    /// Whether the room has been shown the right answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub answer_shown: bool,
    /// Ballots counted.
    pub ballots: u32,
    /// The counts once it is closed; before, those of its first voters, when there are enough. Left out of polls
    /// that are neither at hand nor next, and of the one whose very same counts are on the stage: a view is sent whole with each change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results: Option<ResultsView>,
    /// The texts of the poll that is open or on the slide, for the presenter to decide about; absent of other polls and kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<Queue>,
    /// Whether the summary has the poll's texts; absent where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keeps: Option<bool>,
}

fn first() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_first(round: &u32) -> bool {
    *round == 1
}

/// An address of this computer that phones may reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct AddressView {
    /// The address with its port, as in the URL.
    pub address: String,
    /// The network interface's name.
    pub interface: String,
    /// Whether the QR code carries it.
    pub chosen: bool,
    /// Whether it looks like one that phones in the room can reach.
    pub likely: bool,
}

/// The door to the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct DoorView {
    /// Whether phones may join. Those that have joined stay, whatever it says.
    pub open: bool,
    /// Whether each phone needs a code from the printed sheet.
    pub codes: bool,
    /// What `gazouillis rehearse` has to know; new at each start.
    pub rehearsal_key: String,
    /// Groups of phones that wait until the presenter lets them in, longest waiting first.
    pub waiting: Vec<WaitingView>,
}

/// Phones of one network address, of which more want to join than the app lets in unasked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct WaitingView {
    /// Names the group in requests. It is not the address, which is never shown, written or logged.
    pub group: String,
    /// Phones of the group that have joined.
    pub joins: u32,
    /// Phones of the group that wait.
    pub waiting: u32,
    /// Whether the presenter has said *not these*, which may be taken back.
    pub refused: bool,
}

/// Something the presenter should know; the pages hold the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Notice {
    /// The disk takes no more: ballots wait on the phones.
    DiskFull,
    /// A damaged database was set aside; the program started with a new one, and with all that was intact.
    DatabaseSetAside {
        /// Where the damaged one is now.
        path: String,
        /// How many answers, arrivals and clicks of the session that ran are known to be missing.
        missing: u64,
        /// How many sessions cannot be read any more; the library lists them.
        unreadable: u32,
    },
    /// The program had a fault in this session and went on from the disk: nothing that was confirmed is lost.
    Recovered,
    /// Another program reads the database, which keeps deleted answers from being scrubbed from the disk.
    ScrubWaiting,
    /// The computer has no network that phones could use.
    NoNetwork,
    /// The talk's file was edited and has mistakes: what is presented is the last version without any.
    TalkMistakes {
        /// The file's name.
        file: String,
        /// Its first mistakes.
        mistakes: Vec<TalkMistake>,
        /// How many more there are.
        more: u32,
    },
    /// Questions were edited in the talk's file, and stay as they were asked because they have been answered.
    QuestionsKept {
        /// Their ids.
        polls: Vec<String>,
    },
    /// The profiles were edited in the talk's file. They stay as they are, and so does the talk: answers give points to them.
    ProfilesKept,
    /// The window of the slides was closed: the room sees none of them.
    StageClosed,
    /// The screen that the slides were on is no longer there: they are in a window beside the console.
    ProjectorGone,
    /// Two screens show the same: the room sees the console, notes included.
    ScreensMirrored,
    /// The port asked for was taken; another one serves.
    PortTaken {
        /// The port asked for.
        wanted: u16,
        /// The port in use.
        used: u16,
    },
}

/// A mistake in the talk's file, in the words that `gazouillis check` has for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct TalkMistake {
    /// The line, from 1; 0 when it is about the whole file.
    pub line: u32,
    /// What is wrong and what to do, in French.
    pub fr: String,
    /// The same in English.
    pub en: String,
}

/// One session of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct SessionEntry {
    /// The session's id.
    pub id: String,
    /// The talk's title.
    pub title: String,
    /// When it started: Unix time in milliseconds.
    pub started_at: i64,
    /// Whether it is finished.
    pub finished: bool,
    /// Whether simulated phones took part.
    pub rehearsal: bool,
    /// Phones that joined.
    pub joined: u32,
    /// Ballots counted.
    pub ballots: u32,
    /// Whether it cannot be read as it was written: its figures are then 0.
    pub damaged: bool,
}
