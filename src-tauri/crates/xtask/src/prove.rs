//! `cargo xtask prove`: what takes too long for every change, and says more.

use crate::command::{program, run, target, top};
use crate::{Outcome, packages, pages};

/// More rooms attacked than with every change, every hostile text through every field, and the whole flood. Half an hour or so.
pub(crate) fn prove() -> Outcome {
    packages::for_tests()?;
    pages::build()?;
    pages::install("tests/e2e")?;
    let webdriver = ["--features", "gazouillis-tests/webdriver"];
    run(&mut program(
        "cargo",
        &[&["build", "--workspace", "--all-targets"][..], &webdriver].concat(),
    ))?;
    // The same selection of packages as for the tests, so that nothing is built twice.
    let test = |target: &str, filter: &str, name: &str, value: &str| {
        let words = [
            &["test", "--workspace"][..],
            &webdriver,
            &["--test", target, "--", filter],
        ]
        .concat();
        run(program("cargo", &words).env(name, value))
    };
    test("attacker", "", "GAZOUILLIS_ATTACKS", "100000")?;
    test("integration", "flood::", "GAZOUILLIS_FLOOD", "20000")?;
    test("webdriver", "hostile::", "GAZOUILLIS_THOROUGH", "1")?;
    let headless = target()
        .join("debug")
        .join(format!("gazouillis-headless{}", std::env::consts::EXE_SUFFIX));
    run(program(pages::npm(), &["test", "--", "hostile"])
        .current_dir(top().join("tests/e2e"))
        .env("GAZOUILLIS_HEADLESS", headless)
        .env("GAZOUILLIS_THOROUGH", "1"))
}
