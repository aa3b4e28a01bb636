//! The talk is edited while its session runs: what its file says now is taken in.
//!
//! **Rule.** An index of a poll means the same question for as long as the session lasts, since ballots on their way name it. So
//! a question that is edited leaves its place to a new one, and one that was answered is not edited at all: it stays as it was
//! asked, with every other that is compared with it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Cursor, Event, MOST_POLLS, Phase, PollState, Rejection, Session};
use crate::deck::{Deck, Slide};
use crate::favourites::Favourites;
use crate::poll::Poll;

/// How an edited talk is taken in.
struct Plan {
    /// For each poll of the edited talk its index in the session.
    places: Vec<usize>,
    /// What it asks that the session has not: these follow the session's polls.
    added: Vec<Poll>,
    /// What nobody has answered and the talk no longer asks.
    withdrawn: Vec<usize>,
    /// What was answered and is on no slide any more.
    left: Vec<usize>,
}

impl Session {
    /// The polls of the talk's file that are edited there, and stay as they were asked because somebody has answered them, by id.
    #[must_use]
    pub fn kept_as_asked(&self) -> Vec<String> {
        let now = self.places_now();
        let kept = self.talk.polls.iter().filter(|poll| {
            let here = now.get(poll.id.as_str()).map(|index| &self.deck.polls[*index]);
            here.is_some_and(|here| self.is_answered(poll.stem()) && !here.asks_like(poll))
        });
        kept.map(|poll| poll.id.clone()).collect()
    }

    /// Whether anybody has answered a question, or one that is compared with it, in any round.
    fn is_answered(&self, stem: &str) -> bool {
        let rounds = self.deck.polls.iter().zip(&self.polls);
        rounds
            .filter(|(poll, _)| poll.stem() == stem)
            .any(|(_, state)| state.is_answered())
    }

    /// Whether nobody has left anything that could be lost: nobody joined, and nothing was counted by hand.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.participants.is_empty() && !self.counts_profiles()
    }

    /// Whether anything was counted that gives points to the profiles of the talk, or was seen of them.
    fn counts_profiles(&self) -> bool {
        self.polls.iter().any(PollState::is_answered) || self.observed.total() > 0
    }

    /// Where the polls of the talk's file are now, by id: a question that was begun anew has another place.
    fn places_now(&self) -> HashMap<&str, usize> {
        let slides = self.talk.slides.iter().zip(&self.deck.slides);
        slides
            .flat_map(|(written, here)| written.polls.iter().zip(&here.polls))
            .map(|(written, here)| (self.talk.polls[*written].id.as_str(), *here))
            .collect()
    }

    fn plan(&self, talk: &Deck) -> Plan {
        let now = self.places_now();
        let mut plan = Plan {
            places: Vec::new(),
            added: Vec::new(),
            withdrawn: Vec::new(),
            left: Vec::new(),
        };
        for poll in &talk.polls {
            let here = now.get(poll.id.as_str()).copied();
            let here = here.or_else(|| self.deck.poll_index(&poll.id));
            let is_answered = self.is_answered(poll.stem());
            let written = self.talk.polls.iter().find(|written| written.id == poll.id);
            if let Some(here) = here.filter(|_| is_answered || written == Some(poll)) {
                plan.places.push(here);
                continue;
            }
            plan.withdrawn.extend(here);
            plan.places.push(self.polls.len() + plan.added.len());
            plan.added.push(Poll {
                // It is not compared with what was asked in other words.
                pair: poll.pair.filter(|_| !is_answered),
                ..poll.clone()
            });
        }
        let known: HashSet<&str> = talk.polls.iter().map(|poll| poll.id.as_str()).collect();
        for (id, here) in now {
            if !known.contains(id) {
                let gone = if self.is_answered(self.deck.polls[here].stem()) {
                    &mut plan.left
                } else {
                    &mut plan.withdrawn
                };
                gone.push(here);
            }
        }
        plan.withdrawn.sort_unstable();
        plan.withdrawn.dedup();
        plan.left.sort_unstable();
        plan
    }

    /// Whether the session begins anew with the edited talk: nobody has done anything yet, and not all of it can be taken in.
    fn begins_anew(&self, talk: &Deck, plan: &Plan) -> bool {
        let settings = |deck: &Deck| (deck.channels, deck.leaderboard, deck.minimum_group);
        let same = plan.withdrawn.is_empty()
            && self.deck.typology.counts_like(&talk.typology)
            && settings(&self.deck) == settings(talk);
        self.is_untouched() && !same
    }

    pub(super) fn revise(&self, talk: Box<Deck>) -> Result<Vec<Event>, Rejection> {
        if *talk == *self.talk {
            return Ok(Vec::new());
        }
        let plan = self.plan(&talk);
        let mut events = Vec::new();
        let begins_anew = self.begins_anew(&talk, &plan);
        if !begins_anew {
            if !self.deck.typology.counts_like(&talk.typology) && self.counts_profiles() {
                return Err(Rejection::ProfilesAnswered);
            }
            if self.polls.len() + plan.added.len() > MOST_POLLS {
                return Err(Rejection::TooManyPolls);
            }
            let gone = |poll: &usize| plan.withdrawn.contains(poll) || plan.left.contains(poll);
            events.extend(self.open_polls().filter(gone).map(|poll| Event::Closed { poll }));
            if self.overlay.is_some_and(|overlay| gone(&overlay.poll)) {
                events.push(Event::Covered(None));
            }
        }
        events.push(Event::Revised(talk));
        let mut then = self.clone();
        for event in &events {
            then.evolve(event);
        }
        events.extend(if begins_anew {
            then.opening_events()
        } else {
            then.arrive_again()
        });
        Ok(events)
    }

    /// What being on the slide means now that it may ask something else.
    fn arrive_again(&self) -> Vec<Event> {
        if self.overlay.is_some() {
            return Vec::new();
        }
        let mut events = self.enter(self.cursor);
        let shows_breakdown = self.deck.slides[self.cursor.slide].is_breakdown() && !self.breakdown_shown;
        if events.len() == 1 && !shows_breakdown {
            events.clear();
        }
        events
    }

    /// Where the talk is in the edited one: on the same slide, wherever it is now.
    fn seat(&self, talk: &Deck, plan: &Plan) -> Cursor {
        let slide = same_slide(&self.talk, talk, self.cursor.slide);
        let here = &talk.slides[slide];
        let is_asked_anew = here.polls.iter().any(|poll| plan.places[*poll] >= self.polls.len());
        let step = if is_asked_anew { 0 } else { self.cursor.step };
        Cursor { slide, step }
    }
}

/// The fold.
impl Session {
    pub(super) fn take_revision(&mut self, talk: Deck) {
        let plan = self.plan(&talk);
        let seat = self.seat(&talk, &plan);
        self.edition += 1;
        if self.begins_anew(&talk, &plan) {
            let asks = !talk.slides[seat.slide].polls.is_empty();
            *self = Self {
                screen: self.screen,
                picture: self.picture.take(),
                edition: self.edition,
                rehearsal: self.rehearsal,
                seq: self.seq,
                ..Self::new(Arc::new(talk))
            };
            self.sit(if asks { Cursor { step: 0, ..seat } } else { seat });
            return;
        }
        for &poll in &plan.withdrawn {
            let gone = self.deck.polls[poll].withdrawn(poll);
            self.polls[poll] = PollState {
                phase: Phase::Closed,
                ..PollState::new(&gone)
            };
            Arc::make_mut(&mut self.deck).polls[poll] = gone;
        }
        for poll in plan.added {
            self.add_poll(poll);
        }
        let here = Arc::make_mut(&mut self.deck);
        *here = Deck {
            polls: std::mem::take(&mut here.polls),
            // What people were promised when they joined.
            minimum_group: here.minimum_group,
            channels: here.channels,
            leaderboard: here.leaderboard,
            ..talk.clone()
        };
        for slide in &mut here.slides {
            for poll in slide.named_mut() {
                *poll = plan.places[*poll];
            }
        }
        for slide in 0..here.slides.len() {
            let stops = here.stops(&here.slides[slide]).len() as u16;
            if stops > 0 {
                here.slides[slide].steps = stops;
            }
        }
        if !self.polls.iter().any(PollState::is_answered) {
            let scores = crate::typology::Scores::new(&self.deck.typology);
            for person in &mut self.participants {
                person.scores = scores.clone();
            }
        }
        self.keep_observed(&talk);
        self.talk = Arc::new(talk);
        self.sit(seat);
    }

    /// Takes a place, or the nearest step of its slide.
    fn sit(&mut self, seat: Cursor) {
        let steps = self.deck.slides[seat.slide].steps;
        self.cursor = Cursor {
            step: seat.step.min(steps.saturating_sub(1)),
            ..seat
        };
    }

    /// Whether a talk can be taken in: its own places and names are there, and the profiles count as they did.
    pub(super) fn fits_revision(&self, talk: &Deck) -> bool {
        let has = |poll: &usize| *poll < talk.polls.len();
        let profile = |profile: &usize| *profile < talk.typology.profiles.len();
        let whole = talk
            .slides
            .iter()
            .all(|slide| slide.steps > 0 && slide.named().all(has) && slide.profile.iter().all(profile));
        let room = self.polls.len() + talk.polls.len() <= 2 * MOST_POLLS;
        let counts = self.deck.typology.counts_like(&talk.typology);
        whole && !talk.slides.is_empty() && room && (counts || !self.counts_profiles())
    }
}

impl PollState {
    /// Whether somebody has answered, by phone or by hand.
    fn is_answered(&self) -> bool {
        self.tally.ballots > 0 || !self.hands.is_empty()
    }
}

/// Where a slide of one version of a talk is in another. What stands before the first and after the last edit is where it was, counted
/// from its end; in between a slide is known by its name or title; and where that is gone, the place is the same.
fn same_slide(before: &Deck, after: &Deck, slide: usize) -> usize {
    let alike = |old: usize, new: usize| is_alike((before, &before.slides[old]), (after, &after.slides[new]));
    let (old, new) = (before.slides.len(), after.slides.len());
    let shorter = old.min(new);
    let head = (0..shorter).take_while(|&at| alike(at, at)).count();
    let tail = (1..=shorter - head)
        .take_while(|&from_end| alike(old - from_end, new - from_end))
        .count();
    if slide < head {
        return slide;
    }
    if slide >= old - tail {
        return slide + new - old;
    }
    if before.cut != after.cut {
        return next_in_both((before, after), slide);
    }
    let here = &before.slides[slide];
    let edited = head..new - tail;
    let nearest = |is: &dyn Fn(&Slide) -> bool| {
        let found = edited.clone().filter(|&at| is(&after.slides[at]));
        found.min_by_key(|at| at.abs_diff(slide))
    };
    let same_title = |other: &Slide| other.title.is_some() && other.title == here.title;
    nearest(&|other| is_alike((before, here), (after, other)))
        .or_else(|| nearest(&same_title))
        .unwrap_or_else(|| slide.min((new - tail).saturating_sub(1)).min(new - 1))
}

/// Where the talk goes on when it is given in another length: on the slide at hand, else on the first one after it that both have.
fn next_in_both((before, after): (&Deck, &Deck), slide: usize) -> usize {
    let place = |old: usize| {
        let alike = |new: &usize| is_alike((before, &before.slides[old]), (after, &after.slides[*new]));
        (0..after.slides.len()).find(alike)
    };
    (slide..before.slides.len())
        .find_map(place)
        .unwrap_or(after.slides.len() - 1)
}

/// Whether two slides say the same, whatever their numbers.
fn is_alike((before, old): (&Deck, &Slide), (after, new): (&Deck, &Slide)) -> bool {
    let polls = |deck: &Deck, slide: &Slide| -> Vec<String> {
        slide.named().map(|poll| deck.polls[*poll].id.clone()).collect()
    };
    let without_numbers = |slide: &Slide| Slide {
        id: String::new(),
        polls: Vec::new(),
        results_of: None,
        favourites: slide.favourites.map(|favourites| Favourites { poll: 0, ..favourites }),
        ..slide.clone()
    };
    polls(before, old) == polls(after, new) && without_numbers(old) == without_numbers(new)
}
