//! Running programs, and where things lie.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;

/// The top of the project.
pub(crate) fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(3)
        .map(Path::to_owned)
        .unwrap_or_default()
}

/// Where builds go.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| top().join("target"), PathBuf::from)
}

/// A program to run at the top of the project.
pub(crate) fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(top());
    command
}

/// Runs a program to its end and says so before.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let words: Vec<String> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into())
        .collect();
    let line = words.join(" ");
    println!("\n$ {line}");
    let status = command
        .status()
        .map_err(|error| format!("`{line}` could not be started: {error}."))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{line}` ended with {status}."))
    }
}

/// What a program prints, when it can be run and succeeds.
pub(crate) fn output(name: &str, arguments: &[&str]) -> Option<String> {
    let output = program(name, arguments).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
