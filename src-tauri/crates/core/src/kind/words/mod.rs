//! A few words each, that grow into a cloud.
//!
//! ```yaml
//! id: un-mot
//! kind: words
//! ask: Twitter, en un mot ?
//! max: 3              # words a person may give, 1 to 5
//! moderate: true
//! ```

mod cloud;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::moderation::Queue;
use super::typed;
use super::{Answer, InvalidAnswer, Kind, KindName, Moderation, Record, Rehearsed, Shape};
use crate::statistics::SplitMix64;
use crate::text::{self, Unreadable};

/// The most words that a person may give.
pub const MOST_WORDS: usize = 5;

/// The longest word, in characters as people count them: « expérimentation collective » fits, a sentence does not.
pub const LONGEST_WORD: usize = 30;

/// A question that is answered by a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The most words that a person may give, 1 to [`MOST_WORDS`].
    pub max: usize,
    /// Whether new words wait for the presenter before the room sees them.
    pub moderate: bool,
}

impl Default for Words {
    fn default() -> Self {
        Self { max: 3, moderate: true }
    }
}

/// The question as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct WordsView {
    /// The most words that a person may give.
    pub max: u32,
    /// The longest word, in characters as people count them.
    pub longest: u32,
    /// Whether somebody reads new words before the room sees them.
    pub moderate: bool,
}

/// What a ballot says in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WordsMarks {
    /// The words, cleaned, each with a key of its own.
    pub words: Vec<Arc<str>>,
}

impl Shape for WordsMarks {
    const TAG: u8 = 6;

    fn record(&self) -> Record {
        Record {
            numbers: Vec::new(),
            texts: self.words.clone(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        record.numbers.is_empty().then(|| Self {
            words: record.texts.clone(),
        })
    }
}

/// How a word was typed, and by which ballots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Typed {
    /// The spelling, by the number that names the ballot.
    spellings: BTreeMap<u64, Arc<str>>,
    /// How many of the spellings wait for the presenter though others need not.
    grave: u32,
}

/// How often each word was given, under its key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordsCounts {
    words: BTreeMap<Arc<str>, Typed>,
}

/// A word of the cloud.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct WordFigure {
    /// The word, in its most frequent spelling.
    pub text: String,
    /// How many people gave it.
    pub count: u32,
}

/// What is told of words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct WordsFigures {
    /// The words given most often, most frequent first: as many as a page has room for. All of them in a summary that keeps
    /// them.
    pub words: Vec<WordFigure>,
    /// How many further words everybody may see.
    pub more: u32,
}

impl Kind for Words {
    const NAME: KindName = KindName::Words;
    type Marks = WordsMarks;
    type Counts = WordsCounts;
    type View = WordsView;
    type Figures = WordsFigures;

    fn read(&self, answer: &Answer) -> Result<WordsMarks, InvalidAnswer> {
        let Answer::Words { words } = answer else {
            return Err(InvalidAnswer::WrongKind);
        };
        let mut read: Vec<Arc<str>> = Vec::new();
        let mut keys: Vec<String> = Vec::new();
        for word in words {
            let word = match text::clean::line(word, LONGEST_WORD) {
                Ok(word) => word,
                // A field that was left empty is no word.
                Err(Unreadable::Empty) => continue,
                Err(Unreadable::TooLong { most, .. }) => return Err(InvalidAnswer::TooLong { max: most }),
            };
            let key = text::key(&word);
            // Said twice is said once.
            if !keys.contains(&key) {
                keys.push(key);
                read.push(word.into());
            }
        }
        match read.len() {
            0 => Err(InvalidAnswer::Empty),
            named if named > self.max => Err(InvalidAnswer::TooMany { max: self.max }),
            _ => Ok(WordsMarks { words: read }),
        }
    }

    fn answer(&self, marks: &WordsMarks) -> Answer {
        Answer::Words {
            words: marks.words.iter().map(|word| word.to_string()).collect(),
        }
    }

    fn fits(&self, marks: &WordsMarks) -> bool {
        self.read(&self.answer(marks)).is_ok_and(|read| read == *marks)
    }

    fn counts(&self) -> WordsCounts {
        WordsCounts::default()
    }

    fn add(&self, counts: &mut WordsCounts, marks: &WordsMarks, seq: u64) {
        for word in &marks.words {
            let typed = counts.words.entry(text::key(word).into()).or_default();
            typed.grave += u32::from(typed::is_grave(word));
            typed.spellings.insert(seq, word.clone());
        }
    }

    fn remove(&self, counts: &mut WordsCounts, marks: &WordsMarks, seq: u64) {
        for word in &marks.words {
            let key = text::key(word);
            let Some(typed) = counts.words.get_mut(key.as_str()) else {
                continue;
            };
            typed.grave -= u32::from(typed::is_grave(word));
            typed.spellings.remove(&seq);
            if typed.spellings.is_empty() {
                counts.words.remove(key.as_str());
            }
        }
    }

    fn view(&self) -> WordsView {
        WordsView {
            max: self.max as u32,
            longest: LONGEST_WORD as u32,
            moderate: self.moderate,
        }
    }

    fn seen(view: &WordsView) -> Self {
        Self {
            max: view.max as usize,
            moderate: view.moderate,
        }
    }

    fn figures(&self, counts: &WordsCounts, _ballots: u32, moderation: &Moderation) -> WordsFigures {
        cloud::figures(counts, moderation, self.moderate)
    }

    fn kept(&self, counts: &WordsCounts, _ballots: u32, moderation: &Moderation) -> WordsFigures {
        cloud::kept(counts, moderation, self.moderate)
    }

    fn queue(&self, counts: &WordsCounts, moderation: &Moderation) -> Option<Queue> {
        Some(cloud::queue(counts, moderation, self.moderate))
    }

    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let known = if person.english { &ENGLISH } else { &FRENCH };
        let wanted = 1 + dice.below(self.max);
        let mut words: Vec<String> = Vec::new();
        for _ in 0..wanted {
            // The smaller of two draws: some words are said by many, as in a real room.
            let word = known[dice.below(known.len()).min(dice.below(known.len()))];
            if !words.iter().any(|other| text::key(other) == text::key(word)) {
                words.push(word.to_owned());
            }
        }
        Answer::Words { words }
    }
}

/// What people say of Twitter, from the most frequent to the rarest; some of it misspelt, as it is typed.
const FRENCH: [&str; 40] = [
    "veille",
    "rapide",
    "information",
    "réseau",
    "bavardage",
    "temps perdu",
    "actualité",
    "curiosité",
    "échange",
    "oiseau",
    "buzz",
    "visibilité",
    "hashtag",
    "peur",
    "trolls",
    "communauté",
    "influence",
    "bruit",
    "direct",
    "court",
    "humour",
    "partage",
    "bla-bla",
    "opportunité",
    "conversation",
    "image",
    "addiction",
    "découverte",
    "politique",
    "journalistes",
    "liberté",
    "Veille",
    "informations",
    "hashtags",
    "reseau",
    "comunauté",
    "superficiel",
    "280",
    "gazouillis",
    "🐦",
];

const ENGLISH: [&str; 40] = [
    "news",
    "fast",
    "network",
    "chatter",
    "waste of time",
    "curious",
    "exchange",
    "bird",
    "buzz",
    "visibility",
    "hashtag",
    "fear",
    "trolls",
    "community",
    "influence",
    "noise",
    "live",
    "short",
    "humour",
    "sharing",
    "small talk",
    "opportunity",
    "conversation",
    "image",
    "addiction",
    "discovery",
    "politics",
    "journalists",
    "freedom",
    "News",
    "information",
    "hashtags",
    "comunity",
    "superficial",
    "networks",
    "280",
    "twitter",
    "chirp",
    "fun",
    "🐦",
];
