//! What may keep a summary from becoming a file.

use crate::format::Format;

/// Why a summary was not exported. The words for people belong to the caller; these are for logs and say what to do.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// This build leaves the format out.
    #[error("this build writes no {format}; build it with the feature `{format}`, or choose another format")]
    NotBuilt {
        /// The format asked for.
        format: Format,
    },
    /// No format has this name.
    #[error("“{0}” is not an export format; choose pdf, xlsx, html, md, png, csv, json or zip")]
    UnknownFormat(String),
    /// No handout has such pages.
    #[error("“{0}” is not what a page of the handout can be; choose slides or steps")]
    UnknownPages(String),
    /// The JSON could not be written.
    #[error("the JSON could not be written; please report this with the talk")]
    Json(#[from] serde_json::Error),
    /// The CSV could not be written.
    #[error("the CSV could not be written; please report this with the talk")]
    Csv(#[from] csv::Error),
    /// The picture could not be painted.
    #[error("the picture could not be painted ({0}); export PDF meanwhile, and please report this with the talk")]
    Picture(String),
    /// The PDF could not be typeset.
    #[error("the PDF could not be typeset ({0}); export CSV or JSON meanwhile, and please report this with the talk")]
    Pdf(String),
    /// The workbook could not be written.
    #[error("the workbook could not be written ({0}); export CSV meanwhile, and please report this with the talk")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The archive could not be written.
    #[error(
        "the archive could not be written ({0}); export the formats one by one meanwhile, and please report this with the talk"
    )]
    Zip(#[from] zip::result::ZipError),
}
