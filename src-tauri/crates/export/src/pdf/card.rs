//! PNG: what the room comes down to as a picture of 1200 × 675 pixels, and each chart as one of the same size.

use gazouillis_core::Summary;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use super::{on_pages, told};
use crate::error::ExportError;

/// The picture of the room: its breakdown, or the poll that tells most.
pub(crate) fn render(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let pictures = drawn(summary, false)?;
    let first = pictures.into_iter().next();
    first.ok_or_else(|| ExportError::Picture("no page was laid out".to_owned()))
}

/// The same, and then a picture of each poll's answers, a statement of several at a time.
pub(crate) fn charts(summary: &Summary) -> Result<Vec<Vec<u8>>, ExportError> {
    drawn(summary, true)
}

fn drawn(summary: &Summary, charts: bool) -> Result<Vec<Vec<u8>>, ExportError> {
    let mut files = told(summary)?;
    files.push(("charts.json".to_owned(), serde_json::to_vec(&charts)?));
    on_pages("card.typ", files, painted)
}

/// A point is a pixel.
fn painted(document: &PagedDocument) -> Result<Vec<Vec<u8>>, ExportError> {
    let options = RenderOptions {
        pixel_per_pt: Scalar::ONE,
        render_bleed: false,
    };
    let pictures = document.pages().iter().map(|page| {
        let picture = typst_render::render(page, &options);
        picture
            .encode_png()
            .map_err(|error| ExportError::Picture(error.to_string()))
    });
    pictures.collect()
}
