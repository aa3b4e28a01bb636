//! Variables: `{{organisation}}` in a text becomes what the head of the talk says of it, wherever people read it.
//!
//! A talk that is given in several places is written once, and names in one place what differs. What is not said yet is a gap in
//! words on the slide, and a warning; code and formulas keep their braces.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;

use gazouillis_core::deck::Language;

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::report::{Problem, Report};
use crate::yaml::{Node, Value};

/// What the head says of the talk itself, which every text may name.
pub(crate) const OF_THE_TALK: [&str; 3] = ["organisation", "author", "date"];

/// What the names stand for; `None` where that is to be filled in.
#[derive(Debug, Default)]
pub(crate) struct Variables {
    known: Vec<(String, Option<String>)>,
    language: Language,
    /// Names of which it has been told that they are to be filled in.
    told: RefCell<HashSet<String>>,
}

/// Whether somebody can write it between braces.
fn is_name(name: &str) -> bool {
    let letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    !name.is_empty() && name.chars().all(letter)
}

/// The text of a value; nothing where it is empty.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::Scalar(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

impl Variables {
    /// Reads them in the head of a talk.
    pub(crate) fn read(head: Option<&Fields<'_>>, language: Language) -> Self {
        let said_of = |name: &&str| said(&head?.get(name)?.value);
        let mut known: Vec<(String, Option<String>)> = OF_THE_TALK
            .iter()
            .map(|name| ((*name).to_owned(), said_of(name)))
            .collect();
        let node = head.and_then(|head| Some((head, head.get("variables")?)));
        if let Some((head, node)) = node
            && let Some(fields) = Fields::of(node, "variables", "{ service: \"…\" }", head.report)
        {
            for (at, name) in fields.keys() {
                let value = fields.get(name);
                if !is_name(name) || OF_THE_TALK.contains(&name) {
                    let problem = Problem::new(at, Code::VariableName).found(name);
                    head.report.add(problem.expected(OF_THE_TALK.join(", ")));
                } else if let Some(list) = value.filter(|node| matches!(node.value, Value::List(_) | Value::Mapping(_)))
                {
                    head.report.add(Problem::new(list.at, Code::ExpectedText).found(name));
                }
                known.push((name.to_owned(), value.and_then(|value| said(&value.value))));
            }
        }
        Self {
            known,
            language,
            told: RefCell::default(),
        }
    }

    /// A text that stands at `at` in the file, with every name filled in.
    pub(crate) fn fill<'t>(&self, text: &'t str, at: usize, report: &Report) -> Cow<'t, str> {
        self.fill_where(text, &|begin| at + begin, report)
    }

    /// The same; `place` says where in the file a byte of the text is.
    fn fill_where<'t>(&self, text: &'t str, place: &dyn Fn(usize) -> usize, report: &Report) -> Cow<'t, str> {
        if !text.contains("{{") {
            return text.into();
        }
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            filled.push_str(before);
            let begin = text.len() - after.len() - 2;
            let named = after.split_once("}}").map(|(name, behind)| (name.trim(), behind));
            match named.filter(|(name, _)| is_name(name)) {
                Some((name, behind)) => {
                    filled.push_str(&self.value(name, place(begin), report));
                    rest = behind;
                }
                None => {
                    filled.push_str("{{");
                    rest = after;
                }
            }
        }
        filled.push_str(rest);
        filled.into()
    }

    fn value(&self, name: &str, at: usize, report: &Report) -> String {
        match self.known.iter().find(|(known, _)| known == name) {
            Some((_, Some(value))) => value.clone(),
            Some((_, None)) => {
                if self.told.borrow_mut().insert(name.to_owned()) {
                    let place = match OF_THE_TALK.contains(&name) {
                        true => format!("{name}: …"),
                        false => format!("variables: {{ {name}: … }}"),
                    };
                    report.add(Problem::new(at, Code::VariableToFill).found(name).expected(place));
                }
                match self.language {
                    Language::Fr => format!("[{name}\u{a0}: à compléter]"),
                    Language::En => format!("[{name}: to be filled in]"),
                }
            }
            None => {
                let names = self.known.iter().map(|(known, _)| known.as_str());
                report.add(Problem::new(at, Code::UnknownVariable).choice(name, names));
                String::new()
            }
        }
    }

    /// Fills in every text of a block; its keys stay as they are.
    pub(crate) fn fill_block(&self, node: &mut Node, report: &Report) {
        match &mut node.value {
            Value::Empty => {}
            Value::Scalar(text) => {
                // A value may be quoted or go over several lines: it is known where it begins.
                if let Cow::Owned(filled) = self.fill_where(text, &|_| node.at, report) {
                    *text = filled;
                }
            }
            Value::List(items) => items.iter_mut().for_each(|item| self.fill_block(item, report)),
            Value::Mapping(entries) => {
                for entry in entries.iter_mut().filter(|entry| entry.key != "variables") {
                    self.fill_block(&mut entry.value, report);
                }
            }
        }
    }
}
