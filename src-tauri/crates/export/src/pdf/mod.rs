//! PDF: a document to read, print and forward, typeset by Typst from the templates in `templates/`.
//!
//! The templates hold the layout and no facts. Those of the summary read four virtual files: `/summary.json`, `/digest.json`,
//! `/words.json` and `/tokens.json`. What a person typed therefore reaches Typst as a string and is never parsed as
//! markup. The document is tagged and follows PDF/UA-1, so a screen reader gets headings, tables and texts for pictures.

mod assets;
pub(crate) mod card;
pub(crate) mod legible;
mod world;

use gazouillis_core::Summary;
use serde_json::Value;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::digest::Digest;
use crate::error::ExportError;
use crate::tokens;
use crate::words::Words;
use world::PaperWorld;

pub(crate) fn render(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    typeset("summary.typ", told(summary)?, &summary.session)
}

/// What the templates of a summary read.
fn told(summary: &Summary) -> Result<Vec<(String, Vec<u8>)>, ExportError> {
    let files = [
        ("summary.json", legible(summary, summary)?),
        ("digest.json", legible(&Digest::new(summary), summary)?),
        ("words.json", serde_json::to_vec(&Words::new(summary.language).all())?),
    ];
    Ok(files.map(|(name, bytes)| (name.to_owned(), bytes)).to_vec())
}

/// Typesets a template with files beside it. `ident` tells the document from others.
pub(crate) fn typeset(
    template: &'static str,
    files: Vec<(String, Vec<u8>)>,
    ident: &str,
) -> Result<Vec<u8>, ExportError> {
    on_pages(template, files, |document| write(document, ident))
}

/// Lays a template out and does something with its pages.
fn on_pages<T>(
    template: &'static str,
    mut files: Vec<(String, Vec<u8>)>,
    work: impl FnOnce(&PagedDocument) -> Result<T, ExportError>,
) -> Result<T, ExportError> {
    files.push(("tokens.json".to_owned(), serde_json::to_vec(&tokens::colours())?));
    let world = PaperWorld::new(template, files);
    let document = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|errors| fault(&errors))?;
    let done = work(&document);
    // Nothing of a room stays behind in the compiler's cache.
    typst::comemo::evict(0);
    done
}

fn write(document: &PagedDocument, ident: &str) -> Result<Vec<u8>, ExportError> {
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| ExportError::Pdf(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("Gazouillis".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| fault(&errors))
}

/// A value with every string in it fit for our fonts.
fn legible(value: &impl serde::Serialize, summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let mut value = serde_json::to_value(value)?;
    each_string(&mut value, &|typed| legible::line(typed, summary.language));
    Ok(serde_json::to_vec(&value)?)
}

fn each_string(value: &mut Value, change: &impl Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = change(text),
        Value::Array(values) => values.iter_mut().for_each(|value| each_string(value, change)),
        Value::Object(fields) => fields.values_mut().for_each(|value| each_string(value, change)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn fault(errors: &EcoVec<SourceDiagnostic>) -> ExportError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    ExportError::Pdf(messages.join("; "))
}
