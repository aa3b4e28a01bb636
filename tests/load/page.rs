//! How much a phone must receive before it can answer.

use crate::report::Report;

/// What ten TCP segments of a first round trip carry.
const BUDGET: f64 = 14_600.0;

pub(crate) fn measure(report: &mut Report) {
    // Over plain http, which is all a room has, browsers do not ask for brotli.
    let bytes = std::fs::metadata("ui/dist/phone/index.html.gz").map_or(f64::MAX, |file| file.len() as f64);
    report.at_most(
        "phone page until the first answer, gzip",
        bytes,
        "B",
        BUDGET,
        "one response".to_owned(),
    );
}
