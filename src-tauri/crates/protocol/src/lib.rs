//! The only types that travel between the server and its pages: one view per role, one closed set of error codes.
//!
//! **Invariant.** A view holds only what its role may see. Speaker notes, results before they are revealed, right
//! answers before their step and other people's profiles are not fields of [`PhoneView`] or [`StageView`] that happen
//! to be empty: [`project`] is the one place that fills a view, and it fills these fields only when the room may know.
//!
//! The TypeScript of the pages is generated from these types (`cargo xtask codegen`); a test fails when it drifts.

mod board;
mod channel;
mod checks;
mod console;
mod deck;
mod error;
mod hand;
mod home;
mod moderate;
pub mod object;
mod observed;
mod phone;
mod poll;
pub mod project;
mod remote;
mod request;
mod room;
mod screen;
mod stage;
pub mod typescript;

pub use board::{BoardPlace, BoardView, MyPlay};
pub use channel::{
    ChannelRequest, ChirpView, ConsoleChannels, ConsoleQa, ConsoleQuestion, MoodRequest, MoodView, MyQa, MyQuestion,
    PhoneChannels, PhoneQa, QuestionCard, QuestionReceipt, QuestionRequest, QuestionState, ReactionRequest,
    RuleRequest, StageChannels, WantRequest,
};
pub use checks::{MachineView, PowerView, WifiRequest, WifiView};
pub use console::{
    AddressView, AsksResume, ConsolePoll, ConsoleView, DoorView, Notice, SessionEntry, TalkMistake, WaitingView,
};
pub use deck::{ConsoleDeck, ConsoleSlide, ProfileCard, SlidePoll, SlideSurvey, StageDeck, StageLook, StageSlide};
pub use error::{ErrorBody, ErrorCode};
pub use hand::{HandPoint, HandRequest, HandView, PointerKind, PointerView, VideoAddress, VideoPlay};
pub use home::{
    HomeView, InterruptedSession, NewTalkRequest, OpenTalkRequest, OpenedTalk, PresentTalkRequest, RunningTalk,
    SettingsRequest, TalkCard,
};
pub use moderate::ModerateRequest;
pub use observed::{ConsoleObserved, ObserveRequest, ObservedShare, ObservedView, ShowObservedRequest};
pub use phone::{MyBallot, MyNeighbour, MyPortrait, MyProfile, MyProfileCard, MyReason, MyView, PhonePoll, PhoneView};
pub use poll::{PollState, ResultsView};
pub use remote::{
    AllowRequest, ConsoleRemote, PairRequest, Pairing, PairingState, PressRequest, RemoteAct, RemotePhone, RemotePlace,
    RemotePoll, RemoteView,
};
pub use request::{
    AgainRequest, BallotReceipt, BallotRequest, ChooseAddressRequest, CutRequest, DoorRequest, GotoRequest,
    HandsRequest, ImproviseRequest, JoinRequest, Joined, LetInRequest, OpenRequest, TimerRequest,
};
pub use room::{
    AsToldView, BreakdownSince, BreakdownView, ChangeView, ChangedMeaningView, ChangedOptionView, MaskedPart,
    MaskedShare, MaskedView, ProfileShare, SwitchedView,
};
pub use screen::{ScreenRequest, ScreenView};
pub use stage::{JoinView, OptionNote, OverlayView, QrView, StagePoll, StageView, SurveyView, TIMER_STEP, TimerView};
