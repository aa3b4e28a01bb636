//! What the presenter does with polls.

use axum::extract::State;
use gazouillis_core::Command;
use gazouillis_core::improvise;
use gazouillis_protocol::{
    AgainRequest, ErrorBody, ErrorCode, HandsRequest, ImproviseRequest, OpenRequest, TimerRequest,
};

use super::role::Console;
use super::{Context, Done, Nothing, Outcome, command};
use crate::answer::ApiError;
use crate::body::Json;
use crate::path::Path;

/// Opens a poll, and closes the one that was open.
#[utoipa::path(post, path = "/control/polls/{poll}/open", tag = "control", security(("console" = [])), request_body = OpenRequest,
    params(("poll" = String, Path, description = "The poll's id.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn open(
    _: Console,
    State(shared): Context,
    Path(poll): Path<String>,
    Json(request): Json<OpenRequest>,
) -> Outcome {
    command(
        &shared,
        Command::Open {
            poll,
            reopen: request.reopen,
        },
    )
    .await
}

/// Closes a poll.
#[utoipa::path(post, path = "/control/polls/{poll}/close", tag = "control", security(("console" = [])), request_body = Nothing,
    params(("poll" = String, Path, description = "The poll's id.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 410, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn close(_: Console, State(shared): Context, Path(poll): Path<String>, _: Json<Nothing>) -> Outcome {
    command(&shared, Command::Close { poll }).await
}

/// Closes a poll if need be and shows the room its results.
#[utoipa::path(post, path = "/control/polls/{poll}/reveal", tag = "control", security(("console" = [])), request_body = Nothing,
    params(("poll" = String, Path, description = "The poll's id.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 410, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn reveal(_: Console, State(shared): Context, Path(poll): Path<String>, _: Json<Nothing>) -> Outcome {
    command(&shared, Command::Reveal { poll }).await
}

/// Shows the right answer of a quiz.
#[utoipa::path(post, path = "/control/polls/{poll}/answer", tag = "control", security(("console" = [])), request_body = Nothing,
    params(("poll" = String, Path, description = "The poll's id.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 410, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn show_answer(
    _: Console,
    State(shared): Context,
    Path(poll): Path<String>,
    _: Json<Nothing>,
) -> Outcome {
    command(&shared, Command::ShowAnswer { poll }).await
}

/// Asks a poll once more over the slide and compares, or begins it anew in its place and keeps the round before.
#[utoipa::path(post, path = "/control/polls/{poll}/again", tag = "control", security(("console" = [])), request_body = AgainRequest,
    params(("poll" = String, Path, description = "The poll's id.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn again(
    _: Console,
    State(shared): Context,
    Path(poll): Path<String>,
    Json(request): Json<AgainRequest>,
) -> Outcome {
    let compare = request.compare;
    command(&shared, Command::Again { poll, compare }).await
}

/// Gives the open poll so many seconds from now, or all the time it takes.
#[utoipa::path(post, path = "/control/polls/{poll}/timer", tag = "control", security(("console" = [])), request_body = TimerRequest,
    params(("poll" = String, Path, description = "The poll's id.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn set_timer(
    _: Console,
    State(shared): Context,
    Path(poll): Path<String>,
    Json(request): Json<TimerRequest>,
) -> Outcome {
    let seconds = request.seconds;
    command(&shared, Command::SetTimer { poll, seconds }).await
}

/// Counts hands of people without a phone, for each option; they are shown with the ballots.
#[utoipa::path(post, path = "/control/polls/{poll}/hands", tag = "control", security(("console" = [])), request_body = HandsRequest,
    params(("poll" = String, Path, description = "The poll's id.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn count_hands(
    _: Console,
    State(shared): Context,
    Path(poll): Path<String>,
    Json(request): Json<HandsRequest>,
) -> Outcome {
    let hands = request.hands;
    command(&shared, Command::CountHands { poll, hands }).await
}

/// Asks something that is not in the talk, over the slide.
#[utoipa::path(post, path = "/control/improvise", tag = "control", security(("console" = [])), request_body = ImproviseRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn improvise(_: Console, State(shared): Context, Json(request): Json<ImproviseRequest>) -> Outcome {
    let now = shared.engine.now();
    let poll = improvise::poll(&now.deck, request.template, request.ask.as_deref());
    command(&shared, Command::Improvise(Box::new(poll))).await
}

/// Lets the room improve a tweet that everybody may see: other versions, over the slide, with upvotes for the best.
#[utoipa::path(post, path = "/control/polls/{poll}/texts/{text}/improve", tag = "control", security(("console" = [])), request_body = Nothing,
    params(("poll" = String, Path, description = "The poll's id."), ("text" = u64, Path, description = "The tweet's number.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn improve(
    _: Console,
    State(shared): Context,
    Path((poll, text)): Path<(String, String)>,
    _: Json<Nothing>,
) -> Outcome {
    let now = shared.engine.now();
    let text = text.parse().map_err(|_| ApiError(ErrorCode::UnknownQuestion))?;
    let poll = improvise::improve(&now.deck, &poll, text).ok_or(ApiError(ErrorCode::UnknownQuestion))?;
    command(&shared, Command::Improvise(Box::new(poll))).await
}

/// Takes away the poll that lies over the slide.
#[utoipa::path(post, path = "/control/uncover", tag = "control", security(("console" = [])), request_body = Nothing,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 410, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn uncover(_: Console, State(shared): Context, _: Json<Nothing>) -> Outcome {
    command(&shared, Command::Uncover).await
}
