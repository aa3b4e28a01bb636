//! `gazouillis-headless`: every command that needs no window. It links no WebKit, so it runs on servers.

use std::process::ExitCode;

use clap::Parser as _;
use gazouillis_cli::arguments::Arguments;
use gazouillis_cli::{run, start_logging, system_language};

/// Serving a room is many small allocations: see `ARCHITECTURE.md`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    start_logging();
    run(Arguments::parse().what(), system_language()).into()
}
