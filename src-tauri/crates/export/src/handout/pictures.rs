//! The talk's pictures, as far as they can be drawn.

use std::collections::BTreeMap;

use gazouillis_core::deck::Picture;
use serde::Serialize;
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use super::Pictures;
use crate::pdf::legible;
use gazouillis_core::deck::Language;

/// Pictures that can be drawn, each by the path in the talk: the path in the document, and its bytes.
#[derive(Debug, Default)]
pub(super) struct Drawable(BTreeMap<String, (String, Vec<u8>)>);

/// A picture in the document. Without a path it is not there, and its words stand in its place.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Drawn {
    pub(super) src: String,
    pub(super) alt: String,
}

/// The pictures that are what their names say.
pub(super) fn usable(pictures: &Pictures) -> Drawable {
    let drawn = pictures.iter().enumerate().filter_map(|(number, (src, bytes))| {
        let ending = src.rsplit('.').next()?.to_ascii_lowercase();
        let can_be_drawn = match ending.as_str() {
            "svg" => SvgImage::new(Bytes::new(bytes.clone())).is_ok(),
            _ => {
                let format = ExchangeFormat::detect(bytes)?;
                RasterImage::plain(Bytes::new(bytes.clone()), format).is_ok()
            }
        };
        // The ending of a name is not what makes a picture a PNG.
        let ending = match (ending.as_str(), ExchangeFormat::detect(bytes)) {
            ("svg", _) => "svg",
            (_, Some(ExchangeFormat::Png)) => "png",
            (_, Some(ExchangeFormat::Jpg)) => "jpg",
            (_, Some(ExchangeFormat::Gif)) => "gif",
            (_, Some(ExchangeFormat::Webp)) => "webp",
            (_, None) => return None,
        };
        can_be_drawn.then(|| (src.clone(), (format!("pictures/{number}.{ending}"), bytes.clone())))
    });
    Drawable(drawn.collect())
}

impl Drawable {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The files that the document is made of.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.0.values().cloned()
    }

    /// Where a picture is in the document; empty where it is not.
    pub(super) fn place(&self, src: &str) -> String {
        self.0
            .get(src)
            .map(|(place, _)| format!("/{place}"))
            .unwrap_or_default()
    }

    /// A picture as it is drawn.
    pub(super) fn draw(&self, picture: &Picture, language: Language) -> Drawn {
        Drawn {
            src: self.place(&picture.src),
            alt: legible::line(&picture.alt, language),
        }
    }
}
