//! The room's profiles, what hides behind some of them, and how far the figures carry; or what stands in their place.

use gazouillis_core::summary::{BreakdownSummary, MaskedShare, MaskedSummary, ProfileSummary};
use maud::{Markup, html};

use super::birds::Plumage;
use super::chart::{Marks, axis, bar, scale_for};
use super::{Part, polls};
use crate::reading::Reading;

pub(super) fn part(reading: &Reading<'_>) -> Option<Part> {
    let words = reading.words;
    let Some(room) = &reading.summary.breakdown else {
        return telling(reading);
    };
    let Some(profiles) = &room.profiles else {
        return telling(reading);
    };
    let body = html! {
        p class="soft" { (reading.base(room)) }
        div class="together" {
            (shares(reading, profiles))
            (legend(reading, room, profiles))
        }
        @for claim in reading.claims() { p { (claim) } }
        (behind(reading))
        @if let Some(portrait) = &reading.digest.portrait {
            h3 { (words.get("html_portrait")) }
            p { (reading.line(portrait)) }
        }
    };
    Some(Part {
        id: "profils",
        title: words.get("breakdown"),
        body,
    })
}

/// Where no profiles are shown: the questions that tell most, and why there are no profiles where the talk has some.
fn telling(reading: &Reading<'_>) -> Option<Part> {
    let told = &reading.digest.telling;
    let why = reading.untold();
    let (id, title) = if told.is_empty() {
        ("profils", "breakdown")
    } else {
        ("essentiel", "html_telling")
    };
    let body = html! {
        @if let Some(why) = &why { p class="soft" { (why) } }
        @for &index in told { (polls::poll(reading, index, false)) }
    };
    (why.is_some() || !told.is_empty()).then(|| Part {
        id,
        title: reading.words.get(title),
        body,
    })
}

fn has_company(profiles: &[ProfileSummary]) -> bool {
    profiles
        .iter()
        .all(|profile| profile.low.is_some() && profile.high.is_some())
}

fn compares(profiles: &[ProfileSummary]) -> bool {
    profiles.iter().all(|profile| profile.reference.is_some())
}

fn shares(reading: &Reading<'_>, profiles: &[ProfileSummary]) -> Markup {
    let words = reading.words;
    let (company, compares) = (has_company(profiles), compares(profiles));
    let drawn = profiles.iter().flat_map(|profile| {
        let reference = profile.reference.filter(|_| compares);
        [profile.high.unwrap_or(profile.share), reference.unwrap_or(0.0)]
    });
    let scale = scale_for(drawn);
    let people = reading.people(profiles);
    html! {
        div class="scroll" tabindex="0" role="group" aria-label=(words.get("breakdown")) {
            table class="bars profiles" {
                caption class="away" { (words.get("breakdown_summary")) }
                thead { tr {
                    th scope="col" { span class="row" { span { (words.get("profile")) } (axis(scale, reading)) } }
                    th scope="col" { (words.get("share")) }
                    th scope="col" { (words.get("people")) }
                    @if company { th scope="col" { (words.get("interval_head")) } }
                    @if compares { th scope="col" { (words.get("reference_head")) } }
                } }
                tbody {
                    @for (profile, people) in profiles.iter().zip(people) {
                        @let plumage = Plumage::of(&profile.bird, &profile.id);
                        @let interval = profile.low.zip(profile.high);
                        tr class=(plumage.class()) {
                            th scope="row" { span class="row" {
                                span class="who" { (plumage.tiny()) span class="name" { (reading.or_else(&profile.name, &profile.id)) } }
                                (bar(profile.share, scale, "tall", &Marks {
                                    interval: interval.filter(|_| company),
                                    reference: profile.reference.filter(|_| compares),
                                }))
                            } }
                            td class="share" { (words.percent(profile.percent)) }
                            td { (people) }
                            @if let Some((low, high)) = interval.filter(|_| company) { td class="soft" { (reading.interval(low, high)) } }
                            @if let Some(reference) = profile.reference.filter(|_| compares) { td class="soft" { (reading.share(reference)) } }
                        }
                    }
                }
            }
        }
    }
}

/// What the marks and the short heads of columns mean.
fn legend(reading: &Reading<'_>, room: &BreakdownSummary, profiles: &[ProfileSummary]) -> Markup {
    let words = reading.words;
    let (company, compares) = (room.company.is_some() && has_company(profiles), compares(profiles));
    html! {
        @if company || compares {
            ul class="legend" {
                @if company { li { span class="sample" aria-hidden="true" { u {} } (words.get("html_interval_legend")) } }
                @if compares { li { span class="sample" aria-hidden="true" { s {} } (words.get("html_reference_legend")) } }
            }
        }
    }
}

/// The second split, where it is told.
fn behind(reading: &Reading<'_>) -> Markup {
    html! {
        @if let Some((title, masked)) = reading.behind() {
            h3 { (title) }
            (split(reading, masked, &title))
        }
    }
}

fn split(reading: &Reading<'_>, masked: &MaskedSummary, title: &str) -> Markup {
    let words = reading.words;
    let people = words.count("count_people", masked.people);
    let others = [("simply", masked.simply), ("untold", masked.untold)];
    let others: Vec<(&str, MaskedShare)> = others
        .into_iter()
        .filter_map(|(key, share)| Some((key, share?)))
        .collect();
    let told = masked.profiles.iter().map(|profile| profile.percent);
    let percents = told.chain(others.iter().map(|(_, share)| share.percent));
    let scale = scale_for(percents.map(|percent| f64::from(percent) / 100.0));
    let row = |class: String, name: Markup, count: f64, percent: u32| {
        html! {
            tr class=(class) {
                th scope="row" { span class="row" { (name) (bar(f64::from(percent) / 100.0, scale, "", &Marks::default())) } }
                td class="share" { (words.percent(percent)) }
                td { (words.number(count)) }
            }
        }
    };
    html! {
        p { (words.fill("masked_note", &[("people", &people)])) }
        table class="bars profiles" {
            caption class="away" { (title) }
            thead { tr {
                th scope="col" { span class="row" { span { (words.get("profile")) } (axis(scale, reading)) } }
                th scope="col" { (words.get("share")) }
                th scope="col" { (words.get("people")) }
            } }
            tbody {
                @for profile in &masked.profiles {
                    @let plumage = Plumage::of(&profile.bird, &profile.id);
                    @let name = html! { span class="who" { (plumage.tiny()) span class="name" { (reading.or_else(&profile.name, &profile.id)) } } };
                    (row(plumage.class(), name, profile.count, profile.percent))
                }
                @for (key, share) in &others {
                    @let name = html! { span class="who" { span class="bird" {} span { (words.get(key)) } } };
                    (row(String::new(), name, share.count, share.percent))
                }
            }
        }
    }
}
