//! What the presenter has to look at: the texts that wait, those that are shown and those that are hidden.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Display, Moderation};
use crate::budget::{Budget, bytes};
use crate::text::tweet::Remark;
use crate::text::{PointerKind, pointers, profanities};

/// So many bytes the three lists have together at most, as JSON, so that the presenter's view stays small; the rest comes when
/// these are dealt with.
const MOST_BYTES: usize = 5_000;

/// Of these what waits has so many: what is shown is still to be seen, and to be put into themes.
const MOST_WAITING: usize = 3_000;

/// And so many texts in each.
const MOST_LISTED: usize = 40;

/// Why the presenter should look at some words of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// They may offend.
    Profanity,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A name.
    Name,
    /// A bank account.
    Iban,
    /// A long number of some kind.
    LongNumber,
    /// A word that must not leave the company.
    Confidential,
}

/// A run of a text, with what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Span {
    /// The characters.
    pub text: String,
    /// Why to look at them.
    pub concern: Option<Concern>,
}

/// A text or a word that the presenter may decide about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Queued {
    /// Names a text.
    pub id: Option<u64>,
    /// Names a word.
    pub key: Option<String>,
    /// What was typed.
    pub spans: Vec<Span>,
    /// How many people typed it.
    pub count: u32,
    /// The theme that it was sorted into.
    pub theme: Option<u32>,
    /// What is to be said of it, when it is a tweet.
    pub remarks: Vec<Remark>,
    /// How many phones upvote it, where they may and it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "describe", ts(optional))]
    pub votes: Option<u32>,
}

/// A theme of the presenter's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct QueueTheme {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
}

/// What the presenter sees of a poll's texts. Each list has the first of its texts, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Queue {
    /// The texts that wait, longest waiting first.
    pub waiting: Vec<Queued>,
    /// How many wait.
    pub waiting_count: u32,
    /// The texts that everybody may see, newest first; words by how often they were typed.
    pub shown: Vec<Queued>,
    /// How many are shown.
    pub shown_count: u32,
    /// The texts that are hidden, newest first.
    pub hidden: Vec<Queued>,
    /// How many are hidden.
    pub hidden_count: u32,
    /// Whether texts wait that nobody has decided about.
    pub review: bool,
    /// Whether texts with a swear word wait in any case.
    pub filter: bool,
    /// Whether new words wait.
    pub locked: bool,
    /// Whether the summary has the texts.
    pub keep: bool,
    /// How the texts stand on the stage; absent for words.
    pub display: Option<Display>,
    /// The text that is shown large.
    pub spotlight: Option<u64>,
    /// The presenter's themes.
    pub themes: Vec<QueueTheme>,
}

impl Queue {
    /// A queue without texts, with what the presenter has set; `usual` is whether the talk lets texts wait.
    #[must_use]
    pub fn new(moderation: &Moderation, usual: bool) -> Self {
        let theme = |(id, name): (u32, &std::sync::Arc<str>)| QueueTheme {
            id,
            name: name.to_string(),
        };
        Self {
            waiting: Vec::new(),
            waiting_count: 0,
            shown: Vec::new(),
            shown_count: 0,
            hidden: Vec::new(),
            hidden_count: 0,
            review: moderation.reviews(usual),
            filter: moderation.filters(),
            locked: moderation.locked().is_some(),
            keep: moderation.keeps(),
            display: None,
            spotlight: moderation.spotlight(),
            themes: moderation.themes().map(theme).collect(),
        }
    }
}

/// What is left for the lists of one queue.
pub(crate) struct Lists {
    left: usize,
}

impl Default for Lists {
    fn default() -> Self {
        Self { left: MOST_BYTES }
    }
}

impl Lists {
    /// The first of what waits, and how much does.
    pub(crate) fn waiting<Item>(
        &mut self,
        items: impl ExactSizeIterator<Item = Item>,
        queued: impl Fn(Item) -> Queued,
    ) -> (Vec<Queued>, u32) {
        self.list(MOST_WAITING, items, queued)
    }

    /// The first of another list, as many as there is room for, and how many there are.
    pub(crate) fn rest<Item>(
        &mut self,
        items: impl ExactSizeIterator<Item = Item>,
        queued: impl Fn(Item) -> Queued,
    ) -> (Vec<Queued>, u32) {
        self.list(self.left, items, queued)
    }

    /// One is always shown: a text that alone is too large would keep all behind it from being dealt with.
    fn list<Item>(
        &mut self,
        most: usize,
        items: impl ExactSizeIterator<Item = Item>,
        queued: impl Fn(Item) -> Queued,
    ) -> (Vec<Queued>, u32) {
        let count = items.len() as u32;
        let mut budget = Budget::of(most);
        let list: Vec<Queued> = items
            .take(MOST_LISTED)
            .map(queued)
            .take_while(|queued| budget.pays_one(queued))
            .collect();
        self.left = self.left.saturating_sub(list.iter().map(bytes).sum());
        (list, count)
    }
}

/// A text in runs: what may offend, what may tell who somebody is, and the rest. `confidential` is where words stand that
/// must not leave the company.
#[must_use]
pub(crate) fn spans(text: &str, confidential: Vec<Range<usize>>) -> Vec<Span> {
    let mut marked: Vec<(Range<usize>, Concern)> = Vec::new();
    let personal = pointers(text)
        .into_iter()
        .filter_map(|pointer| Some((pointer.range, concern(pointer.kind)?)));
    let all = confidential.into_iter().map(|range| (range, Concern::Confidential));
    for (range, concern) in all
        .chain(profanities(text).into_iter().map(|range| (range, Concern::Profanity)))
        .chain(personal)
    {
        if !marked
            .iter()
            .any(|(other, _)| range.start < other.end && other.start < range.end)
        {
            marked.push((range, concern));
        }
    }
    marked.sort_by_key(|(range, _)| range.start);
    let mut spans = Vec::new();
    let mut at = 0;
    for (range, concern) in marked {
        push(&mut spans, &text[at..range.start], None);
        at = range.end;
        push(&mut spans, &text[range], Some(concern));
    }
    push(&mut spans, &text[at..], None);
    spans
}

fn push(spans: &mut Vec<Span>, text: &str, concern: Option<Concern>) {
    if !text.is_empty() {
        spans.push(Span {
            text: text.to_owned(),
            concern,
        });
    }
}

/// Accounts on a network are public, and a tweet is made of them: they are no concern.
fn concern(kind: PointerKind) -> Option<Concern> {
    match kind {
        PointerKind::Phone => Some(Concern::Phone),
        PointerKind::Email => Some(Concern::Email),
        PointerKind::Name => Some(Concern::Name),
        PointerKind::Iban => Some(Concern::Iban),
        PointerKind::LongNumber => Some(Concern::LongNumber),
        PointerKind::Handle => None,
    }
}
