//! Typed words as text that Markdown leaves alone.

/// An invisible character at which no word and no address goes on. No typed line has it: see [`crate::text::one_line`].
const JOINER: char = '\u{2060}';

/// What means something wherever it stands.
const ALWAYS: &str = "\\`*_{}[]<>|~&#$^=";

/// One line of text, such that nothing in it is markup: a backslash before what would be, and a joiner inside what a reader
/// would make a link or a mention of even then, as that is done after backslashes are gone.
pub(super) fn escaped(line: &str) -> String {
    let characters: Vec<char> = line.chars().collect();
    let mut text = String::with_capacity(line.len() + 8);
    for (index, &character) in characters.iter().enumerate() {
        if ALWAYS.contains(character) || is_marker(&characters, index) {
            text.push('\\');
        }
        text.push(character);
        if is_calling(&characters, index) || is_address(&characters, index) {
            text.push(JOINER);
        }
    }
    text
}

/// What means something where a line begins: a list, a rule, a heading under the line above, a definition.
fn is_marker(characters: &[char], index: usize) -> bool {
    match characters[index] {
        '-' | '+' | ':' | '!' => index == 0,
        '.' | ')' => index > 0 && characters[..index].iter().all(char::is_ascii_digit),
        _ => false,
    }
}

/// `@name`, `#12`, `:smile:`; but not a time of day.
fn is_calling(characters: &[char], index: usize) -> bool {
    let goes_on = |next: &char| next.is_alphanumeric() || matches!(next, '_' | '+' | '-');
    let is_called = characters.get(index + 1).is_some_and(goes_on);
    let is_time = || index > 0 && characters[index - 1].is_ascii_digit();
    is_called && (matches!(characters[index], '@' | '#') || (characters[index] == ':' && !is_time()))
}

/// `http://`, `www.`.
fn is_address(characters: &[char], index: usize) -> bool {
    match characters[index] {
        ':' => characters.get(index + 1) == Some(&'/'),
        '.' => {
            index >= 3
                && characters[index - 3..index]
                    .iter()
                    .all(|c| c.eq_ignore_ascii_case(&'w'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_as_they_are() {
        for words in [
            "Qu’en dites-vous ? Rien (ou presque), à 9 h 05.",
            "« Oui » : 33 % !",
            "3,5 points",
            "2026 (déjà)",
            "19:40",
        ] {
            assert_eq!(escaped(words), words);
        }
    }

    #[test]
    fn markers_are_escaped_where_a_line_begins() {
        assert_eq!(escaped("- un"), "\\- un");
        assert_eq!(escaped("12. deux"), "12\\. deux");
        assert_eq!(escaped("1) trois"), "1\\) trois");
        assert_eq!(escaped("---"), "\\---");
        assert_eq!(escaped("a - b"), "a - b");
    }

    #[test]
    fn what_readers_link_by_themselves_is_parted() {
        assert_eq!(escaped("@camille"), "@\u{2060}camille");
        assert_eq!(escaped("#12"), "\\#\u{2060}12");
        assert_eq!(escaped("http://a.fr"), "http:\u{2060}//a.fr");
        assert_eq!(escaped("WWW.a.fr"), "WWW.\u{2060}a.fr");
    }
}
