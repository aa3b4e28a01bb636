//! What the server answered.

use gazouillis_protocol::{ErrorBody, ErrorCode};
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

/// One answer, read to its end.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub text: String,
}

impl Answer {
    pub(crate) async fn read(response: reqwest::Response) -> Result<Self, reqwest::Error> {
        Ok(Self {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            text: response.text().await?,
        })
    }

    /// The body as what it should be.
    ///
    /// # Panics
    /// When it is not.
    #[must_use]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|error| panic!("{} answered {:?}: {error}", self.status, self.text))
    }

    /// The body as what it should be, when the answer is a success.
    ///
    /// # Panics
    /// When it is none.
    #[must_use]
    pub fn success<T: DeserializeOwned>(&self) -> T {
        self.assert_success();
        self.json()
    }

    /// Fails the test unless the request succeeded.
    ///
    /// # Panics
    /// When it did not.
    #[track_caller]
    pub fn assert_success(&self) {
        assert!((200..300).contains(&self.status), "{} {}", self.status, self.text);
    }

    /// Fails the test unless the request was refused with this code, the status that belongs to it, and words.
    ///
    /// # Panics
    /// When it was not.
    #[track_caller]
    pub fn assert_refused(&self, code: ErrorCode, why: &str) {
        let body: Result<ErrorBody, _> = serde_json::from_str(&self.text);
        let body = body.unwrap_or_else(|_| panic!("{why}: {} {:?} is not an error in words", self.status, self.text));
        assert_eq!((self.status, body.code), (code.status(), code), "{why}");
        assert!(body.message.len() > 20, "{why}: “{}” says too little", body.message);
    }
}
