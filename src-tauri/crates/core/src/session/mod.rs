//! The running session: commands in, events out, one state that only events change.

mod command;
mod decide;
mod evolve;
mod observed;
mod participant;
mod place;
mod rejection;
mod revise;
mod rounds;
mod screen;
mod snapshot;
mod upvotes;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

pub use command::{Command, Event, LARGEST_REVISION_STEP, MOST_POLLS, TIMER_SECONDS, Vote};
pub use observed::{MOST_SEEN, Observed, Seen, Sighting, Tap};
pub use participant::{Participant, ParticipantId};
pub use rejection::Rejection;
pub use screen::{Blank, Picture, Screen, ScreenAct};
pub use snapshot::{PollSnapshot, ShownBreakdown, Snapshot};

use crate::ballot::Ballot;
use crate::channel::Channels;
use crate::deck::Deck;
use crate::disclosure::Memory;
use crate::kind::Moderation;
use crate::leaderboard::Leaderboard;
use crate::tally::Tally;
use crate::typology::Breakdown;

/// The hash of a phone's token. The token itself never leaves the phone and the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

/// Where the talk is: a slide and a step within it, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cursor {
    /// The slide.
    pub slide: usize,
    /// The step.
    pub step: u16,
}

/// Whether a poll takes ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// Not asked yet.
    #[default]
    Pending,
    /// Takes ballots.
    Open,
    /// Takes no more ballots.
    Closed,
}

/// One poll while the session runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PollState {
    /// Whether it takes ballots.
    pub phase: Phase,
    /// Whether the room has been shown the results.
    pub revealed: bool,
    /// Whether the room has been shown the right answer.
    pub answer_shown: bool,
    /// The counts.
    pub tally: Arc<Tally>,
    /// What the presenter has decided about its texts.
    pub moderation: Arc<Moderation>,
    /// Seconds it has, from when it was opened or they were last set; `None` without a limit.
    pub timer: Option<u32>,
    /// Hands that the presenter counted for each option, of people without a phone; empty when none were.
    pub hands: Arc<Vec<u32>>,
}

impl PollState {
    fn new(poll: &crate::Poll) -> Self {
        Self {
            phase: Phase::Pending,
            revealed: false,
            answer_shown: false,
            tally: Arc::new(Tally::new(&poll.question)),
            moderation: Arc::default(),
            timer: poll.timer,
            hands: Arc::default(),
        }
    }
}

/// A poll that lies over the slide: improvised, or asked once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlay {
    /// Index of the poll.
    pub poll: usize,
    /// Its step, as on a slide of its own.
    pub step: u16,
}

/// Names one session for good.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(pub String);

/// A session in memory. It is a fold of its events: see [`Session::evolve`].
#[derive(Debug, Clone)]
pub struct Session {
    talk: Arc<Deck>,
    pub(crate) deck: Arc<Deck>,
    cursor: Cursor,
    overlay: Option<Overlay>,
    screen: Screen,
    picture: Option<Arc<Picture>>,
    edition: u32,
    observed: Arc<Observed>,
    pub(crate) polls: Vec<PollState>,
    pub(crate) participants: Vec<Participant>,
    tokens: HashMap<TokenHash, ParticipantId>,
    codes: HashSet<u32>,
    rehearsal: bool,
    finished: bool,
    pub(crate) breakdown_shown: bool,
    pub(crate) channels: Channels,
    pub(crate) memory: Memory,
    pub(crate) leaderboard: Leaderboard,
    pub(crate) seq: u64,
}

impl Session {
    /// A session in which nothing has happened yet.
    #[must_use]
    pub fn new(deck: Arc<Deck>) -> Self {
        let polls_in_deck = deck.polls.len();
        let polls = deck.polls.iter().map(PollState::new);
        Self {
            polls: polls.collect(),
            observed: Arc::new(Observed::of(deck.typology.profiles.len())),
            talk: Arc::clone(&deck),
            channels: Channels::new(&deck.channels),
            deck,
            cursor: Cursor::default(),
            overlay: None,
            screen: Screen::default(),
            picture: None,
            edition: 0,
            participants: Vec::new(),
            tokens: HashMap::new(),
            codes: HashSet::new(),
            rehearsal: false,
            finished: false,
            breakdown_shown: false,
            memory: Memory::new(polls_in_deck),
            leaderboard: Leaderboard::default(),
            seq: 0,
        }
    }

    /// Sets the sequence number that a session kept by version 0.1 had reached: what it stored was its state, not the events
    /// that led there.
    pub fn renumber(&mut self, seq: u64) {
        self.seq = seq;
    }

    /// The talk as its file has it.
    #[must_use]
    pub fn talk(&self) -> &Arc<Deck> {
        &self.talk
    }

    /// The talk as it runs: with the polls that were improvised, asked once more, or begun anew.
    #[must_use]
    pub fn deck(&self) -> &Arc<Deck> {
        &self.deck
    }

    /// Where the talk is.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The poll that lies over the slide.
    #[must_use]
    pub fn overlay(&self) -> Option<Overlay> {
        self.overlay
    }

    /// How often the slides have changed: pages that hold the deck fetch it again when this grows.
    #[must_use]
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// The polls, in the deck's order.
    #[must_use]
    pub fn polls(&self) -> &[PollState] {
        &self.polls
    }

    /// What stands open beside the slides.
    #[must_use]
    pub fn channels(&self) -> &Channels {
        &self.channels
    }

    /// The people who joined, in the order they did.
    #[must_use]
    pub fn participants(&self) -> &[Participant] {
        &self.participants
    }

    /// Who holds a token.
    #[must_use]
    pub fn participant(&self, token: &TokenHash) -> Option<ParticipantId> {
        self.tokens.get(token).copied()
    }

    /// A person's counted ballot in a poll.
    #[must_use]
    pub fn ballot(&self, participant: ParticipantId, poll: usize) -> Option<&Ballot> {
        self.participants.get(participant.0 as usize)?.ballot(poll)
    }

    /// Everyone's token, for whoever has to know a phone without asking the session.
    #[must_use]
    pub fn tokens(&self) -> &HashMap<TokenHash, ParticipantId> {
        &self.tokens
    }

    /// Whether it is a rehearsal: then its figures say nothing about people.
    #[must_use]
    pub fn is_simulated(&self) -> bool {
        self.rehearsal
    }

    /// Whether the room has seen its breakdown, from when each phone may see its own profile.
    #[must_use]
    pub fn is_breakdown_shown(&self) -> bool {
        self.breakdown_shown
    }

    /// Whether the presenter has finished the session.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// Counts the events so far; every change makes it larger.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The room's breakdown as of now, over everyone who cast at least one scoring ballot.
    #[must_use]
    pub fn breakdown(&self) -> Breakdown {
        let people = self.participants.iter().map(|person| &person.scores);
        self.deck
            .typology
            .breakdown(people.filter(|scores| scores.answered > 0))
    }
}
