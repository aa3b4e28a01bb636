//! What a talk asks of a tweet, and what is to be said of one that falls short.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::confidential::{self, print};
use super::{MOST, PartKind, parts, weight};

/// Fewer letters are no voice.
const SHOUTED_LETTERS: usize = 8;

/// More than so many capitals in a hundred letters are shouting.
const SHOUTED_PERCENT: usize = 60;

/// Whether a tweet must have something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub enum Demand {
    /// As the author likes.
    #[default]
    Free,
    /// It must.
    Required,
    /// It must not.
    Forbidden,
}

/// What a talk asks of a tweet. The default asks for nothing but a tweet that is short enough and does not shout.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Charter {
    /// At least so many hashtags.
    pub least_hashtags: u32,
    /// At most so many hashtags; none given, any number.
    pub most_hashtags: Option<u32>,
    /// Whether somebody must be mentioned.
    pub mention: Demand,
    /// Whether there must be a link.
    pub link: Demand,
    /// Words and phrases that must not leave the company, as the talk writes them.
    pub confidential: Vec<String>,
}

/// What is to be said of a tweet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "remark", rename_all = "snake_case")]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub enum Remark {
    /// It is longer than Twitter takes.
    TooLong {
        /// How much too long.
        by: u32,
    },
    /// Nobody is mentioned.
    NoMention,
    /// Somebody is mentioned.
    Mention,
    /// It has too few hashtags.
    FewHashtags {
        /// How many it must have.
        least: u32,
    },
    /// It has too many hashtags.
    ManyHashtags {
        /// How many it may have.
        most: u32,
    },
    /// There is no link.
    NoLink,
    /// There is a link.
    Link,
    /// It is written in capitals.
    Shouting,
    /// It has a word that must not leave the company.
    Confidential {
        /// The word, as the talk writes it.
        word: String,
    },
}

impl Charter {
    /// What is to be said of a cleaned text, gravest first; nothing when it may be sent.
    #[must_use]
    pub fn remarks(&self, text: &str) -> Vec<Remark> {
        let parts = parts(text);
        let count = |kind| parts.iter().filter(|part| part.kind == kind).count() as u32;
        let mut remarks: Vec<Remark> = self
            .leaked(text)
            .map(|word| Remark::Confidential { word: word.to_owned() })
            .collect();
        if let Some(by) = weight(text).checked_sub(MOST).filter(|by| *by > 0) {
            remarks.push(Remark::TooLong { by });
        }
        remarks.extend(asked(
            self.mention,
            count(PartKind::Mention),
            Remark::NoMention,
            Remark::Mention,
        ));
        let hashtags = count(PartKind::Hashtag);
        if hashtags < self.least_hashtags {
            remarks.push(Remark::FewHashtags {
                least: self.least_hashtags,
            });
        }
        if let Some(most) = self.most_hashtags.filter(|most| hashtags > *most) {
            remarks.push(Remark::ManyHashtags { most });
        }
        remarks.extend(asked(self.link, count(PartKind::Link), Remark::NoLink, Remark::Link));
        if is_shouting(text) {
            remarks.push(Remark::Shouting);
        }
        remarks
    }

    /// Where confidential words stand in a cleaned text, in bytes and in order.
    #[must_use]
    pub fn leaks(&self, text: &str) -> Vec<Range<usize>> {
        confidential::found(&self.confidential, text)
            .into_iter()
            .map(|(range, _)| range)
            .collect()
    }

    /// The confidential words as a phone may have them: see [`print`].
    #[must_use]
    pub fn prints(&self) -> Vec<u32> {
        self.confidential.iter().map(|words| print(words)).collect()
    }

    /// The confidential words that stand in a text, in the talk's order.
    fn leaked(&self, text: &str) -> impl Iterator<Item = &str> {
        let found = confidential::found(&self.confidential, text);
        let stands = move |(index, _): &(usize, &String)| found.iter().any(|(_, leaked)| leaked == index);
        self.confidential
            .iter()
            .enumerate()
            .filter(stands)
            .map(|(_, words)| words.as_str())
    }
}

fn asked(demand: Demand, found: u32, missing: Remark, unwanted: Remark) -> Option<Remark> {
    match demand {
        Demand::Required if found == 0 => Some(missing),
        Demand::Forbidden if found > 0 => Some(unwanted),
        _ => None,
    }
}

/// Whether most of what the author wrote is in capitals; mentions, hashtags and links are written as they are.
fn is_shouting(text: &str) -> bool {
    let parts = parts(text);
    let own = text
        .char_indices()
        .filter(|(at, _)| !parts.iter().any(|part| part.range.contains(at)));
    let (mut capitals, mut letters) = (0, 0);
    for (_, letter) in own.filter(|(_, letter)| letter.is_uppercase() || letter.is_lowercase()) {
        letters += 1;
        capitals += usize::from(letter.is_uppercase());
    }
    letters >= SHOUTED_LETTERS && 100 * capitals > SHOUTED_PERCENT * letters
}
