//! The running session: commands in, events out, one state that only events change.

mod command;
mod decide;
mod evolve;
mod participant;
mod snapshot;

use std::collections::HashMap;
use std::sync::Arc;

pub use command::{Command, Event, Rejection};
pub use participant::{Participant, ParticipantId};
pub use snapshot::{PollSnapshot, Snapshot};

use crate::ballot::Ballot;
use crate::deck::Deck;
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
}

/// Names one session for good.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(pub String);

/// A session in memory. It is a fold of its events: see [`Session::evolve`].
#[derive(Debug, Clone)]
pub struct Session {
    deck: Arc<Deck>,
    cursor: Cursor,
    polls: Vec<PollState>,
    participants: Vec<Participant>,
    tokens: HashMap<TokenHash, ParticipantId>,
    simulated: bool,
    finished: bool,
    breakdown_shown: bool,
    seq: u64,
}

impl Session {
    /// A session in which nothing has happened yet.
    #[must_use]
    pub fn new(deck: Arc<Deck>) -> Self {
        let polls = deck.polls.iter().map(|poll| PollState {
            phase: Phase::Pending,
            revealed: false,
            answer_shown: false,
            tally: Arc::new(Tally::new(poll)),
        });
        Self {
            polls: polls.collect(),
            deck,
            cursor: Cursor::default(),
            participants: Vec::new(),
            tokens: HashMap::new(),
            simulated: false,
            finished: false,
            breakdown_shown: false,
            seq: 0,
        }
    }

    /// A session as it was stored: the events that make up its state, and the sequence number it had reached.
    #[must_use]
    pub fn restore(deck: Arc<Deck>, events: impl IntoIterator<Item = Event>, seq: u64) -> Self {
        let mut session = Self::new(deck);
        for event in events {
            session.evolve(&event);
        }
        // The events that make up a state are not as many as those that led to it.
        session.seq = seq;
        session
    }

    /// The talk.
    #[must_use]
    pub fn deck(&self) -> &Arc<Deck> {
        &self.deck
    }

    /// Where the talk is.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The polls, in the deck's order.
    #[must_use]
    pub fn polls(&self) -> &[PollState] {
        &self.polls
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

    /// Whether simulated phones take part.
    #[must_use]
    pub fn is_simulated(&self) -> bool {
        self.simulated
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
