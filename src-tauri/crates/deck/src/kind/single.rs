//! `kind: single`.

use gazouillis_core::kind::Single;

use super::choice::OPTIONS;
use super::choice::{Allowed, options};
use super::shared::{NO_OPINION, OTHER, SHUFFLE};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::format::{Key, Takes};
use crate::report::Problem;

impl Reader for Single {
    const KEYS: &'static [Key] = &[
        OPTIONS,
        OTHER,
        NO_OPINION,
        SHUFFLE,
        Key::new(
            "role",
            Takes::OneOf(|| vec!["portrait"]),
            "portrait : chacun choisit le profil où il se voit",
            "portrait: people choose the profile they see themselves in",
        ),
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let role = asked.fields.word("role", &[("portrait", ())], Code::UnknownWord);
        let single = Self {
            options: options(asked, Allowed { note: false }),
            other: asked.flag("other"),
            no_opinion: asked.flag("no_opinion"),
            shuffle: asked.flag("shuffle"),
            portrait: role.is_some(),
        };
        if let Some(role) = role {
            portrait(asked, &single, role.at);
        }
        single
    }
}

/// The options of a self-portrait are the talk's profiles.
fn portrait(asked: &Asked<'_>, single: &Single, role_at: usize) {
    if asked.profiles.incomplete {
        return;
    }
    let places = asked.options_at.borrow();
    for (index, option) in single.options.iter().enumerate() {
        if !asked.profiles.contains(&option.id) {
            let at = places.get(index).map_or(role_at, |place| place.at);
            let problem = Problem::new(at, Code::PortraitOption);
            asked.report().add(problem.choice(&option.id, asked.profiles.words()));
        }
    }
}
