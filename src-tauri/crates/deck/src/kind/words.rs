//! `kind: words`.

use gazouillis_core::kind::Words;
use gazouillis_core::kind::words::MOST_WORDS;

use super::{Asked, Reader};

impl Reader for Words {
    const KEYS: &'static [&'static str] = &["max", "moderate"];

    fn read(asked: &Asked<'_>) -> Self {
        let usual = Self::default();
        let max = asked.fields.whole("max", 1..=MOST_WORDS as u32);
        Self {
            max: max.map_or(usual.max, |max| max.value as usize),
            moderate: asked.fields.flag("moderate").map_or(usual.moderate, |flag| flag.value),
        }
    }
}
