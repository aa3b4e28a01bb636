//! The windows: opening them, and moving those of a talk.

use std::sync::Arc;
use std::time::Duration;

use tauri::utils::config::Color;
use tauri::{
    AppHandle, Manager, PhysicalPosition, PhysicalSize, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    async_runtime,
};

use gazouillis_protocol::Notice;
use tokio::sync::Notify;

use crate::desk::{desk, language};
use crate::placement::{Rect, StagePlace};
use crate::{menu, screens, words};

/// The presenter's window.
pub(crate) const CONSOLE: &str = "console";
/// The window of the talks and sessions.
pub(crate) const HOME: &str = "home";
/// The projector's window.
pub(crate) const STAGE: &str = "stage";

/// The colours of both pages, so that no window flashes white before its page is there.
const STAGE_COLOUR: Color = Color(0xfb, 0xf4, 0xe6, 0xff);
const CONSOLE_COLOUR: Color = Color(0x14, 0x16, 0x2e, 0xff);

/// A page that has drawn nothing after this long draws nothing by itself.
const DRAWS_WITHIN: Duration = Duration::from_secs(3);
/// WebKit notices that it was hidden only after a while: 150 ms were not enough.
const HIDDEN_FOR: Duration = Duration::from_millis(1_200);
/// After so many times it is no use.
const TRIES: usize = 5;

/// How large home opens, in logical pixels.
const HOME_SIZE: (f64, f64) = (1200.0, 820.0);

/// Opens both windows on their pages, each where it belongs.
pub(crate) fn open(app: &AppHandle, stage: &Url, console: &Url) -> tauri::Result<()> {
    let Some(desk) = desk(app) else { return Ok(()) };
    let (talk, language) = (desk.session.now().deck.title.clone(), language(app));
    window(app, STAGE, stage)
        .title(words::stage_title(&talk, language))
        .background_color(STAGE_COLOUR)
        .min_inner_size(480.0, 270.0)
        .focused(false)
        .build()?;
    window(app, CONSOLE, console)
        .title(words::console_title(&talk, language))
        .background_color(CONSOLE_COLOUR)
        .min_inner_size(480.0, 400.0)
        .build()?;
    arrange(app)?;
    async_runtime::spawn(screens::follow(app.clone()));
    async_runtime::spawn(see_that_it_draws(app.clone(), Arc::clone(&desk.drawn)));
    Ok(())
}

/// About once in twenty starts WebKitGTK 2.50, without a graphics device, loads the slides and never paints them: the room would
/// look at an empty page. Hidden and shown again, the window paints.
async fn see_that_it_draws(app: AppHandle, drawn: Arc<Notify>) {
    for _ in 0..TRIES {
        if tokio::time::timeout(DRAWS_WITHIN, drawn.notified()).await.is_ok() {
            return;
        }
        let Some(stage) = app.get_webview_window(STAGE) else {
            return;
        };
        // Whoever has closed it sees nothing to draw.
        if !stage.is_visible().unwrap_or(false) {
            return;
        }
        tracing::warn!("The slides' window draws nothing; it is shown anew.");
        let hidden = stage.hide();
        tokio::time::sleep(HIDDEN_FOR).await;
        if let Err(error) = hidden.and_then(|()| arrange(&app)) {
            tracing::warn!(%error, "The slides' window could not be shown anew.");
        }
    }
}

/// Opens the window of the talks and sessions.
pub(crate) fn open_home(app: &AppHandle, home: &Url) -> tauri::Result<()> {
    let window = window(app, HOME, home)
        .title("Gazouillis")
        .background_color(STAGE_COLOUR)
        .inner_size(HOME_SIZE.0, HOME_SIZE.1)
        .min_inner_size(360.0, 400.0)
        .center()
        .build()?;
    bring(&window)
}

/// Home is out of the way while a talk is presented.
pub(crate) fn hide_home(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(HOME).map_or(Ok(()), |home| home.hide())
}

/// Closes the windows of what was presented; home comes to the front.
pub(crate) fn close_talk(app: &AppHandle) -> tauri::Result<()> {
    show_home(app)?;
    for label in [STAGE, CONSOLE] {
        if let Some(window) = app.get_webview_window(label) {
            window.destroy()?;
        }
    }
    menu::without_a_talk(app)
}

/// Brings home to the front.
pub(crate) fn show_home(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(HOME).as_ref().map_or(Ok(()), bring)
}

/// A window that shows one page and can go nowhere else.
fn window<'a>(app: &'a AppHandle, label: &str, page: &Url) -> WebviewWindowBuilder<'a, tauri::Wry, AppHandle> {
    let home = page.clone();
    WebviewWindowBuilder::new(app, label, WebviewUrl::External(page.clone()))
        .on_navigation(move |url| url.origin() == home.origin() && url.path() == home.path())
        .visible(false)
}

/// Puts both windows where they belong and shows them.
pub(crate) fn arrange(app: &AppHandle) -> tauri::Result<()> {
    let (Some(stage), Some(console)) = (app.get_webview_window(STAGE), app.get_webview_window(CONSOLE)) else {
        return Ok(());
    };
    if let Some(placement) = screens::placement(app)? {
        put(&console, placement.console)?;
        put_stage(&stage, placement.stage)?;
    }
    show(&stage)?;
    console.show()?;
    console.set_focus()
}

fn put_stage(stage: &WebviewWindow, place: StagePlace) -> tauri::Result<()> {
    if stage.is_fullscreen()? {
        if let StagePlace::Fullscreen { screen } = place
            && fills(stage, screen)?
        {
            // Out of full screen and into it again, the room would see what is behind.
            return Ok(());
        }
        stage.set_fullscreen(false)?;
    }
    match place {
        StagePlace::Window(rect) => put(stage, rect),
        StagePlace::Fullscreen { screen } => {
            // Some window managers take the screen that the window is on, others the one that is named.
            put(
                stage,
                Rect {
                    width: screen.width / 2,
                    height: screen.height / 2,
                    ..screen
                },
            )?;
            stage.set_fullscreen_on_monitor(PhysicalPosition::new(f64::from(screen.x), f64::from(screen.y)))
        }
    }
}

fn fills(window: &WebviewWindow, screen: Rect) -> tauri::Result<bool> {
    let (at, size) = (window.outer_position()?, window.inner_size()?);
    Ok((at.x, at.y, size.width, size.height) == (screen.x, screen.y, screen.width, screen.height))
}

fn put(window: &WebviewWindow, rect: Rect) -> tauri::Result<()> {
    window.set_position(PhysicalPosition::new(rect.x, rect.y))?;
    window.set_size(PhysicalSize::new(rect.width, rect.height))
}

/// Exchanges the screens; with one screen, brings the other window to the front.
pub(crate) fn swap(app: &AppHandle) -> tauri::Result<()> {
    if screens::stage_has_its_own(app) {
        if let Some(desk) = desk(app) {
            desk.wish.swap();
        }
        return arrange(app);
    }
    let Some(stage) = app.get_webview_window(STAGE) else {
        return Ok(());
    };
    if stage.is_focused()? {
        show_console(app)
    } else {
        bring(&stage)
    }
}

/// The stage into full screen, on the screen it is on, and out of it.
fn toggle_fullscreen(app: &AppHandle) -> tauri::Result<()> {
    let Some(stage) = app.get_webview_window(STAGE) else {
        return Ok(());
    };
    if stage.is_fullscreen()? {
        return leave_fullscreen(app);
    }
    show(&stage)?;
    stage.set_fullscreen(true)?;
    // On the only screen the slides cover the console, so they get its keys too.
    if screens::stage_has_its_own(app) {
        Ok(())
    } else {
        bring(&stage)
    }
}

/// What F5 does in every presenter's program: the slides in full screen, where the talk is. On the only screen it leads out of
/// it again, as they then cover the console.
pub(crate) fn present(app: &AppHandle) -> tauri::Result<()> {
    if screens::stage_has_its_own(app) {
        return arrange(app);
    }
    toggle_fullscreen(app)
}

/// The stage out of full screen.
pub(crate) fn leave_fullscreen(app: &AppHandle) -> tauri::Result<()> {
    match app.get_webview_window(STAGE) {
        Some(stage) if stage.is_fullscreen()? => stage.set_fullscreen(false),
        _ => Ok(()),
    }
}

/// Brings the stage back when it is hidden, covered or minimised.
pub(crate) fn show_stage(app: &AppHandle) -> tauri::Result<()> {
    if screens::stage_has_its_own(app) {
        return arrange(app);
    }
    app.get_webview_window(STAGE).as_ref().map_or(Ok(()), bring)
}

/// Brings the console to the front.
pub(crate) fn show_console(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(CONSOLE).as_ref().map_or(Ok(()), bring)
}

/// Shows a window; when it is that of the slides, the console no longer says that it is closed.
fn show(window: &WebviewWindow) -> tauri::Result<()> {
    if window.label() == STAGE
        && let Some(desk) = desk(window.app_handle())
    {
        desk.notices.tell(Notice::StageClosed, false);
    }
    window.show()
}

fn bring(window: &WebviewWindow) -> tauri::Result<()> {
    show(window)?;
    window.unminimize()?;
    window.set_focus()
}
