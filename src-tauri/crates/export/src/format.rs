//! The formats a summary can be exported to.

use std::fmt;
use std::str::FromStr;

use crate::error::ExportError;

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A document to read, print and forward.
    Pdf,
    /// A workbook with a sheet per subject, and charts.
    Xlsx,
    /// One page for a browser, without a script.
    Html,
    /// Text for a wiki or a message.
    Md,
    /// A picture of the most telling result, 1200 × 675.
    Png,
    /// One long table, for programs that sort.
    Csv,
    /// The summary itself, for programs.
    Json,
    /// All of them, in one file.
    Zip,
}

impl Format {
    /// Every format, the most useful to a person first.
    pub const ALL: [Self; 8] = [
        Self::Pdf,
        Self::Xlsx,
        Self::Html,
        Self::Md,
        Self::Png,
        Self::Csv,
        Self::Json,
        Self::Zip,
    ];

    /// The ending of a file's name, without the dot; also the format's name on the command line and in addresses.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Md => "md",
            Self::Png => "png",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Zip => "zip",
        }
    }

    /// The media type an HTTP answer declares.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Html => "text/html; charset=utf-8",
            Self::Md => "text/markdown; charset=utf-8",
            Self::Png => "image/png",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
            Self::Zip => "application/zip",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.extension())
    }
}

impl FromStr for Format {
    type Err = ExportError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|format| format.extension().eq_ignore_ascii_case(name.trim()))
            .ok_or_else(|| ExportError::UnknownFormat(name.to_owned()))
    }
}
