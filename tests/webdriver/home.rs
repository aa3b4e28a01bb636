//! From home to a talk and back, in the app's own windows.

use crate::app::App;
use crate::desktop::Desktop;

/// A talk whose slides cannot be taken for one another.
const TALK: &str = "---\ntitle: Les oiseaux\nlang: fr\n---\n# Mésange\n---\n# Rossignol\n---\n# Hirondelle\n";

#[tokio::test]
async fn a_talk_is_opened_by_dialog_presented_finished_and_left_for_home() {
    let desktop = Desktop::start().await;
    let mut app = App::open_home(&desktop).await;
    app.home_shows("Twitter expliqué aux collègues").await;
    app.home_shows("No sessions yet").await;
    app.has_windows(1).await;
    let talk = desktop.home().join("birds.md");
    std::fs::write(&talk, TALK).expect("the talk is written");
    app.home_clicks("Open a file…").await;
    desktop.open_file("Open a talk", &talk).await;
    app.home_shows("Les oiseaux").await;
    app.home_clicks("Present").await;
    app.presents().await;
    app.has_windows(3).await;
    app.stage_shows("Mésange").await;
    app.console_shows("Rossignol").await; // The next slide.
    for window in ["Stage$", "Console"] {
        desktop.press(window, "Next").await;
        app.stage_shows("Rossignol").await;
        desktop.press(window, "b").await;
        app.stage_has(".blank.black", true).await;
        desktop.press(window, "b").await;
        app.stage_has(".blank", false).await;
        desktop.press(window, "Prior").await;
        app.stage_shows("Mésange").await;
    }
    // The overview, from the desk.
    desktop.press("Console", "g").await;
    app.console_shows("Hirondelle").await;
    desktop.press("Console", "3").await;
    desktop.press("Console", "Return").await;
    app.stage_shows("Hirondelle").await;
    desktop.press("Stage$", "alt+F4").await;
    app.console_shows("The slides’ window is closed").await;
    app.console_clicks("[data-notice=stage_closed] button").await;
    app.console_has_not("The slides’ window is closed").await;
    desktop.press("Console", "m").await;
    app.console_presses("Finish the session…").await;
    app.console_presses("Finish the session").await;
    app.console_shows("summary is frozen").await;
    desktop.press("Console", "m").await;
    app.console_presses("Back to home…").await;
    app.console_presses("Back to home").await;
    app.has_windows(1).await;
    app.home_shows("Les oiseaux").await;
    let file = desktop.home().join("summary");
    app.home_clicks("PDF").await;
    desktop.answer("Save the summary", &file.display().to_string()).await;
    app.home_shows("Summary saved").await;
    let pdf = std::fs::read(file.with_extension("pdf")).expect("the file is there");
    assert!(pdf.starts_with(b"%PDF-"));
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
