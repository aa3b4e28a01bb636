//! The native menu: what the presenter can do, as the console's page lists it, from the same list that its keys and buttons are
//! made of (`ui/src/actions`). The shell only builds it, and tells the page what was chosen. The slides have no menu.
//!
//! **Invariant.** No item has an accelerator. The keys stand in its words: a system that took `b` or Page Down for the menu would
//! take it from a field, and from the clicker where no menu is.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Deserialize;
use tauri::ipc::Channel;
use tauri::menu::{Menu, MenuEvent, MenuItem, Submenu};
use tauri::{AppHandle, Manager as _, Wry};

use crate::desk::desk;
use crate::platform;
use crate::windows::CONSOLE;

/// What belongs together.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Group {
    /// In the presenter's language.
    name: String,
    items: Vec<Item>,
}

/// An action of the page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Item {
    /// Its id among the actions.
    action: String,
    /// What it does now, in the presenter's language.
    name: String,
    /// Its key, as people call it.
    key: Option<String>,
    /// Whether it means something now.
    enabled: bool,
}

impl Item {
    fn label(&self) -> String {
        // What a `&` stands before is underlined.
        platform::menu_label(&self.name.replace('&', "&&"), self.key.as_deref())
    }
}

/// The menu of the console, once its page has asked for one.
#[derive(Default)]
pub(crate) struct ConsoleMenu {
    shown: Mutex<Option<Shown>>,
    /// Apart: whoever changes the menu waits for the windows' thread, which must not wait in turn when something is chosen.
    chosen: Mutex<Option<Channel<String>>>,
}

/// What is shown.
struct Shown {
    groups: Vec<Group>,
    items: HashMap<String, MenuItem<Wry>>,
}

impl Shown {
    fn build(app: &AppHandle, groups: Vec<Group>) -> tauri::Result<Self> {
        let mut items = HashMap::new();
        let mut submenus = Vec::new();
        for group in &groups {
            let submenu = Submenu::new(app, group.name.replace('&', "&&"), true)?;
            for item in &group.items {
                let shown = MenuItem::with_id(app, &item.action, item.label(), item.enabled, None::<&str>)?;
                submenu.append(&shown)?;
                items.insert(item.action.clone(), shown);
            }
            submenus.push(submenu);
        }
        show(app, &submenus)?;
        Ok(Self { groups, items })
    }

    /// Whether the same items stand in the same places.
    fn is_built_like(&self, groups: &[Group]) -> bool {
        let places = |groups: &[Group]| -> Vec<(String, Vec<String>)> {
            let actions = |group: &Group| group.items.iter().map(|item| item.action.clone()).collect();
            groups
                .iter()
                .map(|group| (group.name.clone(), actions(group)))
                .collect()
        };
        places(&self.groups) == places(groups)
    }

    /// Changes what has changed: a menu that is open stays open.
    fn become_like(&mut self, groups: Vec<Group>) -> tauri::Result<()> {
        let items = |groups: &[Group]| -> Vec<Item> { groups.iter().flat_map(|group| group.items.clone()).collect() };
        for (before, now) in items(&self.groups).iter().zip(items(&groups)) {
            let Some(shown) = self.items.get(&now.action) else {
                continue;
            };
            if before.label() != now.label() {
                shown.set_text(now.label())?;
            }
            if before.enabled != now.enabled {
                shown.set_enabled(now.enabled)?;
            }
        }
        self.groups = groups;
        Ok(())
    }
}

/// Shows the menu as the page has it now; what is chosen goes to `chosen`.
pub(crate) fn update(app: &AppHandle, groups: Vec<Group>, chosen: Channel<String>) -> tauri::Result<()> {
    let Some(desk) = desk(app) else { return Ok(()) };
    *lock(&desk.menu.chosen) = Some(chosen);
    let mut shown = lock(&desk.menu.shown);
    match shown.as_mut() {
        Some(now) if now.is_built_like(&groups) => now.become_like(groups),
        _ => {
            *shown = Some(Shown::build(app, groups)?);
            Ok(())
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts the submenus where this system has its menu.
fn show(app: &AppHandle, submenus: &[Submenu<Wry>]) -> tauri::Result<()> {
    let menu = platform::own_menu(app, submenus)?;
    if platform::MENU_IS_OF_THE_APP {
        app.set_menu(menu)?;
    } else if let Some(console) = app.get_webview_window(CONSOLE) {
        console.set_menu(menu)?;
        platform::fit_menu(&console)?;
    }
    Ok(())
}

/// The menu of an app that presents nothing: where there is one for the whole app, it has what the system needs in it.
pub(crate) fn without_a_talk(app: &AppHandle) -> tauri::Result<()> {
    if platform::MENU_IS_OF_THE_APP {
        let menu: Menu<Wry> = platform::own_menu(app, &[])?;
        app.set_menu(menu)?;
    }
    Ok(())
}

/// An item was chosen: the page does it.
pub(crate) fn on_event(app: &AppHandle, event: MenuEvent) {
    let Some(desk) = desk(app) else { return };
    let chosen = lock(&desk.menu.chosen).clone();
    if let Some(Err(error)) = chosen.map(|chosen| chosen.send(event.id().0.clone())) {
        tracing::warn!(%error, "What was chosen in the menu reached no page.");
    }
}
