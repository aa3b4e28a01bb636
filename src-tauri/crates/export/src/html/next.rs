//! What to do next, profile by profile.

use maud::{Markup, html};

use super::Part;
use super::birds::Plumage;
use crate::reading::{Advice, Reading};

pub(super) fn part(reading: &Reading<'_>) -> Option<Part> {
    let words = reading.words;
    let advice = reading.advice();
    let body = html! {
        p class="lead" { (words.get("next_lead")) }
        @if let Some(steps) = reading.steps() { p { (steps) } }
        @for advice in &advice { (card(reading, advice)) }
    };
    (!advice.is_empty()).then(|| Part {
        id: "suite",
        title: words.get("next"),
        body,
    })
}

fn card(reading: &Reading<'_>, advice: &Advice<'_>) -> Markup {
    let (words, profile) = (reading.words, advice.profile);
    let plumage = Plumage::of(&profile.bird, &profile.id);
    html! {
        article class={ "card " (plumage.class()) } {
            (plumage.full())
            div {
                h3 { (reading.or_else(&profile.name, &profile.id)) " " span class="percent" { (words.percent(profile.percent)) } }
                @if !advice.summary.is_empty() { p { (advice.summary) } }
                @if !advice.lever.is_empty() {
                    p class="lever" { span class="overline" { (words.get("lever")) } " " strong { (advice.lever) } }
                }
                @if !advice.done.is_empty() {
                    p class="overline" { (advice.origin) }
                    ul { @for done in &advice.done { li { (done) } } }
                }
            }
        }
    }
}
