//! What `check` says about a talk: its mistakes where they stand, and what its questionnaire is worth.
//!
//! Pure: an outcome goes in, text or a serialisable value comes out. The judgement draws its people from a generator
//! with a fixed seed, so the same talk is always judged the same.

mod describe;
mod judgement;

use gazouillis_core::deck::Language;
use gazouillis_deck::{Diagnostic, LoadError, Loaded, Severity};

pub use describe::{Check, CheckDiagnostic, CheckMask, CheckProfile, CheckQuestionnaire, CheckTalk, describe};

/// More characters of a source line than this are not shown.
const WIDEST_LINE: usize = 100;

/// What reading a talk came to.
pub type Outcome = Result<Loaded, LoadError>;

/// The check as text for a person.
#[must_use]
pub fn render(file: &str, outcome: &Outcome, language: Language) -> String {
    if let Some(error) = unreadable(outcome, language) {
        return error + "\n";
    }
    let mut page = String::new();
    let (diagnostics, text) = diagnostics(outcome);
    let lines: Vec<&str> = text.split('\n').collect();
    for diagnostic in diagnostics {
        page.push_str(&render_diagnostic(file, diagnostic, &lines, language));
    }
    page.push_str(&totals(file, diagnostics, outcome, language));
    if let Ok(loaded) = outcome
        && let Some(report) = judgement::judge(&loaded.deck)
    {
        page.push('\n');
        page.push_str(&judgement::render(&loaded.deck, &report, language));
    }
    page
}

/// The words for a file that could not be read at all.
fn unreadable(outcome: &Outcome, language: Language) -> Option<String> {
    match outcome {
        Err(error @ (LoadError::Unreadable { .. } | LoadError::NoSuchCut { .. })) => Some(error.message(language)),
        _ => None,
    }
}

/// Mistakes and warnings, and the text they point into.
fn diagnostics(outcome: &Outcome) -> (&[Diagnostic], &str) {
    match outcome {
        Ok(loaded) => (&loaded.warnings, &loaded.text),
        Err(LoadError::Mistakes { diagnostics, text }) => (diagnostics, text),
        Err(LoadError::Unreadable { .. } | LoadError::NoSuchCut { .. }) => (&[], ""),
    }
}

fn render_diagnostic(file: &str, found: &Diagnostic, lines: &[&str], language: Language) -> String {
    let severity = match (found.severity, language) {
        (Severity::Error, Language::Fr) => "erreur :",
        (Severity::Error, Language::En) => "error:",
        (Severity::Warning, Language::Fr) => "avertissement :",
        (Severity::Warning, Language::En) => "warning:",
    };
    let message = found.message(language);
    let (line, column) = (found.line, found.column);
    let source = lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
    let (shown, before) = window(source, column);
    let marked = &source.chars().skip(column - 1).collect::<String>();
    let width = match found.found.chars().count() {
        width if width > 0 && marked.starts_with(&found.found) => width.min(WIDEST_LINE - before.min(WIDEST_LINE - 1)),
        _ => 1,
    };
    let carets = "^".repeat(width);
    let margin = " ".repeat(line.to_string().len());
    let space = " ".repeat(before);
    format!(
        "{file}:{line}:{column}: {severity} {message}\n {margin} |\n {line} | {shown}\n {margin} | {space}{carets}\n\n"
    )
}

/// The part of a line around a column, harmless for a terminal, and how many characters of it come before the column.
fn window(source: &str, column: usize) -> (String, usize) {
    let start = if column > WIDEST_LINE * 3 / 4 {
        column - WIDEST_LINE / 2
    } else {
        0
    };
    let shown = source
        .chars()
        .skip(start)
        .take(WIDEST_LINE)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    (shown, column - 1 - start)
}

fn totals(file: &str, found: &[Diagnostic], outcome: &Outcome, language: Language) -> String {
    let errors = found.iter().filter(|found| found.severity == Severity::Error).count();
    let warnings = found.len() - errors;
    let plural = |count: usize| if count > 1 { "s" } else { "" };
    let counts = match language {
        Language::Fr => format!(
            "{errors} erreur{}, {warnings} avertissement{}",
            plural(errors),
            plural(warnings)
        ),
        Language::En => format!(
            "{errors} mistake{}, {warnings} warning{}",
            if errors == 1 { "" } else { "s" },
            if warnings == 1 { "" } else { "s" }
        ),
    };
    let Ok(loaded) = outcome else {
        return match language {
            Language::Fr => format!("{file} : {counts}. L’exposé ne démarrera pas ainsi.\n"),
            Language::En => format!("{file}: {counts}. The talk will not start like this.\n"),
        };
    };
    let (slides, polls) = (loaded.deck.slides.len(), loaded.deck.polls.len());
    match language {
        Language::Fr => format!("{file} : {counts}. {slides} diapositives, {polls} questions.\n"),
        Language::En => format!("{file}: {counts}. {slides} slides, {polls} polls.\n"),
    }
}

#[cfg(test)]
mod tests;
