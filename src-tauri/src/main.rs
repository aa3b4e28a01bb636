//! The desktop shell: two windows on the pages that the control listener serves, and what only a desktop program can do:
//! screens, dialogs, keeping the computer awake, one instance.
//!
//! **Invariant.** No state of a session passes through here. The pages speak HTTP to the server in this process, as any
//! browser would; the few commands of [`commands`] are about windows and files, and only the console may call them.

// Without this a console window would stay open behind the app on Windows. Commands that print belong to
// `gazouillis-headless` there.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod app;
mod awake;
mod commands;
mod desk;
mod error;
mod files;
mod handout;
mod hands;
mod keys;
mod menu;
mod placement;
mod platform;
mod screens;
mod summary;
mod windows;
mod wish;
mod words;

use std::process::ExitCode;

use clap::Parser as _;
use gazouillis_cli::arguments::{Arguments, Command};
use gazouillis_cli::{run, start_logging, system_language};

/// Serving a room is many small allocations: see `ARCHITECTURE.md`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    start_logging();
    let language = system_language();
    let exit = match Arguments::parse().what() {
        Command::Home(home) if platform::has_display() => app::home(&home, language),
        Command::Present(present) if platform::has_display() => app::present(present, language),
        // Without a display `present` serves the same pages and prints where.
        other => run(other, language),
    };
    exit.into()
}
