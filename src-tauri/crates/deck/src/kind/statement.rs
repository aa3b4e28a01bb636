//! What the readers of a scale and of a plane share: statements, and the words at the ends of an axis.

use std::collections::HashSet;

use gazouillis_core::kind::scale::leaning;
use gazouillis_core::kind::{MAX_STATEMENTS, SCALE_POINTS, Statement};

use super::Asked;
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::{Fields, text, whole};
use crate::format::{Key, Takes};
use crate::nearest::slug;
use crate::report::{Problem, Spanned};
use crate::yaml::{Entry, Node, Value};

/// The id of a question's own statement, where it has no others.
const ALONE: &str = "statement";

/// The most points that one value gives, as for options.
const MOST_POINTS: u32 = 5;

/// What the number of points of an axis may be.
pub(super) const POINTS: Takes = Takes::Whole(*SCALE_POINTS.start() as i64, *SCALE_POINTS.end() as i64);

/// What the ends of an axis take.
pub(super) const ENDS: Takes = Takes::List(&Takes::Text, 2, 2);

/// What a statement may say where nothing gives points.
pub(super) const PLAIN: [Key; 2] = [
    Key::new(
        "id",
        Takes::Id,
        "son nom ; fait de ses mots quand il manque",
        "its name; made of its words when left out",
    ),
    Key::new("text", Takes::Text, "ses mots", "its words").due(),
];

/// What a statement may say where it may give points.
pub(super) const SCORED: [Key; 3] = [PLAIN[0], PLAIN[1], SCORES];

const BY_VALUE: Takes = Takes::ByProfile(&Takes::Either(&[
    Takes::Whole(-(MOST_POINTS as i64), MOST_POINTS as i64),
    Takes::List(
        &Takes::Whole(0, MOST_POINTS as i64),
        *SCALE_POINTS.start() as usize,
        *SCALE_POINTS.end() as usize,
    ),
]));

/// The points that values give to profiles.
pub(super) const SCORES: Key = Key::new(
    "scores",
    BY_VALUE,
    "les points aux profils : 3 vers le haut de l’échelle, -3 vers le bas, ou ceux de chaque degré",
    "points to profiles: 3 towards the high end, -3 towards the low end, or those of each value",
)
.such_as(r#"{ "enthousiaste": 3, "categorique": -3 }"#);

/// How many points an axis has.
pub(super) fn points(asked: &Asked<'_>, usual: u8) -> u8 {
    let (fewest, most) = (u32::from(*SCALE_POINTS.start()), u32::from(*SCALE_POINTS.end()));
    let written = asked.fields.whole("points", fewest..=most);
    written.map_or(usual, |points| points.value as u8)
}

/// The words at the two ends of an axis.
pub(super) fn ends(fields: &Fields<'_>, key: &str) -> Option<[String; 2]> {
    let nodes = fields.counted(key, 2..=2)?;
    let words: Vec<String> = nodes
        .iter()
        .filter_map(|node| text(node, key, fields.report))
        .map(|words| words.value)
        .collect();
    words.try_into().ok()
}

/// The statements of a question. `scored` is how many points their scale has, where they may give points to profiles.
pub(super) fn statements(asked: &Asked<'_>, scored: Option<u8>) -> Vec<Statement> {
    if asked.fields.get("statements").is_none() {
        let scores = scored.map(|points| scores(&asked.fields, points, asked));
        return vec![Statement {
            id: ALONE.to_owned(),
            text: String::new(),
            scores: scores.unwrap_or_default(),
        }];
    }
    if let Some(entry) = asked.fields.entry("scores") {
        let problem = Problem::new(entry.at, Code::MisplacedKey).found("scores");
        asked
            .report()
            .add(problem.expected("statements: [{ text: …, scores: … }]"));
    }
    let mut seen = HashSet::new();
    let nodes = asked.fields.counted("statements", 1..=MAX_STATEMENTS);
    let read = nodes
        .unwrap_or_default()
        .iter()
        .enumerate()
        .filter_map(|(index, node)| {
            let (at, statement) = statement(node, index, asked, scored)?;
            if !seen.insert(statement.id.clone()) {
                let problem = Problem::new(at, Code::DuplicateOption).found(&statement.id);
                asked.report().add(problem);
            }
            Some(statement)
        });
    read.collect()
}

fn statement(node: &Node, index: usize, asked: &Asked<'_>, scored: Option<u8>) -> Option<(usize, Statement)> {
    let fields = Fields::of(
        node,
        "statements",
        "{ id: utile, text: \"C’est utile\" }",
        asked.report(),
    )?;
    fields.only(if scored.is_some() { &SCORED } else { &PLAIN });
    let text = fields.required_text("text")?;
    let id = match fields.get("id") {
        Some(_) => fields.id("id")?,
        None => Spanned {
            at: text.at,
            value: Some(slug(&text.value))
                .filter(|slug| !slug.is_empty())
                .unwrap_or_else(|| format!("{ALONE}-{}", index + 1)),
        },
    };
    let statement = Statement {
        id: id.value,
        text: text.value,
        scores: scored.map(|points| scores(&fields, points, asked)).unwrap_or_default(),
    };
    Some((id.at, statement))
}

/// The points that each value gives to profiles.
fn scores(fields: &Fields<'_>, points: u8, asked: &Asked<'_>) -> Vec<(usize, Vec<u32>)> {
    let Some(node) = fields.get("scores") else {
        return Vec::new();
    };
    let Value::Mapping(entries) = &node.value else {
        let problem = Problem::new(node.at, Code::ExpectedMapping).found("scores");
        asked.report().add(problem.expected("{ curieux: 3, categorique: -3 }"));
        return Vec::new();
    };
    let given = entries.iter().filter_map(|entry| {
        let name = Spanned {
            at: entry.at,
            value: entry.key.clone(),
        };
        let profile = asked.profiles.find(&name, asked.report());
        let by_value = by_value(entry, points, asked);
        Some((entry.at, profile?, by_value?))
    });
    let given: Vec<(usize, usize, Vec<u32>)> = given.collect();
    not_behind_the_mask(&given, asked);
    given
        .into_iter()
        .map(|(_, profile, by_value)| (profile, by_value))
        .collect()
}

/// `3` towards the high end, `-3` towards the low end, or a list with the points of each value.
fn by_value(entry: &Entry, points: u8, asked: &Asked<'_>) -> Option<Vec<u32>> {
    if let Value::List(items) = &entry.value.value {
        if items.len() != usize::from(points) {
            let problem = Problem::new(entry.value.at, Code::ItemCount).found(&entry.key);
            asked.report().add(problem.expected(points.to_string()));
            return None;
        }
        let read = items
            .iter()
            .map(|item| whole(item, &entry.key, 0..=MOST_POINTS, asked.report()));
        return read.map(|value| value.map(|value| value.value)).collect();
    }
    let limits = format!("-{MOST_POINTS}–{MOST_POINTS}");
    let written = match &entry.value.value {
        Value::Scalar(written) => written.as_str(),
        _ => "",
    };
    let code = match written.parse::<i32>() {
        Ok(most) if (1..=MOST_POINTS).contains(&most.unsigned_abs()) => return Some(leaning(most, points)),
        Ok(_) => Code::NumberOutOfRange,
        Err(_) => Code::ExpectedWholeNumber,
    };
    let found = if code == Code::NumberOutOfRange {
        written
    } else {
        &entry.key
    };
    asked
        .report()
        .add(Problem::new(entry.value.at, code).found(found).expected(limits));
    None
}

/// No value gives points both to a profile and to one that hides behind it.
fn not_behind_the_mask(given: &[(usize, usize, Vec<u32>)], asked: &Asked<'_>) {
    for (at, hidden, own) in given {
        let both = |other: &[u32]| own.iter().zip(other).any(|(own, other)| *own > 0 && *other > 0);
        let others = given.iter().filter(|(_, _, other)| both(other));
        if let Some(front) = asked.profiles.front_of(*hidden, others.map(|(_, profile, _)| *profile)) {
            let problem = Problem::new(*at, Code::ScoresMaskAndMasked).found(asked.profiles.word(*hidden));
            asked.report().add(problem.expected(asked.profiles.word(front)));
        }
    }
}

/// The second half of a pair is about the same statements on the same number of points as the first.
pub(super) fn same_as_the_first(asked: &Asked<'_>, first: (&[Statement], u8), own: (&[Statement], u8)) {
    let ids = |statements: &[Statement]| statements.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let differs = [
        ("statements", ids(first.0) != ids(own.0), ids(first.0).join(", ")),
        ("points", first.1 != own.1, format!("points: {}", first.1)),
    ];
    for (key, _, expected) in differs.into_iter().filter(|(_, differs, _)| *differs) {
        let at = asked.fields.get(key).map_or(asked.fields.at, |node| node.at);
        asked
            .report()
            .add(Problem::new(at, Code::PairDiffers).expected(expected));
    }
}
