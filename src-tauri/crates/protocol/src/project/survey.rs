//! Several polls on one slide: the list that a phone walks through, and how the room gets on with it.

use gazouillis_core::Deck;
use gazouillis_core::session::{Phase, Snapshot};
use gazouillis_core::survey::Stop;

use super::Running;
use crate::{PhonePoll, PollState, SurveyView};

/// The questions of the survey that phones walk through while `asked`, one of its polls, is the first to show: as long as it is
/// open, and until the room is shown the first of its results. Nothing of what was answered is in it.
pub(super) fn on_phones(deck: &Deck, now: &Snapshot, asked: usize) -> Option<Vec<PhonePoll>> {
    let survey = deck.slides[deck.slide_of_poll(asked)?].survey();
    let shows_one = matches!(deck.stop(now.cursor), Some(Stop::Show { .. }));
    let is_open = survey.iter().any(|poll| now.polls[*poll].phase == Phase::Open);
    let covered = now.overlay.is_some_and(|overlay| overlay.poll == asked);
    if survey.is_empty() || covered || shows_one && !is_open {
        return None;
    }
    let begun = survey.iter().filter(|poll| now.polls[**poll].phase != Phase::Pending);
    let polls = begun.map(|&index| {
        let poll = &deck.polls[index];
        PhonePoll {
            id: poll.id.clone(),
            ask: poll.ask.clone(),
            hint: poll.hint.clone(),
            // All of them are open at once, and each is answered when its turn comes.
            speed: false,
            question: poll.question.view(),
            state: now.polls[index].phase.into(),
            // Told once, with the poll that is shown first.
            timer: None,
            results: None,
            solution: None,
            explain: None,
            upvotes: None,
        }
    });
    Some(polls.collect())
}

/// How the survey of the slide stands; nothing while another poll lies over it.
pub(super) fn on_stage(deck: &Deck, now: &Snapshot, running: Option<Running>) -> Option<SurveyView> {
    let progress = now.survey.filter(|_| now.overlay.is_none())?;
    let polls = &deck.slides[now.cursor.slide].polls;
    let any = |phase: Phase| polls.iter().any(|poll| now.polls[*poll].phase == phase);
    Some(SurveyView {
        state: if any(Phase::Open) {
            PollState::Open
        } else if any(Phase::Closed) {
            PollState::Closed
        } else {
            PollState::Pending
        },
        begun: progress.begun,
        done: progress.done,
        timer: polls.first().and_then(|poll| super::timer(deck, running, *poll)),
        ballots: polls.iter().map(|poll| now.polls[*poll].tally.ballots).collect(),
    })
}
