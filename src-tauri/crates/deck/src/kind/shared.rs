//! Keys that several kinds have.

use gazouillis_core::kind::MAX_OPTIONS;

use crate::format::{Key, Takes};

pub(super) const OTHER: Key = Key::new(
    "other",
    Takes::Flag,
    "« Autre… », avec ses propres mots",
    "“Other…”, with words of one’s own",
)
.usually("false");

pub(super) const NO_OPINION: Key = Key::new(
    "no_opinion",
    Takes::Flag,
    "« Sans opinion », compté à part",
    "“No opinion”, counted apart",
)
.usually("false");

pub(super) const SHUFFLE: Key = Key::new(
    "shuffle",
    Takes::Flag,
    "un autre ordre sur chaque téléphone",
    "another order on each phone",
)
.usually("false");

pub(super) const EXPLAIN: Key = Key::new(
    "explain",
    Takes::Text,
    "dit avec la bonne réponse",
    "said with the right answer",
);

pub(super) const MODERATE: Key = Key::new(
    "moderate",
    Takes::Flag,
    "true : ce qu’on écrit attend votre accord",
    "true: what people write waits for your consent",
)
.usually("true");

pub(super) const UPVOTES: Key = Key::new(
    "upvotes",
    Takes::Flag,
    "true : les téléphones peuvent soutenir ce que d’autres ont écrit",
    "true: phones may support what others wrote",
)
.usually("false");

pub(super) const SHOW: Key = Key::new(
    "show",
    Takes::OneOf(super::text::display_words),
    "comment les textes se montrent : tous, un à un, par thème",
    "how texts stand on the stage: all, one by one, by theme",
)
.usually(r#""wall""#);

/// One id, or several.
pub(super) const ONE_OR_SEVERAL: Takes = Takes::Either(&[Takes::Text, Takes::List(&Takes::Text, 1, MOST_NAMED)]);

/// As many as a sentence can have words to put into it.
const MOST_NAMED: usize = if gazouillis_core::kind::MAX_WORDS > MAX_OPTIONS {
    gazouillis_core::kind::MAX_WORDS
} else {
    MAX_OPTIONS
};
