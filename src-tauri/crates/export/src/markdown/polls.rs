//! Every question with its figures.

use super::Paper;
use super::escape::escaped;
use super::table::Table;
use crate::kind::{Line, Section};

pub(super) fn write(paper: &mut Paper<'_, '_>) {
    let reading = paper.reading;
    if reading.summary.polls.is_empty() {
        return;
    }
    paper.heading(2, &paper.say("polls"));
    paper.block(&paper.say("polls_lead"));
    let quiz = reading.digest.quiz.as_deref().map(|quiz| paper.line(quiz));
    paper.block(&quiz.unwrap_or_default());
    for index in 0..reading.summary.polls.len() {
        poll(paper, index, true);
    }
}

/// One question; numbered where all of them stand in the talk's order.
pub(super) fn poll(paper: &mut Paper<'_, '_>, index: usize, is_numbered: bool) {
    let reading = paper.reading;
    let (poll, section) = (&reading.summary.polls[index], &reading.digest.polls[index]);
    let ask = paper.or_else(&poll.ask, &poll.id);
    // A number with a point would begin a list within the heading in some wikis.
    let ask = if is_numbered {
        format!("{} · {ask}", index + 1)
    } else {
        ask
    };
    paper.heading(3, &ask);
    let answered = format!("{} · {}", section.kind, reading.digest.responses[index]);
    paper.block(&paper.line(&answered));
    tables(paper, section);
    quotes(paper, section);
    for note in &section.notes {
        paper.block(&paper.line(note));
    }
    let explain = paper.line(poll.explain.as_deref().unwrap_or_default());
    if !explain.is_empty() {
        paper.block(&format!("> {explain}"));
    }
}

/// One table, or one for each statement of several.
fn tables(paper: &mut Paper<'_, '_>, section: &Section) {
    let mut groups: Vec<&str> = section.lines.iter().map(|line| line.group.as_str()).collect();
    groups.dedup();
    for group in groups {
        paper.block(&paper.line(group));
        let value = section.value_title.as_ref().map(|title| paper.line(title));
        let mut table = Table::new([
            paper.say("option"),
            paper.say("share"),
            paper.say("ballots_head"),
            value.unwrap_or_default(),
        ]);
        for line in section.lines.iter().filter(|line| line.group == group) {
            table.row(cells(paper, line));
        }
        paper.table(&table);
    }
}

fn cells(paper: &Paper<'_, '_>, line: &Line) -> [String; 4] {
    let words = paper.reading.words;
    // A line that has a figure of its own, such as a mean, has no share.
    let is_bare = line.count.is_none() && line.percent.is_none();
    let figure = |told: Option<String>| told.unwrap_or_else(|| if is_bare { String::new() } else { "–".to_owned() });
    let percent = line.percent.map(|percent| words.percent(percent));
    let is_ahead = line.leads || line.right == Some(true);
    let percent = percent.map(|percent| if is_ahead { format!("**{percent}**") } else { percent });
    let mut text = paper.line(&line.text);
    if line.right == Some(true) {
        text += &format!(" ✓ {}", paper.say("right"));
    }
    [
        text,
        figure(percent),
        figure(line.count.map(|count| count.to_string())),
        paper.line(line.value.as_deref().unwrap_or_default()),
    ]
}

/// What people wrote, theme by theme.
fn quotes(paper: &mut Paper<'_, '_>, section: &Section) {
    let mut themes: Vec<&str> = section.quotes.iter().map(|quote| quote.theme.as_str()).collect();
    themes.dedup();
    for theme in themes {
        let named = paper.line(theme);
        if !named.is_empty() {
            paper.heading(4, &named);
        }
        let quotes = section.quotes.iter().filter(|quote| quote.theme == theme);
        let told: Vec<String> = quotes
            .map(|quote| {
                let text = escaped(
                    &paper
                        .reading
                        .words
                        .fill("quoted", &[("words", &paper.reading.or_else(&quote.text, "–"))]),
                );
                quote
                    .votes
                    .map_or_else(|| text.clone(), |votes| format!("**\\+{votes}** {text}"))
            })
            .collect();
        paper.list(told);
    }
}
