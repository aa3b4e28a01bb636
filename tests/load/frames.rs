//! How evenly the screens move, in Chromium: the breakdown's animation, a thousand ballots in ten seconds, and as many texts.

use std::collections::BTreeMap;
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
    /// While a thousand texts of a kind arrive, by screen and question.
    #[serde(default)]
    texts: BTreeMap<String, Frames>,
    #[serde(default)]
    cloud: Option<Cloud>,
}

/// A cloud of words laid out while the page draws.
#[derive(Debug, Deserialize)]
struct Cloud {
    words: u32,
    ms: f64,
    longest_frame: f64,
}

/// A room that has given two thousand words waits no longer for its cloud, in ms.
const CLOUD_WITHIN: f64 = 100.0;

pub(crate) fn measure(report: &mut Report) {
    // A browser is many processes: it may have both cores.
    let cores = format!("{},{}", crate::SERVER_CORE, crate::LOAD_CORE);
    let measured = Command::new("taskset")
        .args(["--cpu-list", &cores, "node", "tests/e2e/frames.mjs"])
        .env("GAZOUILLIS_HEADLESS", built("gazouillis-headless"))
        .output()
        .map_err(|error| error.to_string())
        .and_then(|output| {
            let read = serde_json::from_slice::<Frames>(&output.stdout);
            read.map_err(|error| format!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
        })
        .inspect_err(|why| eprintln!("No frames were measured: {why}"))
        .ok();
    let mut tell = |what: &str, frames: Option<&Frames>, of: &str| {
        let (p95, note) = frames.map_or_else(
            || (f64::INFINITY, "the measurement did not run".to_owned()),
            |Frames { p50, p95, frames, .. }| {
                (
                    *p95,
                    format!("median {p50:.1} ms, {frames} frames{of}, software rendering"),
                )
            },
        );
        report.at_most(what, p95, "ms", FRAME + CLOCK, note);
    };
    tell("time between frames of the stage, p95", measured.as_ref(), "");
    let slowest = measured
        .iter()
        .flat_map(|frames| &frames.texts)
        .max_by(|(_, one), (_, other)| one.p95.total_cmp(&other.p95));
    tell(
        "time between frames while 1,000 texts arrive in ten seconds, p95",
        slowest.map(|(_, frames)| frames),
        &slowest.map_or_else(String::new, |(screen, _)| format!(" of {screen}, the slowest")),
    );
    let cloud = measured.as_ref().and_then(|frames| frames.cloud.as_ref());
    report.at_most(
        "a cloud of two thousand words, laid in slices",
        cloud.map_or(f64::INFINITY, |cloud| cloud.ms),
        "ms",
        CLOUD_WITHIN,
        cloud.map_or_else(
            || "the measurement did not run".to_owned(),
            |Cloud {
                 words, longest_frame, ..
             }| {
                format!("{words} words, longest time between two frames meanwhile {longest_frame:.1} ms")
            },
        ),
    );
}
