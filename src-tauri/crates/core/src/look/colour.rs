//! A colour of the screen, how bright it is, and what lies between two of them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A colour as it is written in a talk: `#rrggbb`, in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "describe",
    derive(ts_rs::TS, utoipa::ToSchema),
    ts(type = "string"),
    schema(value_type = String)
)]
#[serde(try_from = "String", into = "String")]
pub struct Colour([u8; 3]);

/// A colour by lightness (0 to 1), chroma and hue (in radians): OKLCH, the polar form of OKLab (B. Ottosson, 2020,
/// <https://bottosson.github.io/posts/oklab/>), in which equal steps look equal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lch {
    pub(super) lightness: f64,
    pub(super) chroma: f64,
    pub(super) hue: f64,
}

impl Colour {
    /// The darkest colour.
    pub const BLACK: Self = Self([0; 3]);
    /// The lightest colour.
    pub const WHITE: Self = Self([255; 3]);

    /// A colour by its three parts.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// Reads `#rrggbb`, and nothing else.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let digits = written.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// Relative luminance as WCAG 2.2 defines it (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>): 0 for black, 1 for white.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio as WCAG 2.2 defines it (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>): from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// What lies between this colour (0) and another (1), in OKLab.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let (from, to) = (self.lab(), other.lab());
        let between = |part: usize| from[part] + (to[part] - from[part]) * share;
        from_lab([between(0), between(1), between(2)]).unwrap_or(self)
    }

    /// The nearest colour of the same hue, lighter or darker, that stands out from all `grounds` by at least `ratio`: where no
    /// such colour is, the one of black and white that stands out more.
    #[must_use]
    pub fn standing_out(self, grounds: &[Self], ratio: f64) -> Self {
        let least = |colour: Self| {
            let ratios = grounds.iter().map(|ground| colour.contrast(*ground));
            ratios.fold(f64::INFINITY, f64::min)
        };
        if least(self) >= ratio {
            return self;
        }
        let here = self.lch();
        // Two hundred steps over the whole lightness: finer than eight bits show.
        let steps = (1..=200).flat_map(|step| [-1.0, 1.0].map(|side| side * f64::from(step) / 200.0));
        let near = steps
            .map(|step| here.lightness + step)
            .filter(|lightness| (0.0..=1.0).contains(lightness))
            .map(|lightness| Self::from_lch(Lch { lightness, ..here }))
            .find(|colour| least(*colour) >= ratio);
        near.unwrap_or(if least(Self::BLACK) >= least(Self::WHITE) {
            Self::BLACK
        } else {
            Self::WHITE
        })
    }

    pub(super) fn lch(self) -> Lch {
        let [lightness, a, b] = self.lab();
        Lch {
            lightness,
            chroma: libm::hypot(a, b),
            hue: libm::atan2(b, a),
        }
    }

    /// The colour of that lightness and hue, with as much of the chroma as a screen can show.
    pub(super) fn from_lch(Lch { lightness, chroma, hue }: Lch) -> Self {
        let with = |share: f64| {
            from_lab([
                lightness,
                chroma * share * libm::cos(hue),
                chroma * share * libm::sin(hue),
            ])
        };
        let mut shares = (0..=50).map(|step| 1.0 - f64::from(step) / 50.0);
        shares
            .find_map(with)
            .unwrap_or(if lightness < 0.5 { Self::BLACK } else { Self::WHITE })
    }

    /// Its parts as amounts of light, from 0 to 1.
    fn linear(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                libm::pow((part + 0.055) / 1.055, 2.4)
            }
        })
    }

    fn lab(self) -> [f64; 3] {
        let [red, green, blue] = self.linear();
        let l = libm::cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue);
        let m = libm::cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue);
        let s = libm::cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue);
        [
            0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
        ]
    }
}

/// The colour at a place of OKLab; none where no screen shows it.
fn from_lab([lightness, a, b]: [f64; 3]) -> Option<Colour> {
    let cubed = |value: f64| value * value * value;
    let l = cubed(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b);
    let m = cubed(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b);
    let s = cubed(lightness - 0.089_484_177_5 * a - 1.291_485_548 * b);
    let parts = [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
    ];
    // Rounding alone may leave the screen's colours by a hair.
    let shown = parts.iter().all(|part| (-0.002..=1.002).contains(part));
    let byte = |part: f64| {
        let part = part.clamp(0.0, 1.0);
        let encoded = if part <= 0.003_130_8 {
            12.92 * part
        } else {
            1.055 * libm::pow(part, 1.0 / 2.4) - 0.055
        };
        libm::round(encoded * 255.0) as u8
    };
    shown.then(|| Colour(parts.map(byte)))
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        Self::parse(&written).ok_or_else(|| format!("{written} is no colour"))
    }
}
