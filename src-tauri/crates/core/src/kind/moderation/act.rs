//! One decision, and how the log keeps it.

use std::sync::Arc;

use super::super::Record;
use super::{Display, Verdict};
use crate::text::{self, Unreadable};

/// The most texts or words that one decision is about: as many as the presenter is shown at once, and some to spare.
pub const MOST_AT_ONCE: usize = 200;

/// The longest name of a theme, in characters as people count them.
const LONGEST_THEME: usize = 40;

/// The most themes of a poll.
const MOST_THEMES: u32 = 12;

/// One decision of the presenter about the texts of a poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Texts and words are shown, hidden, or wait again.
    Decide {
        /// What is said of them; nothing lets them wait as if nothing had been said.
        verdict: Option<Verdict>,
        /// Texts, by the sequence number of their ballot.
        texts: Vec<u64>,
        /// Words, by their key.
        words: Vec<Arc<str>>,
    },
    /// A word counts for another; for itself, when it is to be kept apart from near spellings.
    Merge {
        /// Its key.
        word: Arc<str>,
        /// The other one's key.
        into: Arc<str>,
    },
    /// New words wait from now on; nothing ends that.
    Lock {
        /// The sequence number up to which words are not new.
        at: Option<u64>,
    },
    /// Whether texts wait that nobody has decided about.
    Review {
        /// Whether they do.
        on: bool,
    },
    /// Whether texts with a swear word wait in any case.
    Filter {
        /// Whether they do.
        on: bool,
    },
    /// Whether the summary has the texts.
    Keep {
        /// Whether it has.
        on: bool,
    },
    /// How the texts stand on the stage.
    Display {
        /// How.
        display: Display,
    },
    /// One text is shown large; nothing ends that.
    Spotlight {
        /// The text.
        text: Option<u64>,
    },
    /// A theme gets a name; without one it is taken away.
    Theme {
        /// Its number.
        theme: u32,
        /// Its name.
        name: Arc<str>,
    },
    /// Texts are sorted into a theme, or out of theirs.
    Sort {
        /// The texts.
        texts: Vec<u64>,
        /// The theme.
        theme: Option<u32>,
    },
}

/// Why a decision cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAct {
    /// It is about more than one page of texts.
    #[error("a decision is about at most {MOST_AT_ONCE} texts")]
    TooMany,
    /// A theme has a number or a name that no theme has.
    #[error("there are at most {MOST_THEMES} themes, with names of at most {LONGEST_THEME} characters")]
    Theme,
}

impl Act {
    /// The decision with its words cleaned.
    ///
    /// # Errors
    /// When it is about too much at once, or about no possible theme.
    pub fn checked(self) -> Result<Self, InvalidAct> {
        match self {
            Self::Decide {
                ref texts, ref words, ..
            } if texts.len() + words.len() > MOST_AT_ONCE => Err(InvalidAct::TooMany),
            Self::Sort { ref texts, .. } if texts.len() > MOST_AT_ONCE => Err(InvalidAct::TooMany),
            Self::Theme { theme, .. } | Self::Sort { theme: Some(theme), .. } if theme >= MOST_THEMES => {
                Err(InvalidAct::Theme)
            }
            Self::Theme { theme, name } => match text::clean::line(&name, LONGEST_THEME) {
                Ok(name) => Ok(Self::Theme {
                    theme,
                    name: name.into(),
                }),
                Err(Unreadable::Empty) => Ok(Self::Theme { theme, name: "".into() }),
                Err(Unreadable::TooLong { .. }) => Err(InvalidAct::Theme),
            },
            other => Ok(other),
        }
    }

    /// The decision's number in the log, and the decision as it is kept. A number that was ever released is never given to
    /// another.
    #[must_use]
    pub fn record(&self) -> (u8, Record) {
        let numbers = |numbers: Vec<i64>| Record {
            numbers,
            texts: Vec::new(),
        };
        match self {
            Self::Decide { verdict, texts, words } => (
                0,
                Record {
                    numbers: [verdict_number(*verdict)].into_iter().chain(signed(texts)).collect(),
                    texts: words.clone(),
                },
            ),
            Self::Merge { word, into } => (
                1,
                Record {
                    numbers: Vec::new(),
                    texts: vec![word.clone(), into.clone()],
                },
            ),
            Self::Lock { at } => (2, numbers(signed(at.as_slice()).collect())),
            Self::Review { on } => (3, numbers(vec![i64::from(*on)])),
            Self::Filter { on } => (4, numbers(vec![i64::from(*on)])),
            Self::Keep { on } => (5, numbers(vec![i64::from(*on)])),
            Self::Display { display } => (6, numbers(vec![display_number(*display)])),
            Self::Spotlight { text } => (7, numbers(signed(text.as_slice()).collect())),
            Self::Theme { theme, name } => (
                8,
                Record {
                    numbers: vec![i64::from(*theme)],
                    texts: vec![name.clone()],
                },
            ),
            Self::Sort { texts, theme } => (
                9,
                numbers([theme.map_or(-1, i64::from)].into_iter().chain(signed(texts)).collect()),
            ),
        }
    }

    /// The decision that was kept; `None` when this program has never written such.
    #[must_use]
    pub fn from_record(tag: u8, record: &Record) -> Option<Self> {
        // What says more than was ever written was not written by us.
        Self::read(tag, record).filter(|act| act.record() == (tag, record.clone()))
    }

    fn read(tag: u8, record: &Record) -> Option<Self> {
        let on = || match record.numbers.as_slice() {
            [on @ (0 | 1)] => Some(*on == 1),
            _ => None,
        };
        let one = || match record.numbers.as_slice() {
            [] => Some(None),
            [number] => u64::try_from(*number).ok().map(Some),
            _ => None,
        };
        Some(match tag {
            0 => {
                let (verdict, texts) = record.numbers.split_first()?;
                Self::Decide {
                    verdict: verdict_of(*verdict)?,
                    texts: unsigned(texts)?,
                    words: record.texts.clone(),
                }
            }
            1 => match record.texts.as_slice() {
                [word, into] => Self::Merge {
                    word: word.clone(),
                    into: into.clone(),
                },
                _ => return None,
            },
            2 => Self::Lock { at: one()? },
            3 => Self::Review { on: on()? },
            4 => Self::Filter { on: on()? },
            5 => Self::Keep { on: on()? },
            6 => match record.numbers.as_slice() {
                [0] => Self::Display { display: Display::Wall },
                [1] => Self::Display { display: Display::One },
                [2] => Self::Display {
                    display: Display::Themes,
                },
                _ => return None,
            },
            7 => Self::Spotlight { text: one()? },
            8 => match (record.numbers.as_slice(), record.texts.as_slice()) {
                ([theme], [name]) => Self::Theme {
                    theme: u32::try_from(*theme).ok()?,
                    name: name.clone(),
                },
                _ => return None,
            },
            9 => {
                let (theme, texts) = record.numbers.split_first()?;
                Self::Sort {
                    texts: unsigned(texts)?,
                    theme: match *theme {
                        -1 => None,
                        theme => Some(u32::try_from(theme).ok()?),
                    },
                }
            }
            _ => return None,
        })
    }
}

fn signed(numbers: &[u64]) -> impl Iterator<Item = i64> {
    numbers.iter().map(|number| i64::try_from(*number).unwrap_or(i64::MAX))
}

fn unsigned(numbers: &[i64]) -> Option<Vec<u64>> {
    numbers.iter().map(|number| u64::try_from(*number).ok()).collect()
}

fn verdict_number(verdict: Option<Verdict>) -> i64 {
    match verdict {
        None => 0,
        Some(Verdict::Shown) => 1,
        Some(Verdict::Hidden) => 2,
    }
}

fn verdict_of(number: i64) -> Option<Option<Verdict>> {
    match number {
        0 => Some(None),
        1 => Some(Some(Verdict::Shown)),
        2 => Some(Some(Verdict::Hidden)),
        _ => None,
    }
}

fn display_number(display: Display) -> i64 {
    match display {
        Display::Wall => 0,
        Display::One => 1,
        Display::Themes => 2,
    }
}
