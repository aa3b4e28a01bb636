//! Questions beyond the talk as it was written: improvised, asked once more, begun anew; their timers; and hands.

use std::sync::Arc;

use super::{Event, MOST_POLLS, Overlay, Phase, Rejection, Session, TIMER_SECONDS};
use crate::kind::{Counts, Original, Question, Tweet};
use crate::poll::{Poll, ResultsVisibility};
use crate::speed::Speed;

/// The most hands anybody counts for one option.
const MOST_HANDS: u32 = 10_000;

impl Session {
    /// One step on: of the poll that lies over the slide, or of the talk.
    pub(super) fn advance(&self) -> Vec<Event> {
        let Some(Overlay { poll, step }) = self.overlay else {
            return self.next_place().map_or_else(Vec::new, |place| self.enter(place));
        };
        let step = step + 1;
        if step >= self.deck.polls[poll].steps() {
            return vec![Event::Covered(None)];
        }
        let mut events = vec![Event::Covered(Some(Overlay { poll, step }))];
        events.extend(self.arrive(poll, step));
        events
    }

    /// One step back, which destroys nothing: a poll that no longer lies over the slide goes on.
    pub(super) fn back(&self) -> Vec<Event> {
        let event = match self.overlay {
            Some(Overlay { step: 0, .. }) => Some(Event::Covered(None)),
            Some(Overlay { poll, step }) => Some(Event::Covered(Some(Overlay { poll, step: step - 1 }))),
            None => self.previous_place().map(Event::Moved),
        };
        event.into_iter().collect()
    }

    /// Adds a poll and asks it over the slide.
    fn ask_over(&self, poll: Poll) -> Vec<Event> {
        let index = self.polls.len();
        let mut events: Vec<Event> = self.open_polls().map(|poll| Event::Closed { poll }).collect();
        events.push(Event::Added(Box::new(poll)));
        events.push(Event::Covered(Some(Overlay { poll: index, step: 0 })));
        events.push(Event::Opened { poll: index });
        events
    }

    fn has_room(&self) -> Result<(), Rejection> {
        if self.polls.len() < MOST_POLLS {
            Ok(())
        } else {
            Err(Rejection::TooManyPolls)
        }
    }

    pub(super) fn improvise(&self, poll: Poll) -> Result<Vec<Event>, Rejection> {
        self.has_room()?;
        // Pressed twice, it is asked once.
        if self.deck.poll_index(&poll.id).is_some() {
            return Ok(Vec::new());
        }
        if let Question::Tweet(Tweet {
            improves: Some(original),
            ..
        }) = &poll.question
        {
            self.shown_original(original).ok_or(Rejection::UnknownText)?;
        }
        Ok(self.ask_over(poll))
    }

    /// The tweet that is improved, as long as everybody may see it.
    fn shown_original(&self, original: &Original) -> Option<Arc<str>> {
        let poll = self.deck.poll_index(&original.poll)?;
        let state = &self.polls[poll];
        let question = &self.deck.polls[poll].question;
        question.shown_tweet(&state.tally.counts, &state.moderation, original.text)
    }

    /// The number of a question's next round.
    fn next_round(&self, poll: &Poll) -> u32 {
        let rounds = self.deck.polls.iter().filter(|other| other.asked() == poll.asked());
        rounds.map(|other| other.round).max().unwrap_or(1) + 1
    }

    pub(super) fn again(&self, poll: usize, compare: bool) -> Result<Vec<Event>, Rejection> {
        let asked = &self.deck.polls[poll];
        if self.polls[poll].phase == Phase::Pending {
            return Err(Rejection::NotAskedYet);
        }
        self.has_room()?;
        let mut round = asked.in_round(self.next_round(asked));
        if compare {
            round.pair = None;
            round.again = Some(asked.id.clone());
            round.question.without_points();
            // Nobody collects twice for the same question.
            round.speed = Speed::Off;
            return Ok(self.ask_over(round));
        }
        let index = self.polls.len();
        let covers = self.overlay.is_some_and(|overlay| overlay.poll == poll);
        let on_slide = self.deck.slides[self.cursor.slide].polls.contains(&poll);
        let mut events: Vec<Event> = self.open_polls().map(|poll| Event::Closed { poll }).collect();
        let anew = Box::new(round);
        events.push(Event::Restarted { poll, anew });
        if covers {
            events.push(Event::Covered(Some(Overlay { poll: index, step: 0 })));
        } else if on_slide && self.cursor.step > 0 {
            events.push(Event::Moved(super::Cursor { step: 0, ..self.cursor }));
        }
        if covers || on_slide {
            events.push(Event::Opened { poll: index });
        }
        Ok(events)
    }

    pub(super) fn set_timer(&self, poll: usize, seconds: Option<u32>) -> Result<Vec<Event>, Rejection> {
        if seconds.is_some_and(|seconds| !TIMER_SECONDS.contains(&seconds)) {
            return Err(Rejection::InvalidTimer);
        }
        match self.polls[poll].phase {
            Phase::Pending => Err(Rejection::NotOpenYet),
            Phase::Closed => Err(Rejection::PollClosed),
            Phase::Open => {
                let company = self.deck.company(poll).into_iter();
                let open = company.filter(|poll| self.polls[*poll].phase == Phase::Open);
                Ok(open.map(|poll| Event::TimerSet { poll, seconds }).collect())
            }
        }
    }

    pub(super) fn count_hands(&self, poll: usize, hands: Vec<u32>) -> Result<Vec<Event>, Rejection> {
        if !self.fits_hands(poll, &hands) {
            return Err(Rejection::InvalidHands);
        }
        if self.polls[poll].phase == Phase::Pending {
            return Err(Rejection::NotOpenYet);
        }
        if *self.polls[poll].hands == hands {
            return Ok(Vec::new());
        }
        Ok(vec![Event::HandsCounted { poll, hands }])
    }

    pub(super) fn fits_hands(&self, poll: usize, hands: &[u32]) -> bool {
        let options = self.deck.polls[poll].options().len();
        let is_choice = matches!(self.polls[poll].tally.counts, Counts::Choice(_));
        is_choice && hands.len() == options && hands.iter().all(|hands| *hands <= MOST_HANDS)
    }

    /// Whether a poll can join the session: under a name of its own, and with a question that is not compared with one that
    /// is not there.
    pub(super) fn fits_new(&self, poll: &Poll) -> bool {
        let known = |id: &String| self.deck.poll_index(id).is_some();
        self.polls.len() < MOST_POLLS && !known(&poll.id) && poll.again.as_ref().is_none_or(known)
    }
}

/// The fold.
impl Session {
    pub(super) fn add_poll(&mut self, poll: Poll) -> usize {
        self.polls.push(super::PollState::new(&poll));
        self.memory.grow();
        std::sync::Arc::make_mut(&mut self.deck).polls.push(poll);
        self.polls.len() - 1
    }

    /// Gives the place of a poll, its half of a pair and its points to another round of it.
    pub(super) fn restart(&mut self, poll: usize, anew: Poll) {
        for person in 0..self.participants.len() {
            self.take_points_back(person, poll);
        }
        let index = self.add_poll(anew);
        let deck = std::sync::Arc::make_mut(&mut self.deck);
        for slide in &mut deck.slides {
            for place in slide.named_mut() {
                if *place == poll {
                    *place = index;
                }
            }
        }
        let before = &mut deck.polls[poll];
        before.pair = None;
        before.results = ResultsVisibility::After;
        before.question.without_points();
        before.speed = Speed::Off;
        self.edition += 1;
        self.discount_speed(poll);
    }

    fn take_points_back(&mut self, person: usize, poll: usize) {
        let question = &self.deck.polls[poll].question;
        let participant = &mut self.participants[person];
        let Some(ballot) = participant.ballot(poll).filter(|_| question.is_scoring()) else {
            return;
        };
        let points = question.points(&ballot.marks);
        participant.scores.remove(&self.deck.typology, points.into_iter());
        self.remember_scores(person);
    }
}
