//! The room's breakdown, step by step, and what changed.

use gazouillis_core::Deck;
use gazouillis_core::change::{Change, Told, Totals};
use gazouillis_core::disclosure::Flow;
use gazouillis_core::session::{ShownBreakdown, Snapshot};
use gazouillis_core::typology::{Breakdown, BreakdownStep, Masked};

use crate::{
    AsToldView, BreakdownSince, BreakdownView, ChangeView, ChangedMeaningView, ChangedOptionView, MaskedPart,
    MaskedShare, MaskedView, ProfileShare, SwitchedView,
};

pub(super) fn breakdown(deck: &Deck, now: &Snapshot, shown: &ShownBreakdown) -> BreakdownView {
    let room = &shown.room;
    let shows = |wanted| shows(deck, now, wanted);
    let told = !shown.is_waiting;
    let behind = room.masked.as_ref().filter(|_| shows(BreakdownStep::Masks) && told);
    let masked = behind.and_then(|masked| masked_view(deck, masked, now));
    BreakdownView {
        people: room.people,
        classified: room.classified(),
        unclassified: room.unclassified,
        mixed: if told { room.mixed } else { 0 },
        minimum: now.minimum_group,
        profiles: told.then(|| profiles(deck, room, shows(BreakdownStep::Reference))),
        reference_shown: shows(BreakdownStep::Reference),
        masked_too_few: shows(BreakdownStep::Masks) && masked.is_none(),
        masked,
        observed: super::observed::on_stage(deck, now),
    }
}

/// Whether the breakdown's slide has come to this.
fn shows(deck: &Deck, now: &Snapshot, wanted: BreakdownStep) -> bool {
    let steps = deck.typology.breakdown_steps();
    let come = steps.iter().take(usize::from(now.cursor.step) + 1);
    come.into_iter().any(|step| *step == wanted)
}

fn profiles(deck: &Deck, room: &Breakdown, with_reference: bool) -> Vec<ProfileShare> {
    let profiles = deck.typology.profiles.iter().zip(room.percentages()).enumerate();
    let share = |(index, (profile, percent)): (usize, (&gazouillis_core::Profile, u32))| ProfileShare {
        id: profile.id.clone(),
        name: profile.name.clone(),
        bird: profile.bird.clone(),
        count: room.count(index),
        alone: room.alone[index],
        percent,
        reference: profile.reference.filter(|_| with_reference),
    };
    profiles.map(share).collect()
}

fn masked_view(deck: &Deck, masked: &Masked, now: &Snapshot) -> Option<MaskedView> {
    let typology = &deck.typology;
    let split = masked.shown(if now.simulated { 0 } else { now.minimum_group })?;
    let part = |(count, percent): (f64, u32)| MaskedPart { count, percent };
    let profile = |index: usize| {
        let (count, percent) = split.parts[index]?;
        let profile = &typology.profiles[index];
        Some(MaskedShare {
            id: profile.id.clone(),
            name: profile.name.clone(),
            bird: profile.bird.clone(),
            count,
            percent,
        })
    };
    Some(MaskedView {
        behind: typology
            .masking()
            .map(|index| typology.profiles[index].id.clone())
            .collect(),
        people: masked.people(),
        profiles: typology.maskable().into_iter().filter_map(profile).collect(),
        simply: split.simply.map(part),
        untold: split.untold.map(part),
    })
}

/// What has changed since the breakdown was drawn, while its slide is up and it has been drawn.
pub(super) fn since(now: &Snapshot) -> Option<BreakdownSince> {
    let shown = now
        .breakdown
        .as_ref()
        .filter(|shown| !shown.is_waiting && !now.simulated)?;
    Some(BreakdownSince {
        changed: shown.changed,
        minimum: now.minimum_group,
        may_refresh: shown.may_refresh,
    })
}

pub(super) fn change(deck: &Deck, change: &Change) -> ChangeView {
    let poll = &deck.polls[change.before_poll];
    let comparison = &change.comparison;
    let percentages = |totals: &Totals| totals.percentages(comparison.exclusive);
    let (before, after) = (percentages(&change.before), percentages(&change.after));
    let switched = |index: usize| match &change.told {
        Told::Options(switches) => switches[index].map(|switch| SwitchedView {
            came: switch.came,
            left: switch.left,
        }),
        Told::TooFew | Told::Flow(_) => None,
    };
    let rows = comparison.rows.iter().enumerate();
    let options = rows.map(|(index, row)| ChangedOptionView {
        id: row.id.clone(),
        text: row.text.clone(),
        before: change.before.rows[index],
        after: change.after.rows[index],
        before_percent: before[index],
        after_percent: after[index],
        switched: switched(index),
    });
    let silent = match &change.told {
        Told::Flow(Flow::Silent) => true,
        Told::Options(switches) => switches.iter().all(Option::is_none),
        Told::TooFew | Told::Flow(_) => false,
    };
    ChangeView {
        before: poll.id.clone(),
        after: deck.polls[change.after_poll].id.clone(),
        before_ballots: change.before.ballots,
        after_ballots: change.after.ballots,
        people: change.people,
        minimum: change.minimum,
        options: change.is_showable().then(|| options.collect()),
        meanings: meanings(change),
        flow: match &change.told {
            Told::Flow(Flow::Table(table)) => Some(table.clone()),
            Told::TooFew | Told::Flow(_) | Told::Options(_) => None,
        },
        changed: change.changed(),
        silent,
        as_told: None,
    }
}

/// What the options come down to, where a ballot names one.
fn meanings(change: &Change) -> Option<Vec<ChangedMeaningView>> {
    let before = meaning_percentages(change, &change.before)?;
    let after = meaning_percentages(change, &change.after)?;
    let labels = change.comparison.meanings.iter().map(|meaning| meaning.label.clone());
    let views = labels.zip(before.into_iter().zip(after));
    let view = |(label, (before_percent, after_percent))| ChangedMeaningView {
        label,
        before_percent,
        after_percent,
    };
    change.is_showable().then(|| views.map(view).collect())
}

/// Whole percentages by meaning, which add up to 100; `None` where a ballot may name several options.
fn meaning_percentages(change: &Change, totals: &Totals) -> Option<Vec<u32>> {
    let meanings = change.comparison.exclusive.then_some(&change.comparison.meanings)?;
    Some(totals.by_meaning(meanings).percentages(true))
}

/// The change since what people had said at the time, beside the one since what they say of it now.
pub(super) fn as_told(change: &Change) -> Option<AsToldView> {
    change.is_showable().then(|| AsToldView {
        ballots: change.before.ballots,
        percent: change.before.percentages(change.comparison.exclusive),
        meanings: meaning_percentages(change, &change.before),
        people: change.people,
        changed: change.changed(),
    })
}
