//! What the console's page may ask of the shell. Everything else it asks of the server, over HTTP.

use std::path::PathBuf;

use gazouillis_core::deck::Language;
use gazouillis_export::HandoutOptions;
use tauri::AppHandle;
use tauri::ipc::Channel;

use crate::desk::desk;
use crate::error::ShellError;
use crate::handout::Subject;
use crate::keys::StageKey;
use crate::screens::Screens;
use crate::wish::StageChoice;
use crate::{files, handout, keys, menu, screens, summary, windows};

type Outcome = Result<(), ShellError>;

/// Asks where a session's summary should go and writes it there. `None` when the person changes their mind.
#[tauri::command]
pub(crate) async fn save_summary(
    app: AppHandle,
    session: String,
    format: String,
    population: Option<u32>,
    language: Option<Language>,
) -> Result<Option<PathBuf>, ShellError> {
    let stated = summary::Stated { population, language };
    summary::save(&app, session, format.parse()?, stated).await
}

/// Asks where the handout of a talk, or of a session's, should go and writes it there. `None` when the person changes their mind.
#[tauri::command]
pub(crate) async fn save_handout(
    app: AppHandle,
    subject: Subject,
    options: HandoutOptions,
) -> Result<Option<PathBuf>, ShellError> {
    handout::save(&app, subject, options).await
}

/// Asks for a talk's file. `None` when the person changes their mind.
#[tauri::command]
pub(crate) async fn choose_talk(app: AppHandle) -> Option<PathBuf> {
    files::choose_talk(&app).await
}

/// The screens, which windows are on them, and what was chosen.
#[tauri::command]
pub(crate) async fn list_screens(app: AppHandle) -> Result<Screens, ShellError> {
    Ok(screens::list(&app)?)
}

/// Where the slides should be; remembered for the screens that are there.
#[tauri::command]
pub(crate) async fn choose_stage(app: AppHandle, choice: StageChoice) -> Outcome {
    Ok(screens::choose(&app, choice)?)
}

/// The slides on the other screen, the console on this one; where the slides are in a window, the other window to the front. Says
/// whether the slides have a screen of their own.
#[tauri::command]
pub(crate) async fn swap_screens(app: AppHandle) -> Result<bool, ShellError> {
    windows::swap(&app)?;
    Ok(screens::stage_has_its_own(&app))
}

/// A key was pressed while the slides' window had the keyboard.
#[tauri::command]
pub(crate) async fn press_on_stage(app: AppHandle, action: StageKey, slide: Option<usize>) -> Outcome {
    Ok(keys::press(&app, action, slide)?)
}

/// The first slide can be seen in the slides' window. How long that took is measured (`cargo xtask bench`).
#[tauri::command]
pub(crate) async fn stage_drawn(app: AppHandle) {
    tracing::info!("The first slide is drawn.");
    if let Some(desk) = desk(&app) {
        desk.drawn.notify_one();
    }
}

/// The slides into full screen: what F5 does on the console.
#[tauri::command]
pub(crate) async fn present_slides(app: AppHandle) -> Outcome {
    Ok(windows::present(&app)?)
}

/// The console's menu as it is now; what is chosen in it goes to `chosen`.
#[tauri::command]
pub(crate) async fn show_menu(app: AppHandle, menu: Vec<menu::Group>, chosen: Channel<String>) -> Outcome {
    Ok(menu::update(&app, menu, chosen)?)
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
