//! `kind: words`.

use gazouillis_core::kind::Words;
use gazouillis_core::kind::words::MOST_WORDS;

use super::shared::MODERATE;
use super::{Asked, Reader};
use crate::format::{Key, Takes};

impl Reader for Words {
    const KEYS: &'static [Key] = &[
        Key::new(
            "max",
            Takes::Whole(1, MOST_WORDS as i64),
            "combien de mots chacun peut donner",
            "how many words a person may give",
        )
        .usually("3"),
        MODERATE,
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let usual = Self::default();
        let max = asked.fields.whole("max", 1..=MOST_WORDS as u32);
        Self {
            max: max.map_or(usual.max, |max| max.value as usize),
            moderate: asked.fields.flag("moderate").map_or(usual.moderate, |flag| flag.value),
        }
    }
}
