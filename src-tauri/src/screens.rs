//! The screens of this computer: which there are, what the presenter wants of them, and what happens when one comes or goes.

use std::time::Duration;

use gazouillis_protocol::Notice;
use serde::Serialize;
use tauri::{AppHandle, Manager as _, PhysicalPosition, PhysicalSize};

use crate::desk::desk;
use crate::placement::{self, Placement, Rect, Screen, Wish};
use crate::windows::{self, CONSOLE, STAGE};
use crate::wish::StageChoice;

/// How often the screens are looked at: a projector that is plugged in late gets the stage.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// A screen, for the presenter to recognise.
#[derive(Debug, Serialize)]
pub(crate) struct ScreenFacts {
    name: String,
    /// In pixels, as the system arranges the screens.
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    /// Whether the system calls it the first.
    primary: bool,
    /// Whether the slides are on it.
    stage: bool,
    /// Whether the console is on it.
    console: bool,
    /// The screen that it shows the same as.
    mirrors: Option<String>,
}

/// The screens and what was chosen.
#[derive(Debug, Serialize)]
pub(crate) struct Screens {
    screens: Vec<ScreenFacts>,
    choice: StageChoice,
}

/// All there is to know of the screens.
pub(crate) fn list(app: &AppHandle) -> tauri::Result<Screens> {
    let screens = now(app)?;
    let wish = wish(app);
    let (stage, console) = (corner_of(app, STAGE)?, corner_of(app, CONSOLE)?);
    let facts = screens.iter().map(|screen| {
        let Rect { x, y, width, height } = screen.whole;
        ScreenFacts {
            name: screen.name.clone(),
            x,
            y,
            width,
            height,
            primary: screen.primary,
            stage: stage == Some((x, y)),
            console: console == Some((x, y)),
            mirrors: placement::mirrored(&screens, screen).map(|other| other.name.clone()),
        }
    });
    let choice = match placement::chosen(&screens, &wish) {
        _ if wish.in_window => StageChoice::Window,
        Some(screen) => StageChoice::Screen {
            name: screen.name.clone(),
        },
        None => StageChoice::Automatic,
    };
    Ok(Screens {
        screens: facts.collect(),
        choice,
    })
}

/// Where the screen begins that a window is on. `None` when the window is hidden.
fn corner_of(app: &AppHandle, label: &str) -> tauri::Result<Option<(i32, i32)>> {
    let Some(window) = app.get_webview_window(label) else {
        return Ok(None);
    };
    if !window.is_visible()? {
        return Ok(None);
    }
    let monitor = window.current_monitor()?;
    Ok(monitor.map(|monitor| (monitor.position().x, monitor.position().y)))
}

/// Takes the presenter's choice: the windows go there.
pub(crate) fn choose(app: &AppHandle, choice: StageChoice) -> tauri::Result<()> {
    let names: Vec<String> = now(app)?.into_iter().map(|screen| screen.name).collect();
    if let Some(desk) = desk(app) {
        desk.wish.choose(choice, &names);
    }
    // Who chooses knows where the slides are.
    tell_of_projector(app, false);
    windows::arrange(app)
}

/// What is wanted of the screens.
fn wish(app: &AppHandle) -> Wish {
    desk(app).map(|desk| desk.wish.now()).unwrap_or_default()
}

/// Where the windows belong now; `None` when the system names no screen.
pub(crate) fn placement(app: &AppHandle) -> tauri::Result<Option<Placement>> {
    Ok(placement::place(&now(app)?, &wish(app)))
}

/// Whether the stage has a screen of its own.
pub(crate) fn stage_has_its_own(app: &AppHandle) -> bool {
    now(app).is_ok_and(|screens| placement::has_projector(&screens, &wish(app)))
}

fn now(app: &AppHandle) -> tauri::Result<Vec<Screen>> {
    let primary = app.primary_monitor()?.map(|monitor| *monitor.position());
    let mut screens: Vec<Screen> = Vec::new();
    for monitor in app.available_monitors()? {
        screens.push(Screen {
            name: unique(monitor.name().map_or("", String::as_str), &screens),
            whole: rect(*monitor.position(), *monitor.size()),
            free: rect(monitor.work_area().position, monitor.work_area().size),
            scale: monitor.scale_factor(),
            primary: primary == Some(*monitor.position()),
        });
    }
    Ok(screens)
}

/// Two screens of one make may have one name.
fn unique(name: &str, known: &[Screen]) -> String {
    let alike = known.iter().filter(|screen| screen.name.starts_with(name)).count();
    match alike {
        0 => name.to_owned(),
        _ => format!("{name} ({})", alike + 1).trim_start().to_owned(),
    }
}

fn rect(position: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Rect {
    Rect {
        x: position.x,
        y: position.y,
        width: size.width,
        height: size.height,
    }
}

/// Puts the windows in their places again whenever a screen comes or goes, and says on the console what that means.
pub(crate) async fn follow(app: AppHandle) {
    let mut known = now(&app).unwrap_or_default();
    let mut had_projector = stage_has_its_own(&app);
    let mut is_lost = false;
    tell_of_mirrors(&app, &known);
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        if app.get_webview_window(STAGE).is_none() {
            // The talk is over.
            return;
        }
        let Ok(screens) = now(&app) else { continue };
        let has_projector = stage_has_its_own(&app);
        if !screens.is_empty() && places(&screens) != places(&known) {
            tracing::info!(screens = screens.len(), "The screens have changed.");
            if let Err(error) = windows::arrange(&app) {
                tracing::warn!(%error, "The windows could not follow the screens.");
            }
            tell_of_mirrors(&app, &screens);
            is_lost = !has_projector && (is_lost || had_projector);
            // A mirror is not gone, and worse.
            tell_of_projector(&app, is_lost && !placement::is_mirrored(&screens));
            known = screens;
        }
        had_projector = has_projector;
    }
}

fn places(screens: &[Screen]) -> Vec<(&str, Rect)> {
    screens
        .iter()
        .map(|screen| (screen.name.as_str(), screen.whole))
        .collect()
}

fn tell_of_projector(app: &AppHandle, is_gone: bool) {
    if let Some(desk) = desk(app) {
        desk.notices.tell(Notice::ProjectorGone, is_gone);
    }
}

fn tell_of_mirrors(app: &AppHandle, screens: &[Screen]) {
    if let Some(desk) = desk(app) {
        desk.notices
            .tell(Notice::ScreensMirrored, placement::is_mirrored(screens));
    }
}
