//! What somebody at the desk saw in the room.

use axum::extract::State;
use gazouillis_core::Command;
use gazouillis_core::session::Tap;
use gazouillis_protocol::{ErrorBody, ObserveRequest, ShowObservedRequest};

use super::role::Console;
use super::{Context, Done, Outcome, command};
use crate::body::Json;

/// Counts an attitude that was seen in the room, or takes one back. It is kept apart from votes; the same tap counts once.
#[utoipa::path(post, path = "/control/observed", tag = "control", security(("console" = [])), request_body = ObserveRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn observe(_: Console, State(shared): Context, Json(request): Json<ObserveRequest>) -> Outcome {
    let ObserveRequest {
        profile,
        seen,
        desk,
        number,
    } = request;
    let tap = Tap { desk, number };
    command(&shared, Command::Observe { profile, seen, tap }).await
}

/// Shows the observed counts on the breakdown's slide, beside the votes, or no longer.
#[utoipa::path(post, path = "/control/observed/shown", tag = "control", security(("console" = [])), request_body = ShowObservedRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 410, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn show(_: Console, State(shared): Context, Json(request): Json<ShowObservedRequest>) -> Outcome {
    command(&shared, Command::ShowObserved(request.shown)).await
}
