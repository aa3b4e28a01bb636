//! Which pages a slide has.

use gazouillis_core::Slide;
use gazouillis_core::survey::Stop;

use super::poll::{self, Till};
use super::{Handout, HandoutPages};

/// One page of a slide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    /// The step up to which the slide is shown.
    pub(super) step: u16,
    /// The poll that is shown instead of the slide's own words, and how far: an index into the deck's.
    pub(super) poll: Option<(usize, Till)>,
    /// The steps whose notes belong to it.
    pub(super) notes: Vec<u16>,
}

/// The pages of a slide, in their order; at least one.
pub(super) fn of(handout: &Handout<'_>, slide: &Slide, pages: HandoutPages) -> Vec<Moment> {
    match pages {
        HandoutPages::Slides => whole(handout, slide),
        HandoutPages::Steps => steps(handout, slide),
    }
}

/// A page for the slide as it is in the end. The questions of a survey follow it, each with its results.
fn whole(handout: &Handout<'_>, slide: &Slide) -> Vec<Moment> {
    let shown = |poll: usize| {
        let told = poll::told(handout, poll).is_some();
        (poll, if told { Till::Solution } else { Till::Asked })
    };
    let first = Moment {
        step: u16::MAX,
        poll: slide.poll().map(shown),
        notes: (0..slide.steps).collect(),
    };
    let surveyed = slide
        .survey()
        .iter()
        .filter(|&&poll| poll::told(handout, poll).is_some());
    let surveyed = surveyed.map(|&poll| Moment {
        step: u16::MAX,
        poll: Some(shown(poll)),
        notes: Vec::new(),
    });
    [first].into_iter().chain(surveyed).collect()
}

/// A page for each step at which the room saw something new. What was said at the others is said on the page before.
fn steps(handout: &Handout<'_>, slide: &Slide) -> Vec<Moment> {
    let stops = handout.deck.stops(slide);
    let mut moments: Vec<Moment> = Vec::new();
    for step in 0..slide.steps.max(1) {
        match shown(handout, slide, stops.get(usize::from(step)), step) {
            Some(poll) => moments.push(Moment {
                step,
                poll,
                notes: vec![step],
            }),
            None => {
                if let Some(before) = moments.last_mut() {
                    before.notes.push(step);
                }
            }
        }
    }
    moments
}

/// What a step shows: the slide itself, or a poll; `None` when it is nothing that is kept.
#[allow(
    clippy::option_option,
    reason = "a step that shows the slide itself is not a step that shows nothing"
)]
fn shown(handout: &Handout<'_>, slide: &Slide, stop: Option<&Stop>, step: u16) -> Option<Option<(usize, Till)>> {
    match stop {
        Some(Stop::Ask) => Some(slide.poll().map(|poll| (poll, Till::Asked))),
        Some(Stop::Close) => None,
        Some(&Stop::Show { poll, step }) => {
            let told = poll::told(handout, poll)?;
            match step {
                1 => Some(Some((poll, Till::Results))),
                2 if told.solution.is_some() => Some(Some((poll, Till::Solution))),
                // The leader board is gone with its nicknames.
                _ => None,
            }
        }
        None if step > 0 && slide.is_breakdown() && !super::breakdown::is_told(handout.summary) => None,
        None => Some(None),
    }
}
