//! Markdown, as GitHub and most wikis read it: text for a wiki or a message, with the figures in tables.
//!
//! What a person typed is text: whatever Markdown would make of it is escaped (see [`escape`]).

mod changes;
mod escape;
mod polls;
mod room;
mod table;

use gazouillis_core::Summary;

use crate::error::ExportError;
use crate::reading::Reading;
use escape::escaped;
use table::Table;

pub(crate) fn render(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let reading = Reading::new(summary);
    let mut paper = Paper::new(&reading);
    head(&mut paper);
    room::write(&mut paper);
    room::write_observed(&mut paper);
    room::write_next(&mut paper);
    changes::write(&mut paper);
    polls::write(&mut paper);
    voices(&mut paper);
    method(&mut paper);
    Ok(paper.text.into_bytes())
}

/// The text so far: blocks with an empty line between them.
struct Paper<'r, 's> {
    reading: &'r Reading<'s>,
    text: String,
}

impl<'r, 's> Paper<'r, 's> {
    fn new(reading: &'r Reading<'s>) -> Self {
        Self {
            reading,
            text: String::new(),
        }
    }

    /// Typed words, or ours, as text that is nothing but text.
    fn line(&self, typed: &str) -> String {
        escaped(&self.reading.line(typed))
    }

    /// The same, or other words where there is nothing to see.
    fn or_else(&self, typed: &str, other: &str) -> String {
        escaped(&self.reading.or_else(typed, other))
    }

    /// Words of ours.
    fn say(&self, key: &str) -> String {
        escaped(&self.reading.words.get(key))
    }

    /// A block that is written already; nothing of nothing.
    fn block(&mut self, block: &str) {
        if block.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }

    fn heading(&mut self, level: usize, words: &str) {
        self.block(&format!("{} {words}", "#".repeat(level)));
    }

    fn list(&mut self, items: impl IntoIterator<Item = String>) {
        let items: Vec<String> = items.into_iter().map(|item| format!("- {item}")).collect();
        self.block(&items.join("\n"));
    }

    fn table(&mut self, table: &Table) {
        self.block(&table.written());
    }
}

fn head(paper: &mut Paper<'_, '_>) {
    let reading = paper.reading;
    paper.heading(1, &escaped(&reading.title()));
    for (warning, note) in reading.warnings() {
        paper.block(&format!("**{}** · {}", escaped(&warning), escaped(&note)));
    }
    paper.block(
        &reading
            .subtitle()
            .map(|subtitle| escaped(&subtitle))
            .unwrap_or_default(),
    );
    paper.list(reading.circumstances().iter().map(|line| escaped(line)));
    paper.heading(2, &paper.say("headline"));
    paper.block(&format!("> {}", paper.line(&reading.digest.headline)));
    let figures = reading.figures().into_iter();
    paper.list(figures.map(|(count, what)| format!("**{count}** {}", escaped(&what))));
    let findings: Vec<String> = reading
        .digest
        .findings
        .iter()
        .map(|finding| paper.line(finding))
        .collect();
    // Two lists that follow each other would be one.
    paper.block(&findings.join("\n\n"));
}

/// Questions to the speaker, and reactions by slide.
fn voices(paper: &mut Paper<'_, '_>) {
    let (reading, words) = (paper.reading, paper.reading.words);
    let summary = reading.summary;
    if summary.questions.is_none() && summary.reactions.is_empty() {
        return;
    }
    paper.heading(2, &paper.say("voices"));
    if let Some(asked) = &summary.questions {
        paper.heading(3, &paper.say("questions"));
        paper.block(&reading.asked().map(|told| escaped(&told)).unwrap_or_default());
        let mut table = Table::new([paper.say("question_head"), paper.say("wanted_by"), String::new()]);
        for question in &asked.kept {
            let answered = question
                .answered
                .then(|| format!("✓ {}", paper.say("question_answered")));
            let votes = words.number(f64::from(question.votes));
            table.row([paper.line(&question.text), votes, answered.unwrap_or_default()]);
        }
        paper.table(&table);
    }
    if !summary.reactions.is_empty() {
        paper.heading(3, &paper.say("reactions"));
        paper.block(&paper.say("reactions_lead"));
        let kinds = crate::reading::reactions(&summary.reactions);
        let heads = kinds.iter().map(|(_, key)| paper.say(key));
        let mut table = Table::new(std::iter::once(paper.say("slide_head")).chain(heads));
        for slide in &summary.reactions {
            let count = |kind| {
                slide
                    .counts
                    .iter()
                    .find(|one| one.reaction == kind)
                    .map(|one| one.count)
            };
            let counts = kinds.iter().map(|(kind, _)| count(*kind));
            let counts =
                counts.map(|count| count.map_or_else(|| "–".to_owned(), |count| words.number(f64::from(count))));
            let title = paper.or_else(slide.title.as_deref().unwrap_or_default(), "–");
            table.row(std::iter::once(format!("{} · {title}", slide.slide)).chain(counts));
        }
        paper.table(&table);
    }
}

fn method(paper: &mut Paper<'_, '_>) {
    let reading = paper.reading;
    paper.heading(2, &paper.say("method"));
    paper.block(&format!("**{}**", paper.say("method_lead")));
    for (title, text) in reading.method() {
        paper.heading(3, &escaped(&title));
        paper.block(&escaped(&text));
    }
    paper.block(&escaped(&format!(
        "{} · {}",
        reading.words.get("made_with"),
        reading.colophon()
    )));
}
