//! The leader board, and a phone's own place.

use gazouillis_core::Deck;
use gazouillis_core::deck::Layout;
use gazouillis_core::leaderboard::{Place, Standing};
use gazouillis_core::poll::BOARD_STEP;
use gazouillis_core::session::{ParticipantId, Session, Snapshot};
use gazouillis_core::survey::Stop;

use crate::{BoardPlace, BoardView, MyPlay};

/// How many places the room sees.
const ON_STAGE: usize = 5;

/// How many places the presenter sees.
const ON_CONSOLE: usize = 10;

fn board(deck: &Deck, now: &Snapshot, most: usize) -> BoardView {
    let standing = &now.standing;
    let place = |place: &Place| {
        Some(BoardPlace {
            rank: place.rank,
            nickname: place.nickname?.words(deck.language),
            points: place.points,
            gain: place.gain,
        })
    };
    BoardView {
        players: standing.players(),
        minimum: now.minimum_group,
        places: enough(standing, now.minimum_group).then(|| standing.top(most).filter_map(place).collect()),
        gone: now.finished,
    }
}

/// Whether so many play that a place on the board says little of anybody.
fn enough(standing: &Standing, minimum: u32) -> bool {
    standing.players() >= minimum
}

/// The board, where the room is at its step or on a slide of its own.
pub(super) fn on_stage(deck: &Deck, now: &Snapshot) -> Option<BoardView> {
    let slide = &deck.slides[now.cursor.slide];
    let (poll, step) = match (now.overlay, deck.stop(now.cursor)) {
        (Some(overlay), _) => (Some(overlay.poll), overlay.step),
        (None, Some(Stop::Show { poll, step })) => (Some(poll), step),
        (None, _) => (None, 0),
    };
    let at_its_step = poll.is_some_and(|poll| deck.polls[poll].has_board()) && step >= BOARD_STEP;
    let of_its_own = now.overlay.is_none() && slide.layout == Layout::Leaderboard;
    (at_its_step || of_its_own).then(|| board(deck, now, ON_STAGE))
}

/// The board as the presenter sees it, once there is anything on it.
#[must_use]
pub fn console_board(deck: &Deck, now: &Snapshot) -> Option<BoardView> {
    (deck.leaderboard && now.standing.players() > 0).then(|| board(deck, now, ON_CONSOLE))
}

/// Grows whenever phones have something new to ask about their own game; `None` where nobody plays.
pub(super) fn edition(now: &Snapshot) -> Option<u64> {
    now.is_played.then(|| 1 + now.standing.edition)
}

/// What one phone sees of its own game, where the talk has one.
pub(super) fn mine(session: &Session, participant: ParticipantId) -> Option<MyPlay> {
    if !session.is_played() {
        return None;
    }
    let (deck, standing) = (session.deck(), session.standing());
    let place = standing.of(participant);
    let ranked = deck.leaderboard && enough(standing, session.minimum_group());
    Some(MyPlay {
        nickname: session
            .nickname(participant)
            .map(|nickname| nickname.words(deck.language)),
        points: place.map(|place| place.points),
        gain: place.map_or(0, |place| place.gain),
        rank: place.filter(|_| ranked).map(|place| place.rank),
        players: standing.players(),
    })
}
