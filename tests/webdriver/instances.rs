//! The program is started twice.

use std::process::{ExitStatus, Stdio};

use tempfile::TempDir;

use crate::app::{App, program};
use crate::bus::Bus;
use crate::desktop::{Desktop, Having};
use crate::patience::eventually;

/// Starts the program once more, on these arguments, and waits until it has ended.
async fn start_again(desktop: &Desktop, arguments: &[&str]) -> ExitStatus {
    let mut command = desktop.command(&program());
    let started = command
        .arg("home")
        .args(arguments)
        .arg("--data")
        .arg(desktop.home().join("data"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut second = started.expect("the program starts");
    eventually("the second start ends", async || {
        second.try_wait().expect("its state can be asked")
    })
    .await
}

async fn is_in_front(desktop: &Desktop, title: &str) {
    eventually(&format!("“{title}” is in front"), async || {
        desktop.in_front()?.contains(title).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_second_start_brings_the_first_window_forward_and_opens_its_talk_there() {
    let folder = TempDir::new().expect("a folder");
    let bus = Bus::start(folder.path());
    let desktop = Desktop::having(Having {
        session_bus: Some(&bus.address),
        ..Having::default()
    })
    .await;
    let mut app = App::open_home(&desktop).await;
    app.home_shows("Twitter, explained to colleagues").await;
    desktop.minimise("^Gazouillis$").await;
    let talk = desktop.home().join("birds.md");
    std::fs::write(&talk, "---\ntitle: Les oiseaux\nlang: fr\n---\n# Mésange\n").expect("the talk is written");
    let ended = start_again(&desktop, &[talk.to_str().expect("a path in letters")]).await;
    assert!(ended.success(), "a second start is no fault: {ended}");
    is_in_front(&desktop, "Gazouillis").await;
    app.home_shows("Les oiseaux").await;
    app.has_windows(1).await;

    // While a talk is presented it is the console that comes forward, never over the slides' keyboard on the other screen.
    app.home_clicks("Present").await;
    app.presents().await;
    app.stage_shows("Mésange").await;
    desktop.press("Stage$", "b").await;
    app.stage_has(".blank.black", true).await;
    let ended = start_again(&desktop, &[]).await;
    assert!(ended.success(), "{ended}");
    is_in_front(&desktop, "Console").await;
    app.has_windows(3).await;
    app.let_go().await;
}
