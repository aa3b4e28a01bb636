//! The windows of what is presented from home.

use std::path::{Path, PathBuf};

use gazouillis_cli::Running;
use gazouillis_cli::home::Stagehand;
use tauri::{AppHandle, Manager as _, Url};

use crate::desk::{Desk, Front, language};
use crate::windows;

/// Opens and closes them.
pub(crate) struct Hands {
    app: AppHandle,
    data: PathBuf,
}

impl Hands {
    /// Of an app whose sessions are kept in `data`.
    pub(crate) fn new(app: AppHandle, data: PathBuf) -> Self {
        Self { app, data }
    }

    fn open(&self, running: &Running) -> Result<(), String> {
        let front = self.app.state::<Front>();
        let desk = Desk::of(running, &self.data, language(&self.app)).map_err(|error| error.to_string())?;
        front.put(Some(desk));
        let page = |url: String| url.parse::<Url>().map_err(|error| error.to_string());
        let (stage, console) = (page(running.server.stage_url())?, page(running.server.console_url())?);
        windows::open(&self.app, &stage, &console)
            .and_then(|()| windows::hide_home(&self.app))
            .map_err(|error| error.to_string())
    }
}

impl Stagehand for Hands {
    fn raise(&self, running: &Running) -> Result<(), String> {
        self.open(running).inspect_err(|_| self.lower())
    }

    fn lower(&self) {
        if let Err(error) = windows::close_talk(&self.app) {
            tracing::warn!(%error, "The windows of the talk could not be closed.");
        }
        self.app.state::<Front>().put(None);
    }

    fn can_edit(&self) -> bool {
        true
    }

    fn edit(&self, file: &Path) -> std::io::Result<()> {
        open::that_detached(file)
    }
}
