//! The edge of a listener: what a request must be before any route sees it, and what every answer carries.

use std::sync::Arc;

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use gazouillis_core::deck::Language;
use gazouillis_protocol::ErrorCode;
use http::Method;
use http::header::{CACHE_CONTROL, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};

use crate::addresses::AddressBook;
use crate::answer::{ApiError, language, speak};
use crate::hosts::{Names, asked_for, is_own_origin, one};

/// Which names a listener answers to.
#[derive(Debug, Clone)]
pub(crate) enum Hosts {
    /// The addresses phones are told.
    Audience(AddressBook),
    /// Loopback.
    Control(Names),
}

impl Hosts {
    fn are(&self, host: &str) -> bool {
        match self {
            Self::Audience(book) => book.is_ours(host),
            Self::Control(names) => names.contain(host),
        }
    }
}

/// Checks requests at the edge.
#[derive(Debug, Clone)]
pub(crate) struct Guard {
    pub(crate) hosts: Arc<Hosts>,
    pub(crate) language: Language,
}

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

impl Guard {
    /// Refuses a request for another host (DNS rebinding), and one that another site makes a browser send (forgery).
    pub(crate) fn check(&self, request: &Request) -> Result<(), ApiError> {
        let headers = request.headers();
        let Some(host) = asked_for(request).filter(|host| self.hosts.are(host)) else {
            return Err(ErrorCode::WrongHost.into());
        };
        if headers.contains_key(ORIGIN) && !one(headers, &ORIGIN).is_some_and(|origin| is_own_origin(origin, host)) {
            return Err(ErrorCode::Forbidden.into());
        }
        let is_navigation =
            matches!(*request.method(), Method::GET | Method::HEAD) && !request.uri().path().contains("live");
        match one(headers, &SEC_FETCH_SITE) {
            None | Some("same-origin" | "none") => Ok(()),
            // A link in a message may lead here; it only reads.
            Some("same-site" | "cross-site") if is_navigation => Ok(()),
            Some(_) => Err(ErrorCode::Forbidden.into()),
        }
    }

    /// Finishes an answer: words for an error, and the headers every answer carries.
    pub(crate) fn finish(&self, mut response: Response, asked_in: Option<HeaderValue>) -> Response {
        speak(&mut response, || language(asked_in.as_ref(), self.language));
        let headers = response.headers_mut();
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        headers.insert(CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("same-origin"));
        headers
            .entry(CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-store"));
        response
    }

    /// The answer to a request that did not pass.
    pub(crate) fn refuse(&self, error: ApiError, asked_in: Option<HeaderValue>) -> Response {
        self.finish(error.into_response(), asked_in)
    }
}
