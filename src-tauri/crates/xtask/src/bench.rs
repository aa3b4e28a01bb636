//! `cargo xtask bench`

use crate::command::{program, run as run_program, target};
use crate::{Outcome, packages, pages};

/// Builds everything optimised and measures it; see `tests/load`.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    packages::for_tests()?;
    pages::build()?;
    pages::install("tests/e2e")?;
    let build = [
        "build",
        "--profile",
        "bench",
        "--package",
        "gazouillis",
        "--package",
        "gazouillis-cli",
        "--package",
        "gazouillis-tests",
        "--no-default-features",
        "--features",
        "gazouillis/custom-protocol",
        "--bins",
    ];
    run_program(&mut program("cargo", &build))?;
    let built = target().join("release");
    let mut command = std::process::Command::new(built.join("gazouillis-bench"));
    command
        .current_dir(crate::command::top())
        .args(arguments)
        .env("GAZOUILLIS_BUILT", &built);
    run_program(&mut command)
}
