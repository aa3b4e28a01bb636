//! Bars. A screen reader passes over them: the figures stand beside them in the same row of a table.

use maud::{Markup, html};

use crate::reading::Reading;

/// The end of the scale: the next ten per cent above everything drawn, 20 % at least.
pub(super) fn scale_for(shares: impl IntoIterator<Item = f64>) -> f64 {
    let most = shares.into_iter().fold(0.0, f64::max);
    ((most * 10.0 - 0.001).ceil() / 10.0).clamp(0.2, 1.0)
}

/// Where a scale is labelled.
fn steps(scale: f64) -> Vec<f64> {
    let step = if scale > 0.6 {
        0.25
    } else if scale > 0.3 {
        0.2
    } else {
        0.1
    };
    let last = (scale / step + 0.001).floor() as u32;
    (0..=last).map(|index| f64::from(index) * step).collect()
}

/// A place on a scale, in percent of its length.
fn place(share: f64, scale: f64) -> String {
    let place = (share / scale).clamp(0.0, 1.0) * 100.0;
    format!("{place:.2}")
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// What else is marked on a bar.
#[derive(Default)]
pub(super) struct Marks {
    /// An interval.
    pub(super) interval: Option<(f64, f64)>,
    /// A share to compare with.
    pub(super) reference: Option<f64>,
}

/// A bar on a scale with lines.
pub(super) fn bar(share: f64, scale: f64, kind: &str, marks: &Marks) -> Markup {
    html! {
        span class={ "bar " (kind) } aria-hidden="true" {
            @for step in steps(scale) { i style={ "left:" (place(step, scale)) "%" } {} }
            @if share > 0.0 { b style={ "width:" (place(share, scale)) "%" } {} }
            @if let Some((low, high)) = marks.interval {
                u style={ "left:" (place(low, scale)) "%;width:" (place((high - low).max(0.0), scale)) "%" } {}
            }
            @if let Some(reference) = marks.reference { s style={ "left:" (place(reference, scale)) "%" } {} }
        }
    }
}

/// The labels over bars of one scale.
pub(super) fn axis(scale: f64, reading: &Reading<'_>) -> Markup {
    let labelled: Vec<f64> = match steps(scale) {
        steps if steps.len() > 4 => steps.into_iter().step_by(2).collect(),
        steps => steps,
    };
    html! {
        span class="axis" aria-hidden="true" {
            @for step in labelled {
                i class=[(step > scale - 0.001).then_some("end")] style={ "left:" (place(step, scale)) "%" } {
                    (reading.words.number(step * 100.0)) (reading.words.percent_sign())
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_at_the_next_ten_per_cent() {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(near(scale_for([0.33, 0.1]), 0.4) && near(scale_for([0.4]), 0.4) && near(scale_for([]), 0.2));
        assert!(near(scale_for([1.0]), 1.0) && near(scale_for([0.61]), 0.7));
    }

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let drawn = bar(
            0.33,
            0.4,
            "",
            &Marks {
                interval: Some((0.1, 0.3)),
                reference: Some(0.2),
            },
        )
        .into_string();
        assert!(drawn.contains("<b style=\"width:82.5%\">"), "{drawn}");
        assert!(
            drawn.contains("<u style=\"left:25%;width:50%\">") && drawn.contains("<s style=\"left:50%\">"),
            "{drawn}"
        );
        assert!(!bar(0.0, 0.4, "", &Marks::default()).into_string().contains("<b"));
    }
}
