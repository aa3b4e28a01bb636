//! A session's summary as a file, and its talk on paper, whoever asks for them.

use std::path::PathBuf;

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::{IntoResponse as _, Response};
use gazouillis_core::deck::Language;
use gazouillis_core::{Deck, Summary};
use gazouillis_engine::store::StoreError;
use gazouillis_export::{Format, Handout, HandoutOptions};
use gazouillis_protocol::{ErrorCode, SessionEntry};
use http::StatusCode;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use serde::Deserialize;

use crate::answer::ApiError;
use crate::pictures::pictures_of;

/// What may be stated when a room's summary is asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stated {
    /// People in the company, of which the room is then taken as a sample.
    population: Option<u32>,
    /// The language that the file speaks; that of the talk when left out.
    lang: Option<Language>,
}

/// The format that a file's name asks for: `summary.pdf`.
pub(crate) fn format_of(file: &str) -> Result<Format, ApiError> {
    let ending = file.strip_prefix("summary.");
    let format = ending.and_then(|ending| ending.parse().ok());
    format.ok_or(ApiError(ErrorCode::NotFound))
}

/// Renders a summary, away from whoever serves.
pub(crate) async fn file(mut summary: Summary, format: Format, stated: &Stated) -> Result<Response, ApiError> {
    if let Some(people) = stated.population {
        summary = summary
            .for_company(people)
            .map_err(|_| ApiError(ErrorCode::CompanyTooSmall))?;
    }
    if let Some(language) = stated.lang {
        summary = summary.in_language(language);
    }
    let name = gazouillis_export::file_name(&summary, format);
    let rendered = tokio::task::spawn_blocking(move || gazouillis_export::render(&summary, format)).await;
    let bytes = rendered.map_err(|_| ApiError(ErrorCode::Internal))?.map_err(|error| {
        tracing::error!(%error, "A summary could not be rendered.");
        ApiError(ErrorCode::Internal)
    })?;
    Ok(attached(format, &name, bytes))
}

/// A talk to be put on paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The talk.
    pub deck: Deck,
    /// What a room answered; `None` for the talk by itself.
    pub summary: Option<Summary>,
    /// The folder of its pictures.
    pub folder: Option<PathBuf>,
}

/// What of a talk is to go onto paper.
pub(crate) fn wanted(query: Result<Query<HandoutOptions>, QueryRejection>) -> Result<HandoutOptions, ApiError> {
    let Query(options) = query.map_err(|_| ApiError(ErrorCode::Malformed))?;
    Ok(options)
}

/// Puts a talk on paper, away from whoever serves.
pub(crate) async fn handout(paper: Paper, options: HandoutOptions) -> Result<Response, ApiError> {
    let work = move || {
        let pictures = pictures_of(&paper.deck, paper.folder.as_deref());
        let handout = Handout {
            deck: &paper.deck,
            summary: paper.summary.as_ref(),
            pictures: &pictures,
        };
        (handout.file_name(options), handout.render(options))
    };
    let (name, rendered) = tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ApiError(ErrorCode::Internal))?;
    let bytes = rendered.map_err(|error| {
        tracing::error!(%error, "A handout could not be rendered.");
        ApiError(ErrorCode::Internal)
    })?;
    Ok(attached(Format::Pdf, &name, bytes))
}

/// A file to be saved.
fn attached(format: Format, name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, format.media_type().to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (StatusCode::OK, headers, bytes).into_response()
}

/// Reads the library where that may take its time.
pub(crate) async fn blocking<T, E>(read: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, ApiError>
where
    T: Send + 'static,
    E: std::error::Error + Send + 'static,
{
    let read = tokio::task::spawn_blocking(read)
        .await
        .map_err(|_| ApiError(ErrorCode::Internal))?;
    read.map_err(|error| {
        tracing::error!(%error, "The library could not be read.");
        let error: &dyn std::error::Error = &error;
        match error.downcast_ref() {
            Some(StoreError::TalkLost(_)) => ApiError(ErrorCode::TalkLost),
            _ => ApiError(ErrorCode::Internal),
        }
    })
}

/// A session as the library's lists show it.
#[must_use]
pub fn session_entry(row: gazouillis_engine::store::SessionRow) -> SessionEntry {
    SessionEntry {
        id: row.id,
        title: row.title,
        started_at: row.started_at,
        finished: row.finished,
        rehearsal: row.simulated,
        joined: row.joined,
        ballots: row.ballots,
        damaged: row.damage.is_some(),
    }
}
