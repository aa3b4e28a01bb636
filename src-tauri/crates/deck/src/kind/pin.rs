//! `kind: pin`.

use std::collections::HashSet;

use gazouillis_core::Question;
use gazouillis_core::kind::{Area, MAX_REGIONS, Pin, Region, plain_regions};

use super::quiz::written;
use super::shared::{EXPLAIN, ONE_OR_SEVERAL};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::{Fields, number};
use crate::format::{Key, Takes};
use crate::nearest::slug;
use crate::picture;
use crate::report::{Problem, Spanned};
use crate::yaml::{Node, Value};

/// How a region is written.
const REGION: &str = "{ id: titre, text: \"Le titre\", at: [0.0, 0.0, 1.0, 0.2] }";

impl Reader for Pin {
    const KEYS: &'static [Key] = &[
        Key::new(
            "picture",
            picture::TAKES,
            "l’image à montrer du doigt, avec ses mots",
            "the picture to point at, with its words",
        )
        .due_first(),
        Key::new(
            "alt",
            Takes::Text,
            "ce que montre l’image, pour qui ne la voit pas",
            "what the picture shows, for those who do not see it",
        ),
        Key::new(
            "regions",
            Takes::List(&Takes::Map(&REGIONS), 1, MAX_REGIONS),
            "ses régions ; sinon « en haut à gauche », « au milieu » et ainsi de suite",
            "its regions; else “top left”, “in the middle” and so on",
        ),
        Key::new(
            "right",
            ONE_OR_SEVERAL,
            "la bonne région, ou leur liste : en fait un quiz",
            "the right region, or a list: makes it a quiz",
        ),
        EXPLAIN,
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let theirs = match asked.first.as_ref().map(|first| first.question) {
            Some(Question::Pin(first)) => Some(first),
            _ => None,
        };
        let picture = match theirs {
            Some(first) if asked.fields.get("picture").is_none() => first.picture.clone(),
            _ => {
                asked.fields.required("picture");
                picture::described(&asked.fields, &asked.pictures).unwrap_or_default()
            }
        };
        let (regions, plain) = match (asked.fields.get("regions"), theirs) {
            (None, Some(first)) => (first.regions.clone(), first.plain),
            (None, None) => (plain_regions(asked.language), true),
            (Some(_), _) => (regions(asked), false),
        };
        if let Some(first) = theirs {
            same_as_the_first(asked, &first.regions, &regions);
        }
        Self {
            right: right(asked, theirs, &regions),
            picture,
            regions,
            plain,
        }
    }
}

const REGIONS: [Key; 3] = [
    Key::new(
        "id",
        Takes::Id,
        "son nom ; fait de ses mots quand il manque",
        "its name; made of its words when left out",
    ),
    Key::new("text", Takes::Text, "ses mots", "its words").due(),
    Key::new(
        "at",
        Takes::List(&Takes::Number(0.0, 1.0), 4, 4),
        "à gauche, en haut, largeur, hauteur : des parts de l’image, de 0 à 1",
        "left, top, width, height: parts of the picture, from 0 to 1",
    )
    .due()
    .such_as("[0.0, 0.0, 1.0, 0.2]"),
];

/// The regions that are written.
fn regions(asked: &Asked<'_>) -> Vec<Region> {
    let nodes = asked.fields.counted("regions", 1..=MAX_REGIONS).unwrap_or_default();
    let mut seen = HashSet::new();
    let regions = nodes.iter().enumerate().filter_map(|(index, node)| {
        let (at, region) = region(node, index, asked)?;
        if !seen.insert(region.id.clone()) {
            asked
                .report()
                .add(Problem::new(at, Code::DuplicateRegion).found(&region.id));
        }
        Some(region)
    });
    regions.collect()
}

fn region(node: &Node, index: usize, asked: &Asked<'_>) -> Option<(usize, Region)> {
    let fields = Fields::of(node, "regions", REGION, asked.report())?;
    fields.only(&REGIONS);
    let text = fields.required_text("text");
    let area = fields.required("at").and_then(|at| area(at, asked));
    let id = match fields.get("id") {
        Some(_) => fields.id("id"),
        None => text.as_ref().map(|text| Spanned {
            at: text.at,
            value: Some(slug(&text.value))
                .filter(|slug| !slug.is_empty())
                .unwrap_or_else(|| format!("region-{}", index + 1)),
        }),
    }?;
    let region = Region {
        id: id.value,
        text: text?.value,
        at: area?,
    };
    Some((id.at, region))
}

/// Left, top, width and height, each a part of the picture's.
fn area(node: &Node, asked: &Asked<'_>) -> Option<Area> {
    let parts = match &node.value {
        Value::List(parts) if parts.len() == 4 => parts,
        _ => {
            let problem = Problem::new(node.at, Code::RegionPlace).expected("[0.0, 0.0, 1.0, 0.2]");
            asked.report().add(problem);
            return None;
        }
    };
    let read = |part: &Node| number(part, "at", 0.0..=1.0, asked.report()).map(|part| part.value);
    let [left, top, width, height] = [&parts[0], &parts[1], &parts[2], &parts[3]].map(read);
    let area = Area::of_parts([left?, top?, width?, height?]);
    if area.is_none() {
        let problem = Problem::new(node.at, Code::RegionPlace).expected("[0.0, 0.0, 1.0, 0.2]");
        asked.report().add(problem);
    }
    area
}

/// The indices of the right regions: those written, or those of the first half of the pair.
fn right(asked: &Asked<'_>, theirs: Option<&Pin>, regions: &[Region]) -> Vec<usize> {
    let Some(node) = asked.fields.get("right") else {
        let right = theirs.map(|first| first.right.clone()).unwrap_or_default();
        if let (true, Some(entry)) = (right.is_empty(), asked.fields.entry("explain")) {
            let problem = Problem::new(entry.at, Code::IdleKey).found("explain");
            asked.report().add(problem.expected("right: …"));
        }
        return right;
    };
    let mut indices = Vec::new();
    for right in written(asked, MAX_REGIONS) {
        match regions.iter().position(|region| region.id == right.value) {
            Some(index) if !indices.contains(&index) => indices.push(index),
            Some(_) => {}
            None if regions.is_empty() => {}
            None => {
                let ids = regions.iter().map(|region| region.id.as_str());
                let problem = Problem::new(right.at, Code::UnknownRegion);
                asked.report().add(problem.choice(&right.value, ids));
            }
        }
    }
    // Phones list the regions by name: where all are right the list is the answer.
    if !regions.is_empty() && indices.len() == regions.len() {
        asked.report().add(Problem::new(node.at, Code::RightEverywhere));
    }
    indices
}

fn same_as_the_first(asked: &Asked<'_>, theirs: &[Region], own: &[Region]) {
    let ids: Vec<&str> = theirs.iter().map(|region| region.id.as_str()).collect();
    let same = own.iter().map(|region| region.id.as_str()).eq(ids.iter().copied());
    if let (false, false, Some(node)) = (same, ids.is_empty(), asked.fields.get("regions")) {
        let problem = Problem::new(node.at, Code::PairDiffers);
        asked.report().add(problem.expected(ids.join(", ")));
    }
}
