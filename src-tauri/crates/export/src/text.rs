//! What a person typed, made fit for a page or a cell: still their words, and nothing but words.

use gazouillis_core::deck::Language;
use unicode_normalization::UnicodeNormalization;

/// One line of visible text: accents joined to their letters, control, bidirectional and zero-width characters go (the joiners of emoji stay), every
/// run of white space becomes one space.
pub(crate) fn one_line(typed: &str) -> String {
    let visible = typed.nfc().filter(|character| !is_invisible(*character));
    let visible: String = visible
        .map(|c| if c.is_whitespace() && !is_binding(c) { ' ' } else { c })
        .collect();
    let mut line = String::with_capacity(visible.len());
    for character in visible.trim().chars() {
        if !(character == ' ' && line.ends_with(' ')) {
            line.push(character);
        }
    }
    line
}

/// A line with the apostrophe of print and, in French, spaces that do not break before `?` `!` `;` `:` `%` and inside
/// quotation marks. Nothing is added or taken away: a character only becomes its finer form.
pub(crate) fn spelt(line: &str, language: Language) -> String {
    let characters: Vec<char> = line.chars().collect();
    let at = |index: usize| characters.get(index).copied();
    let finer = characters.iter().enumerate().map(|(index, &character)| {
        let before = index.checked_sub(1).and_then(at);
        let after = at(index + 1);
        match character {
            '\'' if before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric) => '’',
            ' ' if language == Language::Fr => match (before, after) {
                (_, Some('?' | '!' | ';')) => '\u{202f}',
                (_, Some(':' | '»' | '%')) | (Some('«'), _) => '\u{a0}',
                _ => ' ',
            },
            other => other,
        }
    });
    finer.collect()
}

/// A letter without its accents, as ASCII letters and digits; empty for what is no such letter.
pub(crate) fn plain_letters(letter: char) -> String {
    let spelt_out = match letter {
        'œ' => "oe",
        'Œ' => "OE",
        'æ' => "ae",
        'Æ' => "AE",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'ß' => "ss",
        _ => {
            return std::iter::once(letter)
                .nfkd()
                .filter(char::is_ascii_alphanumeric)
                .collect();
        }
    };
    spelt_out.to_owned()
}

/// Spaces at which a line must not break; French puts them before `?`, `!`, `:`, `;` and `%`.
fn is_binding(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{202f}')
}

pub(crate) fn is_invisible(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e007f}' | '\u{f0000}'..='\u{10ffff}' => true,
        _ => character.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_go_and_emoji_joiners_stay() {
        assert_eq!(one_line("a\u{0}b\u{202e}c\u{200b}d"), "abcd");
        assert_eq!(one_line("e\u{301}te\u{301}"), "été");
        assert_eq!(one_line("👩\u{200d}💻"), "👩\u{200d}💻");
    }

    #[test]
    fn french_spaces_do_not_break() {
        assert_eq!(spelt("Qu'en dites-vous ?", Language::Fr), "Qu’en dites-vous\u{202f}?");
        assert_eq!(
            spelt("« oui » : 33 %", Language::Fr),
            "«\u{a0}oui\u{a0}»\u{a0}: 33\u{a0}%"
        );
        assert_eq!(
            spelt("Isn't it ?", Language::En),
            "Isn’t it ?",
            "only French puts a space there"
        );
    }

    #[test]
    fn white_space_becomes_single_spaces() {
        assert_eq!(one_line(" deux\n lignes\t ici "), "deux lignes ici");
        assert_eq!(
            one_line("Pourquoi\u{a0}?"),
            "Pourquoi\u{a0}?",
            "a binding space is part of French spelling"
        );
    }
}
