//! The language of whoever started the program.

use gazouillis_core::deck::Language;

/// French when the system says so (`LC_ALL`, `LC_MESSAGES`, `LANG`, in the order POSIX gives them), else English.
#[must_use]
pub fn system_language() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok());
    match named.into_iter().find(|value| !value.is_empty()) {
        Some(value) if value.to_ascii_lowercase().starts_with("fr") => Language::Fr,
        _ => Language::En,
    }
}
