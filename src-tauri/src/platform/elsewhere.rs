//! Windows and macOS.

use tauri::{Manager as _, WebviewWindow, WindowEvent};

use crate::keys::StageKey;
use crate::windows::{self, CONSOLE};

/// These systems always have one.
pub(crate) fn has_display() -> bool {
    true
}

/// Nothing is needed here.
pub(crate) fn prepare() {}

/// Keys cannot be caught before the page here. Where the slides have a screen of their own, a click on them gives the
/// keyboard back to the console, whose keys are the same.
pub(crate) fn catch_keys(stage: &WebviewWindow, _on_key: impl Fn(StageKey) + 'static) {
    let app = stage.app_handle().clone();
    stage.on_window_event(move |event| {
        if matches!(event, WindowEvent::Focused(true)) && windows::has_two_screens(&app) {
            if let Some(console) = app.get_webview_window(CONSOLE) {
                let _ = console.set_focus();
            }
        }
    });
}
