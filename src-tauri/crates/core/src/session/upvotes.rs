//! Upvotes of texts: who may give one to what, and what that changes.

use std::sync::Arc;

use crate::tally::Tally;

use super::{Event, ParticipantId, Phase, Rejection, Session, TokenHash};

impl Session {
    /// A phone upvotes a text of others, or no longer. Said twice it is said once.
    pub(super) fn upvote(&self, token: &TokenHash, poll: usize, text: u64, up: bool) -> Result<Vec<Event>, Rejection> {
        let participant = self.participant(token).ok_or(Rejection::UnknownParticipant)?;
        let state = &self.polls[poll];
        match state.phase {
            Phase::Pending => return Err(Rejection::NotOpenYet),
            Phase::Closed => return Err(Rejection::PollClosed),
            Phase::Open => {}
        }
        // Of one that is not shown a phone is told no more than of one that never was; and nobody speaks up for oneself.
        let question = &self.deck.polls[poll].question;
        let ballot = self.participants[participant.0 as usize].ballot(poll);
        let is_own = ballot.is_some_and(|ballot| ballot.seq == text);
        let may_be = |tally: &Tally| question.is_upvotable(&tally.counts, &state.moderation, text);
        // Where nobody reads first, a text is told of like any answer: with others, and not as it arrives.
        let is_told = if question.is_let_through(&state.moderation) {
            may_be(&state.tally)
        } else {
            self.poll_bars(poll).room.is_some_and(|tally| may_be(&tally))
        };
        if is_own || !self.deck.shows_while_open(poll) || !is_told {
            return Err(Rejection::UnknownText);
        }
        if state.moderation.upvotes().has(text, participant.0) == up {
            return Ok(Vec::new());
        }
        let event = Event::Upvoted {
            participant,
            poll,
            text,
            up,
        };
        Ok(vec![event])
    }

    /// The texts that a phone upvotes, of all polls.
    pub fn upvoted_by(&self, participant: ParticipantId) -> impl Iterator<Item = u64> {
        let polls = self.polls.iter();
        polls.flat_map(move |state| state.moderation.upvotes().of(participant.0))
    }

    /// Folds an upvote in.
    pub(super) fn count_upvote(&mut self, participant: ParticipantId, poll: usize, text: u64, up: bool) {
        let moderation = Arc::make_mut(&mut self.polls[poll].moderation);
        moderation.upvotes_mut().vote(text, participant.0, up, self.seq);
        self.channels.qa.see(participant, self.seq);
    }

    /// A text was changed: what it was upvoted for is gone.
    pub(super) fn forget_upvotes(&mut self, poll: usize, text: u64) {
        if self.deck.polls[poll].question.takes_upvotes() {
            Arc::make_mut(&mut self.polls[poll].moderation)
                .upvotes_mut()
                .forget(text);
        }
    }
}
