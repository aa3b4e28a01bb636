//! One form for a word and its plural, French or English.
//!
//! The form need not be a word: it only has to be the same for both, and another than that of any other word. So a rule may cut
//! more than a grammar would (« avis » becomes « avi »), as long as nothing else becomes it.

use std::borrow::Cow;

/// Shorter words end in an s of their own.
const SHORTEST: usize = 4;

/// Words that end like a plural and would become another word.
const THEIR_OWN: [&str; 22] = [
    "alors", "bras", "corps", "cours", "does", "fils", "fois", "goods", "hors", "lens", "mais", "mars", "mois", "news",
    "ours", "paris", "pays", "sous", "temps", "thus", "vers", "vous",
];

/// Plural endings and what stands for them in both numbers; the longest come first.
const ENDINGS: [(&str, &str); 6] = [
    ("travaux", "travail"),
    ("eaux", "eau"),
    ("yaux", "yau"),
    ("aux", "al"),
    ("eux", "eu"),
    ("oux", "ou"),
];

/// Words in -aux and -oux that are no plurals of -al and -ou, or too short to know.
const SHORTEST_IN_X: usize = 5;

/// The form that a word shares with its plural. The word is folded already.
pub(super) fn singular(word: &str) -> Cow<'_, str> {
    let letters = word.chars().count();
    let plain = word.chars().all(|letter| letter.is_alphabetic() || letter == '\'');
    if !plain || letters < SHORTEST || THEIR_OWN.contains(&word) {
        return Cow::Borrowed(word);
    }
    if word.ends_with('x') && letters >= SHORTEST_IN_X {
        let ending = ENDINGS.iter().find(|(plural, _)| word.ends_with(plural));
        return ending.map_or(Cow::Borrowed(word), |(plural, single)| {
            Cow::Owned(format!("{}{single}", &word[..word.len() - plural.len()]))
        });
    }
    let stem = match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') => stem,
        _ => word,
    };
    common(stem)
}

/// English spells some plurals with more than an s: `boxes`, `coaches`, `stories`. French spells the singular like that
/// (« taxe », « recherche », « partie »). So both numbers of both languages lose the e after a hiss, and end in -ie.
fn common(stem: &str) -> Cow<'_, str> {
    let hisses = ["xe", "che", "she", "sse", "zze"];
    if hisses.iter().any(|end| stem.ends_with(end)) {
        return Cow::Borrowed(&stem[..stem.len() - 1]);
    }
    match stem.strip_suffix('y') {
        Some(rest) if !rest.ends_with(['a', 'e', 'i', 'o', 'u']) => Cow::Owned(format!("{rest}ie")),
        _ => Cow::Borrowed(stem),
    }
}
