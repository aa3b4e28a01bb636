//! Polls that are asked twice: each half finds the other, and the second may borrow the options of the first.

use std::collections::HashMap;

use gazouillis_core::deck::Language;
use gazouillis_core::poll::Pair;

use crate::diagnostic::DiagnosticCode as Code;
use crate::nearest::nearest;
use crate::poll::PollDraft;
use crate::report::{Problem, Report};
use crate::typology::ProfileIds;

fn word(pair: Pair) -> &'static str {
    match pair {
        Pair::Before => "before",
        Pair::After => "after",
        Pair::Then => "then",
    }
}

/// Checks every pair, and finishes all polls: the second half of a pair after the first. `complete` says that every poll of the
/// file has its id; `talk` holds the profiles and the language.
pub(crate) fn settle(drafts: &mut [PollDraft], complete: bool, talk: (&ProfileIds, Language), report: &Report) {
    let halves = halves(drafts, report);
    let mut pairs = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        let Some(pair) = draft.poll.pair else {
            continue;
        };
        let other = match pair {
            Pair::Before => Pair::After,
            Pair::After | Pair::Then => Pair::Before,
        };
        let counterpart = halves.get(&(draft.poll.stem().to_owned(), word(other))).copied();
        match (pair, counterpart) {
            (Pair::After, Some(before)) => pairs.push((before, index)),
            (Pair::Then, Some(before)) => {
                looks_back(draft, index, &halves, complete, report);
                pairs.push((before, index));
            }
            (Pair::Before, Some(_)) => {}
            (_, None) if complete && !draft.poll.id.is_empty() => {
                let stems = halves.keys().filter(|(_, half)| *half == word(other));
                let near = nearest(draft.poll.stem(), stems.map(|(stem, _)| stem.as_str()));
                report.add(
                    Problem::new(draft.pair_at, Code::PairWithoutCounterpart)
                        .found(&draft.poll.id)
                        .expected(format!("pair: {}", word(other)))
                        .nearest(near),
                );
            }
            (_, None) => {}
        }
    }
    let seconds: HashMap<usize, usize> = pairs.iter().map(|&(before, after)| (after, before)).collect();
    for (index, draft) in drafts.iter_mut().enumerate() {
        if !seconds.contains_key(&index) {
            draft.finish(None, talk, report);
        }
    }
    for (before, after) in pairs {
        match_up(drafts, before, after, talk, report);
    }
}

/// A poll that looks back stands for nothing without the one after, which it is compared with, and comes after it.
fn looks_back(
    draft: &PollDraft,
    index: usize,
    halves: &HashMap<(String, &'static str), usize>,
    complete: bool,
    report: &Report,
) {
    match halves.get(&(draft.poll.stem().to_owned(), word(Pair::After))) {
        Some(after) if *after > index => {
            report.add(Problem::new(draft.pair_at, Code::ThenOrder).found(&draft.poll.id));
        }
        None if complete => {
            let problem = Problem::new(draft.pair_at, Code::PairWithoutCounterpart).found(&draft.poll.id);
            report.add(problem.expected(format!("pair: {}", word(Pair::After))));
        }
        Some(_) | None => {}
    }
}

/// The poll that is each half of each stem.
fn halves(drafts: &[PollDraft], report: &Report) -> HashMap<(String, &'static str), usize> {
    let mut halves = HashMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        let Some(pair) = draft.poll.pair.filter(|_| !draft.poll.id.is_empty()) else {
            continue;
        };
        let first = *halves
            .entry((draft.poll.stem().to_owned(), word(pair)))
            .or_insert(index);
        // Two polls with the very same id are reported as that.
        if first != index && drafts[first].poll.id != draft.poll.id {
            report.add(
                Problem::new(draft.pair_at, Code::PairTwice)
                    .found(&draft.poll.id)
                    .expected(word(pair)),
            );
        }
    }
    halves
}

fn match_up(drafts: &mut [PollDraft], before: usize, after: usize, talk: (&ProfileIds, Language), report: &Report) {
    if before > after {
        report.add(Problem::new(drafts[after].pair_at, Code::PairOrder));
    }
    let Ok([first, second]) = drafts.get_disjoint_mut([before, after]) else {
        return;
    };
    if let (Some(theirs), Some(own)) = (&first.kind, &second.kind)
        && theirs.value != own.value
    {
        let problem = Problem::new(own.at, Code::PairDiffers).found(own.value.word());
        report.add(problem.expected(format!("kind: {}", theirs.value.word())));
        return;
    }
    second.finish(Some(first), talk, report);
}
