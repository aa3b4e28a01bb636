//! What the readers of single choice, multiple choice and quiz share: options.

use gazouillis_core::PollOption;

use super::Asked;
use crate::diagnostic::DiagnosticCode as Code;
use crate::format::Key;
use crate::report::Problem;
use crate::{means, option};

/// The key `options`.
pub(super) const OPTIONS: Key = Key::new(
    "options",
    option::TAKES,
    "ce qu’on peut répondre",
    "what one may answer",
)
.due_first();

/// Where an option stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OptionAt {
    /// Its id, or its words.
    pub(crate) at: usize,
    /// What it means, where it says so.
    pub(crate) means: Option<usize>,
}

/// Which keys options may have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowed {
    /// A remark shown with the right answer.
    pub(super) note: bool,
}

/// The options of the poll. The second half of a pair may leave them to the first, or repeat them with other words.
pub(super) fn options(asked: &Asked<'_>, allowed: Allowed) -> Vec<PollOption> {
    let theirs = asked.first.as_ref().map(|first| first.question.options());
    if let (None, Some(theirs)) = (asked.fields.get("options"), theirs) {
        let without_scores = |option: &PollOption| PollOption {
            scores: Vec::new(),
            ..option.clone()
        };
        return theirs.iter().map(without_scores).collect();
    }
    if !asked.second {
        asked.fields.required("options");
    }
    let written = option::read(&asked.fields, allowed.note, asked.profiles, &asked.pictures);
    means::check(&written, asked.paired, asked.report());
    let at = |written: &option::WrittenOption| OptionAt {
        at: written.at,
        means: written.means_at,
    };
    asked.options_at.replace(written.iter().map(at).collect());
    let mut options: Vec<PollOption> = written.into_iter().map(|written| written.option).collect();
    if let Some(theirs) = theirs {
        same_as_the_first(asked, theirs, &mut options);
    }
    options
}

fn same_as_the_first(asked: &Asked<'_>, theirs: &[PollOption], own: &mut [PollOption]) {
    let ids: Vec<&str> = theirs.iter().map(|option| option.id.as_str()).collect();
    if own.iter().map(|option| option.id.as_str()).eq(ids.iter().copied()) {
        let first_at = asked.first.as_ref().map_or(&[][..], |first| first.options_at);
        means::match_up((theirs, first_at), (own, &asked.options_at.borrow()), asked.report());
    } else if let (false, Some(node)) = (ids.is_empty(), asked.fields.get("options")) {
        let problem = Problem::new(node.at, Code::PairDiffers);
        asked.report().add(problem.expected(ids.join(", ")));
    }
}
