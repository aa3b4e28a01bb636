//! What the room said beside the polls: questions to the speaker, and reactions by slide.

use gazouillis_core::summary::{QuestionsSummary, ReactionsSummary};
use maud::{Markup, html};

use super::Part;
use crate::reading::{Reading, reactions};

pub(super) fn part(reading: &Reading<'_>) -> Option<Part> {
    let words = reading.words;
    let (asked, slides) = (&reading.summary.questions, &reading.summary.reactions);
    let body = html! {
        @if let Some(asked) = asked {
            h3 { (words.get("questions")) }
            @if let Some(told) = reading.asked() { p class="soft" { (told) } }
            @if !asked.kept.is_empty() { (questions(reading, asked)) }
        }
        @if !slides.is_empty() {
            h3 { (words.get("reactions")) }
            p class="soft" { (words.get("reactions_lead")) }
            (by_slide(reading, slides))
        }
    };
    (asked.is_some() || !slides.is_empty()).then(|| Part {
        id: "voix",
        title: words.get("voices"),
        body,
    })
}

fn questions(reading: &Reading<'_>, asked: &QuestionsSummary) -> Markup {
    let words = reading.words;
    html! {
        table class="ruled" {
            caption class="away" { (words.get("questions")) }
            thead { tr {
                th scope="col" { (words.get("question_head")) }
                th scope="col" { (words.get("wanted_by")) }
            } }
            tbody {
                @for question in &asked.kept {
                    tr {
                        th scope="row" {
                            (reading.line(&question.text))
                            @if question.answered { " " span class="mark" { "✓\u{a0}" (words.get("question_answered")) } }
                        }
                        td class="share" { (words.number(f64::from(question.votes))) }
                    }
                }
            }
        }
    }
}

fn by_slide(reading: &Reading<'_>, slides: &[ReactionsSummary]) -> Markup {
    let words = reading.words;
    let kinds = reactions(slides);
    html! {
        div class="scroll" tabindex="0" role="group" aria-label=(words.get("reactions")) {
            table class="ruled" {
                caption class="away" { (words.get("reactions")) }
                thead { tr {
                    th scope="col" { (words.get("slide_head")) }
                    @for (_, key) in &kinds { th scope="col" { (words.get(key)) } }
                } }
                tbody {
                    @for slide in slides {
                        tr {
                            th scope="row" {
                                span class="soft" { (slide.slide) } " "
                                (reading.or_else(slide.title.as_deref().unwrap_or_default(), "–"))
                            }
                            @for (kind, _) in &kinds {
                                @let told = slide.counts.iter().find(|one| one.reaction == *kind);
                                td { @match told { Some(one) => (words.number(f64::from(one.count))), None => "–" } }
                            }
                        }
                    }
                }
            }
        }
    }
}
