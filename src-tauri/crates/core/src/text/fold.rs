//! Letters without what two spellings of one word may differ in: case, accents, ligatures.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// Small letters without accents, in their plainest form: « Œuvre » and « oeuvre », « É » and « e », `ﬁ` and `fi` are alike.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let plain = text.chars().flat_map(char::to_lowercase).nfkd();
    for letter in plain.filter(|letter| letter.general_category_group() != GeneralCategoryGroup::Mark) {
        // Compatible forms may be capitals (the letters of formulas), hence small once more.
        for letter in letter.to_lowercase() {
            match letter {
                'œ' => folded.push_str("oe"),
                'æ' => folded.push_str("ae"),
                'ß' => folded.push_str("ss"),
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                'đ' | 'ð' => folded.push('d'),
                'ı' => folded.push('i'),
                'ς' => folded.push('σ'),
                '’' | '‘' | 'ʼ' | '`' | '´' | '′' | 'ʹ' => folded.push('\''),
                '‐' | '‑' | '‒' | '–' | '—' | '−' => folded.push('-'),
                other => folded.push(other),
            }
        }
    }
    folded
}
