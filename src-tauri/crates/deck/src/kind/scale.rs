//! `kind: scale`.

use gazouillis_core::Question;
use gazouillis_core::kind::scale::{ReadyScale, ReadyWords, has_middle, in_between};
use gazouillis_core::kind::{MAX_STATEMENTS, Scale, Statement};

use super::statement::{ENDS, POINTS, SCORED, SCORES};
use super::statement::{ends, points, same_as_the_first, statements};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::text;
use crate::format::{Key, Takes};
use crate::report::Problem;

/// How many points a scale has where the talk does not say: those of the scales with words of their own.
const USUAL_POINTS: u8 = 5;

impl Reader for Scale {
    const KEYS: &'static [Key] = &[
        Key::new(
            "scale",
            Takes::OneOf(ready_words),
            "une échelle toute faite",
            "a ready-made scale",
        ),
        Key::new("points", POINTS, "combien de degrés elle a", "how many points it has").usually("5"),
        Key::new("ends", ENDS, "les mots à ses deux bouts", "the words at its two ends")
            .such_as(r#"["Inutile", "Vital"]"#),
        Key::new(
            "statements",
            Takes::List(&Takes::Map(&SCORED), 1, MAX_STATEMENTS),
            "ce qu’on juge ; sans elles, la question elle-même",
            "what is judged; without them, the question itself",
        ),
        SCORES,
        Key::new(
            "means",
            Takes::List(&Takes::Text, 2, 3),
            "avec pair, en quels mots raconter ce qui a changé",
            "with pair, in which words a change is told",
        ),
    ];
    const ONE_OF: &'static [&'static str] = &["scale", "ends"];

    fn read(asked: &Asked<'_>) -> Self {
        let first = match asked.first.as_ref().map(|first| first.question) {
            Some(Question::Scale(first)) => Some(first),
            _ => None,
        };
        let says = |keys: &[&str]| keys.iter().any(|key| asked.fields.get(key).is_some());
        if let Some(first) = first.filter(|_| !says(&Self::KEYS.iter().map(|key| key.word).collect::<Vec<_>>())) {
            return Self {
                statements: without_scores(&first.statements),
                ..first.clone()
            };
        }
        let mut own = match first.filter(|_| !says(&["scale", "points", "ends"])) {
            Some(first) => first.clone(),
            None => axis(asked),
        };
        own.statements = statements(asked, Some(own.points));
        if let Some(first) = first {
            own.means.clone_from(&first.means);
            same_as_the_first(asked, (&first.statements, first.points), (&own.statements, own.points));
        }
        means(asked, &mut own);
        own
    }
}

fn without_scores(statements: &[Statement]) -> Vec<Statement> {
    let without = |statement: &Statement| Statement {
        scores: Vec::new(),
        ..statement.clone()
    };
    statements.iter().map(without).collect()
}

fn ready_words() -> Vec<&'static str> {
    ReadyScale::ALL.iter().flat_map(|(_, names)| *names).collect()
}

/// The scale itself: one that has a name, or one with ends of its own.
fn axis(asked: &Asked<'_>) -> Scale {
    let names: Vec<(&str, ReadyScale)> = ReadyScale::ALL
        .iter()
        .flat_map(|(scale, names)| names.map(|name| (name, *scale)))
        .collect();
    let ready = asked.fields.word("scale", &names, Code::UnknownWord);
    let points = points(asked, USUAL_POINTS);
    if asked.fields.get("scale").is_none() && !asked.second {
        asked.fields.required("ends");
    }
    let own = ends(&asked.fields, "ends");
    let words = ready.map(|ready| ready.value.words(asked.language));
    // Words for each value fit the scale's own number of values, and ends that the talk leaves as they are.
    let whole = words.filter(|_| points == USUAL_POINTS && own.is_none());
    let ends = own
        .clone()
        .or(words.map(|words: ReadyWords| [words.labels[0], words.labels[4]].map(str::to_owned)));
    let ends = ends.unwrap_or_default();
    let between = in_between(asked.language).to_owned();
    let means = match words.filter(|_| own.is_none()) {
        Some(words) => words.means.map(str::to_owned),
        None => [ends[0].clone(), between, ends[1].clone()],
    };
    let texts = |words: [&str; 5]| words.map(str::to_owned).to_vec();
    Scale {
        statements: Vec::new(),
        points,
        ends,
        labels: whole.map(|words| texts(words.labels)).unwrap_or_default(),
        signs: whole.and_then(|words| words.signs).map(texts).unwrap_or_default(),
        means,
    }
}

/// The words in which a change is told: three, or two on a scale that has no middle.
fn means(asked: &Asked<'_>, scale: &mut Scale) {
    let Some(entry) = asked.fields.entry("means") else {
        return;
    };
    if !asked.paired {
        let problem = Problem::new(entry.at, Code::IdleKey).found("means");
        return asked.report().add(problem.expected("pair: before"));
    }
    let count = if has_middle(scale.points) { 3 } else { 2 };
    let nodes = asked.fields.counted("means", count..=count).unwrap_or_default();
    let words: Vec<String> = nodes
        .iter()
        .filter_map(|node| text(node, "means", asked.report()))
        .map(|word| word.value)
        .collect();
    match words.as_slice() {
        [low, high] if count == 2 => scale.means = [low.clone(), String::new(), high.clone()],
        [low, middle, high] => scale.means = [low.clone(), middle.clone(), high.clone()],
        _ => {}
    }
}
