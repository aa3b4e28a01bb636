//! One reader per kind of question: the keys of a poll block that are the kind's own.

mod blanks;
mod choice;
mod decimal;
mod listed;
mod matching;
mod multiple;
mod number;
mod pin;
mod plane;
mod points;
mod quiz;
mod ranking;
mod scale;
mod shared;
mod single;
mod statement;
mod text;
mod tweet;
mod words;

#[cfg(test)]
mod every;

use std::cell::RefCell;

use gazouillis_core::Question;
use gazouillis_core::deck::Language;
use gazouillis_core::kind::{
    Blanks, KindName, Match, Multiple, Number, Pin, Plane, Points, Quiz, Ranking, Scale, Single, Text, Tweet, Words,
};

use crate::fields::Fields;
use crate::format::Key;
use crate::report::{Report, Spanned};
use crate::typology::ProfileIds;

pub(crate) use choice::OptionAt;

/// What a reader is given.
pub(crate) struct Asked<'a> {
    /// The poll block.
    pub(crate) fields: Fields<'a>,
    /// The talk's profiles, to which answers may give points.
    pub(crate) profiles: &'a ProfileIds,
    /// The talk's language, for words that it leaves to the kind.
    pub(crate) language: Language,
    /// For the second half of a pair: the first half, of the same kind. What the second leaves out is as in the first, but gives
    /// no points again.
    pub(crate) first: Option<First<'a>>,
    /// Whether the question is asked twice.
    pub(crate) paired: bool,
    /// Whether it is meant to be the second half of a pair, found or not: what is left out is then not missing.
    pub(crate) second: bool,
    /// Where the kind's options stand, as its reader found them: for what is checked across polls.
    pub(crate) options_at: RefCell<Vec<OptionAt>>,
    /// The pictures that the question names, as its reader found them.
    pub(crate) pictures: RefCell<Vec<Spanned<String>>>,
}

impl<'a> Asked<'a> {
    /// Where mistakes are gathered.
    pub(crate) fn report(&self) -> &'a Report {
        self.fields.report
    }

    /// Whether a key holds `true`; what is neither true nor false is reported.
    pub(crate) fn flag(&self, key: &str) -> bool {
        self.fields.flag(key).is_some_and(|flag| flag.value)
    }
}

/// The first half of a pair.
pub(crate) struct First<'a> {
    /// What it asks.
    pub(crate) question: &'a Question,
    /// Where its options stand.
    pub(crate) options_at: &'a [OptionAt],
}

/// Reads one kind's settings. Mistakes are reported; what is then returned is never presented.
pub(crate) trait Reader: Into<Question> {
    /// The keys that are the kind's own.
    const KEYS: &'static [Key];
    /// Keys of which one has to be there, unless the poll is the second half of a pair.
    const ONE_OF: &'static [&'static str] = &[];

    /// Reads them.
    fn read(asked: &Asked<'_>) -> Self;
}

/// The words of all kinds.
pub(crate) fn words() -> Vec<(&'static str, KindName)> {
    KindName::ALL.iter().map(|kind| (kind.word(), *kind)).collect()
}

/// Whether a kind has a key of this name.
pub(crate) fn has(kind: KindName, key: &str) -> bool {
    keys(kind).iter().any(|own| own.word == key)
}

macro_rules! readers {
    ($( $Kind:ident )+) => {
        /// The keys that are the kind's own.
        pub(crate) fn keys(kind: KindName) -> &'static [Key] {
            match kind { $( KindName::$Kind => $Kind::KEYS, )+ }
        }

        /// The keys of which the kind wants one.
        pub(crate) fn one_of(kind: KindName) -> &'static [&'static str] {
            match kind { $( KindName::$Kind => $Kind::ONE_OF, )+ }
        }

        /// Reads the settings of a question of this kind.
        pub(crate) fn read(kind: KindName, asked: &Asked<'_>) -> Question {
            match kind { $( KindName::$Kind => $Kind::read(asked).into(), )+ }
        }
    };
}

readers! { Single Multiple Quiz Scale Plane Number Ranking Points Words Text Tweet Pin Match Blanks }
