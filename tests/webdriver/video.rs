//! Videos in the window of the slides: WebKit decodes, plays and pauses them as the presenter says.

use serde_json::json;

use crate::app::App;
use crate::desktop::Desktop;
use crate::patience::eventually;

const TALK: &str = include_str!("../fixtures/videos/talk.en.md");
const BALL: &[u8] = include_bytes!("../fixtures/videos/ball.webm");
const BROKEN: &[u8] = include_bytes!("../fixtures/videos/broken.mp4");

/// Waits until something is true of the stage's video.
async fn video_is(app: &App, what: &str, expression: &str) {
    eventually(what, async || {
        (app.stage_tells(expression).await == json!(true)).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_video_plays_at_its_step_and_what_cannot_be_decoded_is_told_to_the_presenter_alone() {
    let desktop = Desktop::start().await;
    std::fs::write(desktop.home().join("ball.webm"), BALL).expect("a video is written");
    std::fs::write(desktop.home().join("broken.mp4"), BROKEN).expect("a file is written");
    let app = App::open_on(&desktop, TALK).await;
    app.stage_shows("Before").await;
    app.console_shows("Before").await;
    desktop.press("Console", "Next").await;
    app.stage_shows("A ball at rest").await;
    let video = "document.querySelector('video')";
    video_is(
        &app,
        "its first frame is there, at rest",
        &format!("{video}.readyState >= 2 && {video}.paused && {video}.videoWidth === 320"),
    )
    .await;
    desktop.press("Stage$", "Next").await;
    video_is(
        &app,
        "it plays, without sound",
        &format!("{video}.currentTime > 0.2 && {video}.muted"),
    )
    .await;
    desktop.press("Console", "slash").await;
    video_is(
        &app,
        "it stands still, or has come to its end",
        &format!("{video}.paused"),
    )
    .await;
    app.console_presses("Restart").await;
    video_is(
        &app,
        "it plays again",
        &format!("!{video}.paused && {video}.currentTime > 0"),
    )
    .await;
    desktop.press("Stage$", "Next").await;
    app.stage_shows("A video that nothing can decode").await;
    app.stage_shows("A flight over the roofs.").await;
    app.console_shows("This computer cannot play “broken.mp4”").await;
    app.let_go().await;
}
