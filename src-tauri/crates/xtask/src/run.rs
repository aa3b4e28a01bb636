//! `cargo xtask run`

use crate::command::{program, run as run_program, target};
use crate::{Outcome, packages, pages};

/// Installs, builds, and opens the app; what follows `run` goes to it.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    packages::for_app()?;
    pages::build()?;
    run_program(&mut program("cargo", &["build", "--package", "gazouillis"]))?;
    let app = target()
        .join("debug")
        .join(format!("gazouillis{}", std::env::consts::EXE_SUFFIX));
    let mut command = std::process::Command::new(app);
    command.arg("present").args(arguments);
    run_program(&mut command)
}
