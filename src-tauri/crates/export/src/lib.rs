//! A session's summary as a file: PDF to forward, CSV to sort, JSON to keep. And its talk on paper: the [`Handout`].
//!
//! One module per format, and a [`Format`] to name it; the words of both languages are in one table (`words.json`), so
//! that the next format (a spreadsheet, a web page, Markdown, a picture) adds a module and a few words, nothing else.
//!
//! **Invariant.** Every format renders the one value [`Summary`] (the handout also its deck) and knows nothing else: no session, no database, no
//! clock, no network, no font of the machine. Equal summaries give equal bytes, and what a person typed is text in all
//! of them: never markup, never a formula.

mod csv;
// The digest is for formats that are read; until there are others than the PDF, it is built with it.
#[cfg(feature = "pdf")]
mod digest;
mod error;
mod file_name;
mod format;
mod handout;
mod json;
mod kind;
#[cfg(feature = "pdf")]
mod pdf;
mod text;
mod words;

pub use error::ExportError;
pub use file_name::file_name;
pub use format::Format;
pub use gazouillis_core::Summary;
pub use handout::{Handout, HandoutOptions, HandoutPages, Pictures};

/// Renders a summary.
///
/// # Errors
/// When this build leaves the format out, or the format could not be written; the error says what to do.
pub fn render(summary: &Summary, format: Format) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Json => json::render(summary),
        Format::Csv => csv::render(summary),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::render(summary),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(ExportError::NotBuilt { format }),
    }
}
