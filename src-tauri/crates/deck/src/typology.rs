//! The typology of a talk's front matter: the profiles that answers point at.

use std::cell::RefCell;
use std::collections::HashMap;

use gazouillis_core::share::MOST_SHARERS;
use gazouillis_core::typology::{Profile, Typology};

use crate::birds::{self, BIRDS, bird};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::{Fields, text};
use crate::format::{Key, Takes};
use crate::picture;
use crate::report::{Problem, Report, Spanned};
use crate::yaml::Node;

/// Answered scoring polls below which nobody is classified, where the talk does not say.
const MINIMUM_ANSWERS: u32 = 3;

/// More profiles than anybody can tell apart, and than a person can be shared between exactly.
const MOST_PROFILES: usize = MOST_SHARERS;

/// What a typology says.
pub(crate) const KEYS: [Key; 2] = [
    Key::new(
        "minimum_answers",
        Takes::Whole(1, MOST_ANSWERS as i64),
        "à combien de questions il faut répondre pour avoir un profil",
        "how many questions one has to answer to have a profile",
    )
    .usually("3"),
    Key::new(
        "profiles",
        Takes::List(&Takes::Map(&PROFILE), 1, MOST_PROFILES),
        "les profils",
        "the profiles",
    )
    .due(),
];

/// More answered polls than anybody should be asked before they are told anything.
const MOST_ANSWERS: u32 = 100;

/// The most pieces of advice for a profile.
const MOST_ADVICE: usize = 4;

/// The most actions for a profile: more is no plan.
const MOST_ACTIONS: usize = 4;

/// What a profile says of itself.
const PROFILE: [Key; 9] = [
    Key::new("id", Takes::Id, "son nom, pour les points", "its name, for points").due(),
    Key::new("name", Takes::Text, "comment on l’appelle", "what it is called").due(),
    Key::new(
        "reference",
        Takes::Number(0.0, 100.0),
        "une part en pour cent à comparer, pour tous les profils ou aucun",
        "a share in per cent to compare with, for all profiles or none",
    ),
    Key::new(
        "bird",
        Takes::Either(&[
            Takes::OneOf(birds::words),
            Takes::Like("^[^\\x00-\\x7f]{1,12}$"),
            Takes::File(&picture::TYPES),
        ]),
        "un de nos oiseaux, un emoji, ou une image du dossier",
        "one of our birds, an emoji, or a picture of the folder",
    ),
    Key::new("summary", Takes::Text, "ce qui le distingue", "what makes it").due(),
    Key::new("lever", Takes::Text, "ce qui le fait bouger", "what moves it").due(),
    Key::new(
        "advice",
        Takes::List(&Takes::Text, 1, MOST_ADVICE),
        "ce que le téléphone lui conseille",
        "what the phone advises",
    )
    .due(),
    Key::new(
        "actions",
        Takes::List(&Takes::Text, 1, MOST_ACTIONS),
        "ce que l’on peut faire pour lui, pour la synthèse ; sinon, elle reprend les conseils",
        "what can be done for these people, for the summary; else it tells the advice",
    ),
    Key::new(
        "masks",
        Takes::List(&Takes::Text, 0, MOST_PROFILES),
        "les profils qui peuvent se cacher derrière lui",
        "the profiles that may hide behind it",
    ),
];

/// The ids that scores, masks and portraits may name.
#[derive(Debug, Default)]
pub(crate) struct ProfileIds {
    ids: Vec<String>,
    index: HashMap<String, usize>,
    /// Which profiles (the second) may hide behind which (the first).
    masks: Vec<(usize, usize)>,
    /// How many steps the slide of the room's breakdown has.
    pub(crate) breakdown_steps: u16,
    /// The typology has mistakes that hide ids, so an unknown one proves nothing.
    pub(crate) incomplete: bool,
    /// The pictures of the talk's folder that stand for profiles.
    pub(crate) pictures: RefCell<Vec<Spanned<String>>>,
}

impl ProfileIds {
    pub(crate) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub(crate) fn words(&self) -> impl Iterator<Item = &str> + Clone {
        self.ids.iter().map(String::as_str)
    }

    pub(crate) fn contains(&self, id: &str) -> bool {
        self.index.contains_key(id)
    }

    /// The id of a profile.
    pub(crate) fn word(&self, profile: usize) -> &str {
        self.ids.get(profile).map_or("", String::as_str)
    }

    /// The first of `profiles` that may hide this one.
    pub(crate) fn front_of(&self, hidden: usize, mut profiles: impl Iterator<Item = usize>) -> Option<usize> {
        profiles.find(|&front| self.masks.contains(&(front, hidden)))
    }

    /// The index of a profile; an unknown id is reported.
    pub(crate) fn find(&self, id: &Spanned<String>, report: &Report) -> Option<usize> {
        let index = self.index.get(&id.value).copied();
        if index.is_none() && !self.incomplete {
            report.add(Problem::new(id.at, Code::UnknownProfile).choice(&id.value, self.words()));
        }
        index
    }
}

/// Reads the typology, when the talk has one.
pub(crate) fn read(node: Option<&Node>, report: &Report) -> (Typology, ProfileIds) {
    let Some(node) = node else {
        let none = Typology {
            minimum_answers: MINIMUM_ANSWERS,
            profiles: Vec::new(),
        };
        return (none, ProfileIds::default());
    };
    let mut typology = Typology {
        minimum_answers: MINIMUM_ANSWERS,
        profiles: Vec::new(),
    };
    let mut ids = ProfileIds::default();
    let Some(fields) = Fields::of(node, "typology", "profiles: [...]", report) else {
        ids.incomplete = true;
        return (typology, ids);
    };
    fields.only(&KEYS);
    if let Some(minimum) = fields.whole("minimum_answers", 1..=MOST_ANSWERS) {
        typology.minimum_answers = minimum.value;
    }
    fields.required("profiles");
    let nodes = fields.counted("profiles", 1..=MOST_PROFILES);
    ids.incomplete = nodes.is_none();
    let profiles: Vec<Fields<'_>> = nodes
        .unwrap_or_default()
        .iter()
        .filter_map(|node| Fields::of(node, "profiles", "{ id: curieux, name: … }", report))
        .collect();
    for profile in &profiles {
        name(profile, &mut ids);
    }
    let compares = profiles.iter().any(|fields| fields.get("reference").is_some());
    let read = profiles.iter().enumerate();
    typology.profiles = read
        .filter_map(|(index, fields)| profile(fields, index, compares, &ids))
        .collect();
    ids.breakdown_steps = typology.breakdown_steps().len() as u16;
    // By id, because a profile with mistakes is missing from the list.
    ids.masks = typology
        .profiles
        .iter()
        .filter_map(|profile| Some((ids.index.get(&profile.id).copied()?, &profile.masks)))
        .flat_map(|(front, masks)| masks.iter().map(move |&hidden| (front, hidden)))
        .collect();
    let sum: f64 = typology.references().unwrap_or_default().iter().sum();
    let is_whole = typology.profiles.len() == profiles.len() && !profiles.is_empty();
    if compares && is_whole && (sum - 100.0).abs() > 0.5 {
        report.add(Problem::new(node.at, Code::ReferenceSum).found(sum.to_string()));
    }
    (typology, ids)
}

fn name(fields: &Fields<'_>, ids: &mut ProfileIds) {
    let Some(id) = fields.required_id("id") else {
        ids.incomplete = true;
        return;
    };
    if ids.contains(&id.value) {
        fields
            .report
            .add(Problem::new(id.at, Code::DuplicateProfile).found(&id.value));
    } else {
        ids.index.insert(id.value.clone(), ids.ids.len());
        ids.ids.push(id.value);
    }
}

/// Reads one profile; `compares` says that the profiles have shares to compare with, so this one needs one, too.
fn profile(fields: &Fields<'_>, index: usize, compares: bool, ids: &ProfileIds) -> Option<Profile> {
    fields.only(&PROFILE);
    let id = fields.get("id").and_then(|_| fields.text("id"));
    let name = fields.required_text("name");
    if compares {
        fields.required("reference");
    }
    let reference = fields.number("reference", 0.0..=100.0).map(|share| share.value);
    let summary = fields.required_text("summary");
    let lever = fields.required_text("lever");
    fields.required("advice");
    let texts = |name: &str, most: usize| -> Vec<String> {
        let nodes = fields.counted(name, 1..=most).unwrap_or_default();
        nodes
            .iter()
            .filter_map(|node| text(node, name, fields.report))
            .map(|text| text.value)
            .collect()
    };
    let advice = texts("advice", MOST_ADVICE);
    let actions = texts("actions", MOST_ACTIONS);
    let masks = masks(fields, id.as_ref(), ids);
    let bird = match (&id, fields.get("bird")) {
        (_, Some(_)) => profile_bird(fields, index, ids),
        (Some(id), None) if BIRDS.contains(&id.value.as_str()) => Some(id.value.clone()),
        (_, None) => Some(flock(index, None)),
    };
    Some(Profile {
        id: id?.value,
        name: name?.value,
        reference: if compares { Some(reference?) } else { None },
        bird: bird?,
        summary: summary?.value,
        lever: lever?.value,
        advice,
        actions,
        masks,
    })
}

/// One of the seven, or a face of one's own on a bird of the flock: an emoji, or a picture of the talk's folder.
fn profile_bird(fields: &Fields<'_>, index: usize, ids: &ProfileIds) -> Option<String> {
    let face = fields.text("bird")?;
    if face.value.contains(['.', '/']) {
        let path = picture::relative(&face, fields.report)?;
        ids.pictures.borrow_mut().push(Spanned {
            at: face.at,
            value: path.clone(),
        });
        return Some(flock(index, Some(&path)));
    }
    let is_emoji = face.value.chars().count() <= LONGEST_FACE && face.value.chars().all(is_pictographic);
    if is_emoji {
        return Some(flock(index, Some(&face.value)));
    }
    bird(fields, "bird")
}

/// More characters than this are no single emoji: the longest are families.
const LONGEST_FACE: usize = 12;

/// Whether a character can be part of an emoji: a picture, or what joins and varies pictures.
fn is_pictographic(letter: char) -> bool {
    let joins = matches!(letter, '\u{200d}' | '\u{fe0f}' | '\u{20e3}');
    joins || unicode_properties::UnicodeEmoji::is_emoji_char(letter) && !letter.is_ascii()
}

/// A bird that is nobody in particular, in the colour of its place.
fn flock(index: usize, face: Option<&str>) -> String {
    let face = face.map(|face| format!(" {face}"));
    format!("flock-{}{}", index + 1, face.unwrap_or_default())
}

fn masks(fields: &Fields<'_>, own: Option<&Spanned<String>>, ids: &ProfileIds) -> Vec<usize> {
    let mut masks = Vec::new();
    for node in fields.list("masks").unwrap_or_default() {
        let Some(mask) = text(node, "masks", fields.report) else {
            continue;
        };
        if own.is_some_and(|own| own.value == mask.value) {
            fields
                .report
                .add(Problem::new(mask.at, Code::MasksItself).found(&mask.value));
        } else if let Some(index) = ids.find(&mask, fields.report) {
            if masks.contains(&index) {
                fields
                    .report
                    .add(Problem::new(mask.at, Code::MasksTwice).found(&mask.value));
            } else {
                masks.push(index);
            }
        }
    }
    masks
}
