//! What the presenter says about remote controls.

use axum::extract::State;
use gazouillis_protocol::{AllowRequest, ErrorBody, ErrorCode};

use super::{Console, Context, Done, Nothing, Outcome};
use crate::answer::ApiError;
use crate::body::Json;
use crate::path::Path;
use crate::remote;

/// Offers a pairing: the console's view then has the address with a key that works once.
#[utoipa::path(post, path = "/control/remote", tag = "control", security(("console" = [])), request_body = Nothing,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn offer(_: Console, State(shared): Context, _: Json<Nothing>) -> Outcome {
    remote::start(&shared).map_err(|error| {
        tracing::error!(%error, "No remote control can be paired.");
        ApiError(ErrorCode::Unavailable)
    })?;
    shared.remotes.offer();
    Ok(axum::Json(Done::now(&shared)))
}

/// Takes the offer back. Phones that were allowed stay.
#[utoipa::path(delete, path = "/control/remote", tag = "control", security(("console" = [])),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody)))]
pub(crate) async fn withdraw(_: Console, State(shared): Context) -> Outcome {
    shared.remotes.withdraw();
    Ok(axum::Json(Done::now(&shared)))
}

/// Allows a phone that has paired, or forgets it.
#[utoipa::path(post, path = "/control/remote/{phone}", tag = "control", security(("console" = [])), request_body = AllowRequest,
    params(("phone" = String, Path, description = "The phone, as the console's view names it.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody)))]
pub(crate) async fn allow(
    _: Console,
    State(shared): Context,
    Path(phone): Path<String>,
    Json(request): Json<AllowRequest>,
) -> Outcome {
    if !shared.remotes.allow(&phone, request.allow) {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(axum::Json(Done::now(&shared)))
}
