//! Everything that can be answered instead of what was asked for.

use gazouillis_core::deck::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

mod words;

/// Names an error. Clients act on the code; people read the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// 401: no token, or one this session does not know.
    Unauthorized,
    /// 403: a request from another site, or one the token's role may not make.
    Forbidden,
    /// 403: the presenter has closed the door.
    DoorClosed,
    /// 403: many phones join from this phone's network; the presenter is asked. The phone asks again by itself.
    WaitingAtTheDoor,
    /// 403: the presenter has said no to the phones of this network.
    NotLetIn,
    /// 403: joining takes a code from the printed sheet.
    CodeNeeded,
    /// 403: the sheet has no such code.
    CodeUnknown,
    /// 403: another phone has joined with this code.
    CodeUsed,
    /// 403: a rehearsal needs the presenter's key, and this is not it.
    RehearsalKey,
    /// 404: no such poll.
    UnknownPoll,
    /// 404: the talk has no such profile, or none at all.
    UnknownProfile,
    /// 404: no such session.
    UnknownSession,
    /// 404: no such group of phones waits at the door.
    UnknownGroup,
    /// 404: no such question to the speaker, or text to upvote, that this phone may see or change.
    UnknownQuestion,
    /// 404: no such page.
    NotFound,
    /// 405: the path exists, the method does not.
    MethodNotAllowed,
    /// 408: the request took too long to arrive.
    RequestTimeout,
    /// 409: a newer ballot of this phone is counted.
    StaleBallot,
    /// 409: the poll is not open yet.
    PollNotOpen,
    /// 409: opening a closed poll again has to be confirmed.
    ReopenUnconfirmed,
    /// 409: a session that a real phone has joined does not become a rehearsal.
    RealSession,
    /// 409: the token belongs to another session than the one that runs.
    OtherSession,
    /// 409: the session is not finished, or holds what the request would destroy.
    SessionRunning,
    /// 409: the session has as many polls as it can take.
    TooManyPolls,
    /// 409: no more is counted of one profile.
    TooManySeen,
    /// 409: the remote control showed another place than the one the talk is at.
    Elsewhere,
    /// 409: questions, or reactions, are not open.
    ChannelClosed,
    /// 409: this phone has asked as many questions as it may.
    TooManyQuestions,
    /// 409: the question has been answered, so it stays as it is.
    QuestionAnswered,
    /// 409: the breakdown would show what a few people have answered since.
    TooFewChanged,
    /// 410: the poll is closed.
    PollClosed,
    /// 410: the session is over.
    SessionFinished,
    /// 413: the request is too large.
    TooLarge,
    /// 415: not JSON.
    UnsupportedMediaType,
    /// 421: the request is for another host.
    WrongHost,
    /// 422: what the home page asked for cannot be done; the message says why.
    Refused,
    /// 422: not what was asked for.
    Malformed,
    /// 422: a question without words, or with too many.
    QuestionText,
    /// 422: the talk has no such slide or step.
    NoSuchPlace,
    /// 422: this poll has no right answer.
    NoRightAnswer,
    /// 422: not an address of this computer.
    UnknownAddress,
    /// 410: the talk that a finished session kept was changed on the disk.
    TalkLost,
    /// 422: the company was said to be smaller than the room.
    CompanyTooSmall,
    /// 429: this phone asked a question a moment ago.
    AskedJustNow,
    /// 429: too many requests.
    TooManyRequests,
    /// 503: the disk takes no more.
    DiskFull,
    /// 503: the program is stopping or starting.
    Unavailable,
    /// 500: a fault of the program.
    Internal,
}

/// The body of every answer that is not a success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ErrorBody {
    /// The code.
    pub code: ErrorCode,
    /// What happened and what to do, in the language asked for.
    pub message: String,
}

impl ErrorCode {
    /// Every code.
    pub const ALL: [Self; 48] = [
        Self::Unauthorized,
        Self::Forbidden,
        Self::DoorClosed,
        Self::WaitingAtTheDoor,
        Self::NotLetIn,
        Self::CodeNeeded,
        Self::CodeUnknown,
        Self::CodeUsed,
        Self::RehearsalKey,
        Self::UnknownPoll,
        Self::UnknownProfile,
        Self::UnknownSession,
        Self::UnknownGroup,
        Self::UnknownQuestion,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::RequestTimeout,
        Self::StaleBallot,
        Self::PollNotOpen,
        Self::ReopenUnconfirmed,
        Self::RealSession,
        Self::OtherSession,
        Self::SessionRunning,
        Self::TooManyPolls,
        Self::TooManySeen,
        Self::Elsewhere,
        Self::ChannelClosed,
        Self::TooManyQuestions,
        Self::QuestionAnswered,
        Self::TooFewChanged,
        Self::PollClosed,
        Self::SessionFinished,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::WrongHost,
        Self::Malformed,
        Self::Refused,
        Self::QuestionText,
        Self::NoSuchPlace,
        Self::NoRightAnswer,
        Self::UnknownAddress,
        Self::CompanyTooSmall,
        Self::AskedJustNow,
        Self::TooManyRequests,
        Self::DiskFull,
        Self::Unavailable,
        Self::Internal,
        Self::TalkLost,
    ];

    /// The HTTP status that carries it.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::Unauthorized => 401,
            Self::Forbidden
            | Self::DoorClosed
            | Self::WaitingAtTheDoor
            | Self::NotLetIn
            | Self::CodeNeeded
            | Self::CodeUnknown
            | Self::CodeUsed
            | Self::RehearsalKey => 403,
            Self::UnknownPoll
            | Self::UnknownProfile
            | Self::UnknownSession
            | Self::UnknownGroup
            | Self::UnknownQuestion
            | Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::RequestTimeout => 408,
            Self::StaleBallot
            | Self::PollNotOpen
            | Self::ReopenUnconfirmed
            | Self::TooManyPolls
            | Self::TooManySeen
            | Self::Elsewhere
            | Self::ChannelClosed
            | Self::TooManyQuestions
            | Self::QuestionAnswered
            | Self::TooFewChanged
            | Self::RealSession
            | Self::OtherSession
            | Self::SessionRunning => 409,
            Self::PollClosed | Self::SessionFinished | Self::TalkLost => 410,
            Self::TooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::WrongHost => 421,
            Self::Malformed
            | Self::Refused
            | Self::QuestionText
            | Self::NoSuchPlace
            | Self::NoRightAnswer
            | Self::UnknownAddress
            | Self::CompanyTooSmall => 422,
            Self::AskedJustNow | Self::TooManyRequests => 429,
            Self::Internal => 500,
            Self::DiskFull | Self::Unavailable => 503,
        }
    }

    /// After how many seconds asking again may help; `None` where it is of no use.
    #[must_use]
    pub fn retry_after(self) -> Option<u32> {
        match self {
            Self::DoorClosed => Some(5),
            Self::AskedJustNow => Some(10),
            Self::WaitingAtTheDoor | Self::TooManyRequests | Self::DiskFull | Self::Unavailable => Some(2),
            _ => None,
        }
    }

    /// The words, in a language.
    #[must_use]
    pub fn message(self, language: Language) -> &'static str {
        let (fr, en) = words::of(self);
        match language {
            Language::Fr => fr,
            Language::En => en,
        }
    }
}
