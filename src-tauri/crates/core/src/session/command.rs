//! What may be asked of a session, what then happens, and why it may be refused.

use super::rejection::Rejection;
use super::screen::{Screen, ScreenAct};
use super::{Cursor, Overlay, ParticipantId, Seen, Sighting, Tap, TokenHash};
use crate::Poll;
use crate::ballot::{Ballot, Revision};
use crate::channel::{Happening, Wish};
use crate::deck::Deck;
use crate::kind::{Act, Answer, Marks};
use crate::leaderboard::Nickname;

/// Something a phone or the presenter wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// A phone joins with a token of its own. Joining twice with the same token changes nothing.
    Join {
        /// The token's hash.
        token: TokenHash,
        /// The number of the one-time code the phone came with, where codes are asked for.
        code: Option<u32>,
    },
    /// Makes a session that nobody has joined a rehearsal, for good.
    Rehearse,
    /// A phone votes, or changes its vote.
    Cast {
        /// Whose ballot it is.
        token: TokenHash,
        /// The poll's id.
        poll: String,
        /// The answer.
        answer: Answer,
        /// The version, 1 or more; the newest wins.
        revision: Revision,
    },
    /// One step on.
    Advance,
    /// One step back. Destroys nothing.
    Back,
    /// To a given place.
    Goto(Cursor),
    /// Something that is meant for one place only, and is refused wherever else the talk is by then.
    At {
        /// Where it is meant to be done.
        place: Cursor,
        /// The poll that lies over the slide there, by its id; the place's step is that poll's then.
        over: Option<String>,
        /// What is to be done.
        command: Box<Command>,
    },
    /// Opens a poll.
    Open {
        /// The poll's id.
        poll: String,
        /// Says that the presenter means to open a closed poll again.
        reopen: bool,
    },
    /// Closes a poll.
    Close {
        /// The poll's id.
        poll: String,
    },
    /// Closes a poll if need be and shows the room its results.
    Reveal {
        /// The poll's id.
        poll: String,
    },
    /// Shows the right answer.
    ShowAnswer {
        /// The poll's id.
        poll: String,
    },
    /// Asks something that is not in the talk, over the slide.
    Improvise(Box<Poll>),
    /// Asks a question once more, over the slide, and compares; or begins it anew, and keeps the round before as it is.
    Again {
        /// The poll's id.
        poll: String,
        /// Whether the rounds are compared; else the round before counts no more.
        compare: bool,
    },
    /// Takes away what lies over the slide.
    Uncover,
    /// Blanks the projector, freezes it, or keeps results from it.
    Screen(ScreenAct),
    /// Gives a poll so many seconds from now, or all the time it takes.
    SetTimer {
        /// The poll's id.
        poll: String,
        /// Seconds.
        seconds: Option<u32>,
    },
    /// Counts hands of people without a phone, for each option.
    CountHands {
        /// The poll's id.
        poll: String,
        /// Hands by option, in the poll's order; replaces what was counted before.
        hands: Vec<u32>,
    },
    /// Counts an attitude that was seen in the room, or takes one back.
    Observe {
        /// The profile's id.
        profile: String,
        /// One more, or one less.
        seen: Seen,
        /// The tap, which counts once.
        tap: Tap,
    },
    /// Shows the observed counts beside the votes, or no longer.
    ShowObserved(bool),
    /// Decides about the texts of a poll.
    Moderate {
        /// The poll's id.
        poll: String,
        /// What is decided.
        act: Act,
    },
    /// A phone upvotes a text of others, or no longer.
    Upvote {
        /// Who.
        token: TokenHash,
        /// The poll's id.
        poll: String,
        /// The text, by the sequence number of its ballot.
        text: u64,
        /// Whether it upvotes it.
        up: bool,
    },
    /// Something of the questions or reactions beside the slides.
    Channel(Wish),
    /// Draws the room's breakdown anew, with what has been answered since it was shown.
    RefreshBreakdown,
    /// Goes on with the talk as its file has it now. What was answered stays as it was asked.
    Revise(Box<Deck>),
    /// Publishes what a summary of the running session may tell; nothing when that has not grown by enough people.
    PublishSummary,
    /// Ends the session for good.
    Finish,
}

/// Something that happened. Folding events is the only way a session changes.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A phone joined.
    Joined {
        /// The number it got.
        participant: ParticipantId,
        /// Its token's hash.
        token: TokenHash,
        /// The number of the one-time code it used up.
        code: Option<u32>,
    },
    /// A phone was given a nickname for the leader board.
    Named {
        /// Whose.
        participant: ParticipantId,
        /// Which nobody else of the session has.
        nickname: Nickname,
    },
    /// The session is a rehearsal: nobody's answers count as people's.
    RehearsalBegan,
    /// A ballot was taken; it replaces the person's former one in that poll.
    Cast {
        /// Whose.
        participant: ParticipantId,
        /// Index of the poll.
        poll: usize,
        /// As it counts.
        ballot: Ballot,
    },
    /// The talk moved.
    Moved(Cursor),
    /// A poll takes ballots.
    Opened {
        /// Index of the poll.
        poll: usize,
    },
    /// A poll takes no more ballots.
    Closed {
        /// Index of the poll.
        poll: usize,
    },
    /// The room sees a poll's results.
    Revealed {
        /// Index of the poll.
        poll: usize,
    },
    /// The room sees the right answer.
    AnswerShown {
        /// Index of the poll.
        poll: usize,
    },
    /// A question was added that is not in the talk, or one more round of one that is.
    Added(Box<Poll>),
    /// A poll lies over the slide from now on, at a step; or nothing does.
    Covered(Option<Overlay>),
    /// The presenter did something to the projector: how it is now.
    ScreenChanged(Screen),
    /// A poll was begun anew: this one takes its place on its slides and its points, and the round before counts no more.
    Restarted {
        /// Index of the round before.
        poll: usize,
        /// The round that takes its place.
        anew: Box<Poll>,
    },
    /// A poll was given so many seconds from now, or all the time it takes.
    TimerSet {
        /// Index of the poll.
        poll: usize,
        /// Seconds.
        seconds: Option<u32>,
    },
    /// Hands of people without a phone were counted.
    HandsCounted {
        /// Index of the poll.
        poll: usize,
        /// Hands by option.
        hands: Vec<u32>,
    },
    /// Something was seen in the room, or is shown of it.
    Observed(Sighting),
    /// The presenter decided about the texts of a poll.
    Moderated {
        /// Index of the poll.
        poll: usize,
        /// What was decided.
        act: Act,
    },
    /// A phone upvoted a text of others, or no longer does.
    Upvoted {
        /// Who.
        participant: ParticipantId,
        /// Index of the poll.
        poll: usize,
        /// The text, by the sequence number of its ballot.
        text: u64,
        /// Whether it upvotes it.
        up: bool,
    },
    /// Something happened to the questions or reactions beside the slides.
    Channel(Happening),
    /// The room has seen its breakdown at some time: how a session of version 0.1 says so when the talk has moved on.
    BreakdownShown,
    /// The room's breakdown is drawn anew, with what has been answered since it was shown.
    BreakdownRefreshed,
    /// A summary of the running session was made: what it may tell is what is known now.
    SummaryPublished,
    /// The talk's file was edited: this is what it says now.
    Revised(Box<Deck>),
    /// The session is over.
    Finished,
}

/// The most polls a session takes, those of the talk included.
pub const MOST_POLLS: usize = 500;

/// The seconds a timer may be set to.
pub const TIMER_SECONDS: std::ops::RangeInclusive<u32> = 5..=3_600;

/// The most by which a ballot's revision may exceed the one that counts. A larger step comes from no phone of ours, and
/// would let one request use up all revisions a phone will ever need.
pub const LARGEST_REVISION_STEP: Revision = 1_000;

/// A ballot on its way in, its names looked up: who votes, on which poll, for what. Reading one needs no session, so that
/// this is done where requests are served and not where they all queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// Whose ballot it is.
    pub participant: ParticipantId,
    /// Index of the poll.
    pub poll: usize,
    /// What it says.
    pub marks: Marks,
    /// The version, 1 or more; the newest wins.
    pub revision: Revision,
    /// Milliseconds from when the poll was opened until it came; whoever has a clock says so before it is decided.
    pub elapsed: Option<u32>,
}

impl Vote {
    /// Looks up the names of a ballot. `participant` is who holds the token that came with it.
    ///
    /// # Errors
    /// When nobody holds the token, the talk has no such poll, or revision and answer cannot be right whatever is counted.
    pub fn read(
        deck: &Deck,
        participant: Option<ParticipantId>,
        poll: &str,
        answer: &Answer,
        revision: Revision,
    ) -> Result<Self, Rejection> {
        let participant = participant.ok_or(Rejection::UnknownParticipant)?;
        let poll = deck.poll_index(poll).ok_or(Rejection::UnknownPoll)?;
        if revision == 0 {
            return Err(Rejection::InvalidRevision);
        }
        Ok(Self {
            participant,
            poll,
            marks: deck.polls[poll].question.read(answer)?,
            revision,
            elapsed: None,
        })
    }
}
