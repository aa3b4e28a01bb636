//! The keys of a mapping, read by name and type. Whatever does not fit is reported where it stands.

use std::ops::RangeInclusive;

use crate::diagnostic::DiagnosticCode as Code;
use crate::format::Key;
use crate::nearest::slug;
use crate::report::{Problem, Report, Spanned};
use crate::yaml::{Entry, Node, Value};

/// A mapping that is being read.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'n> {
    /// Where the mapping begins: the place of what is missing.
    pub(crate) at: usize,
    entries: &'n [Entry],
    pub(crate) report: &'n Report,
}

impl<'n> Fields<'n> {
    /// The keys of a node called `name` in messages.
    pub(crate) fn of(node: &'n Node, name: &str, example: &str, report: &'n Report) -> Option<Self> {
        match &node.value {
            Value::Mapping(entries) => Some(Self {
                at: node.at,
                entries,
                report,
            }),
            _ => {
                report.add(
                    Problem::new(node.at, Code::ExpectedMapping)
                        .found(name)
                        .expected(example),
                );
                None
            }
        }
    }

    /// The same keys; what is missing is reported at `at`.
    pub(crate) fn missing_at(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// Reports every key that is not one of `known`.
    pub(crate) fn only(&self, known: &[Key]) {
        let known: Vec<&str> = known.iter().map(|key| key.word).collect();
        for entry in self.entries {
            if !entry.key.is_empty() && !known.contains(&entry.key.as_str()) {
                self.report
                    .add(Problem::new(entry.at, Code::UnknownKey).choice(&entry.key, known.iter().copied()));
            }
        }
    }

    /// All keys, each with its place.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (usize, &'n str)> {
        self.entries.iter().map(|entry| (entry.at, entry.key.as_str()))
    }

    /// `true` or `false`.
    pub(crate) fn flag(&self, key: &str) -> Option<Spanned<bool>> {
        self.word(key, &[("true", true), ("false", false)], Code::UnknownWord)
    }

    pub(crate) fn entry(&self, key: &str) -> Option<&'n Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub(crate) fn get(&self, key: &str) -> Option<&'n Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// A key's value; its absence is reported, unless [`Fields::only`] has told a misspelt key what it should be.
    pub(crate) fn required(&self, key: &str) -> Option<&'n Node> {
        let node = self.get(key);
        let misspelt = |entry: &Entry| self.report.suggests(entry.at, key);
        if node.is_none() && !self.entries.iter().any(misspelt) {
            self.report.add(Problem::new(self.at, Code::MissingKey).expected(key));
        }
        node
    }

    pub(crate) fn text(&self, key: &str) -> Option<Spanned<String>> {
        text(self.get(key)?, key, self.report)
    }

    pub(crate) fn required_text(&self, key: &str) -> Option<Spanned<String>> {
        text(self.required(key)?, key, self.report)
    }

    /// A text that can serve as a name: `[a-z0-9-]+`.
    pub(crate) fn id(&self, key: &str) -> Option<Spanned<String>> {
        let id = self.text(key)?;
        let valid = id
            .value
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !valid {
            let nearest = Some(slug(&id.value)).filter(|slug| !slug.is_empty());
            self.report
                .add(Problem::new(id.at, Code::InvalidId).found(&id.value).nearest(nearest));
        }
        Some(id)
    }

    pub(crate) fn required_id(&self, key: &str) -> Option<Spanned<String>> {
        self.required(key)?;
        self.id(key)
    }

    /// One word of a list, each with its meaning.
    pub(crate) fn word<T: Copy>(&self, key: &str, words: &[(&str, T)], unknown: Code) -> Option<Spanned<T>> {
        let written = self.text(key)?;
        let found = words.iter().find(|(word, _)| *word == written.value);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.report
                .add(Problem::new(written.at, unknown).choice(&written.value, known));
        }
        found.map(|&(_, value)| Spanned { at: written.at, value })
    }

    pub(crate) fn whole(&self, key: &str, range: RangeInclusive<u32>) -> Option<Spanned<u32>> {
        whole(self.get(key)?, key, range, self.report)
    }

    pub(crate) fn number(&self, key: &str, range: RangeInclusive<f64>) -> Option<Spanned<f64>> {
        number(self.get(key)?, key, range, self.report)
    }

    pub(crate) fn list(&self, key: &str) -> Option<&'n [Node]> {
        let node = self.get(key)?;
        match &node.value {
            Value::List(items) => Some(items),
            _ => {
                self.report.add(Problem::new(node.at, Code::ExpectedList).found(key));
                None
            }
        }
    }

    /// A list with so many items.
    pub(crate) fn counted(&self, key: &str, count: RangeInclusive<usize>) -> Option<&'n [Node]> {
        let items = self.list(key)?;
        if !count.contains(&items.len()) {
            let at = self.get(key).map_or(self.at, |node| node.at);
            let limits = format!("{}–{}", count.start(), count.end());
            self.report
                .add(Problem::new(at, Code::ItemCount).found(key).expected(limits));
        }
        items.get(..items.len().min(*count.end()))
    }
}

/// The text of a scalar that says something. Numbers and dates are taken as they are written.
pub(crate) fn text(node: &Node, name: &str, report: &Report) -> Option<Spanned<String>> {
    match &node.value {
        Value::Scalar(text) if !text.trim().is_empty() => Some(Spanned {
            at: node.at,
            value: text.trim().to_owned(),
        }),
        _ => {
            report.add(Problem::new(node.at, Code::ExpectedText).found(name));
            None
        }
    }
}

/// The number in a scalar, which may have decimals.
pub(crate) fn number(node: &Node, name: &str, range: RangeInclusive<f64>, report: &Report) -> Option<Spanned<f64>> {
    let limits = format!("{}–{}", range.start(), range.end());
    let Value::Scalar(written) = &node.value else {
        report.add(Problem::new(node.at, Code::ExpectedNumber).found(name).expected(limits));
        return None;
    };
    match written.parse::<f64>() {
        Ok(value) if range.contains(&value) => Some(Spanned { at: node.at, value }),
        Ok(_) => {
            let problem = Problem::new(node.at, Code::NumberOutOfRange).found(written);
            report.add(problem.expected(limits));
            None
        }
        Err(_) => {
            let pointed = written.replace(',', ".");
            let nearest = pointed.parse::<f64>().ok().map(|_| pointed);
            let problem = Problem::new(node.at, Code::ExpectedNumber).found(name).expected(limits);
            report.add(problem.nearest(nearest));
            None
        }
    }
}

/// The whole number in a scalar.
pub(crate) fn whole(node: &Node, name: &str, range: RangeInclusive<u32>, report: &Report) -> Option<Spanned<u32>> {
    let limits = format!("{}–{}", range.start(), range.end());
    let written = match &node.value {
        Value::Scalar(written) => written.as_str(),
        _ => "",
    };
    match written.parse::<i64>().map(u32::try_from) {
        Ok(Ok(value)) if range.contains(&value) => Some(Spanned { at: node.at, value }),
        Ok(_) => {
            report.add(
                Problem::new(node.at, Code::NumberOutOfRange)
                    .found(written)
                    .expected(limits),
            );
            None
        }
        Err(_) => {
            report.add(
                Problem::new(node.at, Code::ExpectedWholeNumber)
                    .found(name)
                    .expected(limits),
            );
            None
        }
    }
}
