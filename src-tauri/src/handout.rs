//! A talk on paper, into a file that the presenter chooses.

use std::path::PathBuf;
use std::sync::Arc;

use gazouillis_export::{Format, Handout, HandoutOptions};
use gazouillis_server::{Host as _, Paper, pictures_of};
use serde::Deserialize;
use tauri::{AppHandle, Manager as _};

use crate::desk::{Front, desk};
use crate::error::ShellError;
use crate::files;
use crate::summary::{blocking, publish};

/// What is put on paper.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Subject {
    /// A session's talk, with what its room answered; `current` names the running one.
    Session(String),
    /// A talk by itself, as home names it.
    Talk(String),
}

/// Asks for a file and writes the handout there. `None` when the person changes their mind.
pub(crate) async fn save(
    app: &AppHandle,
    subject: Subject,
    options: HandoutOptions,
) -> Result<Option<PathBuf>, ShellError> {
    if let Subject::Session(session) = &subject {
        publish(app, session).await;
    }
    let paper = blocking(app, move |app| read(app, &subject)).await?;
    let name = {
        let nothing = gazouillis_export::Pictures::new();
        on_paper(&paper, &nothing).file_name(options)
    };
    let Some(path) = files::where_to_save(app, &name, Format::Pdf.extension()).await else {
        return Ok(None);
    };
    let written = blocking(app, move |_| {
        let pictures = pictures_of(&paper.deck, paper.folder.as_deref());
        let bytes = on_paper(&paper, &pictures).render(options)?;
        match std::fs::write(&path, bytes) {
            Ok(()) => Ok(path),
            Err(source) => Err(ShellError::Write { path, source }),
        }
    });
    written.await.map(Some)
}

fn on_paper<'a>(paper: &'a Paper, pictures: &'a gazouillis_export::Pictures) -> Handout<'a> {
    Handout {
        deck: &paper.deck,
        summary: paper.summary.as_ref(),
        pictures,
    }
}

fn read(app: &AppHandle, subject: &Subject) -> Result<Paper, ShellError> {
    let found = match (subject, desk(app)) {
        (Subject::Session(session), Some(desk)) => {
            let now = desk.session.now();
            let id = if session == "current" { &now.facts.id } else { session };
            let read = desk.library.as_ref().map(|library| library.talk_and_summary(id));
            read.transpose()?.flatten().map(|(deck, summary)| Paper {
                // Another talk may call another picture by the same name.
                folder: desk.folder.clone().filter(|_| deck.title == now.deck.title),
                deck,
                summary: Some(summary),
            })
        }
        (Subject::Session(session), None) => {
            let hall = app.state::<Front>().hall.clone();
            let read = hall.map(|hall| hall.paper(session).map_err(ShellError::Home));
            read.transpose()?.flatten()
        }
        (Subject::Talk(talk), _) => {
            let hall = app.state::<Front>().hall.clone();
            hall.and_then(|hall| hall.talk(talk)).map(|talk| Paper {
                deck: Arc::unwrap_or_clone(talk.deck),
                summary: None,
                folder: talk.folder,
            })
        }
    };
    found.ok_or(ShellError::UnknownSession)
}
