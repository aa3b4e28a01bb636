//! A whole slide from a company's few colours.
//!
//! **Rule.** Neutral tones lie between paper and ink, in OKLab. What is read is moved away from its grounds, in lightness alone,
//! until WCAG 2.2 is satisfied: 7 for text, 3 for what is only seen. The night of covers is the accent, very dark; the sun on it
//! is the accent, very light. A code that phones scan is dark on light whatever the theme.

use serde::{Deserialize, Serialize};

use super::colour::Lch;
use super::{Asked, Colour, Look, Theme};

/// The tones of a slide that colours of the talk's own decide; each is the token of the same name in `ui/src/design/tokens.css`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[allow(missing_docs, reason = "the tokens say what each tone is for")]
pub struct Tones {
    pub paper: Colour,
    pub paper_raised: Colour,
    pub paper_sunk: Colour,
    pub ink: Colour,
    pub ink_soft: Colour,
    pub line: Colour,
    pub line_strong: Colour,
    pub night: Colour,
    pub on_night: Colour,
    pub on_night_soft: Colour,
    pub accent: Colour,
    pub accent_ink: Colour,
    pub accent_soft: Colour,
    pub on_accent: Colour,
    pub sun: Colour,
    pub bar: Colour,
    pub bar_lead: Colour,
    pub bar_track: Colour,
    pub reference: Colour,
    pub focus: Colour,
    pub code_paper: Colour,
    pub code_ink: Colour,
}

impl Tones {
    pub(super) fn of(look: &Look) -> Self {
        let (paper, ink, accent) = (look.paper(), look.ink(), look.accent());
        let light = look.ground() == Theme::Light;
        let (reading, seeing) = (Asked::Reading.ratio(), Asked::Marks.ratio());
        let (paper_raised, paper_sunk) = if light {
            (paper.mixed(Colour::WHITE, 0.6), paper.mixed(ink, 0.06))
        } else {
            (paper.mixed(ink, 0.07), paper.mixed(Colour::BLACK, 0.3))
        };
        let grounds = [paper, paper_raised, paper_sunk];
        let hue = accent.lch();
        let of_accent = |lightness: f64, most: f64| {
            Colour::from_lch(Lch {
                lightness,
                chroma: hue.chroma.min(most),
                hue: hue.hue,
            })
        };
        let night = of_accent(0.26, 0.09);
        let on_night = if light { paper_raised } else { ink }.standing_out(&[night], reading);
        let accent_soft = paper.mixed(accent, 0.16);
        let accent_ink = accent.standing_out(&[paper, paper_raised, paper_sunk, accent_soft], reading);
        let bar_track = paper.mixed(ink, 0.06);
        let line_strong = paper.mixed(ink, 0.5).standing_out(&grounds, seeing);
        Self {
            paper,
            paper_raised,
            paper_sunk,
            ink,
            ink_soft: softened(ink, paper, &grounds),
            line: paper.mixed(ink, 0.16),
            line_strong,
            night,
            on_night,
            on_night_soft: softened(on_night, night, &[night]),
            accent,
            accent_ink,
            accent_soft,
            on_accent: paper,
            sun: of_accent(0.86, 0.14),
            bar: accent_ink.mixed(paper, 0.36).standing_out(&[paper, bar_track], seeing),
            bar_lead: accent_ink,
            bar_track,
            reference: line_strong,
            focus: accent_ink,
            code_paper: if light { paper_raised } else { Colour::WHITE },
            code_ink: night,
        }
    }
}

/// The ink as far towards its paper as it can still be read from the back row.
fn softened(ink: Colour, paper: Colour, grounds: &[Colour]) -> Colour {
    let reads = |colour: &Colour| {
        grounds
            .iter()
            .all(|ground| colour.contrast(*ground) >= Asked::Reading.ratio())
    };
    let shares = (0..=10).rev().map(|tenth| 0.026 * f64::from(tenth));
    shares.map(|share| ink.mixed(paper, share)).find(reads).unwrap_or(ink)
}
