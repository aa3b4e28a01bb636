//! What open answers and rehearsed tweets share: one text a ballot, shown when the presenter lets it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::moderation::{Display, Lists, Queue, Queued, Status, spans};
use super::upvotes::{Standing, rank};
use super::{InvalidAnswer, Moderation, Record, Shape, UpvoteCard};
use crate::budget::afforded;
use crate::text::tweet::{Charter, Remark};
use crate::text::{self, PointerKind, Unreadable, pointers, profanities};

/// A page gets so many bytes of texts at most, as JSON, and the rest of a view its own.
pub(super) const MOST_BYTES: usize = 4_500;

/// And so many texts: a wall has no room for more.
const MOST_TEXTS: usize = 40;

/// A phone that may upvote reads so many at most, in so many bytes.
const MOST_ON_PHONES: usize = 20;
const MOST_BYTES_ON_PHONES: usize = 4_500;

/// What a ballot says in words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextMarks {
    /// The text, cleaned.
    pub text: Arc<str>,
}

impl Shape for TextMarks {
    const TAG: u8 = 7;

    fn record(&self) -> Record {
        Record {
            numbers: Vec::new(),
            texts: vec![self.text.clone()],
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        match (record.numbers.as_slice(), record.texts.as_slice()) {
            ([], [text]) => Some(Self { text: text.clone() }),
            _ => None,
        }
    }
}

/// A counted text, with what was found in it when it was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TypedText {
    text: Arc<str>,
    /// Whether it waits for the presenter though others need not.
    grave: bool,
    remarks: Vec<Remark>,
}

/// The texts of the ballots counted, by the number that names the ballot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextCounts {
    texts: BTreeMap<u64, TypedText>,
}

/// A text as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct ShownText {
    /// The text.
    pub text: String,
    /// Its theme: an index into the themes told with it.
    pub theme: Option<u32>,
    /// What is to be said of it, when it is a tweet.
    pub remarks: Vec<Remark>,
    /// How many phones upvote it; left out where upvotes are not taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "describe", ts(optional))]
    pub votes: Option<u32>,
}

/// A theme, and how many of the texts shown are in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct ThemeFigure {
    /// Its name.
    pub name: String,
    /// Texts in it.
    pub count: u32,
}

/// How many tweets of the room something is to be said of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct RemarkFigure {
    /// What.
    pub remark: Remark,
    /// Of how many.
    pub count: u32,
}

/// What is told of texts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct TextFigures {
    /// How many texts everybody may see.
    pub shown: u32,
    /// The newest of them, newest first, or the most wanted where upvotes are taken: as many as a page has room for. All of them in a summary that keeps them.
    pub texts: Vec<ShownText>,
    /// The presenter's themes.
    pub themes: Vec<ThemeFigure>,
    /// How they stand on the stage.
    pub display: Display,
    /// The one that is shown large.
    pub spotlight: Option<ShownText>,
    /// What is to be said of the tweets shown, most often first; empty for other texts.
    pub remarks: Vec<RemarkFigure>,
}

/// What a question says of its texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms<'q> {
    /// Whether texts wait for the presenter.
    pub(super) moderate: bool,
    pub(super) display: Display,
    /// Whether phones may upvote the texts of others.
    pub(super) upvotes: bool,
    /// What a tweet has to keep to.
    pub(super) charter: Option<&'q Charter>,
}

/// Cleans a text.
pub(super) fn read(raw: &str, max: usize) -> Result<TextMarks, InvalidAnswer> {
    match text::clean::paragraphs(raw, max) {
        Ok(text) => Ok(TextMarks { text: text.into() }),
        Err(Unreadable::Empty) => Err(InvalidAnswer::Empty),
        Err(Unreadable::TooLong { most, .. }) => Err(InvalidAnswer::TooLong { max: most }),
    }
}

/// Whether a text could have come from [`read`].
pub(super) fn fits(marks: &TextMarks, max: usize) -> bool {
    read(&marks.text, max).is_ok_and(|cleaned| cleaned == *marks)
}

impl TextCounts {
    pub(super) fn add(&mut self, marks: &TextMarks, seq: u64, terms: Terms<'_>) {
        let text = marks.text.clone();
        let remarks = terms.charter.map_or_else(Vec::new, |charter| charter.remarks(&text));
        let leaks = remarks
            .iter()
            .any(|remark| matches!(remark, Remark::Confidential { .. }));
        let typed = TypedText {
            grave: leaks || is_grave(&text),
            text,
            remarks,
        };
        self.texts.insert(seq, typed);
    }

    pub(super) fn remove(&mut self, seq: u64) {
        self.texts.remove(&seq);
    }

    /// The texts that stand so, oldest first.
    fn standing(&self, status: Status, moderation: &Moderation, terms: Terms<'_>) -> Vec<(u64, &TypedText)> {
        let stands = |(seq, typed): &(&u64, &TypedText)| moderation.text(**seq, terms.moderate, typed.grave) == status;
        self.texts
            .iter()
            .filter(stands)
            .map(|(seq, typed)| (*seq, typed))
            .collect()
    }

    /// The texts that everybody may see: the most wanted first where upvotes are taken, else the newest.
    fn ordered(&self, moderation: &Moderation, terms: Terms<'_>) -> Vec<(u64, &TypedText)> {
        let mut shown = self.standing(Status::Shown, moderation, terms);
        shown.reverse();
        sort_by_upvotes(&mut shown, moderation, terms);
        shown
    }

    /// A text that everybody may see.
    pub(super) fn shown_text(&self, text: u64, moderation: &Moderation, terms: Terms<'_>) -> Option<Arc<str>> {
        let typed = self.texts.get(&text)?;
        self.is_shown(text, moderation, terms).then(|| Arc::clone(&typed.text))
    }

    /// Whether everybody may see a text.
    pub(super) fn is_shown(&self, text: u64, moderation: &Moderation, terms: Terms<'_>) -> bool {
        let typed = self.texts.get(&text);
        typed.is_some_and(|typed| moderation.text(text, terms.moderate, typed.grave) == Status::Shown)
    }

    /// The first of the texts that everybody may see: as many as a phone has room for.
    pub(super) fn upvotable(&self, moderation: &Moderation, terms: Terms<'_>) -> Vec<UpvoteCard> {
        let shown = self.ordered(moderation, terms);
        let standings = moderation.upvotes().standings(shown.iter().map(|(seq, _)| *seq));
        let card = |(id, typed): &(u64, &TypedText)| UpvoteCard {
            id: *id,
            text: typed.text.to_string(),
            votes: standings[id].votes,
        };
        afforded(shown.iter().take(MOST_ON_PHONES).map(card), MOST_BYTES_ON_PHONES)
    }

    pub(super) fn figures(&self, moderation: &Moderation, terms: Terms<'_>) -> TextFigures {
        self.told(moderation, terms, MOST_TEXTS, MOST_BYTES)
    }

    /// What a summary keeps: all that everybody may see, when the presenter keeps it.
    pub(super) fn kept(&self, moderation: &Moderation, terms: Terms<'_>) -> TextFigures {
        let most = if moderation.keeps() { usize::MAX } else { 0 };
        TextFigures {
            spotlight: None,
            ..self.told(moderation, terms, most, usize::MAX)
        }
    }

    fn told(&self, moderation: &Moderation, terms: Terms<'_>, most: usize, most_bytes: usize) -> TextFigures {
        let shown = self.ordered(moderation, terms);
        let standings = moderation.upvotes().standings(shown.iter().map(|(seq, _)| *seq));
        let numbers: Vec<u32> = moderation.themes().map(|(theme, _)| theme).collect();
        let index = |seq: u64| {
            let theme = moderation.theme_of(seq)?;
            numbers.iter().position(|number| *number == theme)
        };
        let text = |(seq, typed): (u64, &TypedText)| ShownText {
            text: typed.text.to_string(),
            theme: index(seq).map(|theme| theme as u32),
            remarks: typed.remarks.clone(),
            votes: terms.upvotes.then(|| standings[&seq].votes),
        };
        let mut themes: Vec<ThemeFigure> = moderation
            .themes()
            .map(|(_, name)| ThemeFigure {
                name: name.to_string(),
                count: 0,
            })
            .collect();
        for theme in shown.iter().filter_map(|(seq, _)| index(*seq)) {
            themes[theme].count += 1;
        }
        let spotlight = moderation.spotlight();
        TextFigures {
            shown: shown.len() as u32,
            spotlight: shown.iter().find(|(seq, _)| Some(*seq) == spotlight).copied().map(text),
            texts: afforded(shown.iter().take(most).copied().map(text), most_bytes),
            themes,
            display: moderation.display(terms.display),
            remarks: remarks(&shown),
        }
    }

    pub(super) fn queue(&self, moderation: &Moderation, terms: Terms<'_>) -> Queue {
        // Of ten thousand texts each is looked up once.
        let (mut waiting, mut shown, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
        for (seq, typed) in &self.texts {
            match moderation.text(*seq, terms.moderate, typed.grave) {
                Status::Waiting => waiting.push((*seq, typed)),
                Status::Shown => shown.push((*seq, typed)),
                Status::Hidden => hidden.push((*seq, typed)),
            }
        }
        shown.reverse();
        let standings = sort_by_upvotes(&mut shown, moderation, terms);
        let queued = |(seq, typed): (u64, &TypedText)| Queued {
            id: Some(seq),
            key: None,
            spans: spans(
                &typed.text,
                terms
                    .charter
                    .map_or_else(Vec::new, |charter| charter.leaks(&typed.text)),
            ),
            count: 1,
            theme: moderation.theme_of(seq),
            remarks: typed.remarks.clone(),
            votes: standings.get(&seq).map(|standing| standing.votes),
        };
        let mut lists = Lists::default();
        let (waiting, waiting_count) = lists.waiting(waiting.into_iter(), queued);
        let (shown, shown_count) = lists.rest(shown.into_iter(), queued);
        let (hidden, hidden_count) = lists.rest(hidden.into_iter().rev(), queued);
        Queue {
            waiting,
            waiting_count,
            shown,
            shown_count,
            hidden,
            hidden_count,
            display: Some(moderation.display(terms.display)),
            ..Queue::new(moderation, terms.moderate)
        }
    }
}

/// Puts the most wanted first, where upvotes are taken. How each stands.
fn sort_by_upvotes(
    shown: &mut [(u64, &TypedText)],
    moderation: &Moderation,
    terms: Terms<'_>,
) -> BTreeMap<u64, Standing> {
    if !terms.upvotes {
        return BTreeMap::new();
    }
    let standings = moderation.upvotes().standings(shown.iter().map(|(seq, _)| *seq));
    shown.sort_by_cached_key(|(seq, _)| rank(*seq, standings[seq]));
    standings
}

/// What is to be said of how many of the texts shown.
fn remarks(shown: &[(u64, &TypedText)]) -> Vec<RemarkFigure> {
    let mut counted: BTreeMap<&Remark, u32> = BTreeMap::new();
    for remark in shown.iter().flat_map(|(_, typed)| &typed.remarks) {
        *counted.entry(remark).or_default() += 1;
    }
    let mut remarks: Vec<RemarkFigure> = counted
        .into_iter()
        .map(|(remark, count)| RemarkFigure {
            remark: remark.clone(),
            count,
        })
        .collect();
    remarks.sort_by_key(|figure| std::cmp::Reverse(figure.count));
    remarks
}

/// Whether a text should not be shown unseen: it may offend, or has somebody's number or address in it. A name is pointed
/// out, but may well be meant to be read.
pub(crate) fn is_grave(text: &str) -> bool {
    let tells = |kind: PointerKind| !matches!(kind, PointerKind::Name | PointerKind::Handle);
    !profanities(text).is_empty() || pointers(text).iter().any(|pointer| tells(pointer.kind))
}

/// As much of a text as fits, for people who are played.
pub(super) fn shortened(text: &str, max: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let shortened: String = text.graphemes(true).take(max).collect();
    shortened.trim_end().to_owned()
}
