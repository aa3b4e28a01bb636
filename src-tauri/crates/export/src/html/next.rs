//! What to do next, profile by profile.

use maud::html;

use super::Part;
use super::birds::Plumage;
use crate::digest::Action;
use crate::reading::Reading;

pub(super) fn part(reading: &Reading<'_>) -> Option<Part> {
    let words = reading.words;
    let (profiles, actions) = (reading.profiles()?, &reading.digest.actions);
    let card = |action: &Action| {
        let profile = &profiles[action.profile];
        let done = reading.lines(&action.actions);
        let plumage = Plumage::of(&profile.bird, &profile.id);
        let (summary, lever) = (reading.line(&profile.summary), reading.line(&profile.lever));
        html! {
            article class={ "card " (plumage.class()) } {
                (plumage.full())
                div {
                    h3 { (reading.or_else(&profile.name, &profile.id)) " " span class="percent" { (words.percent(profile.percent)) } }
                    @if !summary.is_empty() { p { (summary) } }
                    @if !lever.is_empty() { p class="lever" { span class="overline" { (words.get("lever")) } " " strong { (lever) } } }
                    @if !done.is_empty() {
                        p class="overline" { (words.get(if action.is_advice { "html_advised" } else { "html_actions" })) }
                        ul { @for done in &done { li { (done) } } }
                    }
                }
            }
        }
    };
    let body = html! {
        p class="lead" { (words.get("next_lead")) }
        @for action in actions { (card(action)) }
    };
    (!actions.is_empty()).then(|| Part {
        id: "suite",
        title: words.get("next"),
        body,
    })
}
