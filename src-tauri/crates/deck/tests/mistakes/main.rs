//! Every mistake is found where it is, alone, with words in both languages and the nearest valid word.
//!
//! In the tables below `▶` marks the place where the mistake must be reported; it is not part of the talk.

mod in_channels;
mod in_content;
mod in_cuts;
mod in_looks;
mod in_orders;
mod in_pictures;
mod in_polls;
mod in_quizzes;
mod in_scales;
mod in_slides;
mod in_the_header;
mod in_tweets;
mod in_typed;
mod in_variables;
mod in_yaml;
mod together;

use gazouillis_core::deck::Language;
use gazouillis_deck::{DiagnosticCode, Severity, parse};

/// What the mistake is, the talk with its mark, the code, the nearest word.
pub(crate) type Case<'t> = (&'t str, &'t str, DiagnosticCode, Option<&'t str>);

const HEADER: &str = "\
---
title: Un exposé
lang: fr
typology:
  profiles:
    - { id: curieux, name: Le curieux, reference: 60, summary: s, lever: l, advice: [a] }
    - { id: deborde, name: Le débordé, reference: 40, summary: s, lever: l, advice: [a], masks: [curieux] }
---

# Bonjour
";

/// Checks a table of slides that follow a sound header and a first slide.
pub(crate) fn check_slides(cases: &[Case<'_>]) {
    let problems: Vec<String> = cases
        .iter()
        .filter_map(|&(what, slides, code, nearest)| check(what, &format!("{HEADER}\n---\n{slides}\n"), code, nearest))
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Checks a table of whole talks.
pub(crate) fn check_talks(cases: &[Case<'_>]) {
    let problems: Vec<String> = cases
        .iter()
        .filter_map(|&(what, talk, code, nearest)| check(what, talk, code, nearest))
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn check(what: &str, marked: &str, code: DiagnosticCode, nearest: Option<&str>) -> Option<String> {
    let (before, _) = marked.split_once('▶').expect("a case marks its place");
    let place = (
        before.matches('\n').count() + 1,
        before.chars().rev().take_while(|&letter| letter != '\n').count() + 1,
    );
    let parsed = parse(&marked.replace('▶', ""));
    let found: Vec<_> = parsed
        .diagnostics()
        .iter()
        .map(|found| ((found.line, found.column), found.code, found.nearest.as_deref()))
        .collect();
    if found != [(place, code, nearest)] {
        return Some(format!(
            "{what}: expected {place:?} {code:?} {nearest:?}, found {found:?}"
        ));
    }
    let starts = parsed.deck().is_some();
    if starts != (code.severity() == Severity::Warning) {
        return Some(format!("{what}: a deck, or none, against the severity of {code:?}"));
    }
    let said = &parsed.diagnostics()[0];
    let (french, english) = (said.message(Language::Fr), said.message(Language::En));
    let unsaid = [&french, &english].into_iter().any(|words| {
        let names_nearest = nearest.is_none_or(|nearest| words.contains(nearest));
        words.len() < 20 || words.contains("{found}") || words.contains("{expected}") || !names_nearest
    });
    (unsaid || french == english).then(|| format!("{what}: poor words: {french} / {english}"))
}
