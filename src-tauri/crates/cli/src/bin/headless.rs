//! `gazouillis-headless`: every command that needs no window. It links no WebKit, so it runs on servers.

use std::process::ExitCode;

use clap::Parser as _;
use gazouillis_cli::arguments::{Arguments, Command, Present};
use gazouillis_cli::{run, start_logging, system_language};

/// Serving a room is many small allocations: see `ARCHITECTURE.md`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    start_logging();
    let arguments = Arguments::parse();
    run(
        arguments.command.unwrap_or(Command::Present(Present::default())),
        system_language(),
    )
    .into()
}
