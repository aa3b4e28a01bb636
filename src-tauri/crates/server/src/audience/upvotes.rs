//! What phones say to the texts of others.

use axum::Extension;
use axum::extract::State;
use gazouillis_protocol::{ErrorBody, ErrorCode, WantRequest};
use http::StatusCode;
use http::header::HeaderMap;

use super::Context;
use super::channels::asker;
use crate::answer::ApiError;
use crate::body::Json;
use crate::door::Caller;
use crate::path::Path;

/// Says that this phone upvotes a text of others that everybody may see, or no longer. It counts once.
#[utoipa::path(
    put, path = "/api/polls/{poll}/texts/{text}/vote", tag = "audience", security(("phone" = [])),
    params(("poll" = String, Path, description = "The poll's id."), ("text" = u64, Path, description = "The text's id.")),
    request_body = WantRequest,
    responses(
        (status = 204, description = "It is on disk."), (status = 401, body = ErrorBody), (status = 404, body = ErrorBody),
        (status = 408, body = ErrorBody), (status = 409, body = ErrorBody), (status = 410, body = ErrorBody),
        (status = 413, body = ErrorBody), (status = 415, body = ErrorBody), (status = 421, body = ErrorBody),
        (status = 422, body = ErrorBody), (status = 429, body = ErrorBody), (status = 503, body = ErrorBody),
    )
)]
pub(crate) async fn upvote(
    State(shared): Context,
    Path((poll, text)): Path<(String, String)>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    request: Result<Json<WantRequest>, ApiError>,
) -> Result<StatusCode, ApiError> {
    let token = asker(&shared, &caller, &headers)?;
    let Json(WantRequest { up }) = request?;
    let text = text.parse().map_err(|_| ApiError(ErrorCode::UnknownQuestion))?;
    shared.engine.upvote(token, poll, text, up).await?;
    Ok(StatusCode::NO_CONTENT)
}
