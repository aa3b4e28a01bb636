//! `kind: blanks`.

use gazouillis_core::Question;
use gazouillis_core::kind::{Blanks, Gap, MAX_GAPS, MAX_WORDS};

use super::listed::listed;
use super::shared::{EXPLAIN, ONE_OR_SEVERAL};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::{Fields, text};
use crate::format::{Key, Takes};
use crate::report::{Problem, Spanned};
use crate::yaml::{Node, Value};

impl Reader for Blanks {
    const KEYS: &'static [Key] = &[
        Key::new(
            "text",
            Takes::Text,
            "la phrase, avec ses trous : {1}, {2} et ainsi de suite",
            "the sentence, with its gaps: {1}, {2} and so on",
        )
        .due_first(),
        Key::new(
            "words",
            Takes::List(&Takes::Text, 2, MAX_WORDS),
            "les mots pour tous les trous, chacun pris une fois",
            "the words for all gaps, each taken once",
        ),
        Key::new(
            "gaps",
            Takes::List(&Takes::Map(&GAP), 1, MAX_GAPS),
            "sinon, les mots de chaque trou",
            "else, the words of each gap",
        ),
        Key::new(
            "right",
            ONE_OR_SEVERAL,
            "les mots des trous, dans l’ordre : en fait un quiz",
            "the words of the gaps, in their order: makes it a quiz",
        ),
        Key::new(
            "notes",
            Takes::List(&Takes::AnyText, 1, MAX_GAPS),
            "une remarque par trou, dite avec la bonne réponse",
            "a remark for each gap, said with the right answer",
        ),
        EXPLAIN,
    ];
    const ONE_OF: &'static [&'static str] = &["words", "gaps"];

    fn read(asked: &Asked<'_>) -> Self {
        let theirs = match asked.first.as_ref().map(|first| first.question) {
            Some(Question::Blanks(first)) => Some(first),
            _ => None,
        };
        let fields = &asked.fields;
        let own = Self::KEYS[..5].iter().any(|key| fields.get(key.word).is_some());
        if !own && (asked.second || theirs.is_some()) {
            return theirs.cloned().unwrap_or_default();
        }
        let Some(sentence) = fields.required_text("text") else {
            return Self::default();
        };
        let parts = parts(asked, &sentence);
        let gaps = parts.len().saturating_sub(1);
        let blanks = match (fields.entry("words"), fields.entry("gaps")) {
            (Some(_), Some(both)) => {
                let problem = Problem::new(both.at, Code::EitherKey).found("gaps");
                asked.report().add(problem.expected("words"));
                return Self::default();
            }
            (None, Some(_)) => with_own_words(asked, gaps),
            _ => with_one_bank(asked, gaps),
        };
        if let (Some(entry), true) = (
            fields.entry("explain"),
            blanks.gaps.iter().any(|gap| gap.right.is_none()),
        ) {
            let problem = Problem::new(entry.at, Code::IdleKey).found("explain");
            asked.report().add(problem.expected("right"));
        }
        if let Some(first) = theirs.filter(|first| first.gaps.len() != gaps) {
            let marks: Vec<String> = (1..=first.gaps.len()).map(mark).collect();
            let problem = Problem::new(sentence.at, Code::PairDiffers);
            asked.report().add(problem.expected(marks.join(" ")));
        }
        Self { parts, ..blanks }
    }
}

/// What a gap with words of its own says.
const GAP: [Key; 3] = [
    Key::new(
        "words",
        Takes::List(&Takes::Text, 2, MAX_WORDS),
        "ses mots",
        "its words",
    )
    .due(),
    Key::new("right", ONE_OR_SEVERAL, "le bon", "the right one"),
    Key::new(
        "note",
        Takes::Text,
        "une remarque, dite avec la bonne réponse",
        "a remark, said with the right answer",
    ),
];

/// How a gap is written.
fn mark(gap: usize) -> String {
    format!("{{{gap}}}")
}

/// What is between the gaps, which are written `{1}`, `{2}` … in their order.
fn parts(asked: &Asked<'_>, sentence: &Spanned<String>) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut rest = sentence.value.as_str();
    while let Some((before, inside, after)) = next_mark(rest) {
        let expected = mark(parts.len());
        if mark_of(inside) != expected || parts.len() > MAX_GAPS {
            let problem = Problem::new(sentence.at, Code::GapOrder).found(mark_of(inside));
            asked.report().add(problem.expected(expected));
            return Vec::new();
        }
        if let Some(last) = parts.last_mut() {
            last.push_str(before);
        }
        parts.push(String::new());
        rest = after;
    }
    if parts.len() == 1 {
        let problem = Problem::new(sentence.at, Code::NoGap);
        asked.report().add(problem.expected(mark(1)));
        return Vec::new();
    }
    if let Some(last) = parts.last_mut() {
        last.push_str(rest);
    }
    parts
}

fn mark_of(inside: &str) -> String {
    format!("{{{inside}}}")
}

/// The next number in braces: what is before it, the number, and what is after it.
fn next_mark(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (inside, after) = rest.split_once('}')?;
    Some((before, inside, after))
}

/// One bank for all gaps, from which each word is taken once.
fn with_one_bank(asked: &Asked<'_>, gaps: usize) -> Blanks {
    let fields = &asked.fields;
    fields.required("words");
    let words = words(fields, gaps.max(2));
    let known: Vec<&str> = words.iter().map(String::as_str).collect();
    let right = listed(fields, "right", &known);
    if let Some(node) = fields.get("right")
        && gaps > 0
        && right.written != gaps
    {
        let problem = Problem::new(node.at, Code::ItemCount).found("right");
        asked.report().add(problem.expected(gaps.to_string()));
    }
    let notes = bank_notes(asked, gaps);
    let gap = |gap: usize| Gap {
        takes: (0..words.len()).collect(),
        right: right.indices.get(gap).copied(),
        note: notes.get(gap).cloned().flatten(),
    };
    Blanks {
        gaps: (0..gaps).map(gap).collect(),
        words,
        once: true,
        ..Blanks::default()
    }
}

/// Words of its own for each gap; the same word may be among those of several.
fn with_own_words(asked: &Asked<'_>, gaps: usize) -> Blanks {
    let mut blanks = Blanks::default();
    let Some(nodes) = asked.fields.list("gaps") else {
        return blanks;
    };
    if let Some(entry) = asked.fields.entry("notes") {
        let problem = Problem::new(entry.at, Code::IdleKey).found("notes");
        asked.report().add(problem.expected("words"));
    }
    if let (Some(node), true) = (asked.fields.get("gaps"), gaps > 0 && nodes.len() != gaps) {
        let problem = Problem::new(node.at, Code::ItemCount).found("gaps");
        asked.report().add(problem.expected(gaps.to_string()));
    }
    if let Some(entry) = asked.fields.entry("right") {
        let problem = Problem::new(entry.at, Code::IdleKey).found("right");
        asked.report().add(problem.expected("words"));
    }
    let quiz = nodes
        .iter()
        .any(|node| reads(asked, node).is_some_and(|fields| fields.get("right").is_some()));
    for fields in nodes.iter().filter_map(|node| reads(asked, node)) {
        fields.only(&GAP);
        fields.required("words");
        let words = words(&fields, 2);
        let known: Vec<&str> = words.iter().map(String::as_str).collect();
        if quiz {
            fields.required("right");
        }
        let right = fields
            .get("right")
            .and_then(|_| listed(&fields, "right", &known).indices.first().copied());
        let takes: Vec<usize> = words.iter().map(|word| index_of(word, &mut blanks.words)).collect();
        blanks.gaps.push(Gap {
            right: right.map(|right| takes[right]),
            note: note(asked, &fields, quiz),
            takes,
        });
    }
    if blanks.words.len() > MAX_WORDS {
        let at = asked.fields.get("gaps").map_or(asked.fields.at, |node| node.at);
        let problem = Problem::new(at, Code::ItemCount).found("words");
        asked.report().add(problem.expected(format!("2–{MAX_WORDS}")));
    }
    blanks
}

/// What is said of the gaps of one bank, in their order; a gap may have nothing, written `""`.
fn bank_notes(asked: &Asked<'_>, gaps: usize) -> Vec<Option<String>> {
    let fields = &asked.fields;
    let Some(entry) = fields.entry("notes") else {
        return Vec::new();
    };
    if fields.get("right").is_none() {
        let problem = Problem::new(entry.at, Code::IdleKey).found("notes");
        asked.report().add(problem.expected("right"));
    }
    let nodes = fields.list("notes").unwrap_or_default();
    if gaps > 0 && nodes.len() != gaps {
        let problem = Problem::new(entry.at, Code::ItemCount).found("notes");
        asked.report().add(problem.expected(gaps.to_string()));
    }
    let note = |node: &Node| match &node.value {
        Value::Scalar(nothing) if nothing.trim().is_empty() => None,
        _ => text(node, "notes", fields.report).map(|note| note.value),
    };
    nodes.iter().map(note).collect()
}

/// What is said of a gap with words of its own; without a right one there is nothing to say it with.
fn note(asked: &Asked<'_>, fields: &Fields<'_>, quiz: bool) -> Option<String> {
    let entry = fields.entry("note")?;
    if !quiz {
        let problem = Problem::new(entry.at, Code::IdleKey).found("note");
        asked.report().add(problem.expected("right"));
    }
    fields.text("note").map(|note| note.value)
}

fn reads<'n>(asked: &Asked<'n>, node: &'n Node) -> Option<Fields<'n>> {
    Fields::of(node, "gaps", "{ words: [140, 280], right: 280 }", asked.report())
}

/// The word's index; a new word is added.
fn index_of(word: &str, words: &mut Vec<String>) -> usize {
    words.iter().position(|other| other == word).unwrap_or_else(|| {
        words.push(word.to_owned());
        words.len() - 1
    })
}

/// The words that a key lists, each once.
fn words(fields: &Fields<'_>, least: usize) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for node in fields.counted("words", least..=MAX_WORDS).unwrap_or_default() {
        let Some(word) = text(node, "words", fields.report) else {
            continue;
        };
        if words.contains(&word.value) {
            let problem = Problem::new(word.at, Code::ListedTwice);
            fields.report.add(problem.found(&word.value));
        } else {
            words.push(word.value);
        }
    }
    words
}
