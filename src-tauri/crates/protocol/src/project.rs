//! From the session to what each role may see of it.

mod mine;
mod room;
mod slides;

use gazouillis_core::deck::Slide;
use gazouillis_core::disclosure::LIVE_FROM;
use gazouillis_core::poll::{PollKind, ResultsVisibility};
use gazouillis_core::session::{Phase, Snapshot};
use gazouillis_core::{Deck, Poll, Tally};

pub use mine::me;
use room::{breakdown, change};
pub use slides::{console_deck, stage_deck};

use crate::stage::OptionNote;
use crate::{
    Bar, BreakdownSince, ConsolePoll, JoinView, OptionView, PhonePoll, PhoneView, PollKindName, PollState, ResultsView,
    StagePoll, StageView,
};

impl From<Phase> for PollState {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Pending => Self::Pending,
            Phase::Open => Self::Open,
            Phase::Closed => Self::Closed,
        }
    }
}

impl From<&PollKind> for PollKindName {
    fn from(kind: &PollKind) -> Self {
        match kind {
            PollKind::Single => Self::Single,
            PollKind::Multiple { .. } => Self::Multiple,
            PollKind::Quiz { .. } => Self::Quiz,
        }
    }
}

fn max_choices(poll: &Poll) -> u32 {
    match poll.kind {
        PollKind::Multiple { max } => max as u32,
        PollKind::Single | PollKind::Quiz { .. } => 1,
    }
}

fn options(poll: &Poll) -> Vec<OptionView> {
    poll.options
        .iter()
        .map(|option| OptionView {
            id: option.id.clone(),
            text: option.text.clone(),
        })
        .collect()
}

fn results(poll: &Poll, tally: &Tally) -> ResultsView {
    let percents = tally.percentages(&poll.kind);
    let counted = tally.counts.iter().zip(percents);
    let bars = poll.options.iter().zip(counted).map(|(option, (&count, percent))| Bar {
        id: option.id.clone(),
        count,
        percent,
    });
    ResultsView {
        ballots: tally.ballots,
        bars: bars.collect(),
    }
}

fn right_ids(poll: &Poll) -> Option<Vec<String>> {
    match &poll.kind {
        PollKind::Quiz { right, .. } => Some(right.iter().map(|&index| poll.options[index].id.clone()).collect()),
        PollKind::Single | PollKind::Multiple { .. } => None,
    }
}

fn explain(poll: &Poll) -> Option<String> {
    match &poll.kind {
        PollKind::Quiz { explain, .. } => explain.clone(),
        PollKind::Single | PollKind::Multiple { .. } => None,
    }
}

/// What phones see: the open poll, or the one of the slide that is up once it has been open.
#[must_use]
pub fn phone(session: &str, deck: &Deck, now: &Snapshot) -> PhoneView {
    let on_slide = deck.slides[now.cursor.slide]
        .poll
        .filter(|poll| now.polls[*poll].phase != Phase::Pending);
    PhoneView {
        seq: now.seq,
        session: session.to_owned(),
        title: deck.title.clone(),
        language: deck.language,
        rehearsal: now.simulated,
        finished: now.finished,
        profile_ready: now.breakdown_shown,
        poll: now.open_poll().or(on_slide).map(|poll| phone_poll(deck, now, poll)),
    }
}

fn phone_poll(deck: &Deck, now: &Snapshot, index: usize) -> PhonePoll {
    let poll = &deck.polls[index];
    let state = &now.polls[index];
    PhonePoll {
        id: poll.id.clone(),
        kind: (&poll.kind).into(),
        ask: poll.ask.clone(),
        hint: poll.hint.clone(),
        options: options(poll),
        max_choices: max_choices(poll),
        state: state.phase.into(),
        results: now.bars[index]
            .room
            .as_ref()
            .filter(|_| state.revealed)
            .map(|tally| results(poll, tally)),
        right: right_ids(poll).filter(|_| state.answer_shown),
        explain: explain(poll).filter(|_| state.answer_shown),
    }
}

/// What the projector shows.
#[must_use]
pub fn stage(session: &str, deck: &Deck, now: &Snapshot, here: u32, join: &JoinView) -> StageView {
    let slide = &deck.slides[now.cursor.slide];
    let step = now.cursor.step;
    StageView {
        seq: now.seq,
        session: session.to_owned(),
        slide: now.cursor.slide as u32,
        step,
        here,
        joined: now.joined,
        rehearsal: now.simulated,
        finished: now.finished,
        join: join.clone(),
        poll: stage_poll(deck, now, slide),
        breakdown: now.breakdown.as_ref().map(|shown| breakdown(deck, now, shown)),
        change: now
            .change
            .as_ref()
            .filter(|change| now.polls[change.after_poll].revealed)
            .map(|told| change(deck, told)),
    }
}

/// What has changed since the room's breakdown was drawn, for the presenter.
#[must_use]
pub fn breakdown_since(now: &Snapshot) -> Option<BreakdownSince> {
    room::since(now)
}

/// A poll's own slide shows live results while it is asked, and the rest step by step, so that going back hides again
/// what a later step shows. A results slide shows what has been revealed before.
fn stage_poll(deck: &Deck, now: &Snapshot, slide: &Slide) -> Option<StagePoll> {
    let index = slide.poll.or(slide.results_of)?;
    let poll = &deck.polls[index];
    let state = &now.polls[index];
    let asked_here = slide.poll.is_some();
    let live = asked_here && poll.results == ResultsVisibility::Live && state.phase != Phase::Pending;
    let revealed = state.revealed && (!asked_here || now.cursor.step >= 1);
    let answered = state.answer_shown && (!asked_here || now.cursor.step >= 2);
    let bars = now.bars[index]
        .room
        .as_ref()
        .filter(|_| if state.revealed { live || revealed } else { live });
    let notes = poll.options.iter().filter_map(|option| {
        Some(OptionNote {
            id: option.id.clone(),
            text: option.note.clone()?,
        })
    });
    Some(StagePoll {
        id: poll.id.clone(),
        state: state.phase.into(),
        ballots: state.tally.ballots,
        results: bars.map(|tally| results(poll, tally)),
        live_from: (live && !state.revealed && !now.simulated).then_some(LIVE_FROM),
        right: right_ids(poll).filter(|_| answered),
        explain: explain(poll).filter(|_| answered),
        notes: if answered { notes.collect() } else { Vec::new() },
    })
}

/// The polls as the presenter sees them.
#[must_use]
pub fn console_polls(deck: &Deck, now: &Snapshot) -> Vec<ConsolePoll> {
    let polls = deck
        .polls
        .iter()
        .zip(&now.polls)
        .enumerate()
        .map(|(index, (poll, state))| ConsolePoll {
            id: poll.id.clone(),
            slide: deck.slide_of_poll(index).unwrap_or_default() as u32,
            state: state.phase.into(),
            revealed: state.revealed,
            answer_shown: state.answer_shown,
            ballots: state.tally.ballots,
            results: now.bars[index].presenter.as_ref().map(|tally| results(poll, tally)),
        });
    polls.collect()
}
