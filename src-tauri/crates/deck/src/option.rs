//! The options of a poll: words, an id, and the points they give.

use std::cell::RefCell;
use std::collections::HashSet;

use gazouillis_core::PollOption;
use gazouillis_core::kind::MAX_OPTIONS;

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::{Fields, whole};
use crate::format::{Key, Takes};
use crate::nearest::slug;
use crate::picture;
use crate::report::{Problem, Spanned};
use crate::typology::ProfileIds;
use crate::yaml::{Node, Value};

/// What an option may say.
pub(crate) const KEYS: [Key; 7] = [
    Key::new(
        "id",
        Takes::Id,
        "son nom ; fait de ses mots quand il manque",
        "its name; made of its words when left out",
    ),
    Key::new("text", Takes::Text, "ses mots", "its words").due(),
    Key::new(
        "scores",
        Takes::ByProfile(&Takes::Whole(1, MOST_POINTS as i64)),
        "les points qu’elle donne aux profils",
        "the points that it gives to profiles",
    )
    .such_as(r#"{ "curieux": 3 }"#),
    Key::new(
        "note",
        Takes::Text,
        "une remarque, dite avec la bonne réponse d’un quiz",
        "a remark, said with the right answer of a quiz",
    ),
    Key::new(
        "means",
        Takes::Text,
        "ce qu’elle veut dire quand on raconte ce qui a changé : oui, peut-être, non",
        "what it means when a change is told: yes, maybe, no",
    ),
    Key::new(
        "picture",
        picture::TAKES,
        "une image du dossier de l’exposé, avec ses mots",
        "a picture of the talk’s folder, with its words",
    )
    .such_as(r#"{ "src": "images/cafe.png", "alt": "…" }"#),
    Key::new(
        "alt",
        Takes::Text,
        "ce que montre l’image, pour qui ne la voit pas",
        "what the picture shows, for those who do not see it",
    ),
];

/// The most points that one option gives to one profile.
const MOST_POINTS: u32 = 5;

/// What the key `options` takes.
pub(crate) const TAKES: Takes = Takes::List(&Takes::Map(&KEYS), 2, MAX_OPTIONS);

/// An option, and where it stands.
#[derive(Debug)]
pub(crate) struct WrittenOption {
    /// Where its id stands.
    pub(crate) at: usize,
    /// Where it says what it means, when it does.
    pub(crate) means_at: Option<usize>,
    pub(crate) option: PollOption,
}

/// Reads the key `options`; `noted` says whether options may have a remark. The pictures named go to `pictures`.
pub(crate) fn read(
    fields: &Fields<'_>,
    noted: bool,
    profiles: &ProfileIds,
    pictures: &RefCell<Vec<Spanned<String>>>,
) -> Vec<WrittenOption> {
    let mut seen = HashSet::new();
    let nodes = fields.counted("options", 2..=MAX_OPTIONS).unwrap_or_default();
    nodes
        .iter()
        .enumerate()
        .filter_map(|(index, node)| {
            let written = option(node, index, noted, profiles, fields, pictures)?;
            if !seen.insert(written.option.id.clone()) {
                let problem = Problem::new(written.at, Code::DuplicateOption);
                fields.report.add(problem.found(&written.option.id));
            }
            Some(written)
        })
        .collect()
}

fn option(
    node: &Node,
    index: usize,
    noted: bool,
    profiles: &ProfileIds,
    poll: &Fields<'_>,
    pictures: &RefCell<Vec<Spanned<String>>>,
) -> Option<WrittenOption> {
    let fields = Fields::of(node, "options", "{ id: oui, text: \"Oui\" }", poll.report)?;
    fields.only(&KEYS);
    let text = fields.required_text("text");
    let id = match (fields.get("id"), &text) {
        (Some(_), _) => fields.id("id"),
        (None, Some(text)) => Some(Spanned {
            at: text.at,
            value: Some(slug(&text.value))
                .filter(|slug| !slug.is_empty())
                .unwrap_or_else(|| format!("option-{}", index + 1)),
        }),
        (None, None) => None,
    };
    if let (Some(entry), false) = (fields.entry("note"), noted) {
        let problem = Problem::new(entry.at, Code::IdleKey).found("note");
        poll.report.add(problem.expected("kind: quiz"));
    }
    let means = fields.text("means");
    let option = PollOption {
        id: id.as_ref().map(|id| id.value.clone()).unwrap_or_default(),
        text: text.map(|text| text.value).unwrap_or_default(),
        scores: scores(&fields, profiles),
        note: fields.text("note").map(|note| note.value),
        means: means.as_ref().map(|means| means.value.clone()),
        picture: picture::described(&fields, pictures),
    };
    Some(WrittenOption {
        at: id?.at,
        means_at: means.map(|means| means.at),
        option,
    })
}

fn scores(fields: &Fields<'_>, profiles: &ProfileIds) -> Vec<(usize, u32)> {
    let Some(node) = fields.get("scores") else {
        return Vec::new();
    };
    let Value::Mapping(entries) = &node.value else {
        let problem = Problem::new(node.at, Code::ExpectedMapping).found("scores");
        fields.report.add(problem.expected("{ curieux: 3 }"));
        return Vec::new();
    };
    let given: Vec<Spanned<(usize, u32)>> = entries
        .iter()
        .filter_map(|entry| {
            let name = Spanned {
                at: entry.at,
                value: entry.key.clone(),
            };
            let profile = profiles.find(&name, fields.report);
            let points = whole(&entry.value, &entry.key, 1..=MOST_POINTS, fields.report);
            Some(Spanned {
                at: entry.at,
                value: (profile?, points?.value),
            })
        })
        .collect();
    for score in &given {
        let (hidden, _) = score.value;
        if let Some(front) = profiles.front_of(hidden, given.iter().map(|other| other.value.0)) {
            let problem = Problem::new(score.at, Code::ScoresMaskAndMasked).found(profiles.word(hidden));
            fields.report.add(problem.expected(profiles.word(front)));
        }
    }
    given.into_iter().map(|score| score.value).collect()
}
