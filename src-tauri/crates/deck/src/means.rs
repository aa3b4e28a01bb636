//! What options come down to when a change is told: yes, maybe, no.

use gazouillis_core::PollOption;

use crate::diagnostic::DiagnosticCode as Code;
use crate::kind::OptionAt;
use crate::nearest::nearest;
use crate::option::WrittenOption;
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
pub(crate) fn match_up(
    (first, first_at): (&[PollOption], &[OptionAt]),
    (second, second_at): (&mut [PollOption], &[OptionAt]),
    report: &Report,
) {
    let (theirs, own) = (words(first.iter()), words(second.iter()));
    if theirs.is_empty() && !own.is_empty() {
        for (option, place) in first.iter().zip(first_at) {
            let problem = Problem::new(place.at, Code::MeansMissing).found(&option.id);
            report.add(problem.expected(own.join(", ")));
        }
    }
    for ((their, own), place) in first.iter().zip(second.iter()).zip(second_at) {
        if let (Some(expected), Some(word), Some(at)) = (&their.means, &own.means, place.means)
            && expected != word
        {
            let known = theirs.contains(&word.as_str());
            let near = nearest(word, theirs.iter().copied()).filter(|_| !known);
            let problem = Problem::new(at, Code::MeansDiffers).found(word);
            report.add(problem.expected(expected).nearest(near));
        }
    }
    if own.is_empty() {
        for (option, their) in second.iter_mut().zip(first) {
            option.means.clone_from(&their.means);
        }
    }
}
