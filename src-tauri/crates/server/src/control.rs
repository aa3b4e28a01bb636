//! The control listener: stage, console, and every command. Loopback only, and only with this start's secret.

pub(crate) mod channels;
pub(crate) mod door;
pub(crate) mod moderation;
pub(crate) mod observed;
pub(crate) mod polls;
pub(crate) mod remote;

pub(crate) mod role;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use gazouillis_core::Command;
use gazouillis_engine::Accepted;
use gazouillis_export::HandoutOptions;
use gazouillis_protocol::{
    ChooseAddressRequest, ConsoleDeck, ConsoleView, CutRequest, ErrorBody, ErrorCode, GotoRequest, HandRequest,
    HandView, Notice, ScreenRequest, SessionEntry, StageDeck, StageView, project,
};
use http::Uri;
use http::header::{CONTENT_TYPE, HeaderMap};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::answer::ApiError;
use crate::body::Json;
use crate::path::Path;
use crate::report::{self, Paper, Stated, session_entry};
use crate::state::Shared;
use crate::{assets, chorus, openapi, stream, videos};

use role::{Console, Stage};

type Context = State<Arc<Shared>>;

/// The answer to a command: the sequence number it led to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Done {
    /// Grows with every change of the session.
    seq: u64,
}

impl Done {
    /// What did not change the session.
    pub(crate) fn now(shared: &Shared) -> Self {
        Self {
            seq: shared.engine.now().snapshot.seq,
        }
    }
}

impl From<Accepted> for Done {
    fn from(accepted: Accepted) -> Self {
        Self { seq: accepted.seq }
    }
}

/// A command that needs no words.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

type Outcome = Result<axum::Json<Done>, ApiError>;

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/stage", get(stage_page))
        .route("/console", get(console_page))
        .route("/assets/{*path}", get(asset))
        .route("/favicon.svg", get(favicon))
        .route("/healthz", get(async || "ok\n"))
        .route("/stage/deck", get(stage_deck))
        .route("/stage/live", get(stage_live))
        .route("/stage/hand", get(stage_hand))
        .route("/stage/pictures/{*src}", get(picture))
        .route("/stage/videos/{*src}", get(videos::address))
        .route("/stage/play/{key}/{*src}", get(videos::play))
        .route("/control/deck", get(console_deck))
        .route("/control/live", get(console_live))
        .route("/control/advance", post(advance))
        .route("/control/back", post(back))
        .route("/control/goto", post(go_to))
        .route("/control/screen", post(screen))
        .route("/control/hand", post(hand))
        .route("/control/polls/{poll}/open", post(polls::open))
        .route("/control/polls/{poll}/close", post(polls::close))
        .route("/control/polls/{poll}/reveal", post(polls::reveal))
        .route("/control/polls/{poll}/answer", post(polls::show_answer))
        .route("/control/polls/{poll}/again", post(polls::again))
        .route("/control/polls/{poll}/timer", post(polls::set_timer))
        .route("/control/polls/{poll}/hands", post(polls::count_hands))
        .route("/control/improvise", post(polls::improvise))
        .route("/control/polls/{poll}/texts/{text}/improve", post(polls::improve))
        .route("/control/uncover", post(polls::uncover))
        .route("/control/polls/{poll}/moderate", post(moderation::moderate))
        .route("/control/questions/{ruling}", post(channels::rule))
        .route("/control/channels/{channel}", post(channels::switch))
        .route("/control/breakdown/refresh", post(refresh_breakdown))
        .route("/control/observed", post(observed::observe))
        .route("/control/observed/shown", post(observed::show))
        .route("/control/session/finish", post(finish))
        .route("/control/session/new", post(new_session))
        .route("/control/session/resume", post(resume))
        .route("/control/home", post(home))
        .route("/control/cut", post(cut))
        .route("/control/address", post(choose_address))
        .route("/control/wifi", post(door::set_wifi))
        .route("/control/door", post(door::set_open))
        .route("/control/door/groups/{group}", post(door::answer))
        .route("/control/remote", post(remote::offer))
        .route("/control/remote", delete(remote::withdraw))
        .route("/control/remote/{phone}", post(remote::allow))
        .route("/control/sessions", get(sessions))
        .route("/control/sessions/{session}", delete(forget))
        .route("/control/sessions/{session}/handout.pdf", get(handout))
        .route("/control/sessions/{session}/{file}", get(summary))
        .route("/control/openapi.json", get(async || axum::Json(openapi::control())))
        .fallback(async || ApiError(ErrorCode::NotFound))
        .method_not_allowed_fallback(async || ApiError(ErrorCode::MethodNotAllowed))
        .with_state(shared)
}

async fn stage_page(headers: HeaderMap) -> Response {
    assets::stage_page(&headers)
}

async fn console_page(headers: HeaderMap) -> Response {
    assets::console_page(&headers)
}

async fn asset(uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    assets::desk_asset(uri.path(), &headers)
}

async fn favicon(headers: HeaderMap) -> Result<Response, ApiError> {
    assets::desk_asset("/favicon.svg", &headers)
}

/// The slides, as the stage draws them.
#[utoipa::path(get, path = "/stage/deck", tag = "stage", security(("stage" = [])),
    responses((status = 200, body = StageDeck), (status = 401, body = ErrorBody)))]
pub(crate) async fn stage_deck(_: Stage, State(shared): Context) -> axum::Json<StageDeck> {
    let now = shared.engine.now();
    let (deck, shown) = project::on_projector(&now.deck, &now.snapshot);
    axum::Json(project::stage_deck(&now.facts.id, deck, shown.edition))
}

/// Follows what the projector shows, as Server-Sent Events; each event's data is a whole [`StageView`].
#[utoipa::path(get, path = "/stage/live", tag = "stage", security(("stage" = [])),
    responses((status = 200, body = StageView, content_type = "text/event-stream"), (status = 401, body = ErrorBody)))]
pub(crate) async fn stage_live(_: Stage, State(shared): Context) -> Response {
    stream::follow(&shared.views.stage)
}

/// Follows the presenter's hand, as Server-Sent Events; each event's data is a whole [`HandView`].
#[utoipa::path(get, path = "/stage/hand", tag = "stage", security(("stage" = [])),
    responses((status = 200, body = HandView, content_type = "text/event-stream"), (status = 401, body = ErrorBody)))]
pub(crate) async fn stage_hand(_: Stage, State(shared): Context) -> Response {
    stream::follow(shared.hand.view())
}

/// A picture of the talk.
#[utoipa::path(get, path = "/stage/pictures/{src}", tag = "stage", security(("stage" = [])),
    params(("src" = String, Path, description = "The path as the talk names it.")),
    responses((status = 200, description = "The picture."), (status = 401, body = ErrorBody), (status = 404, body = ErrorBody)))]
pub(crate) async fn picture(_: Stage, State(shared): Context, Path(src): Path<String>) -> Result<Response, ApiError> {
    let read = tokio::task::spawn_blocking(move || shared.pictures.read(&shared.engine.now(), &src)).await;
    let (bytes, media_type) = read.ok().flatten().ok_or(ApiError(ErrorCode::NotFound))?;
    Ok(([(CONTENT_TYPE, media_type)], bytes).into_response())
}

/// The slides with notes and right answers.
#[utoipa::path(get, path = "/control/deck", tag = "control", security(("console" = [])),
    responses((status = 200, body = ConsoleDeck), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody)))]
pub(crate) async fn console_deck(_: Console, State(shared): Context) -> axum::Json<ConsoleDeck> {
    let now = shared.engine.now();
    axum::Json(project::console_deck(&now.facts.id, &now.deck, now.snapshot.edition))
}

/// Follows what the presenter sees, as Server-Sent Events; each event's data is a whole [`ConsoleView`].
#[utoipa::path(get, path = "/control/live", tag = "control", security(("console" = [])),
    responses((status = 200, body = ConsoleView, content_type = "text/event-stream"), (status = 401, body = ErrorBody)))]
pub(crate) async fn console_live(_: Console, State(shared): Context) -> Response {
    stream::follow(&shared.views.console)
}

/// One step on; what a clicker's forward key does.
#[utoipa::path(post, path = "/control/advance", tag = "control", security(("console" = [])), request_body = Nothing,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn advance(_: Console, State(shared): Context, _: Json<Nothing>) -> Outcome {
    command(&shared, Command::Advance).await
}

/// One step back; destroys nothing.
#[utoipa::path(post, path = "/control/back", tag = "control", security(("console" = [])), request_body = Nothing,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn back(_: Console, State(shared): Context, _: Json<Nothing>) -> Outcome {
    command(&shared, Command::Back).await
}

/// To a slide and step.
#[utoipa::path(post, path = "/control/goto", tag = "control", security(("console" = [])), request_body = GotoRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn go_to(_: Console, State(shared): Context, Json(place): Json<GotoRequest>) -> Outcome {
    Ok(axum::Json(
        shared.engine.go_to(place.slide as usize, place.step).await?.into(),
    ))
}

/// Blanks the projector, freezes it, or keeps results from it. The talk and the phones go on.
#[utoipa::path(post, path = "/control/screen", tag = "control", security(("console" = [])), request_body = ScreenRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn screen(_: Console, State(shared): Context, Json(request): Json<ScreenRequest>) -> Outcome {
    command(&shared, Command::Screen(request.act)).await
}

/// Points at something on the slide, draws on it, lights or enlarges a part of it. Nothing of it is kept.
#[utoipa::path(post, path = "/control/hand", tag = "control", security(("console" = [])), request_body = HandRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn hand(_: Console, State(shared): Context, Json(request): Json<HandRequest>) -> Outcome {
    if !shared.hand.act(request) {
        return Err(ErrorCode::Malformed.into());
    }
    Ok(axum::Json(Done::now(&shared)))
}

async fn command(shared: &Shared, command: Command) -> Outcome {
    Ok(axum::Json(shared.engine.command(command).await?.into()))
}

/// Draws the room's breakdown anew, with what has been answered since it was shown; refused while too few people weigh
/// differently in it.
#[utoipa::path(post, path = "/control/breakdown/refresh", tag = "control", security(("console" = [])), request_body = Nothing,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn refresh_breakdown(_: Console, State(shared): Context, _: Json<Nothing>) -> Outcome {
    command(&shared, Command::RefreshBreakdown).await
}

/// Finishes the session: freezes its summary and destroys the links between answers.
#[utoipa::path(post, path = "/control/session/finish", tag = "control", security(("console" = [])), request_body = Nothing,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn finish(_: Console, State(shared): Context, _: Json<Nothing>) -> Outcome {
    chorus::count(&shared).await;
    command(&shared, Command::Finish).await
}

/// Finishes the session as above and starts a new one on the same talk.
#[utoipa::path(post, path = "/control/session/new", tag = "control", security(("console" = [])), request_body = Nothing,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn new_session(_: Console, State(shared): Context, _: Json<Nothing>) -> Outcome {
    chorus::count(&shared).await;
    let begun = shared.engine.new_session().await?;
    // It begins with what the talk's file says.
    let waited = |notice: &Notice| matches!(notice, Notice::QuestionsKept { .. } | Notice::ProfilesKept);
    shared.notices.replace(waited, None);
    Ok(axum::Json(begun.into()))
}

/// Goes on with the old session that the console was asked about; the door is open then.
#[utoipa::path(post, path = "/control/session/resume", tag = "control", security(("console" = [])), request_body = Nothing,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn resume(_: Console, State(shared): Context, _: Json<Nothing>) -> Outcome {
    Ok(axum::Json(shared.engine.resume().await?.into()))
}

/// Ends what is presented and goes back to the home page. A session that is not finished can be gone on with.
#[utoipa::path(post, path = "/control/home", tag = "control", security(("console" = [])), request_body = Nothing,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody)))]
pub(crate) async fn home(_: Console, State(shared): Context, _: Json<Nothing>) -> Outcome {
    let leave = shared.leave.clone().ok_or(ApiError(ErrorCode::NotFound))?;
    let done = Done::now(&shared);
    // Where no runtime waits for it: this very listener is taken down.
    std::thread::spawn(move || leave.go());
    Ok(axum::Json(done))
}

/// Gives the talk in another of its lengths: slides that only the other one has come or go, and no answer is lost.
#[utoipa::path(post, path = "/control/cut", tag = "control", security(("console" = [])), request_body = CutRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn cut(
    _: Console,
    State(shared): Context,
    headers: HeaderMap,
    Json(request): Json<CutRequest>,
) -> Response {
    let asked = match &shared.recut {
        Some(recut) => recut.ask(request.minutes).await,
        None => None,
    };
    match asked {
        Some(Ok(())) => axum::Json(Done::now(&shared)).into_response(),
        Some(Err(refusal)) => crate::home::refuse(refusal, &headers),
        None => ApiError(ErrorCode::Unavailable).into_response(),
    }
}

/// Picks the address that the QR code carries.
#[utoipa::path(post, path = "/control/address", tag = "control", security(("console" = [])), request_body = ChooseAddressRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn choose_address(
    _: Console,
    State(shared): Context,
    Json(request): Json<ChooseAddressRequest>,
) -> Outcome {
    if !shared.addresses.choose(&request.address) {
        return Err(ErrorCode::UnknownAddress.into());
    }
    Ok(axum::Json(Done::now(&shared)))
}

/// What the library holds, newest first.
#[utoipa::path(get, path = "/control/sessions", tag = "control", security(("console" = [])),
    responses((status = 200, body = Vec<SessionEntry>), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody)))]
pub(crate) async fn sessions(_: Console, State(shared): Context) -> Result<axum::Json<Vec<SessionEntry>>, ApiError> {
    let rows = report::blocking(move || shared.library.sessions()).await?;
    Ok(axum::Json(rows.into_iter().map(session_entry).collect()))
}

/// Deletes a session for good.
#[utoipa::path(delete, path = "/control/sessions/{session}", tag = "control", security(("console" = [])),
    params(("session" = String, Path, description = "The session's id.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub(crate) async fn forget(_: Console, State(shared): Context, Path(session): Path<String>) -> Outcome {
    Ok(axum::Json(shared.engine.forget(session).await?.into()))
}

/// A session's summary as a file. `current` names the running session, of which what was published before is told unless
/// enough people have answered since.
#[utoipa::path(get, path = "/control/sessions/{session}/summary.{format}", tag = "control", security(("console" = [])),
    params(("session" = String, Path, description = "The session's id, or `current`."), ("format" = String, Path, description = "`pdf`, `xlsx`, `html`, `md`, `png`, `csv`, `json`, or `zip` for all of them."),
        ("population" = Option<u32>, Query, description = "People in the company: adds what the room would say of them, had it been drawn by lot."),
        ("lang" = Option<gazouillis_core::deck::Language>, Query, description = "The language that the file speaks; that of the talk when left out.")),
    responses((status = 200, description = "The file."), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn summary(
    _: Console,
    State(shared): Context,
    Path((session, file)): Path<(String, String)>,
    stated: Result<Query<Stated>, QueryRejection>,
) -> Result<Response, ApiError> {
    let Query(stated) = stated.map_err(|_| ApiError(ErrorCode::Malformed))?;
    let format = report::format_of(&file)?;
    let id = published(&shared, session).await;
    let found = report::blocking(move || shared.library.summary(&id)).await?;
    let summary = found.ok_or(ApiError(ErrorCode::UnknownSession))?;
    report::file(summary, format, &stated).await
}

/// The slides of a session's talk as a PDF, with what the room answered as far as its summary tells. `current` names the running
/// session, as for the summary.
#[utoipa::path(get, path = "/control/sessions/{session}/handout.pdf", tag = "control", security(("console" = [])),
    params(("session" = String, Path, description = "The session's id, or `current`."),
        ("pages" = Option<String>, Query, description = "`slides`: a page a slide; `steps`: a page a step, as the room saw it."),
        ("notes" = Option<bool>, Query, description = "Whether the speaker's notes stand under each slide.")),
    responses((status = 200, description = "The file."), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn handout(
    _: Console,
    State(shared): Context,
    Path(session): Path<String>,
    wanted: Result<Query<HandoutOptions>, QueryRejection>,
) -> Result<Response, ApiError> {
    let options = report::wanted(wanted)?;
    let id = published(&shared, session).await;
    let found = {
        let shared = Arc::clone(&shared);
        report::blocking(move || shared.library.talk_and_summary(&id)).await?
    };
    let (deck, summary) = found.ok_or(ApiError(ErrorCode::UnknownSession))?;
    // Another talk may call another picture by the same name.
    let is_this_talk = deck.title == shared.engine.now().deck.title;
    let folder = shared.pictures.folder().filter(|_| is_this_talk).map(PathBuf::from);
    let paper = Paper {
        deck,
        summary: Some(summary),
        folder,
    };
    report::handout(paper, options).await
}

/// The id of a session whose summary is asked for; the running one publishes first what it may.
async fn published(shared: &Shared, session: String) -> String {
    let current = shared.engine.now().facts.id.clone();
    let id = if session == "current" { current.clone() } else { session };
    if id == current {
        chorus::count(shared).await;
        // A disk that takes no more keeps nobody from what was published before.
        let _ = shared.engine.command(Command::PublishSummary).await;
    }
    id
}
