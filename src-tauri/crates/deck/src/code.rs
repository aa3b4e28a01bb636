//! A block of code: its language, its colours, and the lines it points at.

mod colour;
mod info;

use gazouillis_core::content::{Block, CodeMark};

use crate::diagnostic::DiagnosticCode as Code;
use crate::markdown::SlideReader;
use crate::nearest::nearest;
use crate::report::Problem;

/// What fits on a slide in the smallest letters that are still read from the last row.
const MOST_LINES: usize = 18;

impl SlideReader<'_> {
    /// The block of some code whose fence says `info`, at byte `at`.
    pub(crate) fn code(&mut self, text: String, info: &str, at: usize) -> Block {
        let lines = text.strip_suffix('\n').unwrap_or(&text).split('\n').count();
        let info = info::read(info, at, lines, self.report);
        if !colour::is_known(&info.language) {
            let near = nearest(&info.language, colour::USUAL);
            let problem = Problem::new(info.language_at, Code::UnknownCodeLanguage).found(&info.language);
            self.report.add(problem.nearest(near));
        }
        if lines > MOST_LINES {
            let problem = Problem::new(at, Code::TallCode).found(lines.to_string());
            self.report.add(problem.expected(MOST_LINES.to_string()));
        }
        let mut marks = Vec::new();
        for (index, (at, lines)) in info.groups.into_iter().enumerate() {
            let step = if index == 0 { 0 } else { self.step(at) };
            // On a slide whose steps are a poll's, what is pointed at first stays.
            if index == 0 || step > 0 {
                marks.push(CodeMark { step, lines });
            }
        }
        Block::Code {
            lines: colour::lines(&text, &info.language),
            language: info.language,
            text,
            numbered: info.numbered,
            marks,
        }
    }
}
