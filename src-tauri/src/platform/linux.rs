//! Linux: GTK and WebKitGTK.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;

use gtk::gdk::keys::{Key, constants as key};
use gtk::gdk::{EventKey, ModifierType};
use gtk::glib::{self, Propagation};
use gtk::prelude::*;
use tauri::WebviewWindow;

use crate::keys::StageKey;

/// Chooses WebKit's older way of handing over what it has drawn, which some graphics drivers need. Anything but `0` does.
const OLD_RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Set by whoever drives the windows from a test.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Whether there is a display that windows can open on. Asking GTK is the only sound way: `DISPLAY` may name one that is
/// gone, and the window library would end the program over it.
pub(crate) fn has_display() -> bool {
    gtk::init().is_ok()
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

/// Catches the keys of a clicker, and those that move windows, before the page sees them: the stage's page can only
/// listen, but it may have the keyboard.
pub(crate) fn catch_keys(stage: &WebviewWindow, on_key: impl Fn(StageKey) + 'static) {
    let Ok(window) = stage.gtk_window() else {
        return;
    };
    // A key that is held repeats itself; the talk must not run away.
    let held: Rc<Cell<Option<u32>>> = Rc::default();
    let released = Rc::clone(&held);
    window.connect_key_press_event(move |_, event| {
        let Some(key) = meaning(event) else {
            return Propagation::Proceed;
        };
        if held.replace(Some(*event.keyval())) != Some(*event.keyval()) {
            on_key(key);
        }
        Propagation::Stop
    });
    window.connect_key_release_event(move |_, _| {
        released.set(None);
        Propagation::Proceed
    });
}

fn meaning(event: &EventKey) -> Option<StageKey> {
    let modifiers = ModifierType::CONTROL_MASK | ModifierType::MOD1_MASK | ModifierType::SUPER_MASK;
    if event.state().intersects(modifiers) {
        return None;
    }
    meaning_of(event.keyval())
}

fn meaning_of(pressed: Key) -> Option<StageKey> {
    Some(match pressed {
        key::Page_Down | key::KP_Page_Down | key::Right | key::KP_Right | key::Down | key::KP_Down => StageKey::Next,
        key::space | key::Return | key::KP_Enter | key::n | key::N => StageKey::Next,
        key::Page_Up | key::KP_Page_Up | key::Left | key::KP_Left | key::Up | key::KP_Up => StageKey::Previous,
        key::BackSpace | key::p | key::P => StageKey::Previous,
        key::s | key::S => StageKey::Swap,
        key::F11 | key::F5 | key::f | key::F => StageKey::Fullscreen,
        key::Escape => StageKey::LeaveFullscreen,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clicker_has_two_keys_and_both_are_understood() {
        assert_eq!(meaning_of(key::Page_Down), Some(StageKey::Next));
        assert_eq!(meaning_of(key::Page_Up), Some(StageKey::Previous));
    }

    #[test]
    fn the_black_screen_key_of_a_clicker_does_nothing() {
        assert_eq!(meaning_of(key::b), None);
        assert_eq!(meaning_of(key::period), None);
    }
}
