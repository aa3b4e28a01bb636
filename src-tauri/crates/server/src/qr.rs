//! The QR code of an address, as SVG path data.

use std::fmt::Write as _;

use gazouillis_protocol::QrView;
use qrcode::{Color, EcLevel, QrCode};

/// Draws a text as a QR code; `None` when it is too long for one. Error correction M survives a dim projector and a
/// finger in the picture, and keeps the modules large.
pub(crate) fn draw(text: &str) -> Option<QrView> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let size = code.width();
    let mut path = String::new();
    for (row, colors) in code.to_colors().chunks(size).enumerate() {
        let mut column = 0;
        while column < size {
            let run = colors[column..]
                .iter()
                .take_while(|color| **color == Color::Dark)
                .count();
            if run > 0 {
                // One rectangle per run of dark modules keeps the path short and free of hairlines.
                let _ = write!(path, "M{column} {row}h{run}v1h-{run}z");
            }
            column += run.max(1);
        }
    }
    Some(QrView {
        size: size as u32,
        path,
    })
}
