//! What the presenter's own phone shows.

use gazouillis_core::deck::Slide;
use gazouillis_core::session::Snapshot;
use gazouillis_core::survey::Stop;
use gazouillis_core::{Deck, Poll};

use super::{Running, timer};
use crate::{RemotePlace, RemotePoll, RemoteView};

/// The place at which the talk is, as a press has to name it.
#[must_use]
pub fn remote_place(session: &str, deck: &Deck, now: &Snapshot) -> RemotePlace {
    RemotePlace {
        session: session.to_owned(),
        slide: now.cursor.slide as u32,
        step: now.overlay.map_or(now.cursor.step, |over| over.step),
        over: now.overlay.map(|over| deck.polls[over.poll].id.clone()),
    }
}

/// What a paired phone shows.
#[must_use]
pub fn remote(session: &str, deck: &Deck, now: &Snapshot, running: Option<Running>) -> RemoteView {
    let slide = &deck.slides[now.cursor.slide];
    let over = now.overlay.map(|over| over.poll);
    let asked = over.or_else(|| at_hand(deck, now, slide));
    RemoteView {
        seq: now.seq,
        title: deck.title.clone(),
        place: remote_place(session, deck, now),
        slides: deck.slides.len() as u32,
        steps: over.map_or(slide.steps, |poll| deck.polls[poll].steps()),
        here: over.map_or_else(|| title(deck, slide), |poll| Some(deck.polls[poll].ask.clone())),
        next: deck.slides.get(now.cursor.slide + 1).and_then(|next| title(deck, next)),
        notes: notes(slide, now),
        lang: deck.tag().to_owned(),
        blank: now.screen.blank.is_some(),
        finished: now.finished,
        joined: now.joined,
        poll: asked.map(|poll| remote_poll(deck, now, poll, running)),
    }
}

/// The poll of this step.
fn at_hand(deck: &Deck, now: &Snapshot, slide: &Slide) -> Option<usize> {
    match deck.stop(now.cursor) {
        Some(Stop::Show { poll, .. }) => Some(poll),
        Some(Stop::Ask | Stop::Close) => slide.polls.first().copied(),
        None => None,
    }
}

fn remote_poll(deck: &Deck, now: &Snapshot, index: usize, running: Option<Running>) -> RemotePoll {
    let (poll, state): (&Poll, _) = (&deck.polls[index], &now.polls[index]);
    RemotePoll {
        id: poll.id.clone(),
        ask: poll.ask.clone(),
        state: state.phase.into(),
        ballots: state.tally.ballots,
        revealed: state.revealed,
        hides_answer: poll.question.has_solution() && !state.answer_shown,
        timer: timer(deck, running, index),
    }
}

fn title(deck: &Deck, slide: &Slide) -> Option<String> {
    let asked = || slide.polls.first().map(|poll| deck.polls[*poll].ask.clone());
    slide.title.clone().or_else(asked)
}

/// The notes of the step; the last ones last.
fn notes(slide: &Slide, now: &Snapshot) -> String {
    let notes = slide.notes.get(usize::from(now.cursor.step)).or(slide.notes.last());
    notes.cloned().unwrap_or_default()
}
