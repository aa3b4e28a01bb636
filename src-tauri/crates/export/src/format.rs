//! The formats a summary can be exported to.

use std::fmt;
use std::str::FromStr;

use crate::error::ExportError;

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A document to read, print and forward.
    Pdf,
    /// A table for a spreadsheet.
    Csv,
    /// The summary itself, for programs.
    Json,
}

impl Format {
    /// Every format, the most useful to a person first.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Csv, Self::Json];

    /// The ending of a file's name, without the dot; also the format's name on the command line and in addresses.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The media type an HTTP answer declares.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
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
