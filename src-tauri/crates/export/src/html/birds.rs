//! The birds, each drawn once and used wherever it is named.

use std::collections::BTreeSet;

use maud::{Markup, PreEscaped, html};

use crate::reading::Reading;
use crate::tokens::FLOCK;

macro_rules! drawing {
    ($name:literal) => {
        include_str!(concat!("../../../../../ui/src/design/birds/", $name, ".svg"))
    };
}

/// The seven: a name, a drawing, and one that stays readable when it is tiny.
const SEVEN: [(&str, &str, &str); 7] = [
    ("categorique", drawing!("categorique"), drawing!("tiny/categorique")),
    ("allergique", drawing!("allergique"), drawing!("tiny/allergique")),
    ("curieux", drawing!("curieux"), drawing!("tiny/curieux")),
    ("anxieux", drawing!("anxieux"), drawing!("tiny/anxieux")),
    ("enthousiaste", drawing!("enthousiaste"), drawing!("tiny/enthousiaste")),
    ("bon-eleve", drawing!("bon-eleve"), drawing!("tiny/bon-eleve")),
    ("deborde", drawing!("deborde"), drawing!("tiny/deborde")),
];

/// A bird that is nobody in particular.
const PLAIN: &str = drawing!("plain");

/// What the paper of the plain bird is filled with: its tone takes the place.
const PLAIN_FILL: &str = "fill=\"#fffcf5\"";

/// A bird as a talk names it.
pub(super) struct Plumage {
    /// One of the seven: whose colours it wears; `None` for the colour of ordinary bars.
    pub(super) tone: Option<&'static str>,
    face: Face,
}

enum Face {
    Drawn(&'static str),
    Typed(String),
    Plain,
}

impl Plumage {
    /// The bird of a profile, which is one of the seven by its bird or else by its id.
    pub(super) fn of(bird: &str, profile: &str) -> Self {
        let known = |name: &str| SEVEN.iter().map(|(known, ..)| *known).find(|known| *known == name);
        if let Some(drawn) = known(bird) {
            return Self {
                tone: Some(drawn),
                face: Face::Drawn(drawn),
            };
        }
        let Some((number, face)) = in_flock(bird) else {
            return Self {
                tone: known(profile),
                face: Face::Plain,
            };
        };
        Self {
            tone: Some(FLOCK[(number + FLOCK.len() - 1) % FLOCK.len()]),
            // A picture of the talk's folder is not in a summary; no emoji has a point in it, and every file has.
            face: match face {
                Some(face) if !face.contains('.') => Face::Typed(face.to_owned()),
                _ => Face::Plain,
            },
        }
    }

    /// The class that gives an element its colours.
    pub(super) fn class(&self) -> String {
        self.tone.map(|tone| format!("tone-{tone}")).unwrap_or_default()
    }

    /// The bird for a row of a table.
    pub(super) fn tiny(&self) -> Markup {
        self.drawn("tiny-")
    }

    /// The bird for a card.
    pub(super) fn full(&self) -> Markup {
        self.drawn("bird-")
    }

    fn drawn(&self, size: &str) -> Markup {
        match &self.face {
            Face::Drawn(name) => html! { svg class="bird" aria-hidden="true" { use href={ "#" (size) (name) } {} } },
            Face::Plain => html! { svg class="bird" aria-hidden="true" { use href="#bird-plain" {} } },
            Face::Typed(face) => html! { span class="bird face" aria-hidden="true" { (face) } },
        }
    }
}

/// `flock-2 🦊`: its number and its face.
fn in_flock(bird: &str) -> Option<(usize, Option<&str>)> {
    let rest = bird.strip_prefix("flock-")?;
    let (number, face) = match rest.split_once(' ') {
        Some((number, face)) => (number, Some(face)),
        None => (rest, None),
    };
    Some((number.parse::<usize>().ok()?.min(1_000), face))
}

/// The birds beside the title: the seven, unless the talk has birds of its own.
pub(super) fn flock(reading: &Reading<'_>) -> Vec<Plumage> {
    let seven = || SEVEN.iter().map(|(name, ..)| Plumage::of(name, name)).collect();
    let Some(profiles) = reading.profiles() else {
        return if reading.summary.breakdown.is_some() {
            seven()
        } else {
            Vec::new()
        };
    };
    profiles
        .iter()
        .take(8)
        .map(|profile| Plumage::of(&profile.bird, &profile.id))
        .collect()
}

/// Every drawing that the page uses.
pub(super) fn drawings(reading: &Reading<'_>) -> Markup {
    let mut names = BTreeSet::new();
    let mut has_plain = false;
    let room = reading.profiles().unwrap_or_default().iter().map(|p| (&p.bird, &p.id));
    let seen = reading
        .summary
        .observed
        .iter()
        .flat_map(|seen| &seen.profiles)
        .map(|p| (&p.bird, &p.id));
    let masked = reading.summary.breakdown.iter().filter_map(|room| room.masked.as_ref());
    let masked = masked.flat_map(|masked| &masked.profiles).map(|p| (&p.bird, &p.id));
    let named = room.chain(seen).chain(masked).map(|(bird, id)| Plumage::of(bird, id));
    for plumage in named.chain(flock(reading)) {
        match plumage.face {
            Face::Drawn(name) => {
                names.insert(name);
            }
            Face::Plain => has_plain = true,
            Face::Typed(_) => {}
        }
    }
    let used = || SEVEN.iter().filter(|(name, ..)| names.contains(name));
    html! {
        svg class="drawings" aria-hidden="true" width="0" height="0" {
            @for (name, full, tiny) in used() {
                (symbol(&format!("bird-{name}"), full))
                (symbol(&format!("tiny-{name}"), tiny))
            }
            @if has_plain { (symbol("bird-plain", &PLAIN.replacen(PLAIN_FILL, "fill=\"var(--tone)\"", 1))) }
        }
    }
}

/// A drawing of ours as a symbol.
fn symbol(id: &str, drawing: &str) -> Markup {
    let inside = drawing.split_once('>').map_or("", |(_, rest)| rest);
    let inside = inside.rsplit_once("</svg>").map_or(inside, |(inside, _)| inside);
    let size = drawing
        .split_once("viewBox=\"")
        .and_then(|(_, rest)| rest.split_once('"'));
    html! { symbol id=(id) viewBox=(size.map_or("0 0 24 24", |(size, _)| size)) { (PreEscaped(inside)) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bird_of_the_flock_wears_the_colours_of_its_number_and_its_own_face() {
        let fox = Plumage::of("flock-2 🦊", "renard");
        assert_eq!(fox.tone, Some("enthousiaste"));
        assert!(fox.tiny().into_string().contains("🦊"));
        assert_eq!(Plumage::of("flock-8", "x").tone, Some("bon-eleve"));
        assert!(
            Plumage::of("flock-3 birds/robin.png", "x")
                .full()
                .into_string()
                .contains("#bird-plain")
        );
    }

    #[test]
    fn an_unknown_bird_is_a_plain_one_and_its_name_is_nowhere() {
        let odd = Plumage::of("\"><script>", "curieux\" x=\"");
        assert_eq!(odd.class(), "");
        assert!(!odd.full().into_string().contains("script"));
        assert_eq!(Plumage::of("rouge-gorge", "curieux").tone, Some("curieux"));
    }

    #[test]
    fn every_drawing_is_whole() {
        for (name, full, tiny) in SEVEN {
            for drawing in [full, tiny, PLAIN] {
                let symbol = symbol(name, drawing).into_string();
                assert!(!symbol.contains("<svg") && !symbol.contains("</svg>") && !symbol.contains(" id=\"\""));
                assert_eq!(symbol.matches(" id=").count(), 1, "ids are given once");
                assert!(symbol.contains("<path"), "{name} is empty");
            }
        }
        assert!(PLAIN.contains(PLAIN_FILL));
    }
}
