//! What keys do that are pressed while the slides' window has the keyboard. The slides' page can only listen to the session: it
//! tells the shell which action of the one list (`ui/src/actions`) a key stands for, and what it does goes to the engine from here.

use gazouillis_core::session::ScreenAct;
use gazouillis_core::{Command, Cursor};
use gazouillis_engine::EngineHandle;
use serde::Deserialize;
use tauri::{AppHandle, async_runtime};
use tokio::sync::mpsc;

use crate::desk::desk;
use crate::{screens, windows};

/// An action that the slides' window understands by itself: `StageActionId` of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum StageKey {
    /// One step on.
    Next,
    /// One step back.
    Previous,
    /// To the first slide.
    First,
    /// To the last slide.
    Last,
    /// To the slide whose number was typed.
    Goto,
    /// A black screen, or no longer.
    Black,
    /// A white screen, or no longer.
    White,
    /// The screen stays as it is, or no longer.
    Freeze,
    /// Without results, or with them.
    HideResults,
    /// No longer blank; when it is not, and covers the only screen, out of full screen.
    Lift,
    /// Into full screen and out of it.
    Fullscreen,
    /// The console comes to the front, or the screens change places.
    Swap,
}

/// Does what a key means; `slide`, from 0, is for [`StageKey::Goto`].
pub(crate) fn press(app: &AppHandle, key: StageKey, slide: Option<usize>) -> tauri::Result<()> {
    let Some(desk) = desk(app) else { return Ok(()) };
    let now = desk.session.now();
    // While it is open which session goes on, not even the clicker may move one of them.
    let click = |command| {
        if !now.asks_resume {
            // The session's commands go through one queue, so that two quick clicks keep their order.
            desk.click(command);
        }
        Ok(())
    };
    let place = |slide| Command::Goto(Cursor { slide, step: 0 });
    match key {
        StageKey::Next => click(Command::Advance),
        StageKey::Previous => click(Command::Back),
        StageKey::First => click(place(0)),
        StageKey::Last => click(place(now.deck.slides.len().saturating_sub(1))),
        StageKey::Goto => slide.map_or(Ok(()), |slide| click(place(slide))),
        StageKey::Black => click(Command::Screen(ScreenAct::ToggleBlack)),
        StageKey::White => click(Command::Screen(ScreenAct::ToggleWhite)),
        StageKey::Freeze => click(Command::Screen(ScreenAct::ToggleFreeze)),
        StageKey::HideResults => click(Command::Screen(ScreenAct::ToggleResults)),
        StageKey::Lift if now.snapshot.screen.blank.is_some() => click(Command::Screen(ScreenAct::Lift)),
        // On a screen of their own the slides stay: the room would see the computer's desktop.
        StageKey::Lift if screens::stage_has_its_own(app) => Ok(()),
        StageKey::Lift => windows::leave_fullscreen(app),
        StageKey::Fullscreen => windows::present(app),
        StageKey::Swap => windows::swap(app),
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
