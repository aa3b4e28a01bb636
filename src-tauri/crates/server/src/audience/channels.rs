//! What phones say beside the questions of the talk: questions of their own, reactions, and their mood.

use axum::Extension;
use axum::extract::State;
use gazouillis_core::TokenHash;
use gazouillis_core::channel::Wish;
use gazouillis_core::session::{ParticipantId, Phase};
use gazouillis_engine::Published;
use gazouillis_protocol::{
    ErrorBody, ErrorCode, MoodRequest, QuestionReceipt, QuestionRequest, ReactionRequest, WantRequest,
};
use http::StatusCode;
use http::header::HeaderMap;

use super::{Context, bearer};
use crate::answer::ApiError;
use crate::body::Json;
use crate::door::Caller;
use crate::path::Path;
use crate::secret::token_hash;
use crate::state::Shared;

/// Who asks, when they may ask now.
pub(super) fn asker(shared: &Shared, caller: &Caller, headers: &HeaderMap) -> Result<TokenHash, ApiError> {
    let token = token_hash(bearer(headers)?);
    shared.within_pace(caller, &token)?;
    Ok(token)
}

/// The number in a path that names a question.
fn named(question: &str) -> Result<u64, ApiError> {
    question.parse().map_err(|_| ErrorCode::UnknownQuestion.into())
}

/// Asks the speaker a question, at most one in ten seconds and ten in a session.
///
/// The answer says that the question is on disk. The same words again are the same question.
#[utoipa::path(
    post, path = "/api/questions", tag = "audience", security(("phone" = [])), request_body = QuestionRequest,
    responses(
        (status = 201, body = QuestionReceipt), (status = 401, body = ErrorBody), (status = 408, body = ErrorBody),
        (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 413, body = ErrorBody),
        (status = 415, body = ErrorBody), (status = 421, body = ErrorBody), (status = 422, body = ErrorBody),
        (status = 429, body = ErrorBody), (status = 503, body = ErrorBody),
    )
)]
pub(crate) async fn ask(
    State(shared): Context,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    question: Result<Json<QuestionRequest>, ApiError>,
) -> Result<(StatusCode, axum::Json<QuestionReceipt>), ApiError> {
    let token = asker(&shared, &caller, &headers)?;
    let Json(QuestionRequest { text }) = question?;
    if !shared.pace.allows_question(&caller, &token) {
        return Err(ErrorCode::AskedJustNow.into());
    }
    let id = shared.engine.ask(token, text).await?.seq;
    Ok((StatusCode::CREATED, axum::Json(QuestionReceipt { id })))
}

/// Changes a question of this phone that has not been answered. It waits anew, and has no votes.
#[utoipa::path(
    put, path = "/api/questions/{question}", tag = "audience", security(("phone" = [])),
    params(("question" = u64, Path, description = "The question's id.")), request_body = QuestionRequest,
    responses(
        (status = 200, body = QuestionReceipt), (status = 401, body = ErrorBody), (status = 404, body = ErrorBody),
        (status = 408, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody),
        (status = 413, body = ErrorBody), (status = 415, body = ErrorBody), (status = 421, body = ErrorBody),
        (status = 422, body = ErrorBody), (status = 429, body = ErrorBody), (status = 503, body = ErrorBody),
    )
)]
pub(crate) async fn edit(
    State(shared): Context,
    Path(question): Path<String>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    request: Result<Json<QuestionRequest>, ApiError>,
) -> Result<axum::Json<QuestionReceipt>, ApiError> {
    let token = asker(&shared, &caller, &headers)?;
    let Json(QuestionRequest { text }) = request?;
    let id = named(&question)?;
    let wish = Wish::Edit {
        token,
        question: id,
        text,
    };
    shared.engine.wish(wish).await?;
    Ok(axum::Json(QuestionReceipt { id }))
}

/// Takes a question of this phone back that has not been answered.
#[utoipa::path(
    delete, path = "/api/questions/{question}", tag = "audience", security(("phone" = [])),
    params(("question" = u64, Path, description = "The question's id.")),
    responses(
        (status = 204, description = "It is gone."), (status = 401, body = ErrorBody), (status = 404, body = ErrorBody),
        (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 421, body = ErrorBody),
        (status = 429, body = ErrorBody), (status = 503, body = ErrorBody),
    )
)]
pub(crate) async fn withdraw(
    State(shared): Context,
    Path(question): Path<String>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Result<StatusCode, ApiError> {
    let token = asker(&shared, &caller, &headers)?;
    let question = named(&question)?;
    shared.engine.wish(Wish::Withdraw { token, question }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says that this phone wants a question answered, or no longer. It counts once.
#[utoipa::path(
    put, path = "/api/questions/{question}/vote", tag = "audience", security(("phone" = [])),
    params(("question" = u64, Path, description = "The question's id.")), request_body = WantRequest,
    responses(
        (status = 204, description = "It is on disk."), (status = 401, body = ErrorBody), (status = 404, body = ErrorBody),
        (status = 408, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody),
        (status = 413, body = ErrorBody), (status = 415, body = ErrorBody), (status = 421, body = ErrorBody),
        (status = 422, body = ErrorBody), (status = 429, body = ErrorBody), (status = 503, body = ErrorBody),
    )
)]
pub(crate) async fn want(
    State(shared): Context,
    Path(question): Path<String>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    request: Result<Json<WantRequest>, ApiError>,
) -> Result<StatusCode, ApiError> {
    let token = asker(&shared, &caller, &headers)?;
    let Json(WantRequest { up }) = request?;
    let question = named(&question)?;
    shared.engine.wish(Wish::Vote { token, question, up }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The session and the phone, when reactions are taken.
fn voice(shared: &Shared, token: &TokenHash) -> Result<(std::sync::Arc<Published>, ParticipantId), ApiError> {
    let now = shared.engine.now();
    let participant = shared.engine.participant(token).ok_or(ErrorCode::Unauthorized)?;
    if now.snapshot.finished {
        return Err(ErrorCode::SessionFinished.into());
    }
    if now.snapshot.channels.reactions != Phase::Open {
        return Err(ErrorCode::ChannelClosed.into());
    }
    Ok((now, participant))
}

/// Calls something out, at most once a second. All are counted; few float over the slide at the same time.
#[utoipa::path(
    post, path = "/api/reactions", tag = "audience", security(("phone" = [])), request_body = ReactionRequest,
    responses(
        (status = 204, description = "It is counted."), (status = 401, body = ErrorBody), (status = 408, body = ErrorBody),
        (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 413, body = ErrorBody),
        (status = 415, body = ErrorBody), (status = 421, body = ErrorBody), (status = 422, body = ErrorBody),
        (status = 429, body = ErrorBody),
    )
)]
pub(crate) async fn react(
    State(shared): Context,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    request: Result<Json<ReactionRequest>, ApiError>,
) -> Result<StatusCode, ApiError> {
    let token = asker(&shared, &caller, &headers)?;
    let Json(ReactionRequest { reaction }) = request?;
    let (now, _) = voice(&shared, &token)?;
    if !shared.pace.allows_reaction(&caller, &token) {
        return Err(ErrorCode::TooManyRequests.into());
    }
    shared.chorus.react(now.session, now.snapshot.cursor.slide, reaction);
    Ok(StatusCode::NO_CONTENT)
}

/// Tells the presenter, and nobody else, how this phone follows. It lasts three minutes and is not kept.
#[utoipa::path(
    put, path = "/api/mood", tag = "audience", security(("phone" = [])), request_body = MoodRequest,
    responses(
        (status = 204, description = "The presenter is told."), (status = 401, body = ErrorBody), (status = 408, body = ErrorBody),
        (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 413, body = ErrorBody),
        (status = 415, body = ErrorBody), (status = 421, body = ErrorBody), (status = 422, body = ErrorBody),
        (status = 429, body = ErrorBody),
    )
)]
pub(crate) async fn mood(
    State(shared): Context,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    request: Result<Json<MoodRequest>, ApiError>,
) -> Result<StatusCode, ApiError> {
    let token = asker(&shared, &caller, &headers)?;
    let Json(MoodRequest { mood }) = request?;
    let (now, participant) = voice(&shared, &token)?;
    if !now.deck.channels.reactions.mood {
        return Err(ErrorCode::ChannelClosed.into());
    }
    shared.chorus.say(now.session, participant, mood);
    Ok(StatusCode::NO_CONTENT)
}
