//! Templates filled, and typography.

use gazouillis_core::deck::Language;

use crate::diagnostic::{Diagnostic, DiagnosticCode as Code};

/// Replaces the marks of a template in one pass, so that quoted text is never taken for a mark.
pub(super) fn fill(template: &str, diagnostic: &Diagnostic, language: Language) -> String {
    let mut filled = String::new();
    let found = match diagnostic.code {
        // A ratio has decimals.
        Code::ContrastUnreadable | Code::ContrastWeak | Code::AccentFaint | Code::PaperBetween
            if language == Language::Fr =>
        {
            diagnostic.found.replace('.', ",")
        }
        _ => diagnostic.found.clone(),
    };
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(&spaced(before, language));
        let Some((mark, after)) = after.split_once('}') else {
            break;
        };
        filled.push_str(match mark {
            "found" => &found,
            "expected" => &diagnostic.expected,
            _ => diagnostic.nearest.as_deref().unwrap_or_default(),
        });
        rest = after;
    }
    filled.push_str(&spaced(rest, language));
    filled
}

/// French puts a space that does not break before and inside its double punctuation.
fn spaced(text: &str, language: Language) -> String {
    match language {
        Language::En => text.to_owned(),
        Language::Fr => [
            ("« ", "«\u{a0}"),
            (" »", "\u{a0}»"),
            (" ?", "\u{a0}?"),
            (" :", "\u{a0}:"),
            (" ;", "\u{a0};"),
        ]
        .into_iter()
        .fold(text.to_owned(), |text, (plain, unbroken)| text.replace(plain, unbroken)),
    }
}
