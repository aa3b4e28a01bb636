//! From the start of the app until the projector's window has drawn its first slide.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use gazouillis_test_support::Group;

use crate::product::built;
use crate::report::Report;

const ROUNDS: usize = 5;

/// A start that takes longer has failed.
const LONGEST: Duration = Duration::from_secs(30);

/// What the shell says when the page has told it; see `commands::stage_drawn`.
const DRAWN: &str = "The first slide is drawn.";

/// The app does as it does for its users: on every core, with a screen and a window manager.
pub(crate) fn measure(report: &mut Report) {
    let mut screen = Group::start(
        Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"])
            .stderr(Stdio::null()),
        "xvfb",
    );
    let display = format!(":{}", screen.says(|line| line.parse::<u32>().is_ok()));
    let home = tempfile::tempdir_in("target").expect("a folder");
    let mut manager = Group::start(
        Command::new("openbox")
            .args(["--startup", "echo ready"])
            .env("DISPLAY", &display)
            .stderr(Stdio::null()),
        "openbox",
    );
    manager.says(|line| line == "ready");
    // The first start warms the caches.
    let mut times: Vec<Option<f64>> = (0..=ROUNDS).map(|_| start(&display, home.path())).skip(1).collect();
    times.sort_by(|one, other| one.unwrap_or(f64::INFINITY).total_cmp(&other.unwrap_or(f64::INFINITY)));
    let missed = times.iter().filter(|time| time.is_none()).count();
    report.at_most(
        "app start until the first slide is drawn, warm",
        times[ROUNDS / 2].unwrap_or(f64::INFINITY),
        "ms",
        1_000.0,
        format!("median of {ROUNDS}, {missed} of them not drawn"),
    );
}

/// Starts the app on the built-in talk and ends it once the slide is there; how long that took, unless it failed.
fn start(display: &str, home: &Path) -> Option<f64> {
    let begin = Instant::now();
    let mut app = Group::start(
        Command::new("taskset")
            .args(["--cpu-list", "0-1023"])
            .arg(built("gazouillis"))
            .args([
                "present",
                "--listen",
                "127.0.0.1:0",
                "--control",
                "127.0.0.1:0",
                "--data",
            ])
            .arg(home)
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env("HOME", home)
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("share"))
            .env("GAZOUILLIS_LOG", "gazouillis=info")
            .stderr(Stdio::piped()),
        "util-linux",
    );
    let said = app.leader.stderr.take().expect("BUG: what it says is piped");
    let (tell, told) = channel();
    // It ends with the app, when there is nothing more to read.
    std::thread::spawn(move || {
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        // Nobody waits any more once the time is up.
        let _ = tell.send(lines.any(|line| line.contains(DRAWN)));
    });
    let is_drawn = told.recv_timeout(LONGEST).unwrap_or(false);
    is_drawn.then_some(begin.elapsed().as_secs_f64() * 1e3)
}
