//! The audience listener: the phone page, ballots, the public live view. It has no other route.

pub(crate) mod channels;
pub(crate) mod upvotes;

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use axum::{Extension, Router};
use gazouillis_protocol::{
    BallotReceipt, BallotRequest, ErrorBody, ErrorCode, JoinRequest, Joined, MyView, PhoneView, project,
};
use http::header::{AUTHORIZATION, HeaderMap};
use http::{StatusCode, Uri};

use crate::answer::ApiError;
use crate::body::Json;
use crate::door::Caller;
use crate::path::Path;
use crate::pictures::is_for_phones;
use crate::secret::{Secret, is_token, token_hash};
use crate::state::Shared;
use crate::{assets, live, openapi, stream};

type Context = State<Arc<Shared>>;

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(phone_page))
        .route("/assets/{*path}", get(asset))
        .route("/favicon.svg", get(favicon))
        .route("/pictures/{*src}", get(picture))
        .route("/api/participants", post(join))
        .route("/api/live", get(follow))
        .route("/api/me", get(me))
        .route("/api/polls/{poll}/ballot", put(cast))
        .route("/api/polls/{poll}/texts/{text}/vote", put(upvotes::upvote))
        .route("/api/questions", post(channels::ask))
        .route("/api/questions/{question}", put(channels::edit))
        .route("/api/questions/{question}", delete(channels::withdraw))
        .route("/api/questions/{question}/vote", put(channels::want))
        .route("/api/reactions", post(channels::react))
        .route("/api/mood", put(channels::mood))
        .route("/api/openapi.json", get(describe))
        .route("/healthz", get(health))
        .fallback(async || ApiError(ErrorCode::NotFound))
        .method_not_allowed_fallback(async || ApiError(ErrorCode::MethodNotAllowed))
        .with_state(shared)
}

/// The page, with what draws the question that is asked now. What it shows comes with the join, as for any page.
async fn phone_page(State(shared): Context, headers: HeaderMap) -> Response {
    let now = shared.engine.now();
    let asked = project::asked_on_phones(&now.deck, &now.snapshot);
    let kind = asked.map(|poll| now.deck.polls[poll].question.name().word());
    assets::phone_page(kind, &headers)
}

async fn asset(uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    assets::phone_asset(uri.path(), &headers)
}

async fn favicon(headers: HeaderMap) -> Result<Response, ApiError> {
    assets::phone_asset("/favicon.svg", &headers)
}

async fn health() -> &'static str {
    "ok\n"
}

async fn describe() -> impl IntoResponse {
    axum::Json(openapi::audience())
}

/// The bearer token of a request, when it has the form of one.
pub(crate) fn bearer(headers: &HeaderMap) -> Result<&str, ApiError> {
    let value = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    value
        .strip_prefix("Bearer ")
        .filter(|token| is_token(token))
        .ok_or(ErrorCode::Unauthorized.into())
}

/// Joins the session.
///
/// A phone that sends a token keeps it, so a lost answer can be asked for again. Nothing else about the phone is kept.
/// The answer carries the public state, so that the question shows at once. `waiting_at_the_door` and `door_closed` say
/// in `Retry-After` when to ask again.
#[utoipa::path(
    post, path = "/api/participants", tag = "audience", request_body = JoinRequest,
    responses(
        (status = 201, body = Joined), (status = 403, body = ErrorBody), (status = 408, body = ErrorBody),
        (status = 409, body = ErrorBody), (status = 410, body = ErrorBody),
        (status = 413, body = ErrorBody), (status = 415, body = ErrorBody), (status = 421, body = ErrorBody),
        (status = 422, body = ErrorBody), (status = 429, body = ErrorBody), (status = 503, body = ErrorBody),
    )
)]
pub(crate) async fn join(
    State(shared): Context,
    Extension(caller): Extension<Caller>,
    Json(request): Json<JoinRequest>,
) -> Result<Response, ApiError> {
    let token = match &request.token {
        Some(token) if is_token(token) => token.clone(),
        Some(_) => return Err(ErrorCode::Malformed.into()),
        None => Secret::random().reveal().to_owned(),
    };
    let hash = token_hash(&token);
    shared.within_pace(&caller, &hash)?;
    shared.door.join(&shared.engine, caller.address, hash, &request).await?;
    let now = shared.engine.now();
    let session = now.facts.id.clone();
    let view = live::phone_view(&now);
    let kinds = project::kinds(&now.deck);
    let joined = Joined {
        token,
        session,
        view,
        kinds,
    };
    Ok((StatusCode::CREATED, axum::Json(joined)).into_response())
}

/// Follows the public state of the session, as Server-Sent Events.
///
/// Each event's data is a whole [`PhoneView`]; the first comes at once. The same bytes go to every phone. A phone holds a
/// few streams: when it opens more, its oldest says `event: replaced` and ends. When another session begins, the stream
/// tells its view and ends; the phone joins again.
#[utoipa::path(
    get, path = "/api/live", tag = "audience", security(("phone" = [])),
    responses(
        (status = 200, body = PhoneView, content_type = "text/event-stream"), (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody), (status = 421, body = ErrorBody), (status = 429, body = ErrorBody),
    )
)]
pub(crate) async fn follow(
    State(shared): Context,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let token = token_hash(bearer(&headers)?);
    shared.within_pace(&caller, &token)?;
    // Read before the token is looked up: if another session begins in between, the stream ends at once.
    let session = shared.engine.now().facts.id.clone();
    if shared.engine.participant(&token).is_none() {
        return Err(ErrorCode::Unauthorized.into());
    }
    let stay = shared.presence.enter(token);
    let engine = shared.engine.clone();
    Ok(stream::follow_phone(
        &shared.views.phone,
        engine,
        session,
        stay,
        caller.hold(),
    ))
}

/// A picture of a question that has been asked.
///
/// It needs no token, because an `img` has none to send. Pictures of questions still to come, and of slides, are not here. The
/// picture may be kept; `If-None-Match` with its `ETag` asks whether it is still the same.
#[utoipa::path(
    get, path = "/pictures/{src}", tag = "audience",
    params(("src" = String, Path, description = "The path as the question names it.")),
    responses(
        (status = 200, description = "The picture."), (status = 304, description = "It is still the same."),
        (status = 404, body = ErrorBody), (status = 421, body = ErrorBody), (status = 429, body = ErrorBody),
    )
)]
pub(crate) async fn picture(
    State(shared): Context,
    Path(src): Path<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let now = shared.engine.now();
    let kept = if is_for_phones(&now.deck, &now.snapshot, &src) {
        shared.pictures.keep(&now, &src).await
    } else {
        None
    };
    Ok(kept.ok_or(ErrorCode::NotFound)?.answer(&headers))
}

/// What belongs to this phone: its counted ballots and, once the room has seen its breakdown, its profile.
#[utoipa::path(
    get, path = "/api/me", tag = "audience", security(("phone" = [])),
    responses(
        (status = 200, body = MyView), (status = 401, body = ErrorBody), (status = 421, body = ErrorBody),
        (status = 429, body = ErrorBody), (status = 503, body = ErrorBody),
    )
)]
pub(crate) async fn me(
    State(shared): Context,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Result<axum::Json<MyView>, ApiError> {
    let token = token_hash(bearer(&headers)?);
    shared.within_pace(&caller, &token)?;
    let mine = shared.engine.look(move |running| {
        let participant = running.session.participant(&token)?;
        Some(project::me(&running.facts.id, &running.session, participant))
    });
    mine.await?.map(axum::Json).ok_or(ErrorCode::Unauthorized.into())
}

/// Votes, or changes the vote until the poll closes.
///
/// The answer says that the ballot is on disk. The newest revision wins; the same one again is answered the same.
#[utoipa::path(
    put, path = "/api/polls/{poll}/ballot", tag = "audience", security(("phone" = [])),
    params(("poll" = String, Path, description = "The poll's id.")), request_body = BallotRequest,
    responses(
        (status = 200, body = BallotReceipt), (status = 401, body = ErrorBody), (status = 404, body = ErrorBody),
        (status = 408, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody),
        (status = 413, body = ErrorBody), (status = 415, body = ErrorBody), (status = 421, body = ErrorBody), (status = 422, body = ErrorBody),
        (status = 429, body = ErrorBody), (status = 503, body = ErrorBody),
    )
)]
pub(crate) async fn cast(
    State(shared): Context,
    Path(poll): Path<String>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    ballot: Result<Json<BallotRequest>, ApiError>,
) -> Result<axum::Json<BallotReceipt>, ApiError> {
    let token = token_hash(bearer(&headers)?);
    shared.within_pace(&caller, &token)?;
    let Json(BallotRequest { answer, revision }) = ballot?;
    let accepted = shared.engine.cast(&token, &poll, &answer, revision).await?;
    Ok(axum::Json(BallotReceipt {
        revision: accepted.revision,
        seq: accepted.seq,
    }))
}
