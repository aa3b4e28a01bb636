//! A block of YAML as a small tree in which every key and value knows where it stands.
//!
//! Anchors and aliases are refused, so a short text cannot unfold into a large one; depth and size are capped.

use std::collections::HashSet;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use crate::diagnostic::DiagnosticCode as Code;
use crate::report::{Problem, Report};

/// The deepest nesting; the format itself needs four levels.
const DEEPEST: usize = 8;

/// The largest block, in bytes.
const LARGEST: usize = 128 * 1024;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) at: usize,
    pub(crate) value: Value,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Nothing, or `null`.
    Empty,
    Scalar(String),
    List(Vec<Node>),
    Mapping(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) at: usize,
    pub(crate) value: Node,
}

/// Reads one block that begins at byte `base` of the file. `None` when its grammar is wrong, which is reported.
pub(crate) fn parse(text: &str, base: usize, report: &Report) -> Option<Node> {
    if text.len() > LARGEST {
        report.add(Problem::new(base, Code::YamlTooLarge).expected("128 KiB"));
        return None;
    }
    if tabs(text, base, report) {
        return None;
    }
    let offsets = text.char_indices().map(|(offset, _)| offset).chain([text.len()]);
    let mut reader = Reader {
        text,
        base,
        offsets: offsets.collect(),
        report,
        open: Vec::new(),
        root: None,
    };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => reader.take(event, span).ok()?,
            Err(error) => {
                reader.grammar(&error);
                return None;
            }
        }
    }
    Some(reader.root.unwrap_or(Node {
        at: base,
        value: Value::Empty,
    }))
}

/// Reports every line that is indented by tabs, which YAML does not allow.
fn tabs(text: &str, base: usize, report: &Report) -> bool {
    let mut found = false;
    let mut at = base;
    for line in text.split_inclusive('\n') {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indentation].find('\t').filter(|_| !line.trim().is_empty()) {
            report.add(Problem::new(at + tab, Code::YamlTab));
            found = true;
        }
        at += line.len();
    }
    found
}

/// The block cannot be read further.
struct Stop;

enum Open {
    List {
        at: usize,
        items: Vec<Node>,
    },
    Mapping {
        at: usize,
        entries: Vec<Entry>,
        seen: HashSet<String>,
        key: Option<(String, usize)>,
    },
}

struct Reader<'s> {
    text: &'s str,
    base: usize,
    /// The byte offset of each character.
    offsets: Vec<usize>,
    report: &'s Report,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Reader<'_> {
    fn offset(&self, character: usize) -> usize {
        self.base + self.offsets.get(character).copied().unwrap_or(self.text.len())
    }

    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        let at = self.offset(span.start.index());
        match event {
            Event::DocumentStart(_) if self.root.is_some() => self.stop(Problem::new(at, Code::YamlDocument)),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {
                Ok(())
            }
            Event::Alias(_) => self.stop(Problem::new(at, Code::YamlAnchor)),
            Event::Scalar(_, _, anchor, _) | Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _)
                if anchor > 0 =>
            {
                self.stop(Problem::new(at, Code::YamlAnchor))
            }
            Event::Scalar(_, _, _, Some(_)) | Event::SequenceStart(_, Some(_)) | Event::MappingStart(_, Some(_)) => {
                self.stop(Problem::new(at, Code::YamlTag))
            }
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                if plain {
                    self.hidden_comment(span.end.index());
                }
                let empty = plain && matches!(text.as_ref(), "" | "~" | "null");
                let value = if empty {
                    Value::Empty
                } else {
                    Value::Scalar(text.into_owned())
                };
                self.place(Node { at, value });
                Ok(())
            }
            Event::SequenceStart(..) => self.nest(Open::List { at, items: Vec::new() }, at),
            Event::MappingStart(..) => self.nest(
                Open::Mapping {
                    at,
                    entries: Vec::new(),
                    seen: HashSet::new(),
                    key: None,
                },
                at,
            ),
            Event::SequenceEnd | Event::MappingEnd => {
                let node = match self.open.pop() {
                    Some(Open::List { at, items }) => Node {
                        at,
                        value: Value::List(items),
                    },
                    Some(Open::Mapping { at, entries, .. }) => Node {
                        at,
                        value: Value::Mapping(entries),
                    },
                    None => return Err(Stop),
                };
                self.place(node);
                Ok(())
            }
        }
    }

    fn stop(&self, problem: Problem) -> Result<(), Stop> {
        self.report.add(problem);
        Err(Stop)
    }

    fn nest(&mut self, open: Open, at: usize) -> Result<(), Stop> {
        if self.open.len() >= DEEPEST {
            return self.stop(Problem::new(at, Code::TooDeep).expected(DEEPEST.to_string()));
        }
        self.open.push(open);
        Ok(())
    }

    fn place(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Mapping { entries, seen, key, .. }) => match key.take() {
                Some((key, at)) => entries.push(Entry { key, at, value: node }),
                None => {
                    let name = match node.value {
                        Value::Scalar(name) => name,
                        _ => {
                            self.report.add(Problem::new(node.at, Code::YamlKey));
                            String::new()
                        }
                    };
                    if !name.is_empty() && !seen.insert(name.clone()) {
                        self.report.add(Problem::new(node.at, Code::DuplicateKey).found(&name));
                    }
                    *key = Some((name, node.at));
                }
            },
        }
    }

    /// `text: Bonjour #lundi` loses its hashtag without a word: YAML takes it for a comment.
    fn hidden_comment(&self, end: usize) {
        let end = self.offsets.get(end).copied().unwrap_or(self.text.len());
        let rest = self.text[end..].trim_start_matches(' ');
        let at = self.text.len() - rest.len();
        let comment: String = rest
            .chars()
            .take_while(|&letter| !letter.is_whitespace())
            .take(40)
            .collect();
        let is_tag = comment.starts_with('#') && comment.chars().nth(1).is_some_and(char::is_alphanumeric);
        if is_tag && at > end {
            self.report
                .add(Problem::new(self.base + at, Code::HashStartsComment).found(comment));
        }
    }

    /// Finds the kind of a grammar mistake, so that its message can say what to do.
    fn grammar(&self, error: &ScanError) {
        let mark = error.marker().index();
        let at = self.offset(mark);
        let info = error.info();
        let says = |words: &[&str]| words.iter().any(|word| info.contains(word));
        let code = if says(&["mapping values are not allowed"]) {
            Code::YamlColon
        } else if says(&["quoted scalar", "unknown escape"]) {
            Code::YamlQuote
        } else if says(&["recursion limit"]) {
            Code::TooDeep
        } else if says(&["flow", "illegal placement of ':'", "misplaced bracket"]) {
            Code::YamlBracket
        } else if says(&["unexpected character", "unexpected directive"]) {
            Code::YamlReserved
        } else {
            Code::YamlSyntax
        };
        let found = self.text.get(at - self.base..).and_then(|rest| rest.chars().next());
        let problem = Problem::new(at, code).found(found.map(String::from).unwrap_or_default());
        self.report.add(match code {
            Code::TooDeep => problem.expected(DEEPEST.to_string()),
            _ => problem,
        });
    }
}
