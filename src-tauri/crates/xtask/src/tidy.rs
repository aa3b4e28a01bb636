//! `cargo xtask tidy` and `cargo xtask codegen`

use crate::command::{output, program, run as run_program, top};
use crate::{Outcome, packages, pages};

/// The most lines a source file of ours should have.
const LONGEST_FILE: usize = 400;

/// Checks formatting, lints, types, and the rules that no other tool knows.
pub(crate) fn run() -> Outcome {
    packages::for_app()?;
    pages::build()?;
    run_program(&mut program("cargo", &["fmt", "--all", "--check"]))?;
    run_program(&mut program(
        "cargo",
        &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"],
    ))?;
    run_program(program(pages::npm(), &["run", "check"]).current_dir(top().join("ui")))?;
    long_files()
}

fn long_files() -> Outcome {
    let listed = output("git", &["ls-files", "*.rs", "*.ts", "*.svelte", "*.css"]).unwrap_or_default();
    let long: Vec<String> = listed
        .lines()
        .filter(|name| !name.contains("generated"))
        .filter_map(|name| Some((name, std::fs::read_to_string(top().join(name)).ok()?.lines().count())))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(name, lines)| format!("  {lines} lines  {name}"))
        .collect();
    if long.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "Split by meaning what nobody can hold in their head:\n{}",
            long.join("\n")
        ))
    }
}

/// Writes the generated TypeScript anew, by the very test that checks it.
pub(crate) fn codegen() -> Outcome {
    let arguments = [
        "test",
        "--package",
        "gazouillis-protocol",
        "--test",
        "generated_typescript",
    ];
    run_program(program("cargo", &arguments).env("GAZOUILLIS_CODEGEN", "1"))
}
