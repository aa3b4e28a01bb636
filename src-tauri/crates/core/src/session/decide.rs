//! The rules: which events a command causes.

use super::command::{LARGEST_REVISION_STEP, Vote};
use super::{Command, Cursor, Event, Overlay, ParticipantId, Phase, Rejection, ScreenAct, Session, TokenHash};
use crate::ballot::Ballot;
use crate::kind::Act;
use crate::survey::Stop;

impl Session {
    /// Says what a command causes, without changing anything. No events means that nothing needs to change, which is
    /// how a repeated request is answered.
    ///
    /// # Errors
    /// When the command is refused: see [`Rejection`].
    pub fn decide(&self, command: Command) -> Result<Vec<Event>, Rejection> {
        if let Command::At { place, over, command } = command {
            return if self.is_at(place, over.as_deref()) {
                self.decide(*command)
            } else {
                Err(Rejection::Elsewhere)
            };
        }
        let events = if self.finished && !matches!(command, Command::Cast { .. } | Command::Finish) {
            self.decide_when_finished(&command)?
        } else {
            self.decide_while_running(command)?
        };
        Ok(self.with_results_again(events))
    }

    fn decide_while_running(&self, command: Command) -> Result<Vec<Event>, Rejection> {
        match command {
            Command::Join { token, code } => self.join(token, code),
            Command::Rehearse => self.rehearse(),
            Command::Cast {
                token,
                poll,
                answer,
                revision,
            } => {
                let vote = Vote::read(&self.deck, self.participant(&token), &poll, &answer, revision)?;
                Ok(self.vote(&vote)?.into_iter().collect())
            }
            // From a blank screen the first press leads back to where the talk is: nothing moves that nobody sees.
            Command::Advance | Command::Back if self.screen().blank.is_some() => {
                Ok(self.change_screen(ScreenAct::Lift))
            }
            Command::At { .. } => Err(Rejection::Elsewhere),
            Command::Advance => Ok(self.advance()),
            Command::Back => Ok(self.back()),
            Command::Goto(place) => self.goto(place),
            Command::Open { poll, reopen } => self.open(self.poll(&poll)?, reopen),
            Command::Close { poll } => Ok(self.close(self.poll(&poll)?)),
            Command::Reveal { poll } => Ok(self.reveal(self.poll(&poll)?)),
            Command::ShowAnswer { poll } => self.show_answer(self.poll(&poll)?),
            Command::Improvise(poll) => self.improvise(*poll),
            Command::Again { poll, compare } => self.again(self.poll(&poll)?, compare),
            Command::Uncover => Ok(self.overlay.map(|_| Event::Covered(None)).into_iter().collect()),
            Command::Screen(act) => Ok(self.change_screen(act)),
            Command::SetTimer { poll, seconds } => self.set_timer(self.poll(&poll)?, seconds),
            Command::CountHands { poll, hands } => self.count_hands(self.poll(&poll)?, hands),
            Command::Observe { profile, seen, tap } => self.observe(&profile, seen, tap),
            Command::ShowObserved(shown) => self.show_observed(shown),
            Command::Moderate { poll, act } => self.moderate(self.poll(&poll)?, act),
            Command::Upvote { token, poll, text, up } => self.upvote(&token, self.poll(&poll)?, text, up),
            Command::Channel(wish) => self.grant(wish),
            Command::RefreshBreakdown => self.refresh_breakdown(),
            Command::Revise(talk) => self.revise(talk),
            Command::PublishSummary if self.has_more_to_publish() => Ok(vec![Event::SummaryPublished]),
            Command::PublishSummary => Ok(Vec::new()),
            Command::Finish if self.finished => Ok(Vec::new()),
            Command::Finish => Ok(self
                .open_polls()
                .map(|poll| Event::Closed { poll })
                .chain([Event::Finished])
                .collect()),
        }
    }

    /// After the end the slides still turn, but nothing about the room changes.
    fn decide_when_finished(&self, command: &Command) -> Result<Vec<Event>, Rejection> {
        let place = match command {
            Command::PublishSummary => return Ok(Vec::new()),
            Command::Screen(act) => return Ok(self.change_screen(*act)),
            Command::Advance | Command::Back if self.screen().blank.is_some() => {
                return Ok(self.change_screen(ScreenAct::Lift));
            }
            Command::Advance => self.next_place(),
            Command::Back => self.previous_place(),
            Command::Goto(place) if self.exists(*place) => Some(*place),
            Command::Goto(_) => return Err(Rejection::NoSuchPlace),
            _ => return Err(Rejection::Finished),
        };
        Ok(place.map(Event::Moved).into_iter().collect())
    }

    /// A rehearsal's breakdown follows every answer anyway.
    fn refresh_breakdown(&self) -> Result<Vec<Event>, Rejection> {
        if self.rehearsal {
            Ok(Vec::new())
        } else if self.may_refresh_breakdown() {
            Ok(vec![Event::BreakdownRefreshed])
        } else {
            Err(Rejection::TooFewChanged {
                minimum: self.minimum_group(),
            })
        }
    }

    /// What changes nothing is not kept.
    fn moderate(&self, poll: usize, act: Act) -> Result<Vec<Event>, Rejection> {
        let act = match act.checked()? {
            // Words are new from now on, whatever the presenter's page thought the time was.
            Act::Lock { at: Some(_) } => Act::Lock { at: Some(self.seq) },
            act => act,
        };
        let now = &*self.polls[poll].moderation;
        let mut then = now.clone();
        then.apply(&act);
        let changes = then != *now;
        Ok(changes.then_some(Event::Moderated { poll, act }).into_iter().collect())
    }

    fn poll(&self, id: &str) -> Result<usize, Rejection> {
        self.deck.poll_index(id).ok_or(Rejection::UnknownPoll)
    }

    pub(super) fn open_polls(&self) -> impl Iterator<Item = usize> {
        self.polls
            .iter()
            .enumerate()
            .filter(|(_, state)| state.phase == Phase::Open)
            .map(|(poll, _)| poll)
    }

    fn goto(&self, place: Cursor) -> Result<Vec<Event>, Rejection> {
        if !self.exists(place) {
            return Err(Rejection::NoSuchPlace);
        }
        let mut events: Vec<Event> = self.overlay.map(|_| Event::Covered(None)).into_iter().collect();
        if place != self.cursor {
            events.extend(self.enter(place));
        }
        Ok(events)
    }

    /// Moves to a place and does what arriving there means for its poll. Only a poll that was open is closed by
    /// arriving at its results, so jumping about never ends a vote that has not begun.
    pub(super) fn enter(&self, place: Cursor) -> Vec<Event> {
        let mut events = vec![Event::Moved(place)];
        let polls = &self.deck.slides[place.slide].polls;
        match self.deck.stop(place) {
            None => {}
            Some(Stop::Ask) => {
                let unasked: Vec<usize> = polls
                    .iter()
                    .copied()
                    .filter(|poll| self.is(*poll, Phase::Pending))
                    .collect();
                events.extend(self.opening(&unasked));
            }
            Some(Stop::Close) => events.extend(self.closing(polls)),
            Some(Stop::Show { poll, step }) => {
                // Nobody goes on with the other questions of a survey of which one is shown.
                let others: Vec<usize> = polls.iter().copied().filter(|other| *other != poll).collect();
                events.extend(self.closing(&others));
                events.extend(self.arrive(poll, step));
            }
        }
        events.extend(self.questions_on(place.slide));
        events
    }

    fn is(&self, poll: usize, phase: Phase) -> bool {
        self.polls[poll].phase == phase
    }

    /// Closes those of these polls that are open.
    fn closing(&self, polls: &[usize]) -> Vec<Event> {
        let open = polls.iter().copied().filter(|poll| self.is(*poll, Phase::Open));
        open.map(|poll| Event::Closed { poll }).collect()
    }

    /// What it means for a poll that the room comes to the step that shows its results, or to a later one.
    pub(super) fn arrive(&self, poll: usize, step: u16) -> Vec<Event> {
        let state = &self.polls[poll];
        if state.phase == Phase::Pending {
            return Vec::new();
        }
        let mut events = self.closing(&[poll]);
        if !state.revealed {
            events.push(Event::Revealed { poll });
        }
        if step >= 2 && !state.answer_shown {
            events.push(Event::AnswerShown { poll });
        }
        events
    }

    /// Opens polls of one slide and closes those of others: a phone shows one poll at a time, or one survey.
    fn opening(&self, polls: &[usize]) -> Vec<Event> {
        let Some(first) = polls.first() else {
            return Vec::new();
        };
        let company = self.deck.company(*first);
        let others: Vec<usize> = self.open_polls().filter(|other| !company.contains(other)).collect();
        let opened = polls.iter().map(|&poll| Event::Opened { poll });
        self.closing(&others).into_iter().chain(opened).collect()
    }

    /// The move that keeps the cursor on what the room is shown, when the poll's own slide is up.
    fn follow(&self, poll: usize, step: u16, moves: impl Fn(u16) -> bool) -> Option<Event> {
        if let Some(overlay) = self.overlay.filter(|overlay| overlay.poll == poll) {
            return moves(overlay.step).then_some(Event::Covered(Some(Overlay { poll, step })));
        }
        let slide = &self.deck.slides[self.cursor.slide];
        let wanted = if step == 0 {
            Stop::Ask
        } else {
            Stop::Show { poll, step }
        };
        let moves = match self.deck.stop(self.cursor)? {
            Stop::Ask => moves(0),
            Stop::Show { poll: shown, step } if shown == poll => moves(step),
            // The room looks at another question of the survey.
            Stop::Show { .. } | Stop::Close => true,
        };
        let stops = self.deck.stops(slide);
        let step = stops.iter().position(|stop| *stop == wanted)? as u16;
        (slide.polls.contains(&poll) && moves).then_some(Event::Moved(Cursor {
            slide: self.cursor.slide,
            step,
        }))
    }

    fn open(&self, poll: usize, reopen: bool) -> Result<Vec<Event>, Rejection> {
        match self.polls[poll].phase {
            Phase::Open => Ok(Vec::new()),
            Phase::Closed if !reopen => Err(Rejection::ReopenUnconfirmed),
            Phase::Closed | Phase::Pending => {
                let company = self.deck.company(poll).into_iter();
                let opens: Vec<usize> = company
                    .filter(|poll| self.is(*poll, Phase::Pending) || reopen && self.is(*poll, Phase::Closed))
                    .collect();
                let mut events = self.opening(&opens);
                events.extend(self.follow(poll, 0, |step| step > 0));
                Ok(events)
            }
        }
    }

    /// A survey closes as one: the time is over, or the presenter says so, for all of its questions.
    fn close(&self, poll: usize) -> Vec<Event> {
        self.closing(&self.deck.company(poll))
    }

    fn reveal(&self, poll: usize) -> Vec<Event> {
        let mut events = self.close(poll);
        if !self.polls[poll].revealed {
            events.push(Event::Revealed { poll });
        }
        events.extend(self.follow(poll, 1, |step| step < 1));
        events
    }

    fn show_answer(&self, poll: usize) -> Result<Vec<Event>, Rejection> {
        if !self.deck.polls[poll].question.has_solution() {
            return Err(Rejection::NoRightAnswer);
        }
        let mut events = self.reveal(poll);
        events.retain(|event| !matches!(event, Event::Moved(_) | Event::Covered(_)));
        if !self.polls[poll].answer_shown {
            events.push(Event::AnswerShown { poll });
        }
        events.extend(self.follow(poll, 2, |step| step < 2));
        Ok(events)
    }

    fn join(&self, token: TokenHash, code: Option<u32>) -> Result<Vec<Event>, Rejection> {
        if self.tokens.contains_key(&token) {
            return Ok(Vec::new());
        }
        if code.is_some_and(|code| self.codes.contains(&code)) {
            return Err(Rejection::CodeUsed);
        }
        let participant = ParticipantId(u32::try_from(self.participants.len()).expect("BUG: more phones than numbers"));
        Ok(vec![Event::Joined {
            participant,
            token,
            code,
        }])
    }

    fn rehearse(&self) -> Result<Vec<Event>, Rejection> {
        if self.rehearsal {
            return Ok(Vec::new());
        }
        if self.participants.is_empty() {
            Ok(vec![Event::RehearsalBegan])
        } else {
            Err(Rejection::RealSession)
        }
    }

    /// Says what a ballot causes: the event that counts it, or none when it is counted already. See [`Session::decide`].
    ///
    /// # Errors
    /// When nobody has that number, a newer ballot is counted, its revision is out of reach, or the poll takes none now.
    pub fn vote(&self, vote: &Vote) -> Result<Option<Event>, Rejection> {
        let (participant, poll, revision) = (vote.participant, vote.poll, vote.revision);
        let person = self
            .participants
            .get(participant.0 as usize)
            .ok_or(Rejection::UnknownParticipant)?;
        let counted = person.ballot(poll);
        if let Some(counted) = counted {
            // A retry of what is already counted is answered as the first time, even after the close.
            if counted.revision == revision && counted.marks == vote.marks {
                return Ok(None);
            }
            if counted.revision >= revision {
                return Err(Rejection::Stale {
                    counted: counted.revision,
                });
            }
        }
        if revision - counted.map_or(0, |ballot| ballot.revision) > LARGEST_REVISION_STEP {
            return Err(Rejection::InvalidRevision);
        }
        match self.polls[poll].phase {
            Phase::Open => {}
            Phase::Closed => return Err(Rejection::PollClosed),
            Phase::Pending if self.finished => return Err(Rejection::PollClosed),
            Phase::Pending => return Err(Rejection::NotOpenYet),
        }
        let ballot = Ballot {
            marks: vote.marks.clone(),
            revision,
            seq: self.seq + 1,
            elapsed: self.deck.polls[poll].time_of(&vote.marks, vote.elapsed, counted),
        };
        Ok(Some(Event::Cast {
            participant,
            poll,
            ballot,
        }))
    }

    /// What happens before anybody does anything: a talk may begin with a question or with the room's breakdown.
    #[must_use]
    pub fn opening_events(&self) -> Vec<Event> {
        let mut events = self.enter(self.cursor);
        let nothing_but_the_place = matches!(events.as_slice(), [Event::Moved(_)]);
        if nothing_but_the_place && !self.deck.slides[self.cursor.slide].is_breakdown() {
            events.clear();
        }
        for opened in self.channels_of_the_talk() {
            if !events.contains(&opened) {
                events.push(opened);
            }
        }
        events
    }

    /// Whether a command would close a poll, so that the ballots which came before it have to be counted first.
    #[must_use]
    pub fn would_close(&self, command: &Command) -> bool {
        let events = self.decide(command.clone()).unwrap_or_default();
        events.iter().any(|event| matches!(event, Event::Closed { .. }))
    }
}
