//! What people wrote, as far as the presenter kept it, and what was to be said of their tweets.

use gazouillis_core::kind::{ShownText, TextFigures};
use gazouillis_core::share::percent;
use gazouillis_core::summary::PollSummary;
use gazouillis_core::text::tweet::Remark;

use super::{Line, Quote, Section};
use crate::words::Words;

pub(super) fn section(poll: &PollSummary, figures: &TextFigures, words: Words) -> Section {
    let themes = figures
        .themes
        .iter()
        .map(|theme| (theme.name.clone(), theme.name.clone(), theme.count));
    let remarks = figures.remarks.iter().map(|figure| {
        let (id, text) = said(&figure.remark, words);
        (id.to_owned(), text, figure.count)
    });
    let line = |(id, text, count): (String, String, u32)| Line {
        id,
        text,
        count: Some(count),
        base: figures.shown,
        percent: (figures.shown > 0).then(|| percent(count, figures.shown)),
        bar: f64::from(count) / f64::from(figures.shown.max(1)),
        ..Line::default()
    };
    let quote = |shown: &ShownText| Quote {
        theme: shown
            .theme
            .and_then(|theme| figures.themes.get(theme as usize))
            .map(|theme| theme.name.clone())
            .unwrap_or_default(),
        text: shown.text.clone(),
        votes: shown.votes.filter(|votes| *votes > 0),
    };
    let mut quotes: Vec<Quote> = figures.texts.iter().map(quote).collect();
    // Those without a theme come last; within a theme the order stays.
    quotes.sort_by_key(|quote| {
        let place = figures.themes.iter().position(|theme| theme.name == quote.theme);
        place.unwrap_or(figures.themes.len())
    });
    let upvoted = quotes.iter().any(|quote| quote.votes.is_some());
    let unkept = poll.ballots > 0 && quotes.is_empty();
    Section {
        lines: themes.chain(remarks).map(line).collect(),
        quotes,
        notes: match (unkept, upvoted) {
            (true, _) => vec![words.get("texts_unkept")],
            (false, true) => vec![words.get("texts_upvoted")],
            (false, false) => Vec::new(),
        },
        ..Section::default()
    }
}

/// What is said of a tweet: its name for a machine, and its words.
fn said(remark: &Remark, words: Words) -> (&'static str, String) {
    let key = match remark {
        Remark::TooLong { .. } => "remark_too_long",
        Remark::NoMention => "remark_no_mention",
        Remark::Mention => "remark_mention",
        Remark::FewHashtags { .. } => "remark_few_hashtags",
        Remark::ManyHashtags { .. } => "remark_many_hashtags",
        Remark::NoLink => "remark_no_link",
        Remark::Link => "remark_link",
        Remark::Shouting => "remark_shouting",
        Remark::Confidential { word } => {
            return (
                "remark_confidential",
                format!("{} ({word})", words.get("remark_confidential")),
            );
        }
    };
    (key, words.get(key))
}
