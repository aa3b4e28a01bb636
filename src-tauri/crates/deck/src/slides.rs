//! Cuts a talk file into slides, line by line, before any Markdown or YAML is read.
//!
//! A line `---` parts slides, except inside a code block or a comment. A block or comment that is never closed would
//! swallow the rest of the file: it is reported and taken to end with its slide, so that later mistakes are found too.

use std::ops::Range;

use crate::diagnostic::DiagnosticCode as Code;
use crate::report::{Problem, Report};
use crate::source::{Source, indent};

/// More slides than anybody shows in a day.
pub(crate) const MOST_SLIDES: usize = 300;

/// One slide as byte ranges of the source.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RawSlide {
    /// Where the slide begins.
    pub(crate) at: usize,
    /// The YAML at its top.
    pub(crate) front: Option<Range<usize>>,
    /// The Markdown, up to the first `::right::`.
    pub(crate) left: Range<usize>,
    /// The Markdown after each `::right::`, with the offset of that line.
    pub(crate) right: Vec<(usize, Range<usize>)>,
}

/// A line that opens or closes a code block.
#[derive(Debug, Clone, Copy)]
struct Fence {
    mark: u8,
    length: usize,
    /// The fence names something after its marks, so it can only open.
    named: bool,
    /// What it holds is YAML of ours, where a line `---` makes no sense.
    ours: bool,
}

fn fence(line: &str) -> Option<Fence> {
    let text = line.trim_start_matches(' ');
    let mark = *text.as_bytes().first()?;
    if line.len() - text.len() > 3 || !matches!(mark, b'`' | b'~') {
        return None;
    }
    let length = text.bytes().take_while(|&byte| byte == mark).count();
    let info = text[length..].trim();
    (length >= 3 && !(mark == b'`' && info.contains('`'))).then(|| Fence {
        mark,
        length,
        named: !info.is_empty(),
        ours: matches!(info.split_whitespace().next(), Some("poll" | "tweet")),
    })
}

/// Whether a line looks like `key: value`, as the first line of a slide's front matter does.
fn looks_like_key(line: &str) -> bool {
    let Some((key, rest)) = line.split_once(':') else {
        return false;
    };
    key.starts_with(|first: char| first.is_ascii_lowercase() || first == '_')
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-'))
        && (rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Cuts the file into slides; the first one holds the talk's front matter.
pub(crate) fn split(source: &Source, report: &Report) -> Vec<RawSlide> {
    let mut cutter = Cutter::new(source, report);
    let mut slides = Vec::new();
    while slides.len() < MOST_SLIDES {
        let first = slides.is_empty();
        slides.push(cutter.slide(first));
        // The body ended at a separator or at the end of the file.
        cutter.next += 1;
        if cutter.next >= cutter.lines.len() {
            return slides;
        }
    }
    let at = cutter.lines[cutter.next].start;
    report.add(Problem::new(at, Code::TooManySlides).expected(MOST_SLIDES.to_string()));
    slides
}

struct Cutter<'s> {
    text: &'s str,
    lines: Vec<Range<usize>>,
    /// For each line, the longest closing fence of each mark from there on.
    closers: Vec<[usize; 2]>,
    /// The last line that closes a comment.
    last_comment_end: Option<usize>,
    report: &'s Report,
    /// The line to be read next.
    next: usize,
}

impl<'s> Cutter<'s> {
    fn new(source: &'s Source, report: &'s Report) -> Self {
        let text = source.text();
        let lines = source.lines();
        let mut longest = [0; 2];
        let mut closers: Vec<[usize; 2]> = Vec::with_capacity(lines.len());
        for line in lines.iter().rev() {
            if let Some(fence) = fence(&text[line.clone()]).filter(|fence| !fence.named) {
                let slot = &mut longest[usize::from(fence.mark == b'~')];
                *slot = fence.length.max(*slot);
            }
            closers.push(longest);
        }
        closers.reverse();
        Self {
            last_comment_end: lines.iter().rposition(|line| text[line.clone()].contains("-->")),
            text,
            lines,
            closers,
            report,
            next: 0,
        }
    }

    fn line(&self, index: usize) -> Option<&'s str> {
        self.lines.get(index).map(|line| &self.text[line.clone()])
    }

    fn is_separator(&self, index: usize) -> bool {
        self.line(index).is_some_and(|line| line.trim_end() == "---")
    }

    fn offset(&self, index: usize) -> usize {
        self.lines.get(index).map_or(self.text.len(), |line| line.start)
    }

    fn slide(&mut self, first: bool) -> RawSlide {
        let at = self.offset(self.next);
        let front = if !first {
            self.line(self.next)
                .is_some_and(looks_like_key)
                .then(|| self.front_matter(at, false))
        } else if self.is_separator(0) {
            self.next = 1;
            Some(self.front_matter(at, true))
        } else {
            self.report.add(Problem::new(0, Code::MissingFrontMatter));
            None
        };
        let start = self.offset(self.next);
        let marks = self.body();
        let end = self.offset(self.next);
        let ends: Vec<usize> = marks.iter().skip(1).map(|mark| mark.start).chain([end]).collect();
        RawSlide {
            at,
            front,
            left: start..marks.first().map_or(end, |mark| mark.start),
            right: marks
                .iter()
                .zip(ends)
                .map(|(mark, end)| (mark.start + indent(&self.text[mark.clone()]), mark.end..end))
                .collect(),
        }
    }

    /// Reads up to and over the closing `---`, or up to a line that can only be Markdown.
    fn front_matter(&mut self, opening: usize, of_talk: bool) -> Range<usize> {
        let start = self.offset(self.next);
        let mut after_blank = false;
        while let Some(line) = self.line(self.next) {
            if self.is_separator(self.next) {
                let end = self.offset(self.next);
                self.next += 1;
                return start..end;
            }
            let heading = !of_talk && after_blank && line.starts_with('#');
            if heading || fence(line).is_some() || line.starts_with("<!--") {
                break;
            }
            after_blank = line.trim().is_empty();
            self.next += 1;
        }
        self.report.add(Problem::new(opening, Code::UnclosedFrontMatter));
        start..self.offset(self.next)
    }

    /// Reads up to the separator that ends the slide; says where the lines `::right::` are.
    fn body(&mut self) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        let mut open: Option<(Fence, usize)> = None;
        while let Some(line) = self.line(self.next) {
            let at = self.offset(self.next) + indent(line);
            if let Some((opened, opened_at)) = open {
                if fence(line).is_some_and(|now| closes(now, opened)) {
                    open = None;
                } else if opened.ours && self.is_separator(self.next) {
                    self.unclosed_fence(opened, opened_at);
                    break;
                }
            } else if self.is_separator(self.next) {
                break;
            } else if line.trim() == "::right::" {
                marks.push(self.lines[self.next].clone());
            } else if let Some(opened) = fence(line) {
                let closers = self.closers.get(self.next + 1).copied().unwrap_or_default();
                if closers[usize::from(opened.mark == b'~')] >= opened.length {
                    open = Some((opened, at));
                } else {
                    self.unclosed_fence(opened, at);
                }
            } else if indent(line) <= 3 && line[indent(line)..].starts_with("<!--") && !line.contains("-->") {
                self.comment(at);
            }
            self.next += 1;
        }
        marks
    }

    /// Walks to the line that ends a comment; stays where it is when none does.
    fn comment(&mut self, at: usize) {
        let opening = self.next;
        let mut separator = None;
        if self.last_comment_end.is_none_or(|last| last < opening) {
            self.report.add(Problem::new(at, Code::UnclosedComment));
            return;
        }
        while let Some(line) = self.line(self.next + 1) {
            self.next += 1;
            if line.trim_start().starts_with("<!--") && separator.is_some() {
                // Notes of a later slide begin here, so these were never closed: go on at their own slide's end.
                self.report.add(Problem::new(at, Code::UnclosedComment));
                self.next = separator.map_or(opening, |line: usize| line - 1);
                return;
            }
            if line.contains("-->") {
                return;
            }
            if separator.is_none() && self.is_separator(self.next) {
                separator = Some(self.next);
            }
        }
    }

    fn unclosed_fence(&self, fence: Fence, at: usize) {
        let marks = char::from(fence.mark).to_string().repeat(fence.length.min(12));
        self.report.add(Problem::new(at, Code::UnclosedFence).expected(marks));
    }
}

fn closes(now: Fence, opened: Fence) -> bool {
    !now.named && now.mark == opened.mark && now.length >= opened.length
}
