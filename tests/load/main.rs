//! `cargo xtask bench`: what the design promises, measured against a bare server on the same stack.
//!
//! Speeds are ratios of two servers measured in one run, one after the other, each pinned to one core, with the load on
//! another. Nothing here is a test: a busy machine makes both slower.

mod bare;
mod burst;
mod fanout;
mod follow;
mod frames;
mod http;
mod page;
mod product;
mod report;
mod resume;
mod start;
mod throughput;
mod visible;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;

use report::Report;

/// The core that servers run on, and the one that makes the load.
const SERVER_CORE: &str = "0";
const LOAD_CORE: &str = "1";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().map(String::as_str) == Some("bare") {
        bare::serve();
        return ExitCode::SUCCESS;
    }
    if arguments.first().map(String::as_str) != Some("measure") {
        // The load keeps to its own core, so that it takes no time from the server it measures.
        let myself = std::env::current_exe().expect("this program has a path");
        let status = std::process::Command::new("taskset")
            .args(["--cpu-list", LOAD_CORE])
            .arg(myself)
            .arg("measure")
            .args(&arguments)
            .status();
        return match status {
            Ok(status) if status.success() => ExitCode::SUCCESS,
            Ok(_) => ExitCode::FAILURE,
            Err(error) => {
                eprintln!("taskset (package util-linux) could not be started: {error}");
                ExitCode::FAILURE
            }
        };
    }
    let only: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let report = runtime.block_on(measure_all(&only));
    report.print();
    report.write(&PathBuf::from("target/bench.json"));
    if report.passed() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn measure_all(only: &[&str]) -> Report {
    // Ten thousand phones are ten thousand descriptors here, too.
    let _ = rlimit::increase_nofile_limit(65_536);
    let wanted = |name: &str| only.is_empty() || only.contains(&name);
    let mut report = Report::default();
    if wanted("page") {
        page::measure(&mut report);
    }
    if wanted("throughput") {
        throughput::measure(&mut report).await;
    }
    if wanted("burst") {
        burst::measure(&mut report).await;
    }
    if wanted("fanout") {
        fanout::measure(&mut report).await;
    }
    if wanted("visible") {
        visible::measure(&mut report).await;
    }
    if wanted("frames") {
        frames::measure(&mut report);
    }
    if wanted("resume") {
        resume::measure(&mut report);
    }
    if wanted("start") {
        start::measure(&mut report).await;
    }
    if wanted("window") {
        window::measure(&mut report);
    }
    report
}
