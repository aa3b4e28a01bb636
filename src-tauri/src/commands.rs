//! What the console's page may ask of the shell. Everything else it asks of the server, over HTTP.

use std::path::PathBuf;

use tauri::AppHandle;

use crate::desk::desk;
use crate::error::ShellError;
use crate::keys::StageKey;
use crate::{files, keys, summary, windows};

type Outcome = Result<(), ShellError>;

/// Asks where a session's summary should go and writes it there. `None` when the person changes their mind.
#[tauri::command]
pub(crate) async fn save_summary(
    app: AppHandle,
    session: String,
    format: String,
    population: Option<u32>,
) -> Result<Option<PathBuf>, ShellError> {
    summary::save(&app, session, format.parse()?, population).await
}

/// Asks for a talk's file. `None` when the person changes their mind.
#[tauri::command]
pub(crate) async fn choose_talk(app: AppHandle) -> Option<PathBuf> {
    files::choose_talk(&app).await
}

/// How many screens there are; two that show the same count as one.
#[tauri::command]
pub(crate) async fn count_screens(app: AppHandle) -> Result<usize, ShellError> {
    Ok(windows::count_screens(&app)?)
}

/// The slides on the other screen, the console on this one; with one screen, the other window to the front. Says whether there
/// are two.
#[tauri::command]
pub(crate) async fn swap_screens(app: AppHandle) -> Result<bool, ShellError> {
    windows::swap(&app)?;
    Ok(windows::has_two_screens(&app))
}

/// A key was pressed while the slides' window had the keyboard.
#[tauri::command]
pub(crate) async fn press_on_stage(app: AppHandle, action: StageKey, slide: Option<usize>) -> Outcome {
    Ok(keys::press(&app, action, slide)?)
}

/// The slides into full screen: what F5 does on the console.
#[tauri::command]
pub(crate) async fn present_slides(app: AppHandle) -> Outcome {
    Ok(windows::present(&app)?)
}

/// Brings the slides' window back.
#[tauri::command]
pub(crate) async fn show_stage(app: AppHandle) -> Outcome {
    Ok(windows::show_stage(&app)?)
}

/// Opens the phones' page in the system's browser. No other address can be opened.
#[tauri::command]
pub(crate) async fn open_join_page(app: AppHandle) -> Outcome {
    let join = desk(&app).map(|desk| desk.addresses.join_url());
    join.map_or(Ok(()), open::that_detached).map_err(ShellError::Browser)
}

#[cfg(test)]
mod tests;
