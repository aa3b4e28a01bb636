//! Questions asked twice: what was answered before, and what after.

use gazouillis_core::summary::{ChangeSummary, ChangedOption};
use maud::{Markup, html};

use super::Part;
use super::chart::{Marks, axis, bar};
use crate::reading::Reading;

pub(super) fn part(reading: &Reading<'_>) -> Option<Part> {
    let words = reading.words;
    let changes = &reading.summary.changes;
    let body = html! {
        p class="lead" { (words.get("change_lead")) }
        @for (change, line) in changes.iter().zip(&reading.digest.changes) { (one(reading, change, line)) }
    };
    (!changes.is_empty()).then(|| Part {
        id: "avant-apres",
        title: words.get("change_title"),
        body,
    })
}

fn one(reading: &Reading<'_>, change: &ChangeSummary, line: &str) -> Markup {
    let words = reading.words;
    html! {
        article class="poll" {
            h3 { (reading.or_else(&change.ask, &change.before)) }
            @if let Some(answered) = reading.answered(change) { p class="soft" { (answered) } }
            p { (reading.line(line)) }
            @if let Some(options) = &change.options {
                @if Reading::has_totals(change) {
                    (paired(reading, change, &change.totals, false, &words.get("html_totals")))
                }
                (paired(reading, change, options, true, &words.get("html_options")))
            }
            @if let Some(flows) = &change.flows { (moves(reading, change, flows)) }
        }
    }
}

fn paired(
    reading: &Reading<'_>,
    change: &ChangeSummary,
    rows: &[ChangedOption],
    is_options: bool,
    caption: &str,
) -> Markup {
    let words = reading.words;
    let switched = is_options && change.switches.iter().any(Option::is_some);
    let figure = |percent: u32, count: u32| {
        html! { (words.percent(percent)) " " span class="soft" { "(" (words.number(f64::from(count))) ")" } }
    };
    let moved = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| words.number(f64::from(count)));
    html! {
        table class="bars pairs" {
            // One table alone needs no name that is seen.
            caption class=[(!Reading::has_totals(change)).then_some("away")] { (caption) }
            thead { tr {
                th scope="col" { span class="row" { span { (words.get("option")) } (axis(1.0, reading)) } }
                th scope="col" { span class="key before" aria-hidden="true" {} (reading.before(change)) }
                th scope="col" { span class="key after" aria-hidden="true" {} (words.get("legend_after")) }
                @if switched {
                    th scope="col" { (words.get("html_came")) }
                    th scope="col" { (words.get("html_left")) }
                }
            } }
            tbody {
                @for (index, row) in rows.iter().enumerate() {
                    tr {
                        th scope="row" { span class="row" {
                            span { (reading.line(&row.text)) }
                            span class="two" aria-hidden="true" {
                                (bar(f64::from(row.before_percent) / 100.0, 1.0, "before", &Marks::default()))
                                (bar(f64::from(row.after_percent) / 100.0, 1.0, "after", &Marks::default()))
                            }
                        } }
                        td { (figure(row.before_percent, row.before)) }
                        td class="share" { (figure(row.after_percent, row.after)) }
                        @if switched {
                            @let switch = change.switches.get(index).copied().flatten();
                            td { (moved(switch.map(|switch| switch.came))) }
                            td { (moved(switch.map(|switch| switch.left))) }
                        }
                    }
                }
            }
        }
    }
}

/// Who moved from one meaning to another.
fn moves(reading: &Reading<'_>, change: &ChangeSummary, flows: &[Vec<Option<u32>>]) -> Markup {
    let words = reading.words;
    let labels = reading.moved(change);
    let label = |index: usize| labels.get(index).map_or("–", String::as_str);
    let told = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| words.number(f64::from(count)));
    html! {
        div class="scroll" tabindex="0" role="group" aria-label=(words.get("flows")) {
            table class="moves" {
                caption { (words.get("flows")) }
                thead { tr {
                    th scope="col" { (words.get("flows_corner")) }
                    @for column in 0..flows.len() { th scope="col" { (label(column)) } }
                } }
                tbody {
                    @for (row, cells) in flows.iter().enumerate() {
                        tr {
                            th scope="row" { (label(row)) }
                            @for (column, &count) in cells.iter().enumerate() {
                                td class=[(row == column).then_some("same")] { (told(count)) }
                            }
                        }
                    }
                }
            }
        }
        p class="soft" { (words.get("flows_note")) }
    }
}
