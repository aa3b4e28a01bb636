//! The app from its start to its end.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gazouillis_cli::arguments::{Home, Present};
use gazouillis_cli::home::{self, HOME as HOME_ADDRESS, Hall};
use gazouillis_cli::launch::data_folder;
use gazouillis_cli::{Exit, LaunchError, Running, launch};
use gazouillis_core::deck::Language;
use gazouillis_protocol::Notice;
use gazouillis_server::HomeServer;
use tauri::{
    App, AppHandle, Builder, Context, DragDropEvent, Manager as _, RunEvent, Runtime, Url, WindowEvent, Wry,
    async_runtime,
};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogButtons, MessageDialogKind};

use crate::desk::{Desk, Front, desk, language};
use crate::hands::Hands;
use crate::windows::{self, CONSOLE, HOME, STAGE};
use crate::{commands, menu, platform, words};

/// Stage and console are served here, or on one of the next ports. Always the same, because what the console remembers
/// (the size of the notes, the clock of the talk) belongs to its page's address.
pub(crate) const CONTROL: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 18_480);

/// Opens the app on a talk and stays until it is closed.
pub(crate) fn present(present: Present, language: Language) -> Exit {
    run(language, |app| {
        app.manage(Front::new(None, language));
        // The session lives until the windows are closed and everything that waits is written.
        start(app, present, language)
    })
}

/// Opens the app at home and stays until it is closed.
pub(crate) fn home(arguments: &Home, language: Language) -> Exit {
    run(language, |app| {
        let mut present = arguments.present();
        present.control.get_or_insert(CONTROL);
        let data = data_folder(present.data.as_deref());
        let hands = Hands::new(app.handle().clone(), data);
        let hall = Hall::new(present, arguments.talks.clone(), language, hands);
        app.manage(Front::new(Some(Arc::clone(&hall)), language));
        let served = open_home(app, &hall, arguments.home.unwrap_or(HOME_ADDRESS), language)?;
        if let Some(talk) = &arguments.talk {
            take_up(app.handle(), vec![talk.clone()]);
        }
        Ok((Left(hall), served))
    })
}

/// What is presented from home ends with the app.
struct Left(Arc<Hall>);

impl Drop for Left {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Builds the app, starts what it is for, and stays until it is closed.
fn run<T>(language: Language, start: impl FnOnce(&App) -> Result<T, CannotStart>) -> Exit {
    platform::prepare();
    // A second start ends in `build`, after it has woken the first.
    let app = match builder().build(context()) {
        Ok(app) => app,
        Err(error) => {
            eprintln!("{error}");
            return Exit::Machine;
        }
    };
    match start(&app) {
        Ok(_lives) => leave(app.run_return(on_event)),
        Err(error) => {
            complain(app.handle(), &error.message, error.exit, language);
            leave(app.run_return(|_, _| {}))
        }
    }
}

fn builder() -> Builder<Wry> {
    Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            second_start(app, &arguments, Path::new(&folder));
        }))
        .plugin(tauri_plugin_dialog::init())
        .on_menu_event(menu::on_event)
        .invoke_handler(tauri::generate_handler![
            commands::choose_stage,
            commands::choose_talk,
            commands::list_screens,
            commands::open_join_page,
            commands::present_slides,
            commands::press_on_stage,
            commands::save_handout,
            commands::save_summary,
            commands::show_menu,
            commands::show_stage,
            commands::stage_drawn,
            commands::swap_screens,
        ])
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

impl CannotStart {
    fn refused(error: &LaunchError, language: Language) -> Self {
        Self {
            message: error.message(language),
            exit: error.exit(),
        }
    }

    fn broken(error: &dyn std::fmt::Display) -> Self {
        Self {
            message: error.to_string(),
            exit: Exit::Machine,
        }
    }
}

fn start(app: &App, mut present: Present, language: Language) -> Result<Running, CannotStart> {
    let refused = |error: LaunchError| CannotStart::refused(&error, language);
    present.control.get_or_insert(CONTROL);
    let running = async_runtime::block_on(launch(&present, language)).map_err(refused)?;
    let data = data_folder(present.data.as_deref());
    let desk = Desk::of(&running, &data, language).map_err(|error| refused(error.into()))?;
    app.state::<Front>().put(Some(desk));
    let page = |url: String| url.parse::<Url>().expect("BUG: the server's addresses are addresses");
    let (stage, console) = (page(running.server.stage_url()), page(running.server.console_url()));
    windows::open(app.handle(), &stage, &console).map_err(|error| CannotStart::broken(&error))?;
    Ok(running)
}

fn open_home(app: &App, hall: &Arc<Hall>, at: SocketAddr, language: Language) -> Result<HomeServer, CannotStart> {
    let served = async_runtime::block_on(async { home::open(hall, at, language) })
        .map_err(|error| CannotStart::refused(&error.into(), language))?;
    let page: Url = served.url().parse().expect("BUG: the server's addresses are addresses");
    windows::open_home(app.handle(), &page)
        .and_then(|()| menu::without_a_talk(app.handle()))
        .map_err(|error| CannotStart::broken(&error))?;
    Ok(served)
}

/// The program was started once more: what it was started on is opened here, and this window comes to the front.
fn second_start(app: &AppHandle, arguments: &[String], folder: &Path) {
    let talks = arguments.iter().skip(1).filter(|argument| is_talk(Path::new(argument)));
    take_up(app, talks.map(|talk| folder.join(talk)).collect());
    let shown = if desk(app).is_some() {
        windows::show_console(app)
    } else {
        windows::show_home(app)
    };
    if let Err(error) = shown {
        tracing::warn!(%error, "No window could be brought to the front.");
    }
}

fn is_talk(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    ending == "md" || ending == "markdown"
}

/// Shows talks at home: dropped on the window, or named by whoever started the program. While one is presented it waits there.
fn take_up(app: &AppHandle, talks: Vec<PathBuf>) {
    let Some(hall) = app.state::<Front>().hall.clone() else {
        return;
    };
    let app = app.clone();
    // Files are read where no window waits for it.
    async_runtime::spawn_blocking(move || {
        for talk in talks {
            if let Err(refusal) = hall.take_up(&talk) {
                let said = match language(&app) {
                    Language::Fr => refusal.fr,
                    Language::En => refusal.en,
                };
                app.dialog()
                    .message(said)
                    .title(words::open_title(language(&app)))
                    .kind(MessageDialogKind::Warning)
                    .show(|_| {});
            }
        }
    });
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
    let opened = platform::opened(&event);
    if !opened.is_empty() {
        take_up(app, opened);
    }
    let RunEvent::WindowEvent { label, event, .. } = event else {
        return;
    };
    match (label.as_str(), event) {
        (HOME, WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. })) => take_up(app, paths),
        (HOME, WindowEvent::CloseRequested { .. }) => app.exit(0),
        (STAGE, WindowEvent::CloseRequested { api, .. }) => {
            api.prevent_close();
            hide_stage(app);
        }
        (CONSOLE, WindowEvent::CloseRequested { api, .. }) => {
            api.prevent_close();
            close_console(app);
        }
        _ => {}
    }
}

/// The slides can be brought back from the console, so closing them only hides them, and the console says so.
fn hide_stage(app: &AppHandle) {
    if let Some(stage) = app.get_webview_window(STAGE) {
        let _ = stage.hide();
        if let Some(desk) = desk(app) {
            desk.notices.tell(Notice::StageClosed, true);
        }
    }
}

/// Closing the console leads home, or ends the app that was started on this talk; the session can be gone on with. While people
/// take part it asks first.
fn close_console(app: &AppHandle) {
    if !desk(app).is_some_and(|desk| desk.is_busy()) {
        go_home(app);
        return;
    }
    let said = words::leaving(app.state::<Front>().hall.is_some(), language(app));
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
            go_home(&ending);
        }
    });
}

fn go_home(app: &AppHandle) {
    match app.state::<Front>().hall.clone() {
        // Taking it down waits for its threads, which the windows must not.
        Some(hall) => drop(std::thread::spawn(move || hall.close())),
        None => app.exit(0),
    }
}

fn leave(code: i32) -> Exit {
    match code {
        0 => Exit::Done,
        1 => Exit::WrongInput,
        2 => Exit::Usage,
        _ => Exit::Machine,
    }
}
