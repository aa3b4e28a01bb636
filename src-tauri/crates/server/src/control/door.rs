//! What the presenter says at the door.

use axum::extract::State;
use gazouillis_protocol::{DoorRequest, ErrorBody, ErrorCode, LetInRequest, WifiRequest};

use super::{Console, Context, Done, Outcome};
use crate::body::Json;
use crate::path::Path;

/// Closes the door, so that nobody new joins, or opens it again. Who has joined stays.
#[utoipa::path(post, path = "/control/door", tag = "control", security(("console" = [])), request_body = DoorRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn set_open(_: Console, State(shared): Context, Json(request): Json<DoorRequest>) -> Outcome {
    shared.door.set_open(request.open);
    Ok(axum::Json(Done::now(&shared)))
}

/// Lets in the phones of one address that wait at the door, or does not.
#[utoipa::path(post, path = "/control/door/groups/{group}", tag = "control", security(("console" = [])), request_body = LetInRequest,
    params(("group" = String, Path, description = "The group, as the console's view names it.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn answer(
    _: Console,
    State(shared): Context,
    Path(group): Path<String>,
    Json(request): Json<LetInRequest>,
) -> Outcome {
    if !shared.door.answer(&group, request.let_in) {
        return Err(ErrorCode::UnknownGroup.into());
    }
    Ok(axum::Json(Done::now(&shared)))
}

/// Names the Wi-Fi that phones are to use, which the join slide then shows as a code of its own; or none.
#[utoipa::path(post, path = "/control/wifi", tag = "control", security(("console" = [])), request_body = WifiRequest,
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn set_wifi(_: Console, State(shared): Context, Json(request): Json<WifiRequest>) -> Outcome {
    if !shared.wifi.set(request) {
        return Err(ErrorCode::Malformed.into());
    }
    Ok(axum::Json(Done::now(&shared)))
}
