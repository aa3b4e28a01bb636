//! A session's summary, into a file that the presenter chooses.

use std::path::PathBuf;

use gazouillis_core::Command;
use gazouillis_engine::Library;
use gazouillis_export::{Format, Summary, file_name, render};
use tauri::{AppHandle, Manager as _, async_runtime};
use tauri_plugin_dialog::DialogExt as _;
use tokio::sync::oneshot;

use crate::desk::Desk;
use crate::error::ShellError;
use crate::windows::CONSOLE;
use crate::words;

/// Asks for a file and writes the summary there. `current` names the running session, which publishes first what it may;
/// `population` is how many people the company has. `None` when the person changes
/// their mind.
pub(crate) async fn save(
    app: &AppHandle,
    session: String,
    format: Format,
    population: Option<u32>,
) -> Result<Option<PathBuf>, ShellError> {
    let running = app.state::<Desk>().session.clone();
    if session == "current" || session == running.now().facts.id {
        // A disk that takes no more keeps nobody from what was published before.
        let _ = running.command(Command::PublishSummary).await;
    }
    let mut summary = blocking(app, move |desk| read(desk, &session)).await?;
    if let Some(people) = population {
        summary = summary.for_company(people)?;
    }
    let Some(path) = ask(app, file_name(&summary, format), format).await else {
        return Ok(None);
    };
    let written = blocking(app, move |_| {
        let bytes = render(&summary, format)?;
        match std::fs::write(&path, bytes) {
            Ok(()) => Ok(path),
            Err(source) => Err(ShellError::Write { path, source }),
        }
    });
    written.await.map(Some)
}

fn read(desk: &Desk, session: &str) -> Result<Summary, ShellError> {
    let current = || desk.session.now().facts.id.clone();
    let id = if session == "current" {
        current()
    } else {
        session.to_owned()
    };
    let read = |library: &Library| library.summary(&id);
    desk.library
        .as_ref()
        .map(read)
        .transpose()?
        .flatten()
        .ok_or(ShellError::UnknownSession)
}

/// The system's own dialog. `None` when it is dismissed.
async fn ask(app: &AppHandle, name: String, format: Format) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    let mut dialog = app
        .dialog()
        .file()
        .set_title(words::save_title(app.state::<Desk>().language))
        .set_file_name(name)
        .add_filter(format.extension().to_uppercase(), &[format.extension()]);
    if let Some(console) = app.get_webview_window(CONSOLE) {
        dialog = dialog.set_parent(&console);
    }
    if let Ok(documents) = app.path().document_dir() {
        dialog = dialog.set_directory(documents);
    }
    // Whoever asked may have gone; then nobody wants the answer.
    dialog.save_file(move |chosen| drop(answer.send(chosen)));
    answered.await.ok().flatten()?.into_path().ok()
}

/// Disk and typesetting, away from the windows' thread.
async fn blocking<T: Send + 'static>(
    app: &AppHandle,
    work: impl FnOnce(&Desk) -> Result<T, ShellError> + Send + 'static,
) -> Result<T, ShellError> {
    let app = app.clone();
    let done = async_runtime::spawn_blocking(move || work(&app.state::<Desk>()));
    done.await?
}
