//! From home to a talk and back, in the app's own windows: what a presenter does in an evening, with the keyboard and the clicker.

use std::path::Path;

use crate::app::App;
use crate::desktop::Desktop;
use crate::patience::eventually;

/// A talk whose slides cannot be taken for one another.
const TALK: &str = "---\ntitle: Les oiseaux\nlang: fr\n---\n# Mésange\n---\n# Rossignol\n---\n# Hirondelle\n";

/// Whatever a clicker or a keyboard has for going on, and for going back.
const ON: [&str; 5] = ["Next", "Right", "Down", "space", "Return"];
const BACK: [&str; 4] = ["Prior", "Left", "Up", "BackSpace"];

/// Both windows of a talk. A clicker's keys go to the one in front.
const WINDOWS: [&str; 2] = ["Stage$", "Console"];

#[tokio::test]
async fn a_talk_is_opened_by_dialog_looked_over_presented_finished_exported_and_left_for_home() {
    let desktop = Desktop::start().await;
    let mut app = App::open_home(&desktop).await;
    app.home_shows("Twitter, explained to colleagues").await;
    app.home_shows("No sessions yet").await;
    app.has_windows(1).await;

    opens_the_talk_by_dialog(&desktop, &app).await;
    app.home_clicks("Present").await;
    app.presents().await;
    app.has_windows(3).await;
    looks_it_over(&app).await;
    for window in WINDOWS {
        every_key_does_what_it_says(&desktop, &app, window).await;
    }
    goes_to_a_slide_from_the_overview(&desktop, &app).await;
    closes_the_slides_and_reopens_them(&desktop, &app).await;
    finishes(&desktop, &app).await;
    exports_on_the_console(&desktop, &app).await;
    goes_home(&desktop, &app).await;
    exports_at_home(&desktop, &app).await;

    // And once more: another session of the same talk.
    app.home_clicks("Present").await;
    app.presents().await;
    app.stage_shows("Mésange").await;
    desktop.press("Console", "alt+F4").await;
    app.has_windows(1).await;
    desktop.press("^Gazouillis$", "alt+F4").await;
    app.has_ended(&desktop).await;
    app.let_go().await;
}

async fn opens_the_talk_by_dialog(desktop: &Desktop, app: &App) {
    let talk = desktop.home().join("birds.md");
    std::fs::write(&talk, TALK).expect("the talk is written");
    app.home_clicks("Open a file…").await;
    desktop.open_file("Open a talk", &talk).await;
    app.home_shows("Les oiseaux").await;
}

/// The list that comes by itself before the talk.
async fn looks_it_over(app: &App) {
    app.console_shows("Before you start").await;
    app.console_shows("Only one screen so far.").await;
    app.console_shows("The talk has no mistakes.").await;
    app.console_presses("Done").await;
    app.console_shows("Notifications are off.").await;
    app.console_presses("Start").await;
    app.console_has_not("Before you start").await;
    app.console_shows("Rossignol").await; // The next slide.
    app.stage_shows("Mésange").await;
}

async fn every_key_does_what_it_says(desktop: &Desktop, app: &App, window: &str) {
    for key in ON {
        desktop.press(window, key).await;
        app.stage_shows("Rossignol").await;
        desktop.press(window, "Home").await;
        app.stage_shows("Mésange").await;
    }
    for key in BACK {
        desktop.press(window, "End").await;
        app.stage_shows("Hirondelle").await;
        desktop.press(window, key).await;
        app.stage_shows("Rossignol").await;
    }
    desktop.press(window, "Home").await;
    app.stage_shows("Mésange").await;
    for [dark, light] in [["b", "b"], ["period", "period"], ["b", "period"], ["period", "Escape"]] {
        desktop.press(window, dark).await;
        app.stage_has(".blank.black", true).await;
        desktop.press(window, light).await;
        app.stage_has(".blank", false).await;
    }
    // A step leads out of black, and is no step besides.
    desktop.press(window, "b").await;
    app.stage_has(".blank.black", true).await;
    desktop.press(window, "Next").await;
    app.stage_has(".blank", false).await;
    app.stage_shows("Mésange").await;
    for start in ["F5", "shift+F5"] {
        desktop.press(window, start).await;
        fills_the_screen(desktop, true).await;
        // On the only screen the slides cover the console, and have its keys.
        let out = if start == "F5" { "Escape" } else { "shift+F5" };
        desktop.press("Stage$", out).await;
        fills_the_screen(desktop, false).await;
    }
    app.stage_shows("Mésange").await;
}

async fn fills_the_screen(desktop: &Desktop, does: bool) {
    eventually(&format!("the slides fill the screen: {does}"), async || {
        let stage = desktop.place_of("Stage$")?;
        ((stage.width, stage.height) == (1920, 1080)).eq(&does).then_some(())
    })
    .await;
}

async fn goes_to_a_slide_from_the_overview(desktop: &Desktop, app: &App) {
    desktop.press("Console", "g").await;
    app.console_shows("Hirondelle").await;
    desktop.press("Console", "3").await;
    desktop.press("Console", "Return").await;
    app.stage_shows("Hirondelle").await;
}

async fn closes_the_slides_and_reopens_them(desktop: &Desktop, app: &App) {
    desktop.press("Stage$", "alt+F4").await;
    app.console_shows("The slides’ window is closed").await;
    desktop.press("Console", "Prior").await;
    app.stage_shows("Rossignol").await;
    app.console_clicks("[data-notice=stage_closed] button").await;
    app.console_has_not("The slides’ window is closed").await;
    desktop.press("Stage$", "Next").await;
    app.stage_shows("Hirondelle").await;
}

async fn finishes(desktop: &Desktop, app: &App) {
    desktop.press("Console", "m").await;
    app.console_presses("Finish the session…").await;
    app.console_presses("Finish the session").await;
    app.console_shows("summary is frozen").await;
}

async fn exports_on_the_console(desktop: &Desktop, app: &App) {
    let file = desktop.home().join("on-the-console");
    desktop.press("Console", "e").await;
    app.console_shows("Save the PDF").await;
    app.console_clicks("dialog [data-format=json]").await;
    desktop.answer("Save the summary", &file.display().to_string()).await;
    let file = file.with_extension("json");
    app.console_shows(&format!("Saved: {}", file.display())).await;
    assert!(begins_with(&file, b"{"));
    desktop.press("Console", "Escape").await;
}

async fn goes_home(desktop: &Desktop, app: &App) {
    desktop.press("Console", "m").await;
    app.console_presses("Back to home…").await;
    app.console_presses("Back to home").await;
    app.has_windows(1).await;
    app.home_shows("Les oiseaux").await;
}

async fn exports_at_home(desktop: &Desktop, app: &App) {
    let file = desktop.home().join("at-home");
    app.home_clicks("PDF").await;
    desktop.answer("Save the summary", &file.display().to_string()).await;
    app.home_shows("Summary saved").await;
    assert!(begins_with(&file.with_extension("pdf"), b"%PDF-"));
}

fn begins_with(file: &Path, bytes: &[u8]) -> bool {
    std::fs::read(file).expect("the file is there").starts_with(bytes)
}

#[tokio::test]
async fn a_rehearsal_has_phones_and_closing_its_console_leads_home() {
    let desktop = Desktop::start().await;
    let mut app = App::open_home(&desktop).await;
    app.home_clicks("Rehearse").await;
    app.presents().await;
    app.console_shows("30 joined").await;
    desktop.press("Console", "alt+F4").await;
    // People take part, simulated ones: it asks.
    desktop.press("Back to home", "Return").await;
    app.has_windows(1).await;
    app.home_shows("No sessions yet").await;
    app.let_go().await;
}
