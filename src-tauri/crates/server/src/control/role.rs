//! Who asks: the console, or the stage, which may only listen.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use gazouillis_protocol::ErrorCode;
use http::header::AUTHORIZATION;
use http::request::Parts;

use crate::answer::ApiError;
use crate::state::Shared;

/// Proof that the request comes from the console.
pub(crate) struct Console;

/// Proof that the request comes from the stage or the console.
pub(crate) struct Stage;

/// The bearer token of a request; empty when it has none.
pub(crate) fn bearer(parts: &Parts) -> &str {
    let value = parts
        .headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    value.strip_prefix("Bearer ").unwrap_or_default()
}

impl FromRequestParts<Arc<Shared>> for Console {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, ApiError> {
        let guess = bearer(parts);
        if shared.control_secret.is(guess) {
            return Ok(Self);
        }
        // The stage may listen, and is told plainly that it may do no more.
        Err(if shared.stage_secret.is(guess) {
            ErrorCode::Forbidden
        } else {
            ErrorCode::Unauthorized
        }
        .into())
    }
}

impl FromRequestParts<Arc<Shared>> for Stage {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, ApiError> {
        let guess = bearer(parts);
        if shared.stage_secret.is(guess) || shared.control_secret.is(guess) {
            return Ok(Self);
        }
        Err(ErrorCode::Unauthorized.into())
    }
}
