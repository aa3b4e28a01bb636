//! The room's breakdown, step by step.

use gazouillis_core::Deck;
use gazouillis_core::typology::{Breakdown, MINIMUM_GROUP};

use crate::{BreakdownView, MaskedShare, MaskedView, ProfileShare};

pub(super) fn breakdown(deck: &Deck, room: &Breakdown, step: u16) -> BreakdownView {
    let typology = &deck.typology;
    let percents = room.percentages();
    let profiles = typology.profiles.iter().enumerate().map(|(index, profile)| {
        let interval = room.interval(index);
        ProfileShare {
            id: profile.id.clone(),
            name: profile.name.clone(),
            bird: profile.bird.clone(),
            count: room.count(index),
            percent: percents[index],
            low: interval.low * 100.0,
            high: interval.high * 100.0,
            reference: (step >= 1).then_some(profile.reference),
        }
    });
    let masked = room
        .masked
        .as_ref()
        .filter(|masked| step >= 2 && room.is_showable() && masked.is_showable());
    BreakdownView {
        people: room.people,
        classified: room.classified(),
        unclassified: room.unclassified,
        mixed: room.mixed,
        minimum: MINIMUM_GROUP,
        profiles: room.is_showable().then(|| profiles.collect()),
        reference_shown: step >= 1,
        masked_too_few: step >= 2 && masked.is_none(),
        masked: masked.map(|masked| {
            let (percents, _) = masked.percentages();
            let profiles = typology.maskable().into_iter().map(|index| MaskedShare {
                id: typology.profiles[index].id.clone(),
                name: typology.profiles[index].name.clone(),
                bird: typology.profiles[index].bird.clone(),
                count: masked.count(index),
                percent: percents[index],
            });
            let masking = typology.masking().map(|index| typology.profiles[index].id.clone());
            MaskedView {
                behind: masking.collect(),
                people: masked.people(),
                profiles: profiles.collect(),
            }
        }),
    }
}
