//! From what was typed to what is shown: words are taken together, then sorted out by what the presenter said of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Typed, WordFigure, WordsCounts, WordsFigures};
use crate::budget::afforded;
use crate::kind::Moderation;
use crate::kind::moderation::{Lists, Queue, Queued, Status, spans};
use crate::kind::typed::MOST_BYTES;
use crate::text::near_spellings;

/// A cloud of more words is dust.
const MOST_SHOWN: usize = 120;

/// A word of the cloud, with all that counts for it.
struct Cloud<'c> {
    key: &'c str,
    status: Status,
    count: u32,
    first: u64,
    spelling: &'c str,
}

/// The words, most frequent first, each with the words that count for it.
///
/// Words are taken together in three steps: by their key; where the presenter said so; and rare ones that are a slip away
/// from a frequent one. What is hidden takes no part in the last step, and a word that may be shown never joins one that
/// may not.
fn clouds<'c>(counts: &'c WordsCounts, moderation: &'c Moderation, moderate: bool) -> Vec<Cloud<'c>> {
    let mut merged: BTreeMap<&str, Vec<(&str, &Typed)>> = BTreeMap::new();
    for (key, typed) in &counts.words {
        merged.entry(moderation.stands_for(key)).or_default().push((key, typed));
    }
    let mut clouds: BTreeMap<&str, Cloud<'c>> = merged
        .into_iter()
        .map(|(key, typed)| (key, cloud(key, &typed, moderation, moderate)))
        .collect();
    let free = |cloud: &&Cloud<'_>| cloud.status != Status::Hidden && !moderation.is_apart(cloud.key);
    let table = clouds
        .values()
        .filter(free)
        .map(|cloud| (cloud.key, cloud.count))
        .collect();
    for (slip, meant) in near_spellings(&table) {
        let hides = clouds[slip].status == Status::Shown && clouds[meant].status != Status::Shown;
        if let Some(slip) = (!hides).then(|| clouds.remove(slip)).flatten() {
            let meant = clouds.get_mut(meant).expect("BUG: a word that others join joins none");
            meant.count += slip.count;
            meant.first = meant.first.min(slip.first);
        }
    }
    let mut clouds: Vec<Cloud<'c>> = clouds.into_values().collect();
    clouds.sort_by_key(|cloud| (Reverse(cloud.count), cloud.key));
    clouds
}

fn cloud<'c>(key: &'c str, typed: &[(&'c str, &'c Typed)], moderation: &Moderation, moderate: bool) -> Cloud<'c> {
    let count = typed.iter().map(|(_, typed)| typed.spellings.len() as u32).sum();
    let first = typed
        .iter()
        .filter_map(|(_, typed)| typed.spellings.keys().next())
        .min();
    // The word's own spellings; those of others only when nobody typed it.
    let own = typed.iter().find(|(other, _)| *other == key).unwrap_or(&typed[0]).1;
    let first = first.copied().unwrap_or_default();
    Cloud {
        key,
        status: moderation.word(key, moderate, own.grave > 0, first),
        count,
        first,
        spelling: most_frequent(own),
    }
}

/// The spelling that was typed most often; of equals the one that a dictionary would have: few capitals, its accents, short.
fn most_frequent(typed: &Typed) -> &str {
    let mut counted: BTreeMap<&str, u32> = BTreeMap::new();
    for spelling in typed.spellings.values() {
        *counted.entry(spelling).or_default() += 1;
    }
    let most = counted.into_iter().max_by_key(|(spelling, count)| {
        let capitals = spelling.chars().filter(|letter| letter.is_uppercase()).count();
        let accents = spelling.chars().filter(|letter| !letter.is_ascii()).count();
        let short = (Reverse(spelling.len()), Reverse(*spelling));
        (*count, Reverse(capitals), accents, short)
    });
    most.map_or("", |(spelling, _)| spelling)
}

fn told(clouds: &[Cloud<'_>], most: usize, most_bytes: usize) -> WordsFigures {
    let shown: Vec<&Cloud<'_>> = clouds.iter().filter(|cloud| cloud.status == Status::Shown).collect();
    let word = |cloud: &&Cloud<'_>| WordFigure {
        text: cloud.spelling.to_owned(),
        count: cloud.count,
    };
    let words = afforded(shown.iter().take(most).map(word), most_bytes);
    WordsFigures {
        more: (shown.len() - words.len()) as u32,
        words,
    }
}

/// What a page has room for.
pub(super) fn figures(counts: &WordsCounts, moderation: &Moderation, moderate: bool) -> WordsFigures {
    told(&clouds(counts, moderation, moderate), MOST_SHOWN, MOST_BYTES)
}

/// What a summary keeps: all words that everybody may see, when the presenter keeps them.
pub(super) fn kept(counts: &WordsCounts, moderation: &Moderation, moderate: bool) -> WordsFigures {
    let most = if moderation.keeps() { usize::MAX } else { 0 };
    told(&clouds(counts, moderation, moderate), most, usize::MAX)
}

/// What the presenter has to look at.
pub(super) fn queue(counts: &WordsCounts, moderation: &Moderation, moderate: bool) -> Queue {
    let clouds = clouds(counts, moderation, moderate);
    let standing = |status| {
        let standing: Vec<&Cloud<'_>> = clouds.iter().filter(|cloud| cloud.status == status).collect();
        standing
    };
    let queued = |cloud: &Cloud<'_>| Queued {
        id: None,
        key: Some(cloud.key.to_owned()),
        spans: spans(cloud.spelling, Vec::new()),
        count: cloud.count,
        theme: None,
        remarks: Vec::new(),
        votes: None,
    };
    let mut waiting = standing(Status::Waiting);
    waiting.sort_by_key(|cloud| cloud.first);
    let mut lists = Lists::default();
    let (waiting, waiting_count) = lists.waiting(waiting.into_iter(), queued);
    let (shown, shown_count) = lists.rest(standing(Status::Shown).into_iter(), queued);
    let (hidden, hidden_count) = lists.rest(standing(Status::Hidden).into_iter(), queued);
    Queue {
        waiting,
        waiting_count,
        shown,
        shown_count,
        hidden,
        hidden_count,
        ..Queue::new(moderation, moderate)
    }
}
