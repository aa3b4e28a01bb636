//! Where mistakes are gathered while a talk is read.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use crate::nearest::nearest;
use crate::source::Source;

/// More mistakes than this help nobody; the rest is counted in one last line.
const MOST_PROBLEMS: usize = 200;

/// The longest quotation of the author's text in a message.
const LONGEST_QUOTATION: usize = 60;

/// The most valid words that one message lists.
const MOST_WORDS: usize = 16;

/// A value and the byte offset where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spanned<T> {
    pub(crate) at: usize,
    pub(crate) value: T,
}

/// One mistake at a byte offset, which becomes a [`Diagnostic`] once the whole file is read.
pub(crate) struct Problem {
    at: usize,
    code: DiagnosticCode,
    found: String,
    expected: String,
    nearest: Option<String>,
    cut: Option<u16>,
}

impl Problem {
    pub(crate) fn new(at: usize, code: DiagnosticCode) -> Self {
        Self {
            at,
            code,
            found: String::new(),
            expected: String::new(),
            nearest: None,
            cut: None,
        }
    }

    /// What stands there.
    pub(crate) fn found(mut self, found: impl AsRef<str>) -> Self {
        self.found = quotation(found.as_ref());
        self
    }

    /// What should stand there.
    pub(crate) fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }

    /// What probably should stand there, in full.
    pub(crate) fn nearest(mut self, nearest: Option<impl AsRef<str>>) -> Self {
        self.nearest = nearest.map(|word| quotation(word.as_ref()));
        self
    }

    /// The word that stands there, and the words that may.
    pub(crate) fn choice<'w>(self, found: &str, words: impl IntoIterator<Item = &'w str> + Clone) -> Self {
        let mut listed: Vec<&str> = words.clone().into_iter().take(MOST_WORDS + 1).collect();
        if listed.len() > MOST_WORDS {
            listed[MOST_WORDS] = "…";
        }
        self.found(found)
            .expected(listed.join(", "))
            .nearest(nearest(found, words))
    }
}

/// At most [`LONGEST_QUOTATION`] characters of a text, on one line.
pub(crate) fn quotation(text: &str) -> String {
    let mut letters = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut short: String = letters.by_ref().take(LONGEST_QUOTATION).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// Gathers mistakes in any order. Shared by every part of the reader, so that none stops at its first mistake.
#[derive(Default)]
pub(crate) struct Report {
    problems: RefCell<Vec<Problem>>,
    seen: RefCell<HashSet<(usize, DiagnosticCode, String)>>,
    left_out: Cell<usize>,
    errors: Cell<bool>,
    cut: Cell<Option<u16>>,
}

impl Report {
    /// What is added from now on is of one length of the talk only; what has been added before is of it, too.
    pub(crate) fn only_in(&self, cut: Option<u16>) {
        self.cut.set(cut);
    }

    /// Adds a mistake; the same mistake at the same place is kept once.
    pub(crate) fn add(&self, mut problem: Problem) {
        problem.cut = self.cut.get();
        if problem.code.severity() == Severity::Error {
            self.errors.set(true);
        }
        if self.problems.borrow().len() >= MOST_PROBLEMS {
            self.left_out.set(self.left_out.get() + 1);
        } else if self.is_new(&problem) {
            self.problems.borrow_mut().push(problem);
        }
    }

    /// Whether an unknown key at this place was told that it probably is this one.
    pub(crate) fn suggests(&self, at: usize, key: &str) -> bool {
        self.problems.borrow().iter().any(|problem| {
            problem.at == at && problem.code == DiagnosticCode::UnknownKey && problem.nearest.as_deref() == Some(key)
        })
    }

    /// Whether one of these was found between two places.
    pub(crate) fn has_told(&self, between: Range<usize>, codes: &[DiagnosticCode]) -> bool {
        let problems = self.problems.borrow();
        problems
            .iter()
            .any(|problem| between.contains(&problem.at) && codes.contains(&problem.code))
    }

    fn is_new(&self, problem: &Problem) -> bool {
        let said = format!("{} {}", problem.found, problem.expected);
        self.seen.borrow_mut().insert((problem.at, problem.code, said))
    }

    /// Whether anything but warnings was found.
    pub(crate) fn has_errors(&self) -> bool {
        self.errors.get()
    }

    /// Everything found, in the order of the file.
    pub(crate) fn into_diagnostics(self, source: &Source) -> Vec<Diagnostic> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| problem.at);
        if self.left_out.get() > 0 {
            let more = Problem::new(source.text().len(), DiagnosticCode::MoreMistakes);
            problems.push(more.found(self.left_out.get().to_string()));
        }
        problems
            .into_iter()
            .map(|problem| {
                let position = source.position(problem.at);
                Diagnostic {
                    line: position.line,
                    column: position.column,
                    severity: problem.code.severity(),
                    code: problem.code,
                    found: problem.found,
                    expected: problem.expected,
                    nearest: problem.nearest,
                    cut: problem.cut,
                }
            })
            .collect()
    }
}
