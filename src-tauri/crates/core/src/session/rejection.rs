//! Why a command is refused.

use crate::ballot::Revision;
use crate::kind::InvalidAnswer;
use crate::kind::moderation::InvalidAct;

/// Why a command is refused. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// The token belongs to nobody in this session.
    #[error("this phone has not joined the session")]
    UnknownParticipant,
    /// The talk has no such poll.
    #[error("the talk has no such poll")]
    UnknownPoll,
    /// The answer does not fit.
    #[error(transparent)]
    InvalidAnswer(#[from] InvalidAnswer),
    /// Revisions count from 1, and no phone changes its mind [`LARGEST_REVISION_STEP`](super::LARGEST_REVISION_STEP) times between two ballots.
    #[error("a ballot's revision starts at 1 and grows step by step")]
    InvalidRevision,
    /// A newer ballot of this phone is already counted.
    #[error("revision {counted} of this ballot is already counted")]
    Stale {
        /// The version that counts.
        counted: Revision,
    },
    /// The poll has not been opened.
    #[error("the poll is not open yet")]
    NotOpenYet,
    /// The poll is closed.
    #[error("the poll is closed")]
    PollClosed,
    /// A closed poll opens again only when that is meant.
    #[error("the poll is closed; opening it again has to be confirmed")]
    ReopenUnconfirmed,
    /// The poll has no right answer to show.
    #[error("this poll has no right answer")]
    NoRightAnswer,
    /// Drawn anew, the breakdown would show what a few people have answered.
    #[error("fewer than {minimum} people weigh differently in the breakdown since it was shown")]
    TooFewChanged {
        /// How many people it takes.
        minimum: u32,
    },
    /// The poll was never asked, so that there is nothing to ask again.
    #[error("the poll has not been asked yet")]
    NotAskedYet,
    /// A session takes no more polls than [`MOST_POLLS`].
    #[error("the session has as many polls as it can take")]
    TooManyPolls,
    /// What was answered gives points to the profiles of the talk, so they stay as they are.
    #[error("the profiles stay as they are once there are answers")]
    ProfilesAnswered,
    /// A timer runs while a poll is open, for at most an hour.
    #[error("a timer takes from 5 to 3600 seconds")]
    InvalidTimer,
    /// Hands are counted by option, and a question without options has none to raise a hand for.
    #[error("hands are counted for each option of a question that has such")]
    InvalidHands,
    /// The talk has no such profile, or none at all.
    #[error("the talk has no such profile")]
    UnknownProfile,
    /// Nobody looks at more people than [`MOST_SEEN`](super::MOST_SEEN).
    #[error("no more is counted of one profile")]
    TooManySeen,
    /// The session is over.
    #[error("the session is finished")]
    Finished,
    /// The talk has no such slide or step.
    #[error("the talk has no such slide or step")]
    NoSuchPlace,
    /// The talk is elsewhere than where this was meant for.
    #[error("the talk has moved meanwhile")]
    Elsewhere,
    /// A session that somebody has joined never becomes a rehearsal.
    #[error("somebody has already joined this session; a rehearsal needs one of its own")]
    RealSession,
    /// A decision about texts that cannot be taken.
    #[error(transparent)]
    InvalidAct(#[from] InvalidAct),
    /// Nobody has opened the channel, or it has been closed.
    #[error("this channel is not open")]
    ChannelClosed,
    /// There is no such question, or none that the phone may see or change.
    #[error("there is no such question")]
    UnknownQuestion,
    /// There is no such text, or none that the phone may see and upvote.
    #[error("there is no such text")]
    UnknownText,
    /// Words that no question has.
    #[error("a question has from 1 to {max} characters")]
    InvalidQuestion {
        /// The most characters.
        max: usize,
    },
    /// The phone has asked as many questions as it may, or the session holds as many as it can.
    #[error("no more questions")]
    TooManyQuestions,
    /// What has been answered is neither changed nor voted for.
    #[error("the question has been answered")]
    QuestionAnswered,
    /// Another phone has used this one-time code.
    #[error("another phone has used this code")]
    CodeUsed,
}
