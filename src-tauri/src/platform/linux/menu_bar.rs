//! The console's menu bar under GTK. In a low window it would take the last answer of a question out of sight, so there it comes when
//! F10 is pressed, and goes when it was used.

use gtk::gdk::keys::constants::F10;
use gtk::glib::{self, Propagation};
use gtk::prelude::*;
use tauri::WebviewWindow;

/// A window lower than this, in logical pixels, has none to spare.
const LOW: i32 = 800;

/// Over the window's own dark ground the theme's letters could not be read.
const STYLE: &[u8] = b"menubar { background-color: @theme_bg_color; color: @theme_fg_color; }";

/// Fits the bar into its window.
pub(crate) fn fit_menu(console: &WebviewWindow) -> tauri::Result<()> {
    let window = console.clone();
    console.run_on_main_thread(move || {
        let (Ok(window), Ok(content)) = (window.gtk_window(), window.default_vbox()) else {
            return;
        };
        let bars = content.children().into_iter();
        if let Some(bar) = bars.filter_map(|child| child.downcast::<gtk::MenuBar>().ok()).next() {
            fit(&bar, &window);
        }
    })
}

fn fit(bar: &gtk::MenuBar, window: &gtk::ApplicationWindow) {
    dress(bar);
    show_where_there_is_room(bar, window);
    let weak = bar.downgrade();
    window.connect_size_allocate(move |window, _| {
        if let Some(bar) = weak.upgrade() {
            show_where_there_is_room(&bar, window);
        }
    });
    let (weak, asked_by) = (bar.downgrade(), window.downgrade());
    window.connect_key_press_event(move |window, event| {
        let asks = event.keyval() == F10;
        match weak.upgrade().filter(|bar| asks && !bar.is_visible()) {
            Some(bar) => {
                bar.show();
                // Now that it can be seen, it takes the key itself.
                if window.event(event) {
                    Propagation::Stop
                } else {
                    Propagation::Proceed
                }
            }
            None => Propagation::Proceed,
        }
    });
    bar.connect_deactivate(move |bar| {
        if let Some(window) = asked_by.upgrade() {
            show_where_there_is_room(bar, &window);
        }
    });
}

fn dress(bar: &gtk::MenuBar) {
    let provider = gtk::CssProvider::new();
    if provider.load_from_data(STYLE).is_ok() {
        bar.style_context()
            .add_provider(&provider, gtk::STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
}

/// Afterwards, when the window is laid out.
fn show_where_there_is_room(bar: &gtk::MenuBar, window: &gtk::ApplicationWindow) {
    let (bar, window) = (bar.downgrade(), window.downgrade());
    glib::idle_add_local_once(move || {
        if let (Some(bar), Some(window)) = (bar.upgrade(), window.upgrade()) {
            let is_used = bar.selected_item().is_some();
            bar.set_visible(is_used || window.size().1 >= LOW);
        }
    });
}
