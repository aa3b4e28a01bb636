//! The app from its start to its end.

use std::net::{Ipv4Addr, SocketAddr};

use gazouillis_cli::arguments::Present;
use gazouillis_cli::launch::data_folder;
use gazouillis_cli::{Exit, LaunchError, Running, launch};
use gazouillis_core::deck::Language;
use gazouillis_protocol::Notice;
use tauri::{App, AppHandle, Context, Manager as _, RunEvent, Runtime, Url, WindowEvent, async_runtime};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogButtons, MessageDialogKind};

use crate::desk::Desk;
use crate::windows::{self, CONSOLE, STAGE};
use crate::{awake, commands, platform, words};

/// Stage and console are served here, or on one of the next ports. Always the same, because what the console remembers
/// (the size of the notes, the clock of the talk) belongs to its page's address.
const CONTROL: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 18_480);

/// Opens the app on a talk and stays until it is closed.
pub(crate) fn present(present: Present, language: Language) -> Exit {
    platform::prepare();
    // A second start ends in `build`, after it has woken the first.
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Err(error) = windows::show_console(app) {
                tracing::warn!(%error, "The console could not be brought to the front.");
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            commands::open_join_page,
            commands::present_slides,
            commands::press_on_stage,
            commands::save_summary,
            commands::show_stage,
            commands::swap_screens,
        ])
        .build(context());
    let app = match built {
        Ok(app) => app,
        Err(error) => {
            eprintln!("{error}");
            return Exit::Machine;
        }
    };
    match start(&app, present, language) {
        // The session lives until the windows are closed and everything that waits is written.
        Ok(_running) => leave(app.run_return(on_event)),
        Err(error) => {
            complain(app.handle(), &error.message, error.exit, language);
            leave(app.run_return(|_, _| {}))
        }
    }
}

/// What tauri.conf.json and the capability files say.
pub(crate) fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Why the windows did not open, in words.
struct CannotStart {
    message: String,
    exit: Exit,
}

fn start(app: &App, mut present: Present, language: Language) -> Result<Running, CannotStart> {
    let refused = |error: LaunchError| CannotStart {
        message: error.message(language),
        exit: error.exit(),
    };
    let broken = |error: &dyn std::fmt::Display| CannotStart {
        message: error.to_string(),
        exit: Exit::Machine,
    };
    present.control.get_or_insert(CONTROL);
    let running = async_runtime::block_on(launch(&present, language)).map_err(refused)?;
    let data = data_folder(present.data.as_deref());
    let desk = Desk::of(&running, &data, language).map_err(|error| refused(error.into()))?;
    app.manage(desk);
    let page = |url: String| url.parse::<Url>().expect("BUG: the server's addresses are addresses");
    let (stage, console) = (page(running.server.stage_url()), page(running.server.console_url()));
    windows::open(app.handle(), &stage, &console).map_err(|error| broken(&error))?;
    awake::keep(language);
    Ok(running)
}

/// Says why nothing opens, on standard error and in a dialog, and ends the app when the dialog is closed.
fn complain(app: &AppHandle, message: &str, exit: Exit, language: Language) {
    eprintln!("{message}");
    let ending = app.clone();
    app.dialog()
        .message(words::for_a_dialog(message))
        .title(words::cannot_start_title(language))
        .kind(MessageDialogKind::Error)
        .show(move |_| ending.exit(exit as i32));
}

fn on_event(app: &AppHandle, event: RunEvent) {
    let RunEvent::WindowEvent {
        label,
        event: WindowEvent::CloseRequested { api, .. },
        ..
    } = event
    else {
        return;
    };
    api.prevent_close();
    match label.as_str() {
        STAGE => hide_stage(app),
        CONSOLE => close_console(app),
        _ => {}
    }
}

/// The slides can be brought back from the console, so closing them only hides them, and the console says so.
fn hide_stage(app: &AppHandle) {
    if let Some(stage) = app.get_webview_window(STAGE) {
        let _ = stage.hide();
        app.state::<Desk>().notices.tell(Notice::StageClosed, true);
    }
}

/// Closing the console ends the app; the session can be gone on with. While people take part it asks first.
fn close_console(app: &AppHandle) {
    let desk = app.state::<Desk>();
    if !desk.is_busy() {
        app.exit(0);
        return;
    }
    let said = words::leaving(desk.language);
    let mut question = app
        .dialog()
        .message(said.message)
        .title(said.title)
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom(
            said.leave.to_owned(),
            said.stay.to_owned(),
        ));
    if let Some(console) = app.get_webview_window(CONSOLE) {
        question = question.parent(&console);
    }
    let ending = app.clone();
    question.show(move |leave| {
        if leave {
            ending.exit(0);
        }
    });
}

fn leave(code: i32) -> Exit {
    match code {
        0 => Exit::Done,
        1 => Exit::WrongInput,
        2 => Exit::Usage,
        _ => Exit::Machine,
    }
}
