//! Every question with its chart.

use maud::{Markup, html};

use super::Part;
use super::chart::{Marks, axis, bar};
use crate::kind::{Line, Section};
use crate::reading::Reading;

pub(super) fn part(reading: &Reading<'_>) -> Option<Part> {
    let words = reading.words;
    let polls = &reading.summary.polls;
    let body = html! {
        p class="lead" { (words.get("polls_lead")) @if let Some(quiz) = &reading.digest.quiz { " " (reading.line(quiz)) } }
        @for index in 0..polls.len() { (poll(reading, index, true)) }
    };
    (!polls.is_empty()).then(|| Part {
        id: "questions",
        title: words.get("polls"),
        body,
    })
}

/// One question; numbered where all of them stand in the talk's order.
pub(super) fn poll(reading: &Reading<'_>, index: usize, is_numbered: bool) -> Markup {
    let (poll, section) = (&reading.summary.polls[index], &reading.digest.polls[index]);
    let ask = reading.or_else(&poll.ask, &poll.id);
    let explain = poll
        .explain
        .as_deref()
        .map(|explain| reading.line(explain))
        .filter(|explain| !explain.is_empty());
    html! {
        article class="poll" {
            h3 { @if is_numbered { span class="number" { (index + 1) } " " } (ask) }
            p class="soft" { (reading.line(&section.kind)) " · " (reading.line(&reading.digest.responses[index])) }
            (tables(reading, section, &ask))
            (quotes(reading, section))
            @for note in &section.notes { p class="soft" { (reading.line(note)) } }
            @if let Some(explain) = explain { p class="explain" { (explain) } }
        }
    }
}

/// One table, or one for each statement of several.
fn tables(reading: &Reading<'_>, section: &Section, ask: &str) -> Markup {
    let mut groups: Vec<&str> = section.lines.iter().map(|line| line.group.as_str()).collect();
    groups.dedup();
    let caption = reading.words.fill("html_answers_to", &[("ask", ask)]);
    html! {
        @for group in groups {
            @let named = reading.line(group);
            table class="bars" {
                @if named.is_empty() { caption class="away" { (caption) } } @else { caption { (named) } }
                (head(reading, section))
                tbody { @for line in section.lines.iter().filter(|line| line.group == group) { (row(reading, section, line)) } }
            }
        }
    }
}

fn head(reading: &Reading<'_>, section: &Section) -> Markup {
    let words = reading.words;
    html! {
        thead { tr {
            th scope="col" { span class="row" { span { (words.get("option")) } (axis(1.0, reading)) } }
            th scope="col" { (words.get("share")) }
            th scope="col" { (words.get("ballots_head")) }
            @if let Some(title) = &section.value_title { th scope="col" { (reading.line(title)) } }
        } }
    }
}

fn row(reading: &Reading<'_>, section: &Section, line: &Line) -> Markup {
    let words = reading.words;
    let is_right = line.right == Some(true);
    // A line that has a figure of its own, such as a mean, has no share.
    let is_bare = line.count.is_none() && line.percent.is_none();
    let kind = match (is_right, line.leads) {
        (true, _) => "right",
        (false, true) => "leads",
        (false, false) => "",
    };
    let figure = |told: Option<String>| told.unwrap_or_else(|| if is_bare { String::new() } else { "–".to_owned() });
    html! {
        tr class=[(!kind.is_empty()).then_some(kind)] {
            th scope="row" { span class="row" {
                span {
                    (reading.line(&line.text))
                    @if is_right { " " span class="mark" { "✓\u{a0}" (words.get("right")) } }
                }
                @if !is_bare { (bar(line.bar, 1.0, "", &Marks::default())) }
            } }
            td class="share" { (figure(line.percent.map(|percent| words.percent(percent)))) }
            td { (figure(line.count.map(|count| words.number(f64::from(count))))) }
            @if section.value_title.is_some() { td { (reading.line(line.value.as_deref().unwrap_or_default())) } }
        }
    }
}

/// What people wrote, theme by theme.
fn quotes(reading: &Reading<'_>, section: &Section) -> Markup {
    let mut themes: Vec<&str> = section.quotes.iter().map(|quote| quote.theme.as_str()).collect();
    themes.dedup();
    html! {
        @for theme in themes {
            @let named = reading.line(theme);
            @if !named.is_empty() { h4 { (named) } }
            ul class="quotes" {
                @for quote in section.quotes.iter().filter(|quote| quote.theme == theme) {
                    li {
                        @if let Some(votes) = quote.votes { strong { "+" (votes) } " " }
                        q { (reading.or_else(&quote.text, "–")) }
                    }
                }
            }
        }
    }
}
