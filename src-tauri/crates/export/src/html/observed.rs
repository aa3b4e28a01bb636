//! What the presenter saw in the room: beside what was voted and never with it.

use maud::html;

use super::Part;
use super::birds::Plumage;
use super::chart::{Marks, axis, bar, scale_for};
use crate::reading::Reading;

pub(super) fn part(reading: &Reading<'_>) -> Option<Part> {
    let words = reading.words;
    let observed = reading.summary.observed.as_ref()?;
    let share = |percent: u32| f64::from(percent) / 100.0;
    let scale = scale_for(observed.profiles.iter().map(|profile| share(profile.percent)));
    let body = html! {
        @if let Some(told) = &reading.digest.observed { p { (reading.line(told)) } }
        table class="bars profiles" {
            caption class="away" { (words.get("observed_summary")) }
            thead { tr {
                th scope="col" { span class="row" { span { (words.get("profile")) } (axis(scale, reading)) } }
                th scope="col" { (words.get("share")) }
                th scope="col" { (words.get("observed_head")) }
            } }
            tbody {
                @for profile in &observed.profiles {
                    @let plumage = Plumage::of(&profile.bird, &profile.id);
                    tr class=(plumage.class()) {
                        th scope="row" { span class="row" {
                            span class="who" { (plumage.tiny()) span { (reading.or_else(&profile.name, &profile.id)) } }
                            // An outline, where votes are filled: the two are not to be taken for each other.
                            (bar(share(profile.percent), scale, "outline", &Marks::default()))
                        } }
                        td class="share" { (words.percent(profile.percent)) }
                        td { (words.number(f64::from(profile.count))) }
                    }
                }
            }
        }
    };
    Some(Part {
        id: "vu",
        title: words.get("observed"),
        body,
    })
}
