//! A typed line as our fonts can show it: a missing letter becomes its plain form, never a box or a failure.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gazouillis_core::deck::Language;
use typst::text::Font;
use unicode_normalization::UnicodeNormalization as _;

use super::world;
use crate::text::{is_invisible, one_line, plain_letters, spelt};

/// Stands for what no font of ours can draw.
const STAND_IN: char = '?';

/// Every character our fonts have, ascending. Emoji come from one font, letters must be in all the others.
static DRAWABLE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let (emoji, letters): (Vec<_>, Vec<_>) = world::fonts()
        .iter()
        .partition(|font| font.info().family.contains("Emoji"));
    let coverage = |fonts: &[&Font]| -> Vec<BTreeSet<u32>> {
        fonts.iter().map(|font| font.info().coverage.iter().collect()).collect()
    };
    let letters = coverage(&letters)
        .into_iter()
        .reduce(|all, font| &all & &font)
        .unwrap_or_default();
    let drawable = coverage(&emoji).into_iter().fold(letters, |all, font| &all | &font);
    drawable
        .into_iter()
        .filter_map(char::from_u32)
        .filter(|c| !c.is_control())
        .collect()
});

/// One line, spelt as its language is, of characters that can be drawn.
pub(crate) fn line(typed: &str, language: Language) -> String {
    let mut line = String::with_capacity(typed.len());
    for character in spelt(&one_line(typed), language).chars() {
        if is_drawable(character) {
            line.push(character);
        } else {
            push_plain(&mut line, character);
        }
    }
    line
}

/// Stands for what is before and after a part of a line, so that its edges are spelt like its middle.
const NEIGHBOUR: char = '—';

/// A part of a line, which may begin or end with the space that parts it from the next.
pub(crate) fn run(typed: &str, language: Language) -> String {
    let line = line(&format!("{NEIGHBOUR}{typed}{NEIGHBOUR}"), language);
    let inner = line
        .strip_prefix(NEIGHBOUR)
        .and_then(|rest| rest.strip_suffix(NEIGHBOUR));
    inner.unwrap_or_default().to_owned()
}

/// A line of code: every space counts, and nothing is spelt any finer.
pub(crate) fn code(typed: &str) -> String {
    let mut line = String::with_capacity(typed.len());
    for character in typed.replace('\t', "    ").nfc() {
        if character == ' ' || is_drawable(character) {
            line.push(character);
        } else if !is_invisible(character) {
            push_plain(&mut line, character);
        }
    }
    line
}

fn is_drawable(character: char) -> bool {
    DRAWABLE.binary_search(&character).is_ok()
}

/// A letter without its accent, nothing for what only modifies a letter or an emoji, else a stand-in.
fn push_plain(line: &mut String, character: char) {
    let plain = plain_letters(character);
    if plain.is_empty() && !is_modifier(character) && !line.ends_with(STAND_IN) {
        line.push(STAND_IN);
    }
    line.push_str(&plain);
}

/// Accents written apart, joiners, variation selectors, skin tones.
fn is_modifier(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[test]
    fn french_is_drawn_as_it_is() {
        let words = "Où çà ? L’œuvre, naïve, coûte 12 € – « déjà » … ✓ → Æ Œ Ç";
        let drawn = line(words, Language::En);
        assert_eq!(drawn, words);
    }

    #[test]
    fn a_run_keeps_the_spaces_that_part_it_from_its_neighbours() {
        assert_eq!(run("Le  mot ", Language::Fr), "Le mot ");
        assert_eq!(run(" : « oui »", Language::Fr), "\u{a0}: «\u{a0}oui\u{a0}»");
        assert_eq!(run("\u{a0}: ", Language::Fr), "\u{a0}: ");
        assert_eq!(run(" ", Language::En), " ");
        assert_eq!(run("", Language::En), "");
    }

    #[test]
    fn in_code_every_space_counts() {
        assert_eq!(code("  if a  ? b : 'c'"), "  if a  ? b : 'c'");
        assert_eq!(code("\tx\u{202e}y\u{200b}"), "    xy");
    }

    #[test]
    fn our_own_words_need_no_stand_in() {
        for language in [Language::Fr, Language::En] {
            for (key, words) in Words::new(language).all() {
                assert_eq!(
                    line(&words, language),
                    words,
                    "{key} has a character that no font of ours draws"
                );
            }
        }
    }

    #[test]
    fn what_no_font_has_becomes_its_plain_form() {
        assert_eq!(line("Łukasz Kaźmierczak", Language::Fr), "Lukasz Kazmierczak");
        assert_eq!(line("e\u{301}te\u{301}", Language::Fr), "été");
        assert_eq!(line("推特 ok", Language::Fr), "? ok");
    }
}
