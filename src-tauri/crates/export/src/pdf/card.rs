//! PNG: what the room comes down to as a picture of 1200 × 675 pixels, and each chart as one of the same size.

use gazouillis_core::Summary;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use super::{on_pages, told};
use crate::digest::Digest;
use crate::error::ExportError;

/// The picture of the room: its breakdown, or the poll that tells most.
pub(crate) fn render(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let pictures = drawn(summary, false)?;
    let first = pictures.into_iter().next();
    first.ok_or_else(|| ExportError::Picture("no page was laid out".to_owned()))
}

/// One poll's answers as a picture, or those to one statement of several.
pub(crate) struct Chart {
    /// The poll's place among the questions.
    pub(crate) poll: usize,
    /// The statement's place in the poll.
    pub(crate) group: usize,
    /// The picture.
    pub(crate) bytes: Vec<u8>,
}

/// A picture of each poll's answers, a statement of several at a time.
pub(crate) fn charts(summary: &Summary) -> Result<Vec<Chart>, ExportError> {
    let sections = Digest::new(summary).polls.into_iter().enumerate();
    let places = sections.flat_map(|(poll, section)| {
        let mut groups: Vec<String> = Vec::new();
        for line in section.lines.into_iter().filter(|line| line.percent.is_some()) {
            if !groups.contains(&line.group) {
                groups.push(line.group);
            }
        }
        (0..groups.len()).map(move |group| (poll, group))
    });
    // The first picture is that of the room.
    let pictures = drawn(summary, true)?.into_iter().skip(1);
    let chart = |((poll, group), bytes)| Chart { poll, group, bytes };
    Ok(places.zip(pictures).map(chart).collect())
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
