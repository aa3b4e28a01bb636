//! Two screens: the projector gets the slides, the laptop keeps the console, and what is plugged, unplugged, mirrored or chosen moves
//! them.

use crate::app::App;
use crate::desktop::{Desktop, Having};
use crate::display::{LAPTOP, LAPTOP_NAME, PROJECTOR, PROJECTOR_NAME, Place};
use crate::patience::eventually;

async fn desktop() -> Desktop {
    Desktop::having(Having {
        projector: true,
        ..Having::default()
    })
    .await
}

/// Waits until the slides fill a screen and the console is on the other.
async fn slides_fill(desktop: &Desktop, screen: Place, other: Place) {
    eventually(
        &format!("the slides fill {screen:?}, the console is on {other:?}"),
        async || {
            let (stage, console) = (desktop.place_of("Stage$")?, desktop.place_of("Console · Gazouillis")?);
            (stage == screen && other.holds(console)).then_some(())
        },
    )
    .await;
}

/// Waits until the slides are in a window on a screen, not all of it.
async fn slides_are_in_a_window_on(desktop: &Desktop, screen: Place) {
    eventually(&format!("the slides are in a window on {screen:?}"), async || {
        let stage = desktop.place_of("Stage$")?;
        let is_part = stage.width < screen.width && screen.holds(stage);
        is_part.then_some(())
    })
    .await;
}

#[tokio::test]
async fn the_slides_fill_the_projector_and_a_key_exchanges_the_screens() {
    let desktop = desktop().await;
    let app = App::open(&desktop).await;
    app.stage_shows("Mésange").await;
    app.console_shows("Mésange").await;
    slides_fill(&desktop, PROJECTOR, LAPTOP).await;
    desktop.press("Console", "s").await;
    slides_fill(&desktop, LAPTOP, PROJECTOR).await;
    desktop.press("Stage$", "s").await;
    slides_fill(&desktop, PROJECTOR, LAPTOP).await;
    // Neither shows the way out of full screen to the room.
    desktop.press("Stage$", "F5").await;
    desktop.press("Stage$", "Escape").await;
    desktop.press("Stage$", "Next").await;
    app.stage_shows("Rossignol").await;
    slides_fill(&desktop, PROJECTOR, LAPTOP).await;
    app.let_go().await;
}

#[tokio::test]
async fn the_slides_go_to_the_screen_that_is_chosen_by_name_and_again_at_the_next_start() {
    let desktop = desktop().await;
    let app = App::open(&desktop).await;
    app.console_shows("Mésange").await;
    desktop.press("Console", "m").await;
    app.console_presses("Choose the slides’ screen…").await;
    for said in [
        LAPTOP_NAME,
        "1920 × 1080 · main screen",
        PROJECTOR_NAME,
        "1280 × 720 · on the right",
    ] {
        app.console_shows(said).await;
    }
    app.console_chooses(&format!("on {LAPTOP_NAME}")).await;
    slides_fill(&desktop, LAPTOP, PROJECTOR).await;
    desktop.press("Console", "Escape").await;
    desktop.press("Console", "alt+F4").await;
    app.has_ended(&desktop).await;
    app.let_go().await;
    let again = App::open(&desktop).await;
    again.console_shows("Mésange").await;
    slides_fill(&desktop, LAPTOP, PROJECTOR).await;
    desktop.press("Console", "m").await;
    again.console_presses("Choose the slides’ screen…").await;
    // Who shares their screen in a call shows a window.
    again.console_chooses("window").await;
    slides_are_in_a_window_on(&desktop, LAPTOP).await;
    again.console_chooses("automatic").await;
    slides_fill(&desktop, PROJECTOR, LAPTOP).await;
    again.let_go().await;
}

#[tokio::test]
async fn a_projector_that_is_unplugged_leaves_the_slides_in_a_window_and_gets_them_back() {
    let desktop = desktop().await;
    let app = App::open(&desktop).await;
    app.stage_shows("Mésange").await;
    slides_fill(&desktop, PROJECTOR, LAPTOP).await;
    desktop.projector().unplug().await;
    app.console_shows("The projector is gone.").await;
    slides_are_in_a_window_on(&desktop, LAPTOP).await;
    // The talk goes on meanwhile.
    desktop.press("Console", "Next").await;
    app.stage_shows("Rossignol").await;
    desktop.projector().plug_in().await;
    slides_fill(&desktop, PROJECTOR, LAPTOP).await;
    app.console_has_not("The projector is gone.").await;
    app.let_go().await;
}

#[tokio::test]
async fn a_projector_that_mirrors_is_told_in_words() {
    let desktop = desktop().await;
    let app = App::open(&desktop).await;
    app.console_shows("Mésange").await;
    slides_fill(&desktop, PROJECTOR, LAPTOP).await;
    desktop.projector().mirror().await;
    app.console_shows("The room sees this console, notes included.").await;
    app.console_has_not("The projector is gone.").await;
    desktop.projector().plug_in().await;
    app.console_has_not("The room sees this console, notes included.").await;
    slides_fill(&desktop, PROJECTOR, LAPTOP).await;
    app.let_go().await;
}
