//! JSON: the [`Summary`] itself, indented, for programs and archives.
//!
//! The field `version` counts the forms of this file and stands first. Adding a field does not change it, so a reader
//! ignores what it does not know; renaming or removing one does, so a reader refuses a version it has not heard of.
//! Shares (`share`, `low`, `high`, `reference`) run from 0 to 1, percentages are whole; `null` stands for what is not
//! shown because fewer than five people are behind it. Texts are exactly as they were typed.

use gazouillis_core::Summary;

use crate::error::ExportError;

pub(crate) fn render(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(summary)?;
    bytes.push(b'\n');
    Ok(bytes)
}
