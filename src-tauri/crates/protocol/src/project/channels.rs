//! The channels, by role. None of it has an author: see `core::channel::Board`.

use gazouillis_core::budget::{Budget, afforded, bytes};
use gazouillis_core::channel::{Board, BoardQuestion, MOST_ASKED};
use gazouillis_core::kind::moderation::Status;
use gazouillis_core::session::{ParticipantId, Phase, Snapshot};
use gazouillis_core::{Deck, Layout, Session};

use crate::{
    ConsoleChannels, ConsolePoll, ConsoleQa, ConsoleQuestion, MoodView, MyQa, MyQuestion, PhoneChannels, PhoneQa,
    QuestionCard, QuestionState, StageChannels,
};

/// Phones are shown so many questions at most, and so many bytes of them, so that a view stays small.
const MOST_ON_PHONES: usize = 20;
const MOST_BYTES: usize = 4_500;

/// What the presenter has to decide about has so many bytes of JSON at most, texts and questions together; and questions so
/// many at least, of which those that wait have no more than half.
const MOST_LISTED: usize = 6_500;
const LEAST_LISTED: usize = 1_500;

/// The slide has room for so many.
const MOST_ON_STAGE: usize = 9;

/// The presenter looks at so many of each list at once.
const MOST_ON_CONSOLE: usize = 40;

fn card(question: &BoardQuestion) -> QuestionCard {
    QuestionCard {
        id: question.id,
        text: question.text.to_string(),
        votes: question.votes,
        pinned: question.pinned,
        answered: question.answered,
    }
}

/// The first questions of the room, as many as fit.
fn cards(board: &Board, most: usize) -> Vec<QuestionCard> {
    afforded(board.shown.iter().take(most).map(card), MOST_BYTES)
}

pub(super) fn phone(deck: &Deck, now: &Snapshot) -> Option<PhoneChannels> {
    let (board, reactions) = (&now.channels.qa, now.channels.reactions == Phase::Open);
    let open = board.phase == Phase::Open;
    (open || reactions).then(|| PhoneChannels {
        qa: open.then(|| PhoneQa {
            max: board.max as u32,
            moderated: board.reviews,
            shown: board.shown.len() as u32,
            questions: cards(board, MOST_ON_PHONES),
        }),
        reactions,
        mood: reactions && deck.channels.reactions.mood,
    })
}

pub(super) fn stage(deck: &Deck, now: &Snapshot) -> Option<StageChannels> {
    let (board, reactions) = (&now.channels.qa, now.channels.reactions == Phase::Open);
    let open = board.phase == Phase::Open;
    let here = deck.slides[now.cursor.slide].layout == Layout::Qa;
    // What is up for its answer stays up when no more may be asked.
    let pinned = board.shown.iter().find(|question| question.pinned);
    (open || reactions || here || pinned.is_some()).then(|| StageChannels {
        qa: open,
        moderated: board.reviews,
        reactions,
        shown: board.shown.len() as u32,
        questions: if here {
            cards(board, MOST_ON_STAGE)
        } else {
            pinned.map(card).into_iter().collect()
        },
        chirps: Vec::new(),
    })
}

/// The channels as the presenter sees them; `mood` is how the room follows, and `polls` is what is sent beside them.
#[must_use]
pub fn console_channels(deck: &Deck, now: &Snapshot, mood: MoodView, polls: &[ConsolePoll]) -> ConsoleChannels {
    let (board, reactions) = (&now.channels.qa, now.channels.reactions == Phase::Open);
    let beside: usize = polls.iter().filter_map(|poll| poll.queue.as_ref()).map(bytes).sum();
    let mut left = MOST_LISTED.saturating_sub(beside).max(LEAST_LISTED);
    let waiting = listed(&board.waiting, left / 2, &mut left);
    let shown = listed(&board.shown, left, &mut left);
    let hidden = listed(&board.hidden, left, &mut left);
    ConsoleChannels {
        qa: ConsoleQa {
            open: board.phase == Phase::Open,
            waiting,
            waiting_count: board.waiting.len() as u32,
            shown,
            shown_count: board.shown.len() as u32,
            hidden,
            hidden_count: board.hidden.len() as u32,
            authors: board.authors,
            review: board.reviews,
            filter: board.filters,
            keep: board.keeps,
        },
        reactions,
        mood: (reactions && deck.channels.reactions.mood).then_some(mood),
    }
}

/// The first questions of a list, at least one, which together have at most so many bytes; these are taken from what is left.
fn listed(questions: &[BoardQuestion], most: usize, left: &mut usize) -> Vec<ConsoleQuestion> {
    let mut budget = Budget::of(most);
    let list: Vec<ConsoleQuestion> = questions
        .iter()
        .take(MOST_ON_CONSOLE)
        .map(|question| ConsoleQuestion {
            id: question.id,
            spans: question.spans.to_vec(),
            votes: question.votes,
            pinned: question.pinned,
            answered: question.answered,
        })
        .take_while(|question| budget.pays_one(question))
        .collect();
    *left = left.saturating_sub(list.iter().map(bytes).sum());
    list
}

/// What a phone has to do with the questions; absent when it has nothing.
pub(super) fn mine(session: &Session, participant: ParticipantId) -> Option<MyQa> {
    let qa = session.channels().qa();
    let asked = qa.asked_by(participant);
    if qa.phase() == Phase::Pending && asked == 0 {
        return None;
    }
    let own = qa.of(participant).map(|mine| MyQuestion {
        id: mine.id,
        text: mine.text.to_string(),
        state: match mine.status {
            Status::Waiting | Status::Hidden => QuestionState::Waiting,
            Status::Shown if mine.answered => QuestionState::Answered,
            Status::Shown => QuestionState::Shown,
        },
    });
    Some(MyQa {
        questions: own.collect(),
        votes: qa.wanted_by(participant).collect(),
        left: MOST_ASKED.saturating_sub(asked),
    })
}
