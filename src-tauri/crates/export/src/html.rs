//! Not written yet.

use gazouillis_core::Summary;

use crate::error::ExportError;
use crate::format::Format;

pub(crate) fn render(_: &Summary) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::NotBuilt { format: Format::Html })
}
