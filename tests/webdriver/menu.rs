//! The native menu of the console's window: it does what it says, and takes no key from the clicker.

use crate::app::App;
use crate::desktop::Desktop;
use crate::patience::eventually;

/// Waits until a window's page is as high as the window, or leaves room for a menu.
async fn has_a_menu(desktop: &Desktop, app: &App, title: &str, has: bool) {
    eventually(&format!("“{title}” has a menu: {has}"), async || {
        let window = i64::from(desktop.place_of(title)?.height);
        let page = match title {
            "Console" => app.console_tells("innerHeight").await,
            _ => app.stage_tells("innerHeight").await,
        };
        ((window - page.as_i64()?) > 0).eq(&has).then_some(())
    })
    .await;
}

#[tokio::test]
async fn the_consoles_menu_moves_the_talk_and_the_slides_have_none() {
    let desktop = Desktop::start().await;
    let app = App::open(&desktop).await;
    app.stage_shows("Mésange").await;
    app.console_shows("Mésange").await;
    has_a_menu(&desktop, &app, "Console", true).await;
    has_a_menu(&desktop, &app, "Stage$", false).await;
    // The first menu is the talk's, and its first item goes on.
    for key in ["F10", "Down", "Return"] {
        desktop.press("Console", key).await;
    }
    app.stage_shows("Rossignol").await;
    // Whatever a clicker sends goes to the talk all the same.
    for (key, slide) in [
        ("Next", "Hirondelle"),
        ("Prior", "Rossignol"),
        ("Left", "Mésange"),
        ("space", "Rossignol"),
    ] {
        desktop.press("Console", key).await;
        app.stage_shows(slide).await;
    }
    desktop.press("Console", "b").await;
    app.stage_has(".blank.black", true).await;
    desktop.press("Console", "period").await;
    app.stage_has(".blank", false).await;
    app.let_go().await;
}
