//! HTML: one page for a browser, without a script and without a request.
//!
//! Fonts and birds are inside the file, colours are those of the design. What a person typed goes through maud, which
//! escapes it; only our own drawings and our own style are written as they are.

mod birds;
mod changes;
mod chart;
mod cover;
mod method;
mod next;
mod observed;
mod polls;
mod room;
mod style;
mod voices;

use gazouillis_core::Summary;
use gazouillis_core::deck::Language;
use maud::{DOCTYPE, Markup, html};

use crate::error::ExportError;
use crate::reading::Reading;

/// Nothing is fetched, whatever stands in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/// A part of the page, with a heading of the second level.
struct Part {
    /// Names it in addresses.
    id: &'static str,
    /// Its heading.
    title: String,
    body: Markup,
}

pub(crate) fn render(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let page = page(&Reading::new(summary));
    Ok(page.into_string().into_bytes())
}

fn page(reading: &Reading<'_>) -> Markup {
    let words = reading.words;
    let parts = parts(reading);
    html! {
        (DOCTYPE)
        html lang=(language(reading.summary.language)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (reading.title()) }
                (style::sheet())
            }
            body {
                (birds::drawings(reading))
                (cover::cover(reading))
                nav aria-label=(words.get("html_contents")) {
                    ul { @for part in &parts { li { a href={ "#" (part.id) } { (part.title) } } } }
                }
                main {
                    @for part in &parts {
                        section id=(part.id) aria-labelledby={ "h-" (part.id) } {
                            h2 id={ "h-" (part.id) } { (part.title) }
                            (part.body)
                        }
                    }
                }
                footer { p { (words.get("made_with")) " · " (reading.colophon()) } }
            }
        }
    }
}

/// A language as pages name it.
fn language(language: Language) -> &'static str {
    match language {
        Language::Fr => "fr",
        Language::En => "en",
    }
}

/// The parts that have something to say, in their order.
fn parts(reading: &Reading<'_>) -> Vec<Part> {
    let parts = [
        Some(cover::opening(reading)),
        room::part(reading),
        observed::part(reading),
        next::part(reading),
        changes::part(reading),
        polls::part(reading),
        voices::part(reading),
        Some(method::part(reading)),
    ];
    parts.into_iter().flatten().collect()
}
