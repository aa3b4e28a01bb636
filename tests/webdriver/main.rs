//! The real app in real windows: WebKitGTK under a window manager on a screen of its own, driven over WebDriver.

mod app;
mod awake;
mod bus;
mod desktop;
mod display;
mod hostile;
mod instances;
mod menu;
mod patience;
mod screens;
mod video;
mod walk;

use fantoccini::key::Key;
use serde_json::{Value, json};

use app::App;
use desktop::Desktop;

#[tokio::test]
async fn a_key_in_the_console_moves_the_slide_in_the_other_window() {
    let desktop = Desktop::start().await;
    let app = App::open(&desktop).await;
    app.stage_shows("Mésange").await;
    app.console_shows("Rossignol").await; // The next slide.
    app.press_in_console(Key::PageDown).await;
    app.stage_shows("Rossignol").await;
    app.press_in_console(Key::PageUp).await;
    app.stage_shows("Mésange").await;
    app.let_go().await;
}

#[tokio::test]
async fn a_clicker_works_whichever_window_has_the_keyboard() {
    let desktop = Desktop::start().await;
    let app = App::open(&desktop).await;
    app.console_shows("Mésange").await;
    app.stage_shows("Mésange").await;
    desktop.press("Stage$", "Next").await;
    app.stage_shows("Rossignol").await;
    desktop.press("Console", "Next").await;
    app.stage_shows("Hirondelle").await;
    desktop.press("Stage$", "Prior").await;
    app.stage_shows("Rossignol").await;
    app.let_go().await;
}

#[tokio::test]
async fn what_clickers_send_besides_does_the_same_in_both_windows_and_loads_no_page_anew() {
    let desktop = Desktop::start().await;
    let app = App::open(&desktop).await;
    app.console_shows("Mésange").await;
    app.stage_shows("Mésange").await;
    const MARK: &str = "globalThis.stillHere = true";
    const STILL_HERE: &str = "globalThis.stillHere === true";
    app.stage_tells(MARK).await;
    app.console_tells(MARK).await;
    for window in ["Stage$", "Console"] {
        desktop.press(window, "b").await;
        app.stage_has(".blank.black", true).await;
        desktop.press(window, "period").await;
        app.stage_has(".blank", false).await;
        desktop.press(window, "w").await;
        app.stage_has(".blank.white", true).await;
        desktop.press(window, "Escape").await;
        app.stage_has(".blank", false).await;
        desktop.press(window, "f").await;
        desktop.press(window, "Next").await;
        app.console_shows("2 / 3").await;
        app.stage_shows("Mésange").await;
        desktop.press(window, "f").await;
        app.stage_shows("Rossignol").await;
        desktop.press(window, "3").await;
        desktop.press(window, "Return").await;
        app.stage_shows("Hirondelle").await;
        desktop.press(window, "Home").await;
        app.stage_shows("Mésange").await;
        // Into full screen and out of it: with one screen the slides would cover the console.
        desktop.press(window, "F5").await;
        desktop.press("Stage$", "shift+F5").await;
        desktop.press("Stage$", "ctrl+r").await;
        desktop.press("Stage$", "Next").await;
        app.stage_shows("Rossignol").await;
        desktop.press("Stage$", "Prior").await;
        app.stage_shows("Mésange").await;
    }
    assert_eq!(app.stage_tells(STILL_HERE).await, true);
    assert_eq!(app.console_tells(STILL_HERE).await, true);
    app.let_go().await;
}

#[tokio::test]
async fn the_console_says_that_the_slides_are_closed_until_they_are_back() {
    let desktop = Desktop::start().await;
    let app = App::open(&desktop).await;
    app.stage_shows("Mésange").await;
    app.console_shows("Mésange").await;
    desktop.press("Stage$", "alt+F4").await;
    app.console_shows("The slides’ window is closed").await;
    desktop.press("Console", "Next").await;
    app.stage_shows("Rossignol").await;
    app.console_clicks("[data-notice=stage_closed] button").await;
    app.console_has_not("The slides’ window is closed").await;
    desktop.press("Stage$", "Next").await;
    app.stage_shows("Hirondelle").await;
    app.let_go().await;
}

#[tokio::test]
async fn only_the_console_commands_the_windows() {
    let desktop = Desktop::start().await;
    let app = App::open(&desktop).await;
    app.console_shows("Mésange").await;
    for command in ["swap_screens", "present_slides", "present_slides", "show_stage"] {
        let answer = app.console_calls(command, json!({})).await;
        assert!(answer.is_ok(), "the console may {command}: {answer:?}");
        let answer = app.stage_calls(command).await;
        let refusal = answer.expect_err("the stage may call none of them").to_string();
        assert!(refusal.contains("not allowed"), "{command}: {refusal}");
    }
    app.stage_shows("Mésange").await;
    app.let_go().await;
}

#[tokio::test]
async fn closing_the_console_ends_the_app_and_the_next_start_goes_on_there() {
    let desktop = Desktop::start().await;
    let app = App::open(&desktop).await;
    app.console_shows("Mésange").await;
    desktop.press("Console", "Next").await;
    app.stage_shows("Rossignol").await;
    desktop.press("Stage$", "alt+F4").await;
    desktop.press("Console", "alt+F4").await;
    app.has_ended(&desktop).await;
    app.let_go().await;
    let again = App::open(&desktop).await;
    again.stage_shows("Rossignol").await;
    again.let_go().await;
}

#[tokio::test]
async fn slides_change_with_the_renderer_that_knows_no_transitions() {
    let desktop = Desktop::start_with(&[("WEBKIT_DISABLE_DMABUF_RENDERER", "1")]).await;
    let app = App::open(&desktop).await;
    app.stage_shows("Mésange").await;
    app.console_shows("Mésange").await;
    app.press_in_console(Key::PageDown).await;
    app.stage_shows("Rossignol").await;
    app.let_go().await;
}

#[tokio::test]
async fn a_summary_is_saved_where_the_presenter_wants_it() {
    let desktop = Desktop::start().await;
    let app = App::open(&desktop).await;
    app.console_shows("Mésange").await;
    // The dialog proposes a name and keeps its ending.
    let name = desktop.home().join("summary").display().to_string();
    let file = format!("{name}.json");
    let wanted = json!({ "session": "current", "format": "json" });
    let (saved, ()) = tokio::join!(
        app.console_calls("save_summary", wanted.clone()),
        desktop.answer("Save the summary", &name),
    );
    assert_eq!(
        saved,
        Ok(Value::from(file.as_str())),
        "the console is told where the file is"
    );
    let written = std::fs::read(&file).expect("the file is there");
    let summary: Value = serde_json::from_slice(&written).expect("and is what was asked for");
    assert_eq!(summary["title"], "Les oiseaux");
    let (dismissed, ()) = tokio::join!(
        app.console_calls("save_summary", wanted),
        desktop.press("Save the summary", "Escape"),
    );
    assert_eq!(dismissed, Ok(Value::Null), "who changes their mind gets nothing");
    app.let_go().await;
}
