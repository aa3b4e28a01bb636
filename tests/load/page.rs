//! How much a phone must receive before it can answer.

use crate::report::Report;

/// What ten TCP segments of a first round trip carry.
const BUDGET: f64 = 14_600.0;

pub(crate) fn measure(report: &mut Report) {
    let bytes = std::fs::metadata("ui/dist/phone/index.html.br").map_or(f64::MAX, |file| file.len() as f64);
    report.at_most(
        "phone page until the first answer, brotli",
        bytes,
        "B",
        BUDGET,
        "one response".to_owned(),
    );
}
