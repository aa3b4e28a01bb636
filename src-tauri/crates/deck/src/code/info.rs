//! What stands behind the marks of a code block's fence: ```` ```rust {2,4-5|all} lines ````.

use std::ops::Range;

use crate::diagnostic::DiagnosticCode as Code;
use crate::report::{Problem, Report};

/// What a fence says of its code.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Info {
    /// The language, empty when none is named.
    pub(crate) language: String,
    /// Where it stands, within the info.
    pub(crate) language_at: usize,
    /// The lines pointed at, one step after another: where each group stands, and its stretches of lines.
    pub(crate) groups: Vec<(usize, Vec<(u16, u16)>)>,
    /// Whether lines have numbers.
    pub(crate) numbered: bool,
}

/// Reads an info that begins at byte `at`, of a block with so many lines.
pub(crate) fn read(info: &str, at: usize, count: usize, report: &Report) -> Info {
    let mut read = Info::default();
    let named = info.trim_start();
    let start = info.len() - named.len();
    let end = named.find([' ', '\t', '{']).unwrap_or(named.len());
    read.language = named[..end].to_owned();
    read.language_at = at + start;
    let mut rest = start + end;
    while let Some(open) = info[rest..].find('{').map(|open| rest + open) {
        words(&info[rest..open], &mut read);
        let Some(close) = info[open..].find('}').map(|close| open + close) else {
            wrong(&info[open..], at + open, count, report);
            return read;
        };
        match info[open + 1..close].replace(' ', "").as_str() {
            "lines:true" => read.numbered = true,
            "lines:false" => {}
            _ => groups(info, open + 1..close, (at, count), &mut read, report),
        }
        rest = close + 1;
    }
    words(&info[rest..], &mut read);
    read
}

/// What stands outside of braces; other tools have words of their own there, which mean nothing here.
fn words(words: &str, read: &mut Info) {
    read.numbered |= words.split_whitespace().any(|word| word == "lines");
}

fn groups(info: &str, inside: Range<usize>, (at, count): (usize, usize), read: &mut Info, report: &Report) {
    let mut start = inside.start;
    for group in info[inside].split('|') {
        match stretches(group, count) {
            Some(stretches) => read.groups.push((at + start, stretches)),
            None => wrong(group.trim(), at + start, count, report),
        }
        start += group.len() + 1;
    }
}

fn wrong(found: &str, at: usize, count: usize, report: &Report) {
    let problem = Problem::new(at, Code::CodeLines).found(found);
    report.add(problem.expected(count.to_string()));
}

/// `2,4-5`, or `all`, or `none`: both point at nothing in particular.
fn stretches(group: &str, count: usize) -> Option<Vec<(u16, u16)>> {
    let group = group.trim();
    if matches!(group, "all" | "*" | "none") {
        return Some(Vec::new());
    }
    let line = |written: &str| {
        let line: u16 = written.trim().parse().ok()?;
        (1..=count).contains(&usize::from(line)).then_some(line)
    };
    let stretch = |written: &str| {
        let (first, last) = written.split_once('-').unwrap_or((written, written));
        let (first, last) = (line(first)?, line(last)?);
        (first <= last).then_some((first, last))
    };
    group.split(',').map(stretch).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(info: &str) -> Vec<Vec<(u16, u16)>> {
        let report = Report::default();
        let read = read(info, 0, 9, &report);
        assert!(!report.has_errors(), "{info}");
        read.groups.into_iter().map(|(_, stretches)| stretches).collect()
    }

    #[test]
    fn a_fence_names_its_language_and_the_lines_of_each_step() {
        assert_eq!(lines("rust {2,4-5}"), [[(2, 2), (4, 5)]]);
        assert_eq!(lines("rust{1|2-3|all}"), [vec![(1, 1)], vec![(2, 3)], vec![]]);
        assert_eq!(lines("rust"), Vec::<Vec<(u16, u16)>>::new());
        let read = read(" c++ {*} {lines:true}", 10, 9, &Report::default());
        assert_eq!(
            (read.language.as_str(), read.language_at, read.numbered),
            ("c++", 11, true)
        );
        assert!(super::read("ts lines {1}", 0, 9, &Report::default()).numbered);
    }

    #[test]
    fn lines_that_are_not_there_are_a_mistake() {
        for info in [
            "rust {10}",
            "rust {0}",
            "rust {3-2}",
            "rust {a}",
            "rust {1|}",
            "rust {2",
            "rust {1,,2}",
        ] {
            let report = Report::default();
            read(info, 0, 9, &report);
            assert!(report.has_errors(), "{info}");
        }
    }
}
