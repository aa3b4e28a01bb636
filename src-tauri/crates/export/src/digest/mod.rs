//! What a summary comes down to: the sentences every readable format opens with, computed and never typed.

mod date;
mod headline;

use gazouillis_core::Summary;
use gazouillis_core::summary::ChangeSummary;
use serde::Serialize;

use crate::words::Words;

/// The longest option quoted within a sentence, in characters.
const QUOTE_LENGTH: usize = 90;

/// The sentences and orders derived from a summary, in its language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Digest {
    /// The date and time in words.
    pub(crate) date: String,
    /// What can honestly be said of the room in one sentence.
    pub(crate) headline: String,
    /// What changed most, one sentence for each question asked twice.
    pub(crate) changes: Vec<String>,
    /// Indices of the shown profiles, the most frequent first.
    pub(crate) by_share: Vec<usize>,
}

impl Digest {
    pub(crate) fn new(summary: &Summary) -> Self {
        let words = Words::new(summary.language);
        Self {
            date: date::in_words(&summary.started_local, summary.language),
            headline: headline::headline(summary, words),
            changes: summary
                .changes
                .iter()
                .map(|change| change_line(change, words))
                .collect(),
            by_share: by_share(summary),
        }
    }
}

fn by_share(summary: &Summary) -> Vec<usize> {
    let profiles = summary.breakdown.as_ref().and_then(|room| room.profiles.as_deref());
    let profiles = profiles.unwrap_or_default();
    let mut order: Vec<usize> = (0..profiles.len()).collect();
    order.sort_by(|&a, &b| profiles[b].share.total_cmp(&profiles[a].share).then(a.cmp(&b)));
    order
}

/// The option that gained or lost most. It states two shares and claims no cause.
fn change_line(change: &ChangeSummary, words: Words) -> String {
    let Some(options) = &change.options else {
        return words.get("change_hidden");
    };
    let people = words.count("count_people", f64::from(change.people));
    let moved = options
        .iter()
        .rev()
        .max_by_key(|option| option.before.abs_diff(option.after));
    match moved.filter(|option| option.before != option.after) {
        None => words.fill("change_same", &[("people", &people)]),
        Some(option) => words.fill(
            "change_line",
            &[
                ("option", &shortened(&option.text)),
                ("before", &words.percent(option.before_percent)),
                ("after", &words.percent(option.after_percent)),
                ("people", &people),
            ],
        ),
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
    use gazouillis_core::summary::ChangedOption;

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
            ask: "?".into(),
            people: 10,
            options: options.map(|options| options.into_iter().map(option).collect()),
            flows: None,
        }
    }

    #[test]
    fn the_option_that_moved_most_is_named() {
        let line = change_line(&change(Some(vec![(4, 5), (5, 1), (1, 4)])), Words::new(Language::En));
        assert_eq!(line, "“5 → 1”: 50% before, 10% after (10\u{a0}people).");
    }

    #[test]
    fn no_change_and_no_numbers_are_said_as_such() {
        let words = Words::new(Language::En);
        assert!(change_line(&change(Some(vec![(5, 5), (5, 5)])), words).starts_with("The answers are the same"));
        assert!(change_line(&change(None), words).starts_with("Fewer than 5"));
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
