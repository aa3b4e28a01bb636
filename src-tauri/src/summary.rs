//! A session's summary, into a file that the presenter chooses.

use std::path::PathBuf;

use gazouillis_core::Command;
use gazouillis_core::deck::Language;
use gazouillis_engine::Library;
use gazouillis_export::{Format, Summary, file_name, render};
use gazouillis_server::Host as _;
use tauri::{AppHandle, Manager as _, async_runtime};

use crate::desk::{Front, desk};
use crate::error::ShellError;
use crate::files;

/// What is stated when a summary is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stated {
    /// People in the company.
    pub(crate) population: Option<u32>,
    /// The language that the file speaks; that of the talk when left out.
    pub(crate) language: Option<Language>,
}

/// Asks for a file and writes the summary there. `current` names the running session, which publishes first what it may.
/// `None` when the person changes their mind.
pub(crate) async fn save(
    app: &AppHandle,
    session: String,
    format: Format,
    stated: Stated,
) -> Result<Option<PathBuf>, ShellError> {
    publish(app, &session).await;
    let mut summary = blocking(app, move |app| read(app, &session)).await?;
    if let Some(people) = stated.population {
        summary = summary.for_company(people)?;
    }
    if let Some(language) = stated.language {
        summary = summary.in_language(language);
    }
    let Some(path) = files::where_to_save(app, &file_name(&summary, format), format.extension()).await else {
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

/// The running session publishes first what it may, where it is the one that is asked for.
pub(crate) async fn publish(app: &AppHandle, session: &str) {
    let Some(desk) = desk(app) else { return };
    let running = &desk.session;
    if session == "current" || session == running.now().facts.id {
        // A disk that takes no more keeps nobody from what was published before.
        let _ = running.command(Command::PublishSummary).await;
    }
}

fn read(app: &AppHandle, session: &str) -> Result<Summary, ShellError> {
    let found = match desk(app) {
        Some(desk) => {
            let current = || desk.session.now().facts.id.clone();
            let id = if session == "current" {
                current()
            } else {
                session.to_owned()
            };
            let read = |library: &Library| library.summary(&id);
            desk.library.as_ref().map(read).transpose()?.flatten()
        }
        None => {
            let hall = app.state::<Front>().hall.clone();
            let read = hall.map(|hall| hall.summary(session).map_err(ShellError::Home));
            read.transpose()?.flatten()
        }
    };
    found.ok_or(ShellError::UnknownSession)
}

/// Disk and typesetting, away from the windows' thread.
pub(crate) async fn blocking<T: Send + 'static>(
    app: &AppHandle,
    work: impl FnOnce(&AppHandle) -> Result<T, ShellError> + Send + 'static,
) -> Result<T, ShellError> {
    let app = app.clone();
    let done = async_runtime::spawn_blocking(move || work(&app));
    done.await?
}
