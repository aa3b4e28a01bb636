//! The fold: what an event changes.

use std::sync::Arc;

use super::{Event, Participant, Phase, Session};

impl Session {
    /// Folds one event into the state and returns the new sequence number.
    ///
    /// # Panics
    /// When the event does not come from [`Session::decide`] on this very state (a poll the deck does not have, a
    /// participant who never joined).
    pub fn evolve(&mut self, event: &Event) -> u64 {
        self.seq += 1;
        match event {
            Event::Joined {
                participant,
                token,
                code,
            } => {
                self.tokens.insert(*token, *participant);
                self.codes.extend(code);
                self.participants.push(Participant::new(&self.deck));
                self.channels.qa.arrive(self.seq);
            }
            Event::Named { participant, nickname } => self.name(*participant, *nickname),
            Event::RehearsalBegan => self.rehearsal = true,
            Event::Cast {
                participant,
                poll,
                ballot,
            } => {
                let person = &mut self.participants[participant.0 as usize];
                let previous = person.put(&self.deck, *poll, ballot.clone());
                let question = &self.deck.polls[*poll].question;
                let tally = Arc::make_mut(&mut self.polls[*poll].tally);
                if let Some(previous) = &previous {
                    tally.remove(question, previous);
                }
                tally.add(question, ballot);
                self.remember_ballot(*participant, *poll, previous.is_none());
                if let Some(previous) = previous {
                    self.forget_upvotes(*poll, previous.seq);
                }
                self.channels.qa.see(*participant, self.seq);
            }
            Event::Moved(cursor) => {
                self.cursor = *cursor;
                if self.deck.slides[cursor.slide].is_breakdown() {
                    self.show_breakdown();
                }
            }
            Event::BreakdownShown => self.show_breakdown(),
            Event::BreakdownRefreshed => self.remember_breakdown(),
            Event::SummaryPublished => self.remember_summary(),
            Event::Added(poll) => {
                self.add_poll((**poll).clone());
            }
            Event::Covered(overlay) => self.overlay = *overlay,
            Event::ScreenChanged(screen) => self.show_screen(*screen),
            Event::Restarted { poll, anew } => self.restart(*poll, (**anew).clone()),
            Event::Revised(talk) => self.take_revision((**talk).clone()),
            Event::TimerSet { poll, seconds } => self.polls[*poll].timer = *seconds,
            Event::HandsCounted { poll, hands } => {
                self.polls[*poll].hands = Arc::new(hands.clone());
                if self.polls[*poll].revealed {
                    self.remember_totals(*poll);
                }
            }
            Event::Observed(sighting) => self.take_sighting(*sighting),
            Event::Opened { poll } => {
                let state = &mut self.polls[*poll];
                state.timer = self.deck.polls[*poll].timer;
                state.phase = Phase::Open;
                state.revealed = false;
                state.answer_shown = false;
                self.discount_speed(*poll);
            }
            Event::Closed { poll } => self.polls[*poll].phase = Phase::Closed,
            Event::Revealed { poll } => {
                self.polls[*poll].revealed = true;
                self.remember_totals(*poll);
            }
            Event::AnswerShown { poll } => {
                self.polls[*poll].answer_shown = true;
                self.count_speed(*poll);
            }
            Event::Moderated { poll, act } => {
                let moderation = Arc::make_mut(&mut self.polls[*poll].moderation);
                moderation.apply(act);
                if self.deck.polls[*poll].question.takes_upvotes() {
                    moderation.upvotes_mut().follow(act, self.seq);
                }
            }
            Event::Upvoted {
                participant,
                poll,
                text,
                up,
            } => self.count_upvote(*participant, *poll, *text, *up),
            Event::Channel(happening) => self.channels.apply(happening, self.seq),
            Event::Finished => {
                self.finished = true;
                self.channels.end();
                // At the end each phone may know, even when the talk never came to the room's breakdown.
                self.breakdown_shown |= !self.deck.typology.profiles.is_empty();
                self.remember_the_end();
                self.forget_players();
            }
        }
        self.take_out_of_the_picture(event);
        self.seq
    }

    /// What the room has once seen stands; only a breakdown that has not been drawn yet is drawn now.
    fn show_breakdown(&mut self) {
        self.breakdown_shown = true;
        if self.frozen_breakdown().is_none() {
            self.remember_breakdown();
        }
    }

    /// Whether an event names only polls, options, places and people that this session has, so that folding it cannot panic.
    /// What was read from a disk is asked before it is folded.
    #[must_use]
    pub fn fits(&self, event: &Event) -> bool {
        let has = |poll: usize| poll < self.deck.polls.len();
        match event {
            Event::Joined { participant, token, .. } => {
                participant.0 as usize == self.participants.len() && !self.tokens.contains_key(token)
            }
            Event::Cast {
                participant,
                poll,
                ballot,
            } => {
                (participant.0 as usize) < self.participants.len()
                    && has(*poll)
                    && ballot.revision > 0
                    && self.deck.polls[*poll].question.fits(&ballot.marks)
            }
            Event::Named { participant, nickname } => self.fits_nickname(*participant, *nickname),
            Event::Moved(place) => self.exists(*place),
            Event::Added(poll) => self.fits_new(poll),
            Event::Restarted { poll, anew } => has(*poll) && self.fits_new(anew),
            Event::Revised(talk) => self.fits_revision(talk),
            Event::Covered(overlay) => {
                overlay.is_none_or(|overlay| has(overlay.poll) && overlay.step < self.deck.polls[overlay.poll].steps())
            }
            Event::Channel(happening) => self.fits_channels(happening),
            Event::HandsCounted { poll, hands } => has(*poll) && self.fits_hands(*poll, hands),
            Event::Observed(sighting) => self.fits_sighting(*sighting),
            Event::Upvoted { participant, poll, .. } => {
                (participant.0 as usize) < self.participants.len() && has(*poll)
            }
            Event::TimerSet { poll, .. }
            | Event::Moderated { poll, .. }
            | Event::Opened { poll }
            | Event::Closed { poll }
            | Event::Revealed { poll }
            | Event::AnswerShown { poll } => has(*poll),
            Event::RehearsalBegan
            | Event::ScreenChanged(_)
            | Event::BreakdownShown
            | Event::BreakdownRefreshed
            | Event::SummaryPublished
            | Event::Finished => true,
        }
    }
}
