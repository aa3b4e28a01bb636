//! Reading what a path names.

use axum::extract::{FromRequestParts, Path as AxumPath};
use gazouillis_protocol::ErrorCode;
use http::request::Parts;
use serde::de::DeserializeOwned;

use crate::answer::ApiError;

/// The named parts of a request's path. A path that is not text names nothing.
pub(crate) struct Path<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let AxumPath(named) = AxumPath::from_request_parts(parts, state)
            .await
            .map_err(|_| ApiError(ErrorCode::NotFound))?;
        Ok(Self(named))
    }
}
