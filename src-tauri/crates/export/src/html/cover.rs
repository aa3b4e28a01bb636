//! The head of the page, and what the session comes down to.

use maud::{Markup, html};

use super::{Part, birds};
use crate::reading::Reading;

/// Title, circumstances, birds, and what must not be overlooked.
pub(super) fn cover(reading: &Reading<'_>) -> Markup {
    let title = reading.title();
    let length = match title.chars().count() {
        0..=34 => "",
        35..=70 => "long",
        _ => "longer",
    };
    let warnings = reading.warnings();
    let flock = birds::flock(reading);
    html! {
        header class="cover" {
            @if !warnings.is_empty() {
                ul class="band" { @for (warning, _) in &warnings { li { (warning) } } }
            }
            div class="wide" {
                div {
                    p class="overline" { (reading.words.get("document")) }
                    h1 class=[(!length.is_empty()).then_some(length)] { (title) }
                    @if let Some(subtitle) = reading.subtitle() { p class="subtitle" { (subtitle) } }
                    p class="meta" {
                        @for (index, line) in reading.circumstances().iter().enumerate() {
                            @if index > 0 { br; }
                            (line)
                        }
                    }
                }
                @if !flock.is_empty() {
                    div class="flock" aria-hidden="true" { @for bird in &flock { span class=(bird.class()) { (bird.full()) } } }
                }
            }
        }
    }
}

/// The session at a glance.
pub(super) fn opening(reading: &Reading<'_>) -> Part {
    let digest = &reading.digest;
    let body = html! {
        div class="opening" {
            div class="headline" {
                p { strong { (reading.line(&digest.headline)) } }
                @for (_, note) in reading.warnings() { p class="soft" { (note) } }
            }
            ul class="figures" {
                @for (count, what) in reading.figures() { li { strong { (count) } " " span { (what) } } }
            }
        }
        @if !digest.findings.is_empty() {
            ul class="findings" { @for finding in &digest.findings { li { (reading.line(finding)) } } }
        }
    };
    Part {
        id: "resume",
        title: reading.words.get("headline"),
        body,
    }
}
