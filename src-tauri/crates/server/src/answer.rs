//! Answers that are not a success: a code from anywhere, words added where the asker's language is known.

use axum::response::{IntoResponse, Response};
use gazouillis_core::Rejection;
use gazouillis_core::deck::Language;
use gazouillis_engine::EngineError;
use gazouillis_protocol::{ErrorBody, ErrorCode};
use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};

/// An error on its way to the asker. The guard at the edge turns it into words: see [`speak`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct ApiError(pub(crate) ErrorCode);

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = Response::default();
        *response.status_mut() = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        response.extensions_mut().insert(self);
        response
    }
}

impl From<ErrorCode> for ApiError {
    fn from(code: ErrorCode) -> Self {
        Self(code)
    }
}

impl From<EngineError> for ApiError {
    fn from(error: EngineError) -> Self {
        Self(match error {
            EngineError::Rejected(rejection) => code_of(&rejection),
            EngineError::DiskFull => ErrorCode::DiskFull,
            EngineError::Overloaded => ErrorCode::TooManyRequests,
            EngineError::Stopped => ErrorCode::Unavailable,
            EngineError::Fault => ErrorCode::Internal,
            EngineError::UnknownSession => ErrorCode::UnknownSession,
            EngineError::Running => ErrorCode::SessionRunning,
        })
    }
}

fn code_of(rejection: &Rejection) -> ErrorCode {
    match rejection {
        Rejection::UnknownParticipant => ErrorCode::Unauthorized,
        Rejection::UnknownPoll => ErrorCode::UnknownPoll,
        Rejection::InvalidAnswer(_)
        | Rejection::InvalidRevision
        | Rejection::InvalidAct(_)
        | Rejection::InvalidTimer
        | Rejection::InvalidHands => ErrorCode::Malformed,
        Rejection::Stale { .. } => ErrorCode::StaleBallot,
        Rejection::NotOpenYet | Rejection::NotAskedYet => ErrorCode::PollNotOpen,
        Rejection::TooManyPolls => ErrorCode::TooManyPolls,
        Rejection::ProfilesAnswered => ErrorCode::Malformed,
        Rejection::PollClosed => ErrorCode::PollClosed,
        Rejection::ReopenUnconfirmed => ErrorCode::ReopenUnconfirmed,
        Rejection::NoRightAnswer => ErrorCode::NoRightAnswer,
        Rejection::TooFewChanged { .. } => ErrorCode::TooFewChanged,
        Rejection::UnknownProfile => ErrorCode::UnknownProfile,
        Rejection::TooManySeen => ErrorCode::TooManySeen,
        Rejection::Finished => ErrorCode::SessionFinished,
        Rejection::NoSuchPlace => ErrorCode::NoSuchPlace,
        Rejection::Elsewhere => ErrorCode::Elsewhere,
        Rejection::RealSession => ErrorCode::RealSession,
        Rejection::CodeUsed => ErrorCode::CodeUsed,
        Rejection::ChannelClosed => ErrorCode::ChannelClosed,
        Rejection::UnknownQuestion | Rejection::UnknownText => ErrorCode::UnknownQuestion,
        Rejection::InvalidQuestion { .. } => ErrorCode::QuestionText,
        Rejection::TooManyQuestions => ErrorCode::TooManyQuestions,
        Rejection::QuestionAnswered => ErrorCode::QuestionAnswered,
    }
}

/// The language to answer in: the first of French and English that the asker names, else the talk's.
pub(crate) fn language(asked_in: Option<&HeaderValue>, otherwise: Language) -> Language {
    let named = asked_in.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let tags = named
        .split(',')
        .map(|tag| tag.trim_start().get(..2).unwrap_or_default().to_ascii_lowercase());
    tags.filter_map(|tag| match tag.as_str() {
        "fr" => Some(Language::Fr),
        "en" => Some(Language::En),
        _ => None,
    })
    .next()
    .unwrap_or(otherwise)
}

/// Gives an error its body. The language is looked for only when there is something to say in it.
pub(crate) fn speak(response: &mut Response, language: impl FnOnce() -> Language) {
    let Some(ApiError(code)) = response.extensions_mut().remove::<ApiError>() else {
        return;
    };
    let language = language();
    let body = ErrorBody {
        code,
        message: code.message(language).to_owned(),
    };
    let json = serde_json::to_vec(&body).expect("BUG: an error body is always JSON");
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    // The router has already announced the empty body that it saw.
    headers.insert(CONTENT_LENGTH, HeaderValue::from(json.len()));
    if let Some(seconds) = code.retry_after() {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    if code == ErrorCode::Unauthorized {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if code == ErrorCode::RequestTimeout {
        // What is still to come belongs to a request that has been given up.
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    *response.body_mut() = json.into();
}
