//! From the session to what each role may see of it.

mod board;
mod channels;
mod mine;
mod observed;
mod remote;
mod room;
mod screen;
mod slides;
mod survey;

use std::collections::BTreeSet;

use gazouillis_core::deck::{Language, Slide};
use gazouillis_core::disclosure::LIVE_FROM;
use gazouillis_core::favourites::favourites;
use gazouillis_core::kind::{KindName, Tweet};
use gazouillis_core::poll::{Pair, ResultsVisibility};
use gazouillis_core::session::{Cursor, Phase, PollState as State, Snapshot};
use gazouillis_core::survey::Stop;
use gazouillis_core::{Deck, Poll, Question, Solution, Tally};

pub use board::console_board;
pub use channels::console_channels;
pub use mine::me;
pub use observed::console_observed;
pub use remote::{remote, remote_place};
use room::{breakdown, change};
pub use screen::{on_projector, projector, screen};
pub use slides::{console_deck, stage_deck};

use crate::TimerView;
use crate::deck::SlidePoll;
use crate::stage::OptionNote;
use crate::{
    BreakdownSince, ConsolePoll, JoinView, OverlayView, PhonePoll, PhoneView, PollState, ResultsView, StagePoll,
    StageView,
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

fn results(poll: &Poll, state: &State, tally: &Tally) -> ResultsView {
    ResultsView {
        ballots: tally.ballots,
        figures: tally.figures(&poll.question, &state.moderation),
    }
}

/// What may be told to the room of a poll, once anything may.
fn told<'s>(poll: &Poll, now: &'s Snapshot, index: usize) -> Option<&'s Tally> {
    let state = &now.polls[index];
    if poll.question.is_let_through(&state.moderation) {
        return Some(&state.tally);
    }
    now.bars[index].room.as_deref()
}

fn solution(poll: &Poll, state: &State) -> Option<Solution> {
    poll.question.solution(&state.tally.counts)
}

/// The small line under a question. Where the room improves a tweet it is that tweet, for as long as everybody may see it.
fn hint(deck: &Deck, now: &Snapshot, poll: &Poll) -> Option<String> {
    let Question::Tweet(Tweet {
        improves: Some(original),
        ..
    }) = &poll.question
    else {
        return poll.hint.clone();
    };
    let of = deck.poll_index(&original.poll)?;
    let state = &now.polls[of];
    let question = &deck.polls[of].question;
    let text = question.shown_tweet(&state.tally.counts, &state.moderation, original.text)?;
    Some(match deck.language {
        Language::Fr => format!("«\u{a0}{text}\u{a0}»"),
        Language::En => format!("“{text}”"),
    })
}

/// The poll that phones show: the open one, or the one that is on the projector once it has been open. While a survey is made,
/// it is the one of its polls that a phone begins with.
#[must_use]
pub fn asked_on_phones(deck: &Deck, now: &Snapshot) -> Option<usize> {
    let on_projector = match (now.overlay, deck.stop(now.cursor)) {
        (Some(overlay), _) => Some(overlay.poll),
        (None, Some(Stop::Show { poll, .. })) => Some(poll),
        (None, Some(Stop::Ask | Stop::Close)) => deck.slides[now.cursor.slide].polls.first().copied(),
        (None, None) => None,
    };
    let has_been_open = |poll: &usize| now.polls[*poll].phase != Phase::Pending;
    now.open_poll().or(on_projector.filter(has_been_open))
}

/// The kinds of question that the talk asks, each once.
#[must_use]
pub fn kinds(deck: &Deck) -> Vec<KindName> {
    let kinds: BTreeSet<KindName> = deck.polls.iter().map(|poll| poll.question.name()).collect();
    kinds.into_iter().collect()
}

/// The timer that runs, and the poll it is of.
#[derive(Debug, Clone, Copy)]
pub struct Running {
    /// Index of the poll.
    pub poll: usize,
    /// What is told of it.
    pub timer: TimerView,
}

/// The time that a poll has left; a survey has one for all of its polls.
fn timer(deck: &Deck, running: Option<Running>, poll: usize) -> Option<TimerView> {
    running
        .filter(|running| running.poll == poll || deck.company(running.poll).contains(&poll))
        .map(|running| running.timer)
}

/// What phones see.
#[must_use]
pub fn phone(session: &str, deck: &Deck, now: &Snapshot, running: Option<Running>) -> PhoneView {
    let asked = asked_on_phones(deck, now);
    PhoneView {
        seq: now.seq,
        session: session.to_owned(),
        title: deck.title.clone(),
        language: deck.language,
        lang: deck.spoken.clone(),
        rehearsal: now.simulated,
        finished: now.finished,
        has_profiles: !deck.typology.profiles.is_empty(),
        profile_ready: now.breakdown_shown,
        poll: asked.map(|poll| phone_poll(deck, now, poll, running)),
        survey: asked.and_then(|poll| survey::on_phones(deck, now, poll)),
        channels: channels::phone(deck, now),
        play: board::edition(now),
    }
}

fn phone_poll(deck: &Deck, now: &Snapshot, index: usize, running: Option<Running>) -> PhonePoll {
    let poll = &deck.polls[index];
    let state = &now.polls[index];
    PhonePoll {
        id: poll.id.clone(),
        ask: poll.ask.clone(),
        hint: hint(deck, now, poll),
        speed: poll.speed.is_on(),
        question: poll.question.view(),
        state: state.phase.into(),
        timer: timer(deck, running, index),
        results: told(poll, now, index)
            .filter(|_| state.revealed)
            .map(|tally| results(poll, state, tally)),
        solution: solution(poll, state).filter(|_| state.answer_shown),
        explain: poll.explain.clone().filter(|_| state.answer_shown),
        upvotes: (state.phase == Phase::Open && deck.shows_while_open(index))
            .then(|| told(poll, now, index))
            .flatten()
            .and_then(|tally| poll.question.upvotable(&tally.counts, &state.moderation)),
    }
}

/// Where the talk is, as the room may see it.
#[must_use]
pub fn stage(
    session: &str,
    deck: &Deck,
    now: &Snapshot,
    here: u32,
    join: &JoinView,
    running: Option<Running>,
) -> StageView {
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
        blank: None,
        overlay: now.overlay.map(|overlay| OverlayView {
            poll: SlidePoll {
                hint: hint(deck, now, &deck.polls[overlay.poll]),
                ..slides::slide_poll(&deck.polls[overlay.poll])
            },
            step: overlay.step,
            steps: deck.polls[overlay.poll].steps(),
        }),
        edition: now.edition,
        poll: stage_poll(deck, now, slide, running),
        survey: survey::on_stage(deck, now, running),
        breakdown: now.breakdown.as_ref().map(|shown| breakdown(deck, now, shown)),
        board: board::on_stage(deck, now),
        change: now
            .change
            .as_ref()
            .filter(|change| now.polls[change.after_poll].revealed)
            .filter(|change| {
                deck.polls[change.before_poll].pair != Some(Pair::Then) || now.polls[change.before_poll].revealed
            })
            .map(|told| crate::ChangeView {
                as_told: now.change_as_told.as_deref().and_then(room::as_told),
                ..change(deck, told)
            }),
        favourites: liked_best(deck, now, slide),
        channels: channels::stage(deck, now),
    }
}

/// What the slide shows again of an earlier poll: nothing until the room has seen that poll's results on its own slide.
fn liked_best(deck: &Deck, now: &Snapshot, slide: &Slide) -> Vec<String> {
    let shown = slide.favourites.filter(|_| now.overlay.is_none());
    let Some(shown) = shown.filter(|shown| now.polls[shown.poll].revealed) else {
        return Vec::new();
    };
    let poll = &deck.polls[shown.poll];
    let told = told(poll, now, shown.poll);
    told.map(|tally| results(poll, &now.polls[shown.poll], tally))
        .map(|results| favourites(&poll.question, &results.figures, shown.top))
        .unwrap_or_default()
}

/// What has changed since the room's breakdown was drawn, for the presenter.
#[must_use]
pub fn breakdown_since(now: &Snapshot) -> Option<BreakdownSince> {
    room::since(now)
}

/// A poll's own slide shows live results while it is asked, and the rest step by step, so that going back hides again
/// what a later step shows. A results slide shows what has been revealed before.
fn stage_poll(deck: &Deck, now: &Snapshot, slide: &Slide, running: Option<Running>) -> Option<StagePoll> {
    let (index, asked_here, step) = match (now.overlay, deck.stop(now.cursor)) {
        (Some(overlay), _) => (overlay.poll, true, overlay.step),
        (None, Some(Stop::Show { poll, step })) => (poll, true, step),
        (None, Some(Stop::Ask | Stop::Close)) => (slide.poll()?, true, 0),
        (None, None) => (slide.results_of?, false, now.cursor.step),
    };
    let poll = &deck.polls[index];
    let state = &now.polls[index];
    let live = asked_here && poll.results == ResultsVisibility::Live && state.phase != Phase::Pending;
    let revealed = state.revealed && (!asked_here || step >= 1);
    let answered = state.answer_shown && (!asked_here || step >= 2);
    let bars = told(poll, now, index).filter(|_| if state.revealed { live || revealed } else { live });
    let let_through = poll.question.is_let_through(&state.moderation);
    let notes = poll.question.options().iter().filter_map(|option| {
        Some(OptionNote {
            id: option.id.clone(),
            text: option.note.clone()?,
        })
    });
    Some(StagePoll {
        id: poll.id.clone(),
        state: state.phase.into(),
        ballots: state.tally.ballots,
        hands: state.hands.iter().sum(),
        timer: timer(deck, running, index),
        round: poll.round,
        results: bars.map(|tally| results(poll, state, tally)),
        live_from: (live && !state.revealed && !now.simulated && !let_through).then_some(LIVE_FROM),
        solution: solution(poll, state).filter(|_| answered),
        explain: poll.explain.clone().filter(|_| answered),
        notes: if answered { notes.collect() } else { Vec::new() },
    })
}

/// Leaves out of the presenter's polls what the stage's view beside them says already.
pub fn say_once(polls: &mut [ConsolePoll], stage: &StageView) {
    let Some(shown) = &stage.poll else { return };
    for poll in polls.iter_mut().filter(|poll| poll.id == shown.id) {
        if poll.results == shown.results {
            poll.results = None;
        }
    }
}

/// The polls whose results the presenter may be shown beside the slide or in the preview of what comes next. Those of all others
/// would only make the view longer.
fn near(deck: &Deck, now: &Snapshot) -> Vec<usize> {
    let Cursor { slide, step } = now.cursor;
    let places = [(slide, step), (slide, step + 1), (slide + 1, 0)];
    let on = |(slide, step): (usize, u16)| -> [Option<usize>; 3] {
        let place = Cursor { slide, step };
        let Some(slide) = deck.slides.get(slide) else {
            return [None; 3];
        };
        let shown = match deck.stop(place) {
            Some(Stop::Show { poll, .. }) => Some(poll),
            _ => None,
        };
        [shown, slide.polls.first().copied(), slide.results_of]
    };
    let open = (0..deck.polls.len()).find(|poll| now.polls[*poll].phase == Phase::Open);
    let over = now.overlay.map(|overlay| overlay.poll);
    places
        .into_iter()
        .flat_map(on)
        .flatten()
        .chain(open)
        .chain(over)
        .collect()
}

/// The polls as the presenter sees them.
#[must_use]
pub fn console_polls(deck: &Deck, now: &Snapshot, running: Option<Running>) -> Vec<ConsolePoll> {
    let slide = &deck.slides[now.cursor.slide];
    let overlay = now.overlay.map(|overlay| overlay.poll);
    let shown = match deck.stop(now.cursor) {
        Some(Stop::Show { poll, .. }) => Some(poll),
        _ => slide.poll(),
    };
    // Of a survey nothing that was typed is shown before its own step comes: then is the time to decide about it.
    let open = now.open_poll().filter(|poll| deck.company(*poll).len() == 1);
    let at_hand = [open, shown, slide.results_of, overlay];
    let near = near(deck, now);
    let mut polls: Vec<ConsolePoll> = deck
        .polls
        .iter()
        .zip(&now.polls)
        .enumerate()
        .filter(|(_, (poll, _))| !poll.is_withdrawn())
        .map(|(index, (poll, state))| ConsolePoll {
            id: poll.id.clone(),
            slide: deck.slide_of_poll(index).map(|slide| slide as u32),
            asked: deck.slide_of_poll(index).is_none().then(|| slides::slide_poll(poll)),
            solution: if deck
                .slide_of_poll(index)
                .is_none_or(|slide| deck.slides[slide].poll().is_none())
            {
                slides::solution_of(poll)
            } else {
                None
            },
            round: poll.round,
            improvised: poll.improvised,
            timer: timer(deck, running, index),
            hands: (*state.hands).clone(),
            state: state.phase.into(),
            revealed: state.revealed,
            answer_shown: state.answer_shown,
            ballots: state.tally.ballots,
            results: now.bars[index]
                .presenter
                .as_ref()
                .filter(|_| near.contains(&index))
                .map(|tally| results(poll, state, tally)),
            queue: at_hand
                .contains(&Some(index))
                .then(|| poll.question.queue(&state.tally.counts, &state.moderation))
                .flatten(),
            keeps: poll.question.takes_texts().then(|| state.moderation.keeps()),
        })
        .collect();
    // A question that was added while the talk runs stands where its slide is.
    polls.sort_by_key(|poll| poll.slide.unwrap_or(u32::MAX));
    polls
}
