//! Mentions, hashtags and links in a text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::text::words::is_of_word;

/// What a part of a tweet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// `@somebody`: up to 20 letters without accents, digits and `_`, after no letter.
    Mention,
    /// `#subject`: letters, digits and `_`, not digits alone, after no letter.
    Hashtag,
    /// `https://…`, or a domain that ends in one of [`ENDINGS`].
    Link,
}

/// A part of a tweet that Twitter makes something of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// How domains end that people write without `https://`. Twitter knows all of them; these are what is typed in a meeting room.
pub const ENDINGS: [&str; 25] = [
    "app", "be", "biz", "ca", "ch", "co", "com", "de", "dev", "edu", "es", "eu", "fr", "gov", "info", "io", "it", "ly",
    "net", "org", "paris", "tv", "uk", "us", "bzh",
];

/// The longest account name.
const MOST_IN_MENTION: usize = 20;

/// Signs that end a sentence rather than a link.
const AFTER_LINK: &[char] = &['.', ',', ';', ':', '!', '?', '\'', '"', '…', '»', '”', '’'];

/// The mentions, hashtags and links of a cleaned text, in order; what stands inside a link is part of it.
#[must_use]
pub fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = 0;
    let mut before = None;
    while let Some(letter) = text[at..].chars().next() {
        let length = part_at(&text[at..], before);
        match length {
            Some((kind, length)) => {
                parts.push(Part {
                    kind,
                    range: at..at + length,
                });
                at += length;
                before = text[..at].chars().next_back();
            }
            None => {
                at += letter.len_utf8();
                before = Some(letter);
            }
        }
    }
    parts
}

/// The part that begins here, and how many bytes it has.
fn part_at(text: &str, before: Option<char>) -> Option<(PartKind, usize)> {
    if before.is_some_and(|before| is_of_word(before) || matches!(before, '_' | '@' | '＠' | '#' | '＃' | '$')) {
        return None;
    }
    let (sign, rest) = (text.chars().next()?, &text[text.chars().next()?.len_utf8()..]);
    match sign {
        '@' | '＠' if before != Some('&') => Some((PartKind::Mention, sign.len_utf8() + mention(rest)?)),
        '#' | '＃' if before != Some('&') => Some((PartKind::Hashtag, sign.len_utf8() + hashtag(rest)?)),
        _ if before == Some('.') || before == Some('-') => None,
        _ => Some((PartKind::Link, link(text)?)),
    }
}

fn mention(text: &str) -> Option<usize> {
    let length = text
        .chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
        .count();
    let goes_on = text[length..].starts_with(|letter: char| is_of_word(letter) || matches!(letter, '@' | '＠'));
    ((1..=MOST_IN_MENTION).contains(&length) && !goes_on && !text[length..].starts_with("://")).then_some(length)
}

fn hashtag(text: &str) -> Option<usize> {
    let end = text
        .find(|letter: char| !is_of_word(letter) && letter != '_')
        .unwrap_or(text.len());
    let named = text[..end].contains(|letter: char| letter.is_alphabetic());
    let goes_on = text[end..].starts_with(['#', '＃']) || text[end..].starts_with("://");
    (named && !goes_on).then_some(end)
}

fn link(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://"].iter().find(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let start = scheme.map_or(0, |scheme| scheme.len());
    let host = host(&text[start..], scheme.is_some())?;
    let after = &text[start + host..];
    let path = if after.starts_with(['/', '?', '#', ':']) {
        path(after)
    } else {
        0
    };
    Some(start + host + path)
}

/// How many bytes from the start are a domain: labels with points between, none with a dash at its edge.
fn host(text: &str, with_scheme: bool) -> Option<usize> {
    let end = text
        .find(|letter: char| !is_of_word(letter) && !matches!(letter, '.' | '-' | '_'))
        .unwrap_or(text.len());
    let host = text[..end].trim_end_matches(['.', '-', '_']);
    if text[host.len()..].starts_with('@') {
        return None;
    }
    let labels: Vec<&str> = host.split('.').collect();
    let (ending, names) = labels.split_last()?;
    let sound = |label: &&str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    let known = if with_scheme {
        ending.len() >= 2 && ending.chars().all(char::is_alphabetic)
    } else {
        host.is_ascii() && ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
    };
    (known && !names.is_empty() && names.iter().all(sound)).then_some(host.len())
}

/// How many bytes of what follows a domain belong to the link: up to a blank, without the signs that end the sentence and
/// without a bracket that was opened before the link.
fn path(text: &str) -> usize {
    let end = text
        .find(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '<' | '>' | '«' | '»'))
        .unwrap_or(text.len());
    let mut path = &text[..end];
    loop {
        let shorter = path.trim_end_matches(AFTER_LINK);
        let opened = shorter.matches('(').count();
        let unopened = shorter.ends_with(')') && shorter.matches(')').count() > opened;
        let shorter = if unopened {
            &shorter[..shorter.len() - 1]
        } else {
            shorter
        };
        if shorter.len() == path.len() {
            return path.len();
        }
        path = shorter;
    }
}
