//! Several polls on one slide: they have one timer, and together they fit what all phones are sent at once.

use gazouillis_core::{Poll, Slide};

use crate::diagnostic::DiagnosticCode as Code;
use crate::poll::PollDraft;
use crate::report::{Problem, Report};

/// The most bytes of JSON that the questions of one survey have together. They travel in one view, which is to stay under 16 KiB.
const MOST_BYTES: usize = 14 * 1024;

/// What a question has in a view besides its words and its settings: names of fields, and what is not there yet.
const FRAME_BYTES: usize = 130;

/// Gives the polls of a survey the time that its slide says, or else the longest that any of them wants.
pub(crate) fn one_timer(polls: &mut [Option<PollDraft>], slide: Option<u32>) {
    if polls.len() < 2 {
        return;
    }
    let longest = polls.iter().flatten().filter_map(|draft| draft.poll.timer).max();
    for draft in polls.iter_mut().flatten() {
        draft.poll.timer = slide.or(longest);
    }
}

/// Reports questions of a survey whose speed is to count: all are open at once, and each is answered when its turn comes.
pub(crate) fn at_its_own_pace(polls: &[Option<PollDraft>], report: &Report) {
    if polls.len() < 2 {
        return;
    }
    for at in polls.iter().flatten().filter_map(|draft| draft.speed_at) {
        report.add(Problem::new(at, Code::SpeedInSurvey));
    }
}

/// Reports a survey that would be too much for one view.
pub(crate) fn fits_phones(slide: &Slide, polls: &[Poll], at: usize, report: &Report) {
    let bytes: usize = slide.survey().iter().map(|poll| on_phones(&polls[*poll])).sum();
    if bytes > MOST_BYTES {
        let problem = Problem::new(at, Code::SurveyTooLarge).found(bytes.to_string());
        report.add(problem.expected(MOST_BYTES.to_string()));
    }
}

fn on_phones(poll: &Poll) -> usize {
    let question = serde_json::to_vec(&poll.question.view()).map_or(0, |json| json.len());
    let said = poll.id.len() + poll.ask.len() + poll.hint.as_ref().map_or(0, String::len);
    FRAME_BYTES + said + question
}
