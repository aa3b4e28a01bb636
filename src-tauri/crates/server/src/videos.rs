//! The videos of the talk, sent in the pieces that a player asks for.
//!
//! A player of a browser sends no bearer token. Whoever has one is told an address instead, which holds a key made from the stage's
//! secret: it opens this one video, and nothing else, until the program ends.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use gazouillis_protocol::{ErrorBody, ErrorCode, VideoAddress};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue};
use tower_http::services::ServeFile;

use crate::answer::ApiError;
use crate::control::role::Stage;
use crate::path::Path;
use crate::pictures::POLICY;
use crate::state::Shared;

type Context = State<Arc<Shared>>;

/// Where a video of the talk is played from.
#[utoipa::path(get, path = "/stage/videos/{src}", tag = "stage", security(("stage" = [])),
    params(("src" = String, Path, description = "The path as the talk names it.")),
    responses((status = 200, body = VideoAddress), (status = 401, body = ErrorBody), (status = 404, body = ErrorBody)))]
pub(crate) async fn address(
    _: Stage,
    State(shared): Context,
    Path(src): Path<String>,
) -> Result<axum::Json<VideoAddress>, ApiError> {
    find(&shared, &src).await?;
    let key = shared.stage_secret.derive(&src);
    let parts: Vec<String> = src.split('/').map(percent).collect();
    Ok(axum::Json(VideoAddress {
        address: format!("/stage/play/{}/{}", key.reveal(), parts.join("/")),
    }))
}

/// A video, or the range of its bytes that was asked for.
#[utoipa::path(get, path = "/stage/play/{key}/{src}", tag = "stage",
    params(("key" = String, Path, description = "The video's key, from its address."), ("src" = String, Path, description = "The path as the talk names it.")),
    responses((status = 200, description = "The video."), (status = 206, description = "A range of its bytes."),
        (status = 404, body = ErrorBody), (status = 416, description = "It has no such bytes.")))]
pub(crate) async fn play(
    State(shared): Context,
    Path((key, src)): Path<(String, String)>,
    request: Request,
) -> Result<Response, ApiError> {
    if !shared.stage_secret.derive(&src).is(&key) {
        return Err(ErrorCode::NotFound.into());
    }
    let (path, media_type) = find(&shared, &src).await?;
    let media_type = media_type.parse().expect("BUG: our own types are types");
    let sent = ServeFile::new_with_mime(path, &media_type).try_call(request).await;
    let mut sent = sent.map_err(|_| ApiError(ErrorCode::NotFound))?.into_response();
    let headers = sent.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    Ok(sent)
}

async fn find(shared: &Arc<Shared>, src: &str) -> Result<(std::path::PathBuf, &'static str), ApiError> {
    let (shared, src) = (Arc::clone(shared), src.to_owned());
    let found = tokio::task::spawn_blocking(move || shared.pictures.video(&shared.engine.now(), &src)).await;
    found.ok().flatten().ok_or(ApiError(ErrorCode::NotFound))
}

/// A part of a path as an address writes it: letters and digits stay, all else is its bytes.
fn percent(part: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    let written = part.bytes().map(|byte| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    written.collect()
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_path_is_written_as_an_address_takes_it() {
        assert_eq!(percent("été n° 2.mp4"), "%C3%A9t%C3%A9%20n%C2%B0%202.mp4");
        assert_eq!(percent("a-b_c~d.webm"), "a-b_c~d.webm");
    }
}
