//! `kind: plane`.

use gazouillis_core::Question;
use gazouillis_core::kind::{MAX_STATEMENTS, Plane, SCALE_POINTS};

use super::statement::{ENDS, PLAIN, POINTS};
use super::statement::{ends, points, same_as_the_first, statements};
use super::{Asked, Reader};
use crate::format::{Key, Takes};

impl Reader for Plane {
    const KEYS: &'static [Key] = &[
        Key::new("x", ENDS, "les bouts de gauche à droite", "the ends from left to right")
            .due_first()
            .such_as(r#"["Facile", "Difficile"]"#),
        Key::new("y", ENDS, "les bouts de bas en haut", "the ends from the bottom up")
            .due_first()
            .such_as(r#"["Inutile", "Utile"]"#),
        Key::new(
            "points",
            POINTS,
            "combien de degrés a chaque axe",
            "how many points each axis has",
        )
        .usually("11"),
        Key::new(
            "statements",
            Takes::List(&Takes::Map(&PLAIN), 1, MAX_STATEMENTS),
            "ce qu’on place ; sans elles, la question elle-même",
            "what is placed; without them, the question itself",
        ),
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let first = match asked.first.as_ref().map(|first| first.question) {
            Some(Question::Plane(first)) => Some(first),
            _ => None,
        };
        let axis = |key: &str, theirs: Option<&[String; 2]>| {
            if let (None, Some(theirs)) = (asked.fields.get(key), theirs) {
                return theirs.clone();
            }
            if !asked.second {
                asked.fields.required(key);
            }
            ends(&asked.fields, key).unwrap_or_default()
        };
        let own = Self {
            x: axis("x", first.map(|first| &first.x)),
            y: axis("y", first.map(|first| &first.y)),
            points: points(asked, first.map_or(*SCALE_POINTS.end(), |first| first.points)),
            statements: match first.filter(|_| asked.fields.get("statements").is_none()) {
                Some(first) => first.statements.clone(),
                None => statements(asked, None),
            },
            language: asked.language,
        };
        if let Some(first) = first {
            same_as_the_first(asked, (&first.statements, first.points), (&own.statements, own.points));
        }
        own
    }
}
