//! What a cell may hold.

use crate::text::one_line;

/// The longest text of a cell, in UTF-16 units.
const LONGEST: usize = 32_767;

/// The longest text about a file, a table or a chart.
const CAPTION: usize = 255;

/// The longest name in a chart: of more, nobody reads the bar. The table of answers has all of it.
const NAME: usize = 160;

/// A cell of a table. There is no formula among them, and no link.
#[derive(Clone)]
pub(super) enum Cell {
    /// Nothing: not told, or there is nothing to tell.
    Empty,
    /// Words.
    Text(String),
    /// A count.
    Whole(u32),
    /// A figure with decimals where it has any, such as people whom ties share out.
    Decimal(f64),
    /// A figure with one decimal.
    Tenths(f64),
    /// A whole percentage, as a share: 33 is 0.33 that reads 33 %.
    Percent(u32),
    /// A share that is known better than that.
    Share(f64),
}

impl Cell {
    pub(super) fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// A figure where it is told.
    pub(super) fn told<T>(figure: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        figure.map_or(Self::Empty, cell)
    }
}

/// A text as a cell takes it: one line without control characters, cut where a cell is full.
pub(super) fn text(typed: &str) -> String {
    cut(typed, LONGEST)
}

/// The same where there is less room: what is said of the file and of its charts.
pub(super) fn caption(typed: &str) -> String {
    cut(typed, CAPTION)
}

/// A name as a chart takes it.
pub(super) fn name(typed: &str) -> String {
    cut(typed, NAME)
}

fn cut(typed: &str, most: usize) -> String {
    let mut line = one_line(typed);
    line.retain(|character| !is_refused(character));
    if line.chars().map(char::len_utf16).sum::<usize>() <= most {
        return line;
    }
    let mut units = 0;
    let fits = |character: &char| {
        units += character.len_utf16();
        units < most
    };
    let cut: String = line.chars().take_while(fits).collect();
    format!("{cut}…")
}

/// What no XML may hold and is no letter of anybody's; with control characters gone, these are left.
fn is_refused(character: char) -> bool {
    matches!(character, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fills_its_cell_is_cut_between_characters() {
        let units = |text: &str| text.encode_utf16().count();
        assert_eq!(text(&"a".repeat(LONGEST)), "a".repeat(LONGEST));
        let cut = text(&"🐦".repeat(LONGEST));
        assert!(cut.ends_with("🐦…") && units(&cut) <= LONGEST, "{}", units(&cut));
        assert_eq!(units(&text(&"a".repeat(LONGEST + 1))), LONGEST);
        assert_eq!(text("=1\u{0}\r\n+2\u{202e}"), "=1 +2");
        assert_eq!(text("a\u{fffe}b\u{ffff}"), "ab");
    }
}
