//! A session's summary as a file: PDF to forward, workbook to sort, page and text to publish, picture to show, JSON to keep. And its
//! talk on paper: the [`Handout`].
//!
//! One module per format, and a [`Format`] to name it; the words of both languages are in one table (`words.json`), and what a summary
//! comes down to in sentences is computed once, in `digest`.
//!
//! **Invariant.** Every format renders the one value [`Summary`] (the handout also its deck) and knows nothing else: no session, no database, no
//! clock, no network, no font of the machine. Equal summaries give equal bytes, and what a person typed is text in all
//! of them: never markup, never a formula.

mod archive;
mod csv;
mod digest;
mod error;
mod file_name;
mod format;
mod handout;
mod html;
mod json;
mod kind;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod reading;
mod text;
mod tokens;
mod words;
mod xlsx;

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
        Format::Xlsx => xlsx::render(summary),
        Format::Html => html::render(summary),
        Format::Md => markdown::render(summary),
        Format::Zip => archive::render(summary),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::render(summary),
        #[cfg(feature = "pdf")]
        Format::Png => pdf::card::render(summary),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf | Format::Png => Err(ExportError::NotBuilt { format }),
    }
}
