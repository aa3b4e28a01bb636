//! Linux: GTK and WebKitGTK.

mod menu_bar;

use std::path::{Path, PathBuf};

use gtk::glib;
use gtk::prelude::*;
use tauri::menu::{Menu, Submenu};
use tauri::{AppHandle, RunEvent, Wry};

/// Chooses WebKit's older way of handing over what it has drawn, which some graphics drivers need. Anything but `0` does.
const OLD_RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Set by whoever drives the windows from a test.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Whether there is a display that windows can open on. Asking GTK is the only sound way: `DISPLAY` may name one that is
/// gone, and the window library would end the program over it.
pub(crate) fn has_display() -> bool {
    gtk::init().is_ok()
}

/// Linux names the files that an app is to open on its command line.
pub(crate) fn opened(_: &RunEvent) -> Vec<PathBuf> {
    Vec::new()
}

/// Chooses how WebKit (2.50) draws. Its usual renderer, without a graphics device and without a compositor, leaves holes
/// where another window was; the older one draws there, but ends the whole program at the first view transition. So who
/// gets the older one, or asked for it, gets no animations: the pages make none where the desktop wants none.
pub(crate) fn prepare() {
    let asked = std::env::var_os(OLD_RENDERER);
    let old_renderer = match &asked {
        Some(value) => value != "0",
        // Under automation the older one hangs on screenshots.
        None => !Path::new("/dev/dri").exists() && !is_composited() && std::env::var_os(AUTOMATION).is_none(),
    };
    if !old_renderer {
        return;
    }
    if let Some(settings) = gtk::Settings::default() {
        settings.set_gtk_enable_animations(false);
        if asked.is_none() {
            // When it fails the usual renderer is used, which shows all but the holes.
            let _ = glib::setenv(OLD_RENDERER, "1", true);
        }
    }
}

fn is_composited() -> bool {
    gtk::gdk::Screen::default().is_some_and(|screen| screen.is_composited())
}

pub(crate) use menu_bar::fit_menu;

/// Each window has a menu of its own.
pub(crate) const MENU_IS_OF_THE_APP: bool = false;

/// What a menu's item says. Its key is words, not an accelerator.
pub(crate) fn menu_label(name: &str, key: Option<&str>) -> String {
    key.map_or_else(|| name.to_owned(), |key| format!("{name} ({key})"))
}

/// A menu of these, and of nothing besides.
pub(crate) fn own_menu(app: &AppHandle, submenus: &[Submenu<Wry>]) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(app)?;
    for submenu in submenus {
        menu.append(submenu)?;
    }
    Ok(menu)
}
