//! What the presenter decides about texts.

use axum::extract::State;
use gazouillis_core::Command;
use gazouillis_protocol::{ErrorBody, ModerateRequest};

use super::{Console, Context, Done, Outcome, command};
use crate::body::Json;
use crate::path::Path;

/// Shows or hides texts and words of a poll, sorts them, merges them, and says how they stand on the stage. What has no effect is
/// no mistake: a text that its author has changed in the meantime waits anew.
#[utoipa::path(post, path = "/control/polls/{poll}/moderate", tag = "control", security(("console" = [])), request_body = ModerateRequest,
    params(("poll" = String, Path, description = "The poll's id.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 410, body = ErrorBody), (status = 422, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn moderate(
    _: Console,
    State(shared): Context,
    Path(poll): Path<String>,
    Json(request): Json<ModerateRequest>,
) -> Outcome {
    command(
        &shared,
        Command::Moderate {
            poll,
            act: request.into(),
        },
    )
    .await
}
