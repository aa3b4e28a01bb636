//! `cargo xtask prove`: what takes too long for every change, and says more.

use std::ffi::OsStr;

use crate::command::{program, run, target, top};
use crate::{Outcome, packages, pages};

/// More rooms attacked than with every change, every hostile text through every field, workbooks in an office program, and the
/// whole flood. Three quarters of an hour or so.
pub(crate) fn prove() -> Outcome {
    packages::for_proofs()?;
    pages::build()?;
    pages::install("tests/e2e")?;
    let webdriver = ["--features", "gazouillis-tests/webdriver"];
    run(&mut program(
        "cargo",
        &[&["build", "--workspace", "--all-targets"][..], &webdriver].concat(),
    ))?;
    // The same selection of packages as for the tests, so that nothing is built twice.
    let test = |target: &str, filter: &str, variables: &[(&str, &OsStr)]| {
        let words = [
            &["test", "--workspace"][..],
            &webdriver,
            &["--test", target, "--", filter],
        ]
        .concat();
        run(program("cargo", &words).envs(variables.iter().copied()))
    };
    let headless = |profile: &str| {
        let name = format!("gazouillis-headless{}", std::env::consts::EXE_SUFFIX);
        target().join(profile).join(name)
    };
    let number = OsStr::new;
    test("attacker", "", &[("GAZOUILLIS_ATTACKS", number("100000"))])?;
    // What is left out of other runs, as it takes an office program.
    test("workbook", "office::", &[("GAZOUILLIS_OFFICE", number("soffice"))])?;
    // Its times are promised of the program that people run.
    run(&mut program(
        "cargo",
        &["build", "--release", "--package", "gazouillis-cli"],
    ))?;
    let released = headless("release");
    let flood = [
        ("GAZOUILLIS_FLOOD", number("20000")),
        ("GAZOUILLIS_HEADLESS", released.as_os_str()),
    ];
    test("integration", "flood::one_laptop", &flood)?;
    test("webdriver", "hostile::", &[("GAZOUILLIS_THOROUGH", number("1"))])?;
    run(program(pages::npm(), &["test", "--", "hostile"])
        .current_dir(top().join("tests/e2e"))
        .env("GAZOUILLIS_HEADLESS", headless("debug"))
        .env("GAZOUILLIS_THOROUGH", "1"))
}
