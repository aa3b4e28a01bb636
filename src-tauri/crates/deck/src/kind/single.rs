//! `kind: single`.

use gazouillis_core::kind::Single;

use super::choice::OPTIONS;
use super::choice::{Allowed, options};
use super::shared::{NO_OPINION, OTHER, SHUFFLE};
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::format::{Key, Takes};
use crate::report::Problem;

/// What an answer says of the person besides.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Portrait,
    Step,
}

impl Reader for Single {
    const KEYS: &'static [Key] = &[
        OPTIONS,
        OTHER,
        NO_OPINION,
        SHUFFLE,
        Key::new(
            "role",
            Takes::OneOf(|| vec!["portrait", "step"]),
            "portrait : chacun choisit le profil où il se voit ; step : son prochain pas, que le téléphone garde",
            "portrait: people choose the profile they see themselves in; step: their next step, which the phone keeps",
        ),
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let roles = [("portrait", Role::Portrait), ("step", Role::Step)];
        let role = asked.fields.word("role", &roles, Code::UnknownWord);
        let plays = |wanted| role.as_ref().is_some_and(|role| role.value == wanted);
        let single = Self {
            options: options(asked, Allowed { note: false }),
            other: asked.flag("other"),
            no_opinion: asked.flag("no_opinion"),
            shuffle: asked.flag("shuffle"),
            portrait: plays(Role::Portrait),
            step: plays(Role::Step),
        };
        if let Some(role) = role.filter(|role| role.value == Role::Portrait) {
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
