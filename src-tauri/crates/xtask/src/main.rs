//! `cargo xtask`: everything a fresh machine needs, in one command each.
//!
//! **Invariant.** It depends on nothing but the standard library, so that it compiles in seconds on a machine that has
//! nothing yet, and a second run with nothing changed touches neither the system's packages nor npm.

mod bench;
mod command;
mod packages;
mod pages;
mod prove;
mod run;
mod test;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "cargo xtask <command>

  run [TALK] …   install what is missing, build, open the app (without a display: serve and print the addresses)
  test           install what the tests need and run all of them
  prove          install the same and run what takes too long for every change: more attacks, every hostile text, workbooks in LibreOffice, the flood
  bench          measure against the budgets of the design; writes target/bench.json; exit code 1 when one is missed
  codegen        write the generated TypeScript anew
  sheet          take a picture of every slide and put them on one contact sheet
  tidy           check formatting, lints and the rules of the house
";

/// What went wrong, in words.
type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "run" => run::run(&rest),
        "test" => test::run(&rest),
        "prove" => prove::prove(),
        "bench" => bench::run(&rest),
        "codegen" => tidy::codegen(),
        "sheet" => test::sheet(),
        "tidy" => tidy::run(),
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("\n{words}");
            ExitCode::FAILURE
        }
    }
}
