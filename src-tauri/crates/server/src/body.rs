//! Reading a request's JSON: bounded in size and in time, unknown fields refused.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use gazouillis_protocol::{ErrorCode, object};
use http::header::CONTENT_TYPE;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;

use crate::answer::ApiError;

/// The largest body anyone may send, in bytes.
pub(crate) const LARGEST_BODY: usize = 4 * 1024;

/// How long a body may take to arrive.
const SLOWEST_BODY: Duration = Duration::from_secs(10);

/// A request's JSON. The media type is required, which also keeps a form on another site from sending one.
pub(crate) struct Json<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let media_type = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let essence = media_type.split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case("application/json") {
            return Err(ErrorCode::UnsupportedMediaType.into());
        }
        let bytes = tokio::time::timeout(SLOWEST_BODY, read(request.into_body()))
            .await
            .map_err(|_| ApiError(ErrorCode::RequestTimeout))??;
        parse(&bytes).map(Self).map_err(|_| ErrorCode::Malformed.into())
    }
}

/// Reads one JSON object and nothing after it. Serde alone would also take the values of a struct's fields in an array.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> serde_json::Result<T> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = object::only(&mut json)?;
    json.end()?;
    Ok(value)
}

async fn read(body: Body) -> Result<bytes::Bytes, ApiError> {
    let collected = Limited::new(body, LARGEST_BODY).collect().await.map_err(|error| {
        ApiError(if error.is::<LengthLimitError>() {
            ErrorCode::TooLarge
        } else {
            ErrorCode::Malformed
        })
    })?;
    Ok(collected.to_bytes())
}
