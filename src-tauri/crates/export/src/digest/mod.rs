//! What a summary comes down to: the sentences every readable format opens with, computed and never typed.

mod actions;
mod claims;
mod date;
mod findings;
mod flow;
mod headline;
mod response;
mod steps;
mod telling;

use gazouillis_core::Summary;
use gazouillis_core::summary::{ChangeSummary, ChangeVerdict, ChangedOption};
use serde::Serialize;

pub(crate) use actions::Action;
pub(crate) use flow::{FlowPicture, picture};

use crate::kind::{self, Section};
use crate::words::Words;

/// The longest option quoted within a sentence, in characters.
const QUOTE_LENGTH: usize = 90;

/// So many meanings are all told in one sentence; of more, only what moved most.
const MOST_TOTALS: usize = 3;

/// The sentences and orders derived from a summary, in its language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Digest {
    /// The date and time in words.
    pub(crate) date: String,
    /// What can honestly be said of the room in one sentence.
    pub(crate) headline: String,
    /// What else is worth a sentence on the first page, the most telling first; at most [`findings::MOST`].
    pub(crate) findings: Vec<String>,
    /// How right the room was in all quizzes together.
    pub(crate) quiz: Option<String>,
    /// How many answered each poll, of how many, in words.
    pub(crate) responses: Vec<String>,
    /// Where no profiles are shown: indices of the polls that tell most, best first.
    pub(crate) telling: Vec<usize>,
    /// The next steps that people chose on their phones.
    pub(crate) steps: Option<String>,
    /// What to do next, first what would move most people.
    pub(crate) actions: Vec<Action>,
    /// Why no profiles are shown, where the talk has some.
    pub(crate) untold: Option<String>,
    /// Whether the room differs from the reference, when that was asked.
    pub(crate) reference: Option<String>,
    /// What the intervals are of, when the company's size was stated.
    pub(crate) company: Option<String>,
    /// How the self-portrait agrees with the profiles.
    pub(crate) portrait: Option<String>,
    /// What the presenter saw in the room, and that nobody voted for it.
    pub(crate) observed: Option<String>,
    /// What changed, a few sentences for each question asked twice.
    pub(crate) changes: Vec<String>,
    /// The same as pictures, where one says more than bars.
    pub(crate) pictures: Vec<Option<FlowPicture>>,
    /// The polls, line by line, in the summary's order.
    pub(crate) polls: Vec<Section>,
    /// Indices of the shown profiles, the most frequent first.
    pub(crate) by_share: Vec<usize>,
}

impl Digest {
    pub(crate) fn new(summary: &Summary) -> Self {
        let words = Words::new(summary.language);
        let polls: Vec<Section> = summary.polls.iter().map(|poll| kind::section(poll, words)).collect();
        let by_share = by_share(summary);
        let mut digest = Self {
            date: date::in_words(&summary.started_local, summary.language),
            headline: headline::headline(summary, words),
            findings: Vec::new(),
            quiz: telling::quiz(summary, words),
            responses: summary
                .polls
                .iter()
                .map(|poll| response::response(poll, summary, words))
                .collect(),
            telling: telling::telling(summary, &polls),
            steps: steps::steps(summary, words),
            actions: actions::actions(summary, &by_share),
            untold: claims::untold(summary, words),
            reference: claims::reference(summary, words),
            company: claims::company(summary, words),
            portrait: claims::portrait(summary, words),
            observed: claims::observed(summary, words),
            pictures: summary.changes.iter().map(|told| picture(told, words)).collect(),
            changes: summary.changes.iter().map(|told| change(told, summary)).collect(),
            polls,
            by_share,
        };
        digest.findings = findings::findings(summary, &digest, words);
        digest
    }
}

/// What a question asked twice comes down to, in a few sentences.
pub(crate) fn change(change: &ChangeSummary, summary: &Summary) -> String {
    change_lines(change, as_told(change, summary), Words::new(summary.language))
}

fn by_share(summary: &Summary) -> Vec<usize> {
    let profiles = summary.breakdown.as_ref().and_then(|room| room.profiles.as_deref());
    let profiles = profiles.unwrap_or_default();
    let mut order: Vec<usize> = (0..profiles.len()).collect();
    order.sort_by(|&a, &b| profiles[b].share.total_cmp(&profiles[a].share).then(a.cmp(&b)));
    order
}

/// Beside a change since what people say afterwards of the time before: the change since what they had said at the time.
fn as_told<'s>(change: &ChangeSummary, summary: &'s Summary) -> Option<&'s ChangeSummary> {
    let mut others = summary.changes.iter();
    others.find(|other| change.looks_back && !other.looks_back && other.after == change.after)
}

/// What changed: two shares, how many changed their mind, and whether chance explains it.
fn change_lines(change: &ChangeSummary, as_told: Option<&ChangeSummary>, words: Words) -> String {
    if change.options.is_none() {
        return words.get("change_hidden");
    }
    let Some(options) = rows(change) else {
        return String::new();
    };
    let told = as_told.and_then(rows);
    let moved = options
        .iter()
        .rev()
        .max_by_key(|option| option.before_percent.abs_diff(option.after_percent));
    let line = |option: &ChangedOption| {
        words.fill(
            "change_line",
            &[
                ("option", &shortened(&option.text)),
                ("before", &words.percent(option.before_percent)),
                ("after", &words.percent(option.after_percent)),
            ],
        )
    };
    let moves = moved.is_some_and(|option| option.before_percent != option.after_percent);
    let mut lines = vec![match moved.filter(|_| moves) {
        None => words.get("change_same"),
        Some(_) if !change.totals.is_empty() && options.len() <= MOST_TOTALS => {
            let all: Vec<String> = options.iter().map(line).collect();
            words.joined(&all)
        }
        Some(option) => line(option),
    }];
    if let (Some(place), Some(told)) = (
        moved.and_then(|moved| options.iter().position(|option| option == moved)),
        told,
    ) {
        let percent = |percent: Option<u32>| percent.map(|percent| words.percent(percent)).unwrap_or_default();
        lines.push(words.fill(
            "change_then",
            &[
                ("told", &percent(told.get(place).map(|option| option.before_percent))),
                ("before", &percent(Some(options[place].before_percent))),
            ],
        ));
    }
    if let Some(changed) = change.changed {
        let places = [
            ("changed", words.number(f64::from(changed))),
            ("people", words.number(f64::from(change.people))),
        ];
        lines.push(words.fill(
            "change_count",
            &places.each_ref().map(|(place, number)| (*place, number.as_str())),
        ));
    } else if change.before_ballots.is_some() && change.switches.iter().all(Option::is_none) {
        lines.push(words.get("change_silent"));
    }
    lines.extend(verdict(change, words));
    lines.join(" ")
}

/// The rows that are compared: the meanings, such as every way of yes together; else the options, one by one.
fn rows(change: &ChangeSummary) -> Option<&[ChangedOption]> {
    let options = change.options.as_deref()?;
    Some(if change.totals.is_empty() {
        options
    } else {
        &change.totals
    })
}

/// The clearest move, or that none is clear; nothing where nothing was judged.
fn verdict(change: &ChangeSummary, words: Words) -> Option<String> {
    let gap = |verdict: &&ChangeVerdict| verdict.came.abs_diff(verdict.left);
    let clearest = change.verdicts.iter().filter(|verdict| verdict.clear).max_by_key(gap);
    match clearest {
        Some(verdict) => Some(words.fill(
            "change_clear",
            &[
                ("label", &shortened(&verdict.label)),
                ("came", &verdict.came.to_string()),
                ("left", &verdict.left.to_string()),
            ],
        )),
        None => (!change.verdicts.is_empty()).then(|| words.get("change_unclear")),
    }
}

/// A text cut between words when it is too long to quote.
fn shortened(text: &str) -> String {
    if text.chars().count() <= QUOTE_LENGTH {
        return text.to_owned();
    }
    let cut: String = text.chars().take(QUOTE_LENGTH).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use gazouillis_core::deck::Language;

    fn change(options: Option<Vec<(u32, u32)>>) -> ChangeSummary {
        let option = |(before, after)| ChangedOption {
            text: format!("{before} → {after}"),
            before,
            after,
            before_percent: before * 10,
            after_percent: after * 10,
        };
        ChangeSummary {
            before: "a-avant".into(),
            after: "a-apres".into(),
            looks_back: false,
            ask: "?".into(),
            people: 10,
            before_ballots: Some(10),
            after_ballots: Some(10),
            options: options.map(|options| options.into_iter().map(option).collect()),
            totals: Vec::new(),
            meanings: vec!["yes".into(), "no".into()],
            flows: None,
            changed: Some(6),
            switches: Vec::new(),
            verdicts: Vec::new(),
        }
    }

    #[test]
    fn the_option_that_moved_most_is_named() {
        let line = change_lines(
            &change(Some(vec![(4, 5), (5, 1), (1, 4)])),
            None,
            Words::new(Language::En),
        );
        assert_eq!(
            line,
            "“5 → 1”: 50% before, 10% after. 6 of the 10 who answered both times changed their mind."
        );
    }

    #[test]
    fn what_is_said_afterwards_of_the_time_before_stands_beside_what_was_said_then() {
        let told = change(Some(vec![(2, 8), (8, 2)]));
        let mut corrected = change(Some(vec![(4, 8), (6, 2)]));
        corrected.looks_back = true;
        let line = change_lines(&corrected, Some(&told), Words::new(Language::En));
        assert!(
            line.contains("At the time it had answered 20%: the difference from 40%"),
            "{line}"
        );
    }

    #[test]
    fn no_change_and_no_numbers_are_said_as_such() {
        let words = Words::new(Language::En);
        assert!(change_lines(&change(Some(vec![(5, 5), (5, 5)])), None, words).starts_with("The shares are the same"));
        assert!(change_lines(&change(None), None, words).starts_with("Too few people"));
        let silent = ChangeSummary {
            changed: None,
            ..change(Some(vec![(5, 5), (5, 5)]))
        };
        assert!(change_lines(&silent, None, words).ends_with("would point at someone: it is not shown."));
    }

    #[test]
    fn a_clear_move_is_named_and_an_even_one_is_not() {
        let words = Words::new(Language::En);
        let judged = |clear| ChangeSummary {
            verdicts: vec![ChangeVerdict {
                label: "yes".into(),
                came: 12,
                left: 5,
                clear,
            }],
            ..change(Some(vec![(4, 6), (6, 4)]))
        };
        assert!(
            change_lines(&judged(true), None, words)
                .contains("“yes”: 12 came, 5 left, a gap that chance does not explain.")
        );
        assert!(change_lines(&judged(false), None, words).contains("too even to conclude"));
    }

    #[test]
    fn a_long_option_is_cut_between_words() {
        let cut = shortened(&"mot ".repeat(60));
        assert!(
            cut.ends_with("mot…") && cut.chars().count() <= QUOTE_LENGTH + 1,
            "{cut}"
        );
    }
}
