//! Windows and macOS.

use std::path::PathBuf;

use tauri::menu::{Menu, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, RunEvent, WebviewWindow, Wry};

use crate::desk::language;
use crate::words;

/// These systems always have one.
pub(crate) fn has_display() -> bool {
    true
}

/// Nothing is needed here.
pub(crate) fn prepare() {}

/// The files that the system asks the running app to open: macOS names them in an event, Windows on the command line.
pub(crate) fn opened(event: &RunEvent) -> Vec<PathBuf> {
    #[cfg(target_os = "macos")]
    if let RunEvent::Opened { urls } = event {
        return urls.iter().filter_map(|url| url.to_file_path().ok()).collect();
    }
    let _ = event;
    Vec::new()
}

/// macOS has one menu for the whole app, Windows one for each window.
pub(crate) const MENU_IS_OF_THE_APP: bool = cfg!(target_os = "macos");

/// What a menu's item says. Its key is words, not an accelerator; Windows writes what follows a tab at the edge.
pub(crate) fn menu_label(name: &str, key: Option<&str>) -> String {
    match key {
        None => name.to_owned(),
        Some(key) if cfg!(windows) => format!("{name}\t{key}"),
        Some(key) => format!("{name} ({key})"),
    }
}

/// Where the menu stands, the system decides.
pub(crate) fn fit_menu(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// A menu of these. On macOS it also has what only a menu brings there: quitting, and the keys for copying and pasting.
pub(crate) fn own_menu(app: &AppHandle, submenus: &[Submenu<Wry>]) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(app)?;
    let of_macos = cfg!(target_os = "macos").then(|| of_macos(app)).transpose()?;
    if let Some([app, edit, _]) = &of_macos {
        menu.append_items(&[app, edit])?;
    }
    for submenu in submenus {
        menu.append(submenu)?;
    }
    if let Some([_, _, window]) = &of_macos {
        menu.append(window)?;
    }
    Ok(menu)
}

/// The app's own, that for editing and that of its windows.
fn of_macos(app: &AppHandle) -> tauri::Result<[Submenu<Wry>; 3]> {
    let said = words::system_menu(language(app));
    let separator = PredefinedMenuItem::separator(app)?;
    let own = Submenu::with_items(
        app,
        "Gazouillis",
        true,
        &[
            &PredefinedMenuItem::about(app, Some(said.about), None)?,
            &separator,
            &PredefinedMenuItem::hide(app, Some(said.hide))?,
            &PredefinedMenuItem::hide_others(app, Some(said.hide_others))?,
            &PredefinedMenuItem::show_all(app, Some(said.show_all))?,
            &separator,
            &PredefinedMenuItem::quit(app, Some(said.quit))?,
        ],
    )?;
    let edit = Submenu::with_items(
        app,
        said.edit,
        true,
        &[
            &PredefinedMenuItem::undo(app, Some(said.undo))?,
            &PredefinedMenuItem::redo(app, Some(said.redo))?,
            &separator,
            &PredefinedMenuItem::cut(app, Some(said.cut))?,
            &PredefinedMenuItem::copy(app, Some(said.copy))?,
            &PredefinedMenuItem::paste(app, Some(said.paste))?,
            &PredefinedMenuItem::select_all(app, Some(said.select_all))?,
        ],
    )?;
    let window = Submenu::with_items(
        app,
        said.window,
        true,
        &[
            &PredefinedMenuItem::minimize(app, Some(said.minimize))?,
            &PredefinedMenuItem::maximize(app, Some(said.zoom))?,
            &separator,
            &PredefinedMenuItem::close_window(app, Some(said.close))?,
        ],
    )?;
    Ok([own, edit, window])
}
