//! What options come down to when a change is told: yes, maybe, no.

use gazouillis_core::PollOption;

use crate::diagnostic::DiagnosticCode as Code;
use crate::nearest::nearest;
use crate::option::WrittenOption;
use crate::poll::PollDraft;
use crate::report::{Problem, Report};

/// The different words, in the order of the options.
fn words<'o>(options: impl Iterator<Item = &'o PollOption>) -> Vec<&'o str> {
    let mut words = Vec::new();
    for word in options.filter_map(|option| option.means.as_deref()) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// Checks the options of one poll: all of them have a meaning or none, not all the same, and only where a change is told.
pub(crate) fn check(options: &[WrittenOption], paired: bool, report: &Report) {
    let Some(first) = options.iter().find_map(|written| written.means_at) else {
        return;
    };
    if !paired {
        let problem = Problem::new(first, Code::IdleKey).found("means");
        return report.add(problem.expected("pair: before"));
    }
    let words = words(options.iter().map(|written| &written.option));
    for written in options.iter().filter(|written| written.option.means.is_none()) {
        let problem = Problem::new(written.at, Code::MeansMissing).found(&written.option.id);
        report.add(problem.expected(words.join(", ")));
    }
    let all = options.iter().all(|written| written.option.means.is_some());
    if let ([word], true) = (words.as_slice(), all) {
        report.add(Problem::new(first, Code::MeansAlike).found(word));
    }
}

/// Checks that both halves of a pair, which have the same options, give them the same meanings. The second half may leave
/// them all to the first.
pub(crate) fn match_up(drafts: &mut [PollDraft], before: usize, after: usize, report: &Report) {
    let first = words(drafts[before].poll.options.iter());
    let second = words(drafts[after].poll.options.iter());
    if first.is_empty() && !second.is_empty() {
        let missing = drafts[before].poll.options.iter().zip(&drafts[before].option_ats);
        for (option, (at, _)) in missing {
            let problem = Problem::new(*at, Code::MeansMissing).found(&option.id);
            report.add(problem.expected(second.join(", ")));
        }
    }
    let same_option = drafts[before].poll.options.iter().zip(&drafts[after].poll.options);
    for ((theirs, own), (_, means_at)) in same_option.zip(&drafts[after].option_ats) {
        if let (Some(expected), Some(word), Some(at)) = (&theirs.means, &own.means, means_at)
            && expected != word
        {
            let known = first.contains(&word.as_str());
            let near = nearest(word, first.iter().copied()).filter(|_| !known);
            let problem = Problem::new(*at, Code::MeansDiffers).found(word);
            report.add(problem.expected(expected).nearest(near));
        }
    }
    if second.is_empty() {
        let means: Vec<_> = drafts[before]
            .poll
            .options
            .iter()
            .map(|option| option.means.clone())
            .collect();
        for (option, means) in drafts[after].poll.options.iter_mut().zip(means) {
            option.means = means;
        }
    }
}
