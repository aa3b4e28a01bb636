//! Text broken into lines, as a browser does: at spaces and after hyphens, and anywhere in a word that is longer than its line.

use gazouillis_core::content::Inline;

use super::formula;
use super::letters::{Face, width};

/// Letters being set into lines of one width. All measures are shares of their size.
pub(super) struct Setting {
    room: f64,
    face: Face,
    lines: usize,
    /// Where the line ends so far, without spaces at its end.
    at: f64,
    /// Spaces after it.
    spaces: f64,
    word: f64,
    longest_word: f64,
    longest_line: f64,
}

impl Setting {
    pub(super) fn new(room: f64, face: Face) -> Self {
        Self {
            room: room.max(0.1),
            face,
            lines: 0,
            at: 0.0,
            spaces: 0.0,
            word: 0.0,
            longest_word: 0.0,
            longest_line: 0.0,
        }
    }

    /// Adds words.
    pub(super) fn text(&mut self, text: &str, bold: bool) -> &mut Self {
        for letter in text.chars() {
            self.letter(letter, bold);
        }
        self
    }

    /// Adds words with their look.
    pub(super) fn inlines(&mut self, inlines: &[Inline], bold: bool) -> &mut Self {
        for inline in inlines {
            match inline {
                Inline::Text { text } | Inline::Code { text } => self.text(text, bold),
                Inline::Strong { children } => self.inlines(children, true),
                Inline::Emphasis { children } | Inline::Link { children, .. } => self.inlines(children, bold),
                Inline::Formula { formula } => self.text(&formula::letters(&formula.nodes), bold),
                Inline::Break => self.turn(),
            };
        }
        self
    }

    /// How many lines there are, the longest line, and the longest word.
    pub(super) fn finish(&mut self) -> Set {
        self.end_word();
        Set {
            lines: self.lines.max(1),
            longest_line: self.longest_line.max(self.at),
            longest_word: self.longest_word,
        }
    }

    fn letter(&mut self, letter: char, bold: bool) {
        let wide = width(letter, self.face, bold);
        match letter {
            '\n' => {
                self.turn();
            }
            ' ' | '\t' => {
                self.end_word();
                self.spaces += wide;
            }
            _ => {
                self.word += wide;
                if letter == '-' {
                    self.end_word();
                }
            }
        }
    }

    fn turn(&mut self) -> &mut Self {
        self.end_word();
        self.lines = self.lines.max(1) + 1;
        self.begin_line();
        self
    }

    fn begin_line(&mut self) {
        self.longest_line = self.longest_line.max(self.at);
        (self.at, self.spaces) = (0.0, 0.0);
    }

    fn end_word(&mut self) {
        if self.word == 0.0 {
            return;
        }
        self.lines = self.lines.max(1);
        self.longest_word = self.longest_word.max(self.word);
        if self.at > 0.0 && self.at + self.spaces + self.word > self.room {
            self.lines += 1;
            self.begin_line();
        }
        let mut end = self.at + self.spaces + self.word;
        while end > self.room {
            self.lines += 1;
            self.begin_line();
            end -= self.room;
        }
        (self.at, self.spaces, self.word) = (end, 0.0, 0.0);
    }
}

/// What some text came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Set {
    pub(super) lines: usize,
    pub(super) longest_line: f64,
    pub(super) longest_word: f64,
}

/// How many lines a plain text takes.
pub(super) fn lines_of(text: &str, room: f64, size: f64, face: Face) -> f64 {
    Setting::new(room / size, face).text(text, false).finish().lines as f64
}
