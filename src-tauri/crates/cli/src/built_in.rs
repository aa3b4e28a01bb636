//! The talks that come with the program, one in each language that it speaks.

use gazouillis_core::Deck;
use gazouillis_core::deck::Language;
use gazouillis_deck::{Diagnostic, LoadError, Loaded};

/// A talk that comes with the program.
#[derive(Debug)]
pub struct BuiltIn {
    /// The language of its slides.
    pub language: Language,
    /// How home names it in requests.
    pub id: &'static str,
    /// How it is named in messages, and what a copy of it is called.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// All of them.
pub const BUILT_IN: [BuiltIn; 2] = [
    BuiltIn {
        language: Language::Fr,
        id: "built-in-fr",
        name: "twitter.fr.md",
        text: include_str!("../../../talks/twitter.fr.md"),
    },
    BuiltIn {
        language: Language::En,
        id: "built-in-en",
        name: "twitter.en.md",
        text: include_str!("../../../talks/twitter.en.md"),
    },
];

impl BuiltIn {
    /// The one in a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Fr => &BUILT_IN[0],
            Language::En => &BUILT_IN[1],
        }
    }

    /// The one that home names like this.
    #[must_use]
    pub fn with_id(id: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|talk| talk.id == id)
    }

    /// Both, that in this language first.
    pub fn from(language: Language) -> impl Iterator<Item = &'static Self> {
        let first = Self::of(language);
        [first]
            .into_iter()
            .chain(BUILT_IN.iter().filter(move |talk| talk.language != language))
    }

    /// The talk in its usual length.
    ///
    /// # Panics
    /// When it has mistakes, which a test keeps from happening.
    #[must_use]
    pub fn deck(&self) -> Deck {
        self.cut(None)
    }

    /// The talk in one of its lengths; in its usual one when it does not have that.
    ///
    /// # Panics
    /// As [`Self::deck`].
    #[must_use]
    pub fn cut(&self, minutes: Option<u16>) -> Deck {
        self.read(minutes).0
    }

    /// The talk with its warnings and its text as it was read.
    fn read(&self, minutes: Option<u16>) -> (Deck, Vec<Diagnostic>, String) {
        let (deck, found, text) = gazouillis_deck::parse_cut(self.text, minutes).into_parts();
        let deck = deck.unwrap_or_else(|| panic!("BUG: {} has mistakes: {found:?}", self.name));
        (deck, found, text)
    }

    /// The talk as a file of it would be read.
    ///
    /// # Errors
    /// When it cannot be given in that many minutes.
    pub fn load(&self, minutes: Option<u16>) -> Result<Loaded, LoadError> {
        let (deck, warnings, text) = self.read(minutes);
        if minutes.is_some() && deck.cut != minutes {
            return Err(LoadError::NoSuchCut { cuts: deck.cuts });
        }
        Ok(Loaded {
            deck,
            warnings,
            folder: std::path::PathBuf::new(),
            text,
        })
    }
}
