//! The home page's listener: the talks and sessions of this computer, and what is presented of them. Loopback only, and only with a
//! secret of its own. It knows no session: whoever presents is behind [`Host`].

mod board;
mod host;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::Path as FilePath;
use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequestParts, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use gazouillis_core::deck::Language;
use gazouillis_export::HandoutOptions;
use gazouillis_protocol::{ErrorBody, ErrorCode, NewTalkRequest, OpenTalkRequest, PresentTalkRequest, SettingsRequest};
use http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderMap};
use http::request::Parts;
use http::{StatusCode, Uri};
use tokio::task::JoinSet;

pub use crate::report::Paper;
pub use board::HomeBoard;
pub use host::{Host, Refusal, ShelvedTalk};

use crate::answer::{ApiError, language};
use crate::body::Json;
use crate::control::Nothing;
use crate::control::role::bearer;
use crate::door::{Pace, Places};
use crate::guard::{Guard, Hosts};
use crate::hosts::Names;
use crate::listen::{Edge, ListenError, listen, serve};
use crate::path::Path;
use crate::report::{self, Stated};
use crate::secret::Secret;
use crate::{assets, pictures, stream};

/// How many connections the home page may hold.
const PLACES: usize = 64;

/// The running listener. Dropping it closes it.
#[derive(Debug)]
pub struct HomeServer {
    address: SocketAddr,
    secret: Secret,
    board: HomeBoard,
    _tasks: JoinSet<()>,
}

impl HomeServer {
    /// The home page, with its secret.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/home#{}", self.address, self.secret.reveal())
    }

    /// Tells the page that something has changed.
    #[must_use]
    pub fn board(&self) -> HomeBoard {
        self.board.clone()
    }
}

struct Shared {
    board: HomeBoard,
    secret: Secret,
}

type Context = State<Arc<Shared>>;

/// Serves the home page. Must be called within a Tokio runtime of several threads.
///
/// # Errors
/// When no port can be had.
pub fn serve_home(host: Arc<dyn Host>, wanted: SocketAddr, language: Language) -> Result<HomeServer, ListenError> {
    let listener = listen(wanted)?;
    let address = listener.local_addr().map_err(|source| ListenError { wanted, source })?;
    let board = HomeBoard::of(host);
    let shared = Arc::new(Shared {
        board: board.clone(),
        secret: Secret::random(),
    });
    let secret = shared.secret.clone();
    let edge = Arc::new(Edge {
        guard: Guard {
            hosts: Arc::new(Hosts::Control(Names::new([], None, address.port()))),
            language,
        },
        places: Places::new(PLACES),
        pace: Arc::<Pace>::default(),
        paced: false,
    });
    let mut tasks = JoinSet::new();
    tasks.spawn(serve(listener, router(shared), edge));
    Ok(HomeServer {
        address,
        secret,
        board,
        _tasks: tasks,
    })
}

fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/home", get(async |headers: HeaderMap| assets::home_page(&headers)))
        .route("/assets/{*path}", get(asset))
        .route("/favicon.svg", get(asset))
        .route("/home/live", get(live))
        .route("/home/format", get(format))
        .route("/home/refresh", post(refresh))
        .route("/home/settings", post(settle))
        .route("/home/talks", post(open))
        .route("/home/talks/new", post(create))
        .route("/home/talks/{talk}", delete(remove))
        .route("/home/talks/{talk}/copy", post(copy))
        .route("/home/talks/{talk}/edit", post(edit))
        .route("/home/talks/{talk}/present", post(present))
        .route("/home/resume", post(resume))
        .route("/home/leave", post(leave))
        .route("/home/sessions/{session}", delete(forget))
        .route("/home/sessions/{session}/handout.pdf", get(session_handout))
        .route("/home/talks/{talk}/handout.pdf", get(talk_handout))
        .route("/home/sessions/{session}/{file}", get(summary))
        .route("/stage/pictures/{talk}/{*src}", get(picture))
        .fallback(async || ApiError(ErrorCode::NotFound))
        .method_not_allowed_fallback(async || ApiError(ErrorCode::MethodNotAllowed))
        .with_state(shared)
}

/// Proof that the request comes from the home page.
struct Home;

impl FromRequestParts<Arc<Shared>> for Home {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, ApiError> {
        if shared.secret.is(bearer(parts)) {
            Ok(Self)
        } else {
            Err(ErrorCode::Unauthorized.into())
        }
    }
}

/// A refusal on its way, in the language of the asker.
pub(crate) fn refuse(refusal: Refusal, headers: &HeaderMap) -> Response {
    let message = match language(headers.get(ACCEPT_LANGUAGE), Language::En) {
        Language::Fr => refusal.fr,
        Language::En => refusal.en,
    };
    let body = ErrorBody {
        code: ErrorCode::Refused,
        message,
    };
    (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(body)).into_response()
}

/// Does something with the host, shows what came of it, and answers.
async fn ask<T: serde::Serialize + Send + 'static>(
    shared: &Shared,
    headers: &HeaderMap,
    work: impl FnOnce(&dyn Host) -> Result<T, Refusal> + Send + 'static,
) -> Response {
    let host = Arc::clone(shared.board.host());
    let done = tokio::task::spawn_blocking(move || work(&*host)).await;
    shared.board.refresh_beside().await;
    match done {
        Ok(Ok(done)) => axum::Json(done).into_response(),
        Ok(Err(refusal)) => refuse(refusal, headers),
        Err(_) => ApiError(ErrorCode::Internal).into_response(),
    }
}

/// The answer where there is nothing to say.
fn nothing() -> HashMap<String, String> {
    HashMap::new()
}

async fn asset(uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    assets::desk_asset(uri.path(), &headers)
}

async fn live(_: Home, State(shared): Context) -> Response {
    shared.board.refresh_beside().await;
    stream::follow(shared.board.shown())
}

async fn format(_: Home, State(shared): Context, headers: HeaderMap) -> String {
    let language = language(headers.get(ACCEPT_LANGUAGE), Language::En);
    shared.board.host().reference(language)
}

async fn refresh(_: Home, State(shared): Context, headers: HeaderMap, _: Json<Nothing>) -> Response {
    ask(&shared, &headers, |_| Ok(nothing())).await
}

async fn settle(_: Home, State(shared): Context, headers: HeaderMap, Json(request): Json<SettingsRequest>) -> Response {
    ask(&shared, &headers, move |host| {
        host.settle(&request);
        Ok(nothing())
    })
    .await
}

async fn open(_: Home, State(shared): Context, headers: HeaderMap, Json(request): Json<OpenTalkRequest>) -> Response {
    ask(&shared, &headers, move |host| host.open(FilePath::new(&request.path))).await
}

async fn create(_: Home, State(shared): Context, headers: HeaderMap, Json(request): Json<NewTalkRequest>) -> Response {
    ask(&shared, &headers, move |host| host.create(&request)).await
}

async fn copy(
    _: Home,
    State(shared): Context,
    Path(talk): Path<String>,
    headers: HeaderMap,
    _: Json<Nothing>,
) -> Response {
    ask(&shared, &headers, move |host| host.copy(&talk)).await
}

async fn edit(
    _: Home,
    State(shared): Context,
    Path(talk): Path<String>,
    headers: HeaderMap,
    _: Json<Nothing>,
) -> Response {
    ask(&shared, &headers, move |host| host.edit(&talk).map(|()| nothing())).await
}

async fn remove(_: Home, State(shared): Context, Path(talk): Path<String>, headers: HeaderMap) -> Response {
    ask(&shared, &headers, move |host| {
        host.remove(&talk);
        Ok(nothing())
    })
    .await
}

async fn present(
    _: Home,
    State(shared): Context,
    Path(talk): Path<String>,
    headers: HeaderMap,
    Json(request): Json<PresentTalkRequest>,
) -> Response {
    ask(&shared, &headers, move |host| host.present(&talk, &request)).await
}

async fn resume(_: Home, State(shared): Context, headers: HeaderMap, _: Json<Nothing>) -> Response {
    ask(&shared, &headers, |host| host.resume()).await
}

async fn leave(_: Home, State(shared): Context, headers: HeaderMap, _: Json<Nothing>) -> Response {
    ask(&shared, &headers, |host| {
        host.leave();
        Ok(nothing())
    })
    .await
}

async fn forget(_: Home, State(shared): Context, Path(session): Path<String>, headers: HeaderMap) -> Response {
    ask(&shared, &headers, move |host| host.forget(&session).map(|()| nothing())).await
}

async fn summary(
    _: Home,
    State(shared): Context,
    Path((session, file)): Path<(String, String)>,
    stated: Result<Query<Stated>, QueryRejection>,
) -> Result<Response, ApiError> {
    let Query(stated) = stated.map_err(|_| ApiError(ErrorCode::Malformed))?;
    let format = report::format_of(&file)?;
    let host = Arc::clone(shared.board.host());
    let found = report::blocking(move || host.summary(&session)).await?;
    let summary = found.ok_or(ApiError(ErrorCode::UnknownSession))?;
    report::file(summary, format, &stated).await
}

/// A session's talk on paper, with what its room answered.
async fn session_handout(
    _: Home,
    State(shared): Context,
    Path(session): Path<String>,
    wanted: Result<Query<HandoutOptions>, QueryRejection>,
) -> Result<Response, ApiError> {
    let options = report::wanted(wanted)?;
    let host = Arc::clone(shared.board.host());
    let found = report::blocking(move || host.paper(&session)).await?;
    report::handout(found.ok_or(ApiError(ErrorCode::UnknownSession))?, options).await
}

/// A talk on paper, by itself.
async fn talk_handout(
    _: Home,
    State(shared): Context,
    Path(talk): Path<String>,
    wanted: Result<Query<HandoutOptions>, QueryRejection>,
) -> Result<Response, ApiError> {
    let options = report::wanted(wanted)?;
    let host = Arc::clone(shared.board.host());
    let found = tokio::task::spawn_blocking(move || host.talk(&talk)).await;
    let talk = found.ok().flatten().ok_or(ApiError(ErrorCode::NotFound))?;
    let paper = Paper {
        deck: Arc::unwrap_or_clone(talk.deck),
        summary: None,
        folder: talk.folder,
    };
    report::handout(paper, options).await
}

async fn picture(
    _: Home,
    State(shared): Context,
    Path((talk, src)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let host = Arc::clone(shared.board.host());
    let read = move || {
        let talk = host.talk(&talk)?;
        pictures::read_of(&talk.deck, talk.folder.as_deref()?, &src)
    };
    let found = tokio::task::spawn_blocking(read).await.ok().flatten();
    let (bytes, media_type) = found.ok_or(ApiError(ErrorCode::NotFound))?;
    Ok(([(CONTENT_TYPE, media_type)], bytes).into_response())
}
