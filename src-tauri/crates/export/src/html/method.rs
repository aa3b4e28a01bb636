//! How all this was worked out, and what is kept nowhere.

use maud::html;

use super::Part;
use crate::reading::Reading;

pub(super) fn part(reading: &Reading<'_>) -> Part {
    let words = reading.words;
    let body = html! {
        p class="motto" { strong { (words.get("method_lead")) } }
        div class="notes" {
            @for (title, text) in reading.method() { div { h3 { (title) } p { (text) } } }
        }
    };
    Part {
        id: "methode",
        title: words.get("method"),
        body,
    }
}
