//! The Markdown of a slide as blocks of content. Raw HTML is refused, comments are gathered, our own fences are read.

use std::ops::Range;

use gazouillis_core::content::{Block, ColumnAlign, ListItem, plain_text};
use pulldown_cmark::{Alignment, CodeBlockKind, Event, OffsetIter, Options, Parser, Tag};

use crate::diagnostic::DiagnosticCode as Code;
use crate::inline::{self, Run};
use crate::nearest::nearest;
use crate::report::{Problem, Report, Spanned};
use crate::variables::Variables;
use crate::yaml::{self, Node};
use crate::{formula, notes, tweet};

/// The deepest nesting of lists, quotations and emphasis.
const DEEPEST: usize = 16;

/// More steps than anybody clicks through on one slide.
const MOST_STEPS: u16 = 100;

/// More pieces of text, blocks and ends of blocks than any slide has. Past these the rest of it is not read, so that a
/// hostile file cannot fill the memory.
const MOST_EVENTS: usize = 20_000;

/// What is written on one slide.
#[derive(Debug, Default)]
pub(crate) struct Content {
    /// The first heading.
    pub(crate) title: Option<String>,
    /// The comments, in the order of the file.
    pub(crate) comments: Vec<Spanned<String>>,
    /// The poll blocks, each where its fence stands; without a node where its YAML is broken.
    pub(crate) polls: Vec<Spanned<Option<Node>>>,
    /// The pictures named.
    pub(crate) pictures: Vec<Spanned<String>>,
    /// Where each step after the first comes from.
    pub(crate) steps: Vec<usize>,
    /// How many words there are to read.
    pub(crate) words: usize,
}

/// Reads the columns of one slide.
pub(crate) struct SlideReader<'s> {
    pub(crate) text: &'s str,
    pub(crate) report: &'s Report,
    pub(crate) variables: &'s Variables,
    /// Whether lists and explanations make steps.
    stepping: bool,
    /// How many events of the Markdown parser were taken.
    events: usize,
    pub(crate) content: Content,
}

impl<'s> SlideReader<'s> {
    pub(crate) fn new(text: &'s str, stepping: bool, (variables, report): (&'s Variables, &'s Report)) -> Self {
        Self {
            text,
            report,
            variables,
            stepping,
            events: 0,
            content: Content::default(),
        }
    }

    /// Reads one column. Steps are counted on from the one before.
    pub(crate) fn column(&mut self, range: Range<usize>) -> Vec<Block> {
        let base = range.start;
        let parser = Parser::new_ext(&self.text[range], Options::ENABLE_TABLES | Options::ENABLE_MATH);
        let mut column = Column {
            events: parser.into_offset_iter(),
            base,
            slide: self,
        };
        column.blocks(0)
    }

    /// The step of the next thing that appears by itself.
    pub(crate) fn step(&mut self, at: usize) -> u16 {
        if !self.stepping {
            return 0;
        }
        if self.content.steps.len() == usize::from(MOST_STEPS) {
            let problem = Problem::new(at, Code::TooManySteps);
            self.report.add(problem.expected(MOST_STEPS.to_string()));
        }
        if self.content.steps.len() <= usize::from(MOST_STEPS) {
            self.content.steps.push(at);
        }
        self.content.steps.len() as u16
    }
}

/// One column while it is read.
pub(crate) struct Column<'r, 's> {
    events: OffsetIter<'s>,
    base: usize,
    pub(crate) slide: &'r mut SlideReader<'s>,
}

impl<'s> Column<'_, 's> {
    /// The next event, placed in the file.
    pub(crate) fn next(&mut self) -> Option<(Event<'s>, Range<usize>)> {
        let (event, range) = self.events.next()?;
        let range = range.start + self.base..range.end + self.base;
        self.slide.events += 1;
        if self.slide.events == MOST_EVENTS {
            self.slide.report.add(Problem::new(range.start, Code::SlideTooLong));
        }
        (self.slide.events < MOST_EVENTS).then_some((event, range))
    }

    /// Reads over everything up to the end of the element that has begun.
    pub(crate) fn skip(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    /// Whether an element may be read; if it is nested too deeply, it is reported and read over.
    pub(crate) fn may_nest(&mut self, depth: usize, at: usize) -> bool {
        if depth > DEEPEST {
            let problem = Problem::new(at, Code::TooDeep).expected(DEEPEST.to_string());
            self.slide.report.add(problem);
            self.skip();
        }
        depth <= DEEPEST
    }

    /// The blocks up to the end of the element that has begun.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut run = Run::default();
        self.fill(depth, &mut run);
        run.finish()
    }

    fn fill(&mut self, depth: usize, run: &mut Run) {
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) => {
                    if self.may_nest(depth + 1, range.start) {
                        self.element(tag, range, depth + 1, run);
                    }
                }
                Event::Rule => self
                    .slide
                    .report
                    .add(Problem::new(range.start, Code::Rule).nearest(Some("---"))),
                Event::DisplayMath(tex) => {
                    run.flush();
                    let formula = formula::read(&tex, range.start + 2, formula::Place::Block, self.slide.report);
                    run.blocks.push(Block::Formula { formula });
                }
                leaf => self.leaf(leaf, range, &mut run.inlines),
            }
        }
    }

    fn element(&mut self, tag: Tag<'s>, range: Range<usize>, depth: usize, run: &mut Run) {
        if let Tag::Emphasis | Tag::Strong | Tag::Link { .. } = tag {
            self.span(tag, range, depth, &mut run.inlines);
            return;
        }
        run.flush();
        match tag {
            Tag::Paragraph => {
                self.fill(depth, run);
                run.flush();
            }
            Tag::Heading { level, .. } => {
                let inlines = inline::trimmed(self.inlines(depth));
                if depth == 1 && self.slide.content.title.is_none() && !inlines.is_empty() {
                    if inlines.iter().any(formula::is_within) {
                        self.slide.report.add(Problem::new(range.start, Code::FormulaInTitle));
                    }
                    self.slide.content.title = Some(plain_text(&inlines));
                } else {
                    let level = level as u8;
                    run.blocks.push(Block::Heading { level, inlines });
                }
            }
            Tag::BlockQuote(_) => {
                let blocks = self.blocks(depth);
                run.blocks.push(Block::Quote { blocks });
            }
            Tag::List(start) => self.list(start.is_some(), depth, run),
            Tag::CodeBlock(kind) => self.code(kind, range, depth, run),
            Tag::Table(align) => self.table(&align, depth, run),
            Tag::Image { dest_url, title, .. } => self.image(&dest_url, &title, range.start, run),
            Tag::HtmlBlock => {
                let html = &self.slide.text[range.clone()];
                let comments = notes::comments(html, range.start, self.slide.report);
                self.slide.content.comments.extend(comments);
                self.skip();
            }
            _ => self.skip(),
        }
    }

    fn list(&mut self, ordered: bool, depth: usize, run: &mut Run) {
        let mut items = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Item) => {
                    let marker = self.slide.text[range.start..].trim_start();
                    let step = if !ordered && marker.starts_with('*') {
                        self.slide.step(range.start)
                    } else {
                        0
                    };
                    if self.may_nest(depth + 1, range.start) {
                        let blocks = self.blocks(depth + 1);
                        items.push(ListItem { step, blocks });
                    }
                }
                _ => {}
            }
        }
        run.blocks.push(Block::List { ordered, items });
    }

    fn table(&mut self, align: &[Alignment], depth: usize, run: &mut Run) {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::TableHead) => head = self.cells(depth),
                Event::Start(Tag::TableRow) => rows.push(self.cells(depth)),
                _ => {}
            }
        }
        let column = |align: &Alignment| match align {
            Alignment::None | Alignment::Left => ColumnAlign::Start,
            Alignment::Center => ColumnAlign::Center,
            Alignment::Right => ColumnAlign::End,
        };
        let align = align.iter().map(column).collect();
        run.blocks.push(Block::Table { head, rows, align });
    }

    fn cells(&mut self, depth: usize) -> Vec<Vec<gazouillis_core::content::Inline>> {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::TableCell) => cells.push(inline::trimmed(self.inlines(depth))),
                _ => {}
            }
        }
        cells
    }

    fn code(&mut self, kind: CodeBlockKind<'s>, range: Range<usize>, depth: usize, run: &mut Run) {
        let mut text = String::new();
        let mut inside: Option<Range<usize>> = None;
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Text(line) => {
                    text.push_str(&line);
                    let start = inside.map_or(range.start, |inside| inside.start);
                    inside = Some(start..range.end);
                }
                _ => {}
            }
        }
        let info = match &kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        if !matches!(info, "poll" | "tweet") {
            if let Some(meant) = nearest(info, ["poll", "tweet"]) {
                let marks = self.slide.text[range.clone()].find(info).unwrap_or_default();
                let problem = Problem::new(range.start + marks, Code::MisspelledFence).found(info);
                self.slide.report.add(problem.nearest(Some(meant)));
                return;
            }
            let (info, at) = match &kind {
                CodeBlockKind::Fenced(info) => (&**info, self.info_at(&range)),
                CodeBlockKind::Indented => ("", range.start),
            };
            let block = self.slide.code(text, info, at);
            run.blocks.push(block);
            return;
        }
        if depth > 1 {
            let problem = Problem::new(range.start, Code::NestedBlock).found(info);
            self.slide.report.add(problem);
            return;
        }
        let node = self.node(&range, inside);
        if info == "poll" {
            let at = range.start;
            self.slide.content.polls.push(Spanned { at, value: node });
        } else if let Some(node) = node {
            let report = self.slide.report;
            let read = tweet::read(&node, range.start, report, &mut |at| self.slide.step(at));
            if let Some(tweet) = read {
                self.slide.content.words += tweet.text.split_whitespace().count();
                run.blocks.push(Block::Tweet { tweet });
            }
        }
    }

    /// Where the info of a fence begins, behind its marks.
    fn info_at(&self, fence: &Range<usize>) -> usize {
        let line = &self.slide.text[fence.clone()];
        let marks = line.trim_start().trim_start_matches(['`', '~']);
        let info = marks.trim_start_matches([' ', '\t']);
        fence.start + line.len() - info.len()
    }

    /// The YAML of one of our fences; nothing when the fence is not closed, which was reported when slides were cut.
    fn node(&self, fence: &Range<usize>, inside: Option<Range<usize>>) -> Option<Node> {
        let text = self.slide.text;
        let last = text[fence.clone()].trim_end().lines().skip(1).last()?.trim();
        if !last.starts_with("```") && !last.starts_with("~~~") {
            return None;
        }
        let inside = inside.unwrap_or(fence.start..fence.start);
        let line = text[..inside.start].trim_end_matches(' ').len();
        let mut node = yaml::parse(&text[line..inside.end], line, self.slide.report)?;
        self.slide.variables.fill_block(&mut node, self.slide.report);
        Some(node)
    }
}
