//! `cargo xtask test`

use crate::command::{program, run as run_program, target};
use crate::{Outcome, packages, pages};

/// Installs what the tests need and runs all of them: Rust, TypeScript, browsers, the desktop window.
pub(crate) fn run(_: &[String]) -> Outcome {
    packages::for_tests()?;
    pages::build()?;
    pages::install("tests/e2e")?;
    // One selection of packages for every step, so that nothing is built twice with other features.
    let cargo = |command: &[&str]| {
        let words = [command, &["--workspace", "--features", "gazouillis-tests/webdriver"]].concat();
        run_program(&mut program("cargo", &words))
    };
    cargo(&["build", "--all-targets"])?;
    cargo(&["test"])?;
    let npm = |folder: &str, script: &str| {
        run_program(program(pages::npm(), &["run", script]).current_dir(crate::command::top().join(folder)))
    };
    npm("ui", "check")?;
    npm("ui", "test")?;
    let headless = target()
        .join("debug")
        .join(format!("gazouillis-headless{}", std::env::consts::EXE_SUFFIX));
    let e2e = crate::command::top().join("tests/e2e");
    run_program(
        program(pages::npm(), &["test"])
            .current_dir(e2e)
            .env("GAZOUILLIS_HEADLESS", headless),
    )
}

/// Takes a picture of every slide of the built-in talk and puts them on one sheet.
pub(crate) fn sheet() -> Outcome {
    packages::for_tests()?;
    pages::build()?;
    pages::install("tests/e2e")?;
    run_program(&mut program("cargo", &["build", "--package", "gazouillis-cli"]))?;
    let headless = target()
        .join("debug")
        .join(format!("gazouillis-headless{}", std::env::consts::EXE_SUFFIX));
    let e2e = crate::command::top().join("tests/e2e");
    run_program(
        program(pages::npm(), &["run", "sheet"])
            .current_dir(e2e)
            .env("GAZOUILLIS_HEADLESS", headless),
    )
}
