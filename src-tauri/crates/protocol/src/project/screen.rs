//! What reaches the projector of where the talk is: all of it, what it showed when it was frozen, or no results.

use gazouillis_core::Deck;
use gazouillis_core::session::Snapshot;

use super::{Running, stage};
use crate::{JoinView, ScreenView, StageView};

/// The talk and the session as the projector shows them: as they are, or as they were when it was frozen.
#[must_use]
pub fn on_projector<'s>(deck: &'s Deck, now: &'s Snapshot) -> (&'s Deck, &'s Snapshot) {
    match &now.picture {
        Some(picture) => (&picture.deck, &picture.snapshot),
        None => (deck, now),
    }
}

/// What the projector shows. The way in stays true on it even when it is frozen.
#[must_use]
pub fn projector(
    session: &str,
    deck: &Deck,
    now: &Snapshot,
    here: u32,
    join: &JoinView,
    running: Option<Running>,
) -> StageView {
    let (deck, shown) = on_projector(deck, now);
    let running = running.filter(|_| !now.screen.frozen);
    let mut view = stage(session, deck, shown, here, join, running);
    (view.seq, view.joined, view.blank) = (now.seq, now.joined, now.screen.blank);
    if now.screen.results_hidden {
        hide_results(&mut view);
    }
    view
}

/// Leaves out everything that people answered, and what is right.
fn hide_results(view: &mut StageView) {
    (view.breakdown, view.board, view.change) = (None, None, None);
    view.favourites.clear();
    if let Some(poll) = &mut view.poll {
        (poll.results, poll.live_from, poll.solution, poll.explain) = (None, None, None, None);
        poll.notes.clear();
    }
}

/// What the presenter is told of the projector.
#[must_use]
pub fn screen(deck: &Deck, now: &Snapshot) -> ScreenView {
    let (_, shown) = on_projector(deck, now);
    ScreenView {
        blank: now.screen.blank,
        frozen: now.screen.frozen,
        results_hidden: now.screen.results_hidden,
        slide: shown.cursor.slide as u32,
    }
}
