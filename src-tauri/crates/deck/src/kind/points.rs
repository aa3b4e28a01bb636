//! `kind: points`.

use gazouillis_core::Question;
use gazouillis_core::kind::{MAX_TOTAL, Points};

use super::choice::OPTIONS;
use super::choice::{Allowed, options};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::format::{Key, Takes};
use crate::report::Problem;

/// What is given where the talk does not say.
const TOTAL: u32 = 100;

/// So many taps give all, where the talk does not say.
const TAPS: u32 = 20;

impl Reader for Points {
    const KEYS: &'static [Key] = &[
        OPTIONS,
        Key::new(
            "total",
            Takes::Whole(1, MAX_TOTAL as i64),
            "combien de points chacun répartit",
            "how many points everybody has to give",
        )
        .usually("100"),
        Key::new(
            "step",
            Takes::Whole(1, MAX_TOTAL as i64),
            "ce qu’un appui donne ou reprend",
            "what one tap gives or takes",
        ),
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let mut options = options(asked, Allowed { note: false });
        let theirs = match asked.first.as_ref().map(|first| first.question) {
            Some(Question::Points(first)) => Some((first.total, first.step)),
            _ => None,
        };
        let written = asked.fields.whole("total", 1..=MAX_TOTAL).map(|total| total.value);
        let total = written.or(theirs.map(|(total, _)| total)).unwrap_or(TOTAL);
        let step = asked.fields.whole("step", 1..=total).map(|step| step.value);
        let their_step = theirs
            .filter(|(their_total, _)| *their_total == total)
            .map(|(_, step)| step);
        let places = asked.options_at.borrow();
        for (option, place) in options.iter_mut().zip(places.iter()) {
            if !option.scores.is_empty() {
                let problem = Problem::new(place.at, Code::IdleKey).found("scores");
                asked
                    .report()
                    .add(problem.expected("kind: single, multiple, quiz, ranking"));
                option.scores.clear();
            }
        }
        Self {
            options,
            total,
            step: step.or(their_step).unwrap_or((total / TAPS).max(1)),
        }
    }
}
