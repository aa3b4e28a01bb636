//! A tweet as Twitter counts and reads it, and what a talk may ask of one.
//!
//! The rules are those of twitter-text 3 (<https://github.com/twitter/twitter-text>, `config/v3.json`), kept so simple that the
//! phone can follow them while somebody types:
//!
//! 1. The text is in normal form C, which [`super::clean`] has seen to.
//! 2. A link counts [`LINK`], whatever its length ([`parts()`] says what a link is).
//! 3. An emoji counts 2, however many code points it is made of.
//! 4. Any other code point counts 1 when it is in [`LIGHT`], else 2.
//! 5. At most [`MOST`].

mod charter;
mod confidential;
mod parts;

use unicode_segmentation::UnicodeSegmentation;

use super::clean::is_emoji;
pub use charter::{Charter, Demand, Remark};
pub use confidential::{WIDEST, print};
pub use parts::{ENDINGS, Part, PartKind, parts};

/// The longest tweet.
pub const MOST: u32 = 280;

/// What a link counts: Twitter replaces it by a short one of its own.
pub const LINK: u32 = 23;

/// Code points that count one, both ends included: Latin to Georgian, and the blanks, dashes and quotes of print.
pub const LIGHT: [(u32, u32); 4] = [(0, 4351), (8192, 8205), (8208, 8223), (8242, 8247)];

/// How long a cleaned text is as a tweet.
#[must_use]
pub fn weight(text: &str) -> u32 {
    let mut weight = 0;
    let mut at = 0;
    for link in parts(text).into_iter().filter(|part| part.kind == PartKind::Link) {
        weight += weight_of_words(&text[at..link.range.start]) + LINK;
        at = link.range.end;
    }
    weight + weight_of_words(&text[at..])
}

fn weight_of_words(text: &str) -> u32 {
    text.graphemes(true)
        .map(|grapheme| {
            if is_coloured(grapheme) {
                2
            } else {
                grapheme.chars().map(weight_of).sum()
            }
        })
        .sum()
}

fn weight_of(letter: char) -> u32 {
    let code = u32::from(letter);
    let light = LIGHT.iter().any(|(first, last)| (*first..=*last).contains(&code));
    if light { 1 } else { 2 }
}

/// Whether a grapheme is drawn as an emoji. The signs © and ® are, only when they ask for it.
fn is_coloured(grapheme: &str) -> bool {
    let mut letters = grapheme.chars();
    let first = letters.next().unwrap_or_default();
    let asks = letters.clone().any(|letter| letter == '\u{FE0F}');
    asks || (is_emoji(first) && weight_of(first) == 2)
        || (is_half_flag(first) && letters.next().is_some_and(is_half_flag))
}

fn is_half_flag(letter: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&letter)
}

#[cfg(test)]
mod tests;
