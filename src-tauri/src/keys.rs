//! The keys that the stage's window understands by itself. The stage's page can only listen, so when its window has the
//! keyboard, what a clicker sends is caught by the window and goes to the engine from here.

use gazouillis_core::Command;
use gazouillis_engine::EngineHandle;
use tauri::{AppHandle, Manager as _, async_runtime};
use tokio::sync::mpsc;

use crate::desk::Desk;
use crate::windows;

/// What a key on the stage's window means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StageKey {
    /// One step on.
    Next,
    /// One step back.
    Previous,
    /// The console comes to the front, or the screens change places.
    Swap,
    /// Into full screen and out of it.
    Fullscreen,
    /// Out of full screen.
    LeaveFullscreen,
}

/// Does what a key means.
pub(crate) fn press(app: &AppHandle, key: StageKey) {
    let desk = app.state::<Desk>();
    let moved = match key {
        // The session's commands go through one queue, so that two quick clicks keep their order.
        StageKey::Next => return desk.click(Command::Advance),
        StageKey::Previous => return desk.click(Command::Back),
        StageKey::Swap => windows::swap(app),
        StageKey::Fullscreen => windows::toggle_fullscreen(app),
        StageKey::LeaveFullscreen => windows::leave_fullscreen(app),
    };
    if let Err(error) = moved {
        tracing::warn!(%error, ?key, "A window could not be moved.");
    }
}

/// Carries clicks to the session, one after the other.
pub(crate) fn forward(session: EngineHandle) -> mpsc::UnboundedSender<Command> {
    let (clicks, mut clicked) = mpsc::unbounded_channel();
    async_runtime::spawn(async move {
        while let Some(command) = clicked.recv().await {
            if let Err(error) = session.command(command).await {
                tracing::warn!(%error, "A key on the stage had no effect.");
            }
        }
    });
    clicks
}
