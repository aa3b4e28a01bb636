//! How evenly the stage moves: the breakdown's animation and a thousand ballots in ten seconds, in Chromium.

use std::process::Command;

use serde::Deserialize;

use crate::product::built;
use crate::report::Report;

/// One frame at 60 a second, in ms, and the resolution of the browser's clock, which tells one frame as 16.6 to 16.8.
const FRAME: f64 = 16.7;
const CLOCK: f64 = 0.1;

/// What `tests/e2e/frames.mjs` prints.
#[derive(Debug, Deserialize)]
struct Frames {
    p50: f64,
    p95: f64,
    frames: u32,
}

pub(crate) fn measure(report: &mut Report) {
    // A browser is many processes: it may have both cores.
    let cores = format!("{},{}", crate::SERVER_CORE, crate::LOAD_CORE);
    let measured = Command::new("taskset")
        .args(["--cpu-list", &cores, "node", "tests/e2e/frames.mjs"])
        .env("GAZOUILLIS_HEADLESS", built("gazouillis-headless"))
        .output()
        .ok()
        .and_then(|output| serde_json::from_slice::<Frames>(&output.stdout).ok());
    let what = "time between frames of the stage, p95";
    match measured {
        Some(Frames { p50, p95, frames }) => {
            report.at_most(
                what,
                p95,
                "ms",
                FRAME + CLOCK,
                format!("median {p50:.1} ms, {frames} frames, software rendering"),
            );
        }
        None => report.at_most(
            what,
            f64::INFINITY,
            "ms",
            FRAME + CLOCK,
            "the measurement did not run".to_owned(),
        ),
    }
}
