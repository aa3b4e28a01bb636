//! How much a phone must receive before it can answer.

use crate::report::Report;

/// What ten TCP segments of a first round trip carry.
const BUDGET: f64 = 14_600.0;

/// The pages: there is one for each kind of question that may be asked when a phone opens it.
const PAGES: &str = "ui/dist/phone";

pub(crate) fn measure(report: &mut Report) {
    // Over plain http, which is all a room has, browsers do not ask for brotli.
    let pages = std::fs::read_dir(PAGES).into_iter().flatten().filter_map(Result::ok);
    let sizes = pages
        .filter(|file| file.file_name().to_string_lossy().ends_with(".html.gz"))
        .filter_map(|file| Some(file.metadata().ok()?.len() as f64));
    let (count, heaviest) = sizes.fold((0, 0.0), |(count, heaviest), size| (count + 1, size.max(heaviest)));
    report.at_most(
        "phone page until the first answer, gzip",
        if count == 0 { f64::MAX } else { heaviest },
        "B",
        BUDGET,
        format!("one response, the heaviest of {count}"),
    );
}
