//! The text of a talk file, and where in it something stands.

use std::ops::Range;

/// A talk's text with `\n` line ends and no byte order mark. Every position in it is also one of the file as its
/// author sees it, because neither of the two takes a column of its own.
pub(crate) struct Source {
    text: String,
    line_starts: Vec<usize>,
}

/// A place in the file, both numbers counted from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Source {
    pub(crate) fn new(raw: &str) -> Self {
        let text = raw
            .strip_prefix('\u{feff}')
            .unwrap_or(raw)
            .replace("\r\n", "\n")
            .replace('\r', "\n");
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self { text, line_starts }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// The lines as byte ranges, without their line ends.
    pub(crate) fn lines(&self) -> Vec<Range<usize>> {
        let ends = self.line_starts.iter().skip(1).map(|start| start - 1);
        self.line_starts
            .iter()
            .zip(ends.chain([self.text.len()]))
            .map(|(&start, end)| start..end)
            .collect()
    }

    /// Where a byte offset stands.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.line_starts.partition_point(|&start| start <= offset).max(1);
        let start = self.line_starts[line - 1];
        let before = self.text.get(start..offset).unwrap_or_default();
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }
}

/// The bytes of leading white space.
pub(crate) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_and_not_bytes() {
        let source = Source::new("été\nça va");
        assert_eq!(source.position(6), Position { line: 2, column: 1 });
        assert_eq!(source.position(8), Position { line: 2, column: 2 });
        assert_eq!(source.position(999), Position { line: 2, column: 6 });
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_move_no_position() {
        let source = Source::new("\u{feff}un\r\ndeux\rtrois");
        assert_eq!(source.text(), "un\ndeux\ntrois");
        assert_eq!(source.lines().len(), 3);
        assert_eq!(source.position(3), Position { line: 2, column: 1 });
    }
}
