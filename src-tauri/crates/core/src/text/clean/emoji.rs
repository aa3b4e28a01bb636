//! Which invisible characters hold an emoji together.
//!
//! An emoji may be several: a heart and a flame with a joiner between them, a digit in a key, a black flag spelled with tags
//! (Unicode Technical Standard 51). Only there do invisible characters stay, because without them the emoji falls apart.

use unicode_properties::UnicodeEmoji;

/// Joins two pictures to one.
pub(super) const JOINER: char = '\u{200D}';
/// Asks for the coloured form of the character before it.
pub(super) const COLOURED: char = '\u{FE0F}';
/// Asks for its plain form.
const PLAIN: char = '\u{FE0E}';
/// Draws a key around the character before it.
const KEY: char = '\u{20E3}';

/// A family of four has three joiners; no emoji in use has more.
const MOST_JOINERS: usize = 3;

/// The flags that are spelled with tags. Only these: tags are invisible, and could hide a text from the presenter.
const FLAGS: [&str; 3] = [
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}",
];

/// Whether a character is a picture by itself: an emoji that is no digit, sign, or half of a flag.
pub(crate) fn is_emoji(letter: char) -> bool {
    letter.is_emoji_char() && !letter.is_ascii() && !is_half_flag(letter)
}

fn is_half_flag(letter: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&letter)
}

/// Whether the invisible character between what was kept and what comes holds an emoji together.
pub(super) fn holds_together(kept: &[char], invisible: char, coming: Option<char>) -> bool {
    match (kept.last(), invisible) {
        (Some(&before), JOINER) => {
            let before = if before == COLOURED {
                kept.iter().nth_back(1)
            } else {
                Some(&before)
            };
            before.copied().is_some_and(is_emoji) && coming.is_some_and(is_emoji) && joiners(kept) < MOST_JOINERS
        }
        (Some('0'..='9' | '#' | '*'), COLOURED) => coming == Some(KEY),
        (Some(&before), COLOURED | PLAIN) => is_emoji(before),
        _ => false,
    }
}

/// The joiners of the emoji that was kept last, so far.
fn joiners(kept: &[char]) -> usize {
    let parts = kept.iter().rev().take_while(|letter| {
        let letter = **letter;
        letter == JOINER || letter == COLOURED || is_emoji(letter)
    });
    let mut joiners = 0;
    let mut pictures = 0;
    for &part in parts {
        if part == JOINER {
            joiners += 1;
            pictures = 0;
        } else if is_emoji(part) && !is_skin(part) {
            pictures += 1;
        }
        // Two pictures without a joiner between them: another emoji ends here.
        if pictures > 1 {
            break;
        }
    }
    joiners
}

/// Whether a character gives the picture before it the colour of a skin.
pub(crate) fn is_skin(letter: char) -> bool {
    ('\u{1F3FB}'..='\u{1F3FF}').contains(&letter)
}

/// How many characters from the start are a flag spelled with tags; 0 when they are none.
pub(super) fn spelled_flag(letters: &[char]) -> usize {
    FLAGS
        .iter()
        .find(|flag| {
            flag.chars().count() <= letters.len() && flag.chars().zip(letters).all(|(tag, &letter)| tag == letter)
        })
        .map_or(0, |flag| flag.chars().count())
}
