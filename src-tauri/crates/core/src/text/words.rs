//! Where the words of a text are.

use std::ops::Range;

/// The words of a text, each with its place in bytes: runs of letters and digits, with the marks that sit on them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while rest.next_if(|(_, letter)| !is_of_word(*letter)).is_some() {}
        let start = rest.peek()?.0;
        while rest.next_if(|(_, letter)| is_of_word(*letter)).is_some() {}
        let end = rest.peek().map_or(text.len(), |(at, _)| *at);
        Some((start..end, &text[start..end]))
    })
}

/// Whether a character belongs to a word: a letter, a digit, or what sits on one.
pub(crate) fn is_of_word(letter: char) -> bool {
    use unicode_properties::{GeneralCategoryGroup as Group, UnicodeGeneralCategory};
    letter.is_alphanumeric() || letter.general_category_group() == Group::Mark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        let text = "L’été, c’est 2024 !";
        let found: Vec<&str> = words(text).map(|(range, _)| &text[range]).collect();
        assert_eq!(found, ["L", "été", "c", "est", "2024"]);
        assert_eq!(words("!?").count(), 0);
    }
}
