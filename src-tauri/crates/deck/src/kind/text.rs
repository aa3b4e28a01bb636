//! `kind: text`.

use gazouillis_core::kind::Text;
use gazouillis_core::kind::moderation::Display;
use gazouillis_core::kind::text::LONGEST;

use super::shared::{MODERATE, SHOW, UPVOTES};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::format::{Key, Takes};

/// How texts may stand on the stage.
const DISPLAYS: [(&str, Display); 3] = [
    ("wall", Display::Wall),
    ("one", Display::One),
    ("themes", Display::Themes),
];

impl Reader for Text {
    const KEYS: &'static [Key] = &[
        Key::new(
            "max",
            Takes::Whole(1, LONGEST as i64),
            "combien de caractères au plus",
            "how many characters at most",
        )
        .usually("280"),
        SHOW,
        MODERATE,
        UPVOTES,
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let usual = Self::default();
        let max = asked.fields.whole("max", 1..=LONGEST as u32);
        Self {
            max: max.map_or(usual.max, |max| max.value as usize),
            show: show(asked),
            moderate: asked.fields.flag("moderate").map_or(usual.moderate, |flag| flag.value),
            upvotes: asked.fields.flag("upvotes").is_some_and(|flag| flag.value),
        }
    }
}

pub(super) fn display_words() -> Vec<&'static str> {
    DISPLAYS.iter().map(|(word, _)| *word).collect()
}

/// The key `show`, which tweets have as well.
pub(super) fn show(asked: &Asked<'_>) -> Display {
    let written = asked.fields.word("show", &DISPLAYS, Code::UnknownWord);
    written.map_or_else(Display::default, |display| display.value)
}
