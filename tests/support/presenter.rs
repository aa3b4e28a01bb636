//! The presenter, or whoever holds another secret of the control listener.

use gazouillis_protocol::{ConsoleView, SessionEntry, StageView};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};

use crate::{Answer, Live};

/// Speaks to the control listener.
#[derive(Debug, Clone)]
pub struct Presenter {
    base: String,
    client: Client,
    secret: Option<String>,
}

impl Presenter {
    /// Somebody who holds a secret, or none.
    #[must_use]
    pub fn new(base: &str, secret: Option<&str>) -> Self {
        Self {
            base: base.trim_end_matches('/').to_owned(),
            client: crate::phone::client(),
            secret: secret.map(str::to_owned),
        }
    }

    /// The secret it holds.
    #[must_use]
    pub fn secret(&self) -> Option<String> {
        self.secret.clone()
    }

    /// Any request.
    pub fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let request = self.client.request(method, format!("{}{path}", self.base));
        match &self.secret {
            Some(secret) => request.bearer_auth(secret),
            None => request,
        }
    }

    /// Sends a request, which must be answered.
    ///
    /// # Panics
    /// When the server cannot be reached.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let response = request.send().await.expect("the server answers");
        Answer::read(response).await.expect("the answer can be read")
    }

    /// Posts a command.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(self.request("POST", path).json(&body)).await
    }

    /// Reads something.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request("GET", path)).await
    }

    /// Bytes that are no text, of an answer that must be a success.
    ///
    /// # Panics
    /// When it is none.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let answer = self.request("GET", path).send().await.expect("an answer");
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.bytes().await.expect("a whole answer").to_vec()
    }

    /// A command, which must succeed.
    pub async fn command(&self, path: &str) {
        self.post(path, json!({})).await.assert_success();
    }

    /// Presses "next".
    pub async fn advance(&self) {
        self.command("/control/advance").await;
    }

    /// Presses "next" so many times.
    pub async fn advance_by(&self, steps: usize) {
        for _ in 0..steps {
            self.advance().await;
        }
    }

    /// Presses "previous".
    pub async fn back(&self) {
        self.command("/control/back").await;
    }

    /// Goes to a place.
    pub async fn goto(&self, slide: usize, step: u16) -> Answer {
        self.post("/control/goto", json!({ "slide": slide, "step": step }))
            .await
    }

    /// Closes the door, or opens it again.
    pub async fn door(&self, open: bool) {
        self.post("/control/door", json!({ "open": open }))
            .await
            .assert_success();
    }

    /// Lets in a group of phones that waits at the door, or does not.
    pub async fn let_in(&self, group: &str, let_in: bool) -> Answer {
        let path = format!("/control/door/groups/{group}");
        self.post(&path, json!({ "let_in": let_in })).await
    }

    /// Opens a poll, again if need be.
    pub async fn open(&self, poll: &str) {
        let path = format!("/control/polls/{poll}/open");
        self.post(&path, json!({ "reopen": true })).await.assert_success();
    }

    /// Does something with a poll: `close`, `reveal` or `answer`.
    pub async fn poll(&self, poll: &str, what: &str) {
        self.command(&format!("/control/polls/{poll}/{what}")).await;
    }

    /// What the library holds.
    pub async fn sessions(&self) -> Vec<SessionEntry> {
        self.get("/control/sessions").await.success()
    }

    /// A session's summary.
    pub async fn summary(&self, session: &str, format: &str) -> Answer {
        self.get(&format!("/control/sessions/{session}/summary.{format}")).await
    }

    /// Follows what the console shows.
    pub async fn console(&self) -> Live<ConsoleView> {
        self.follow("/control/live").await
    }

    /// Follows what the projector shows.
    pub async fn stage(&self) -> Live<StageView> {
        self.follow("/stage/live").await
    }

    /// Follows a live view.
    pub async fn follow<T: serde::de::DeserializeOwned>(&self, path: &str) -> Live<T> {
        Live::new(self.request("GET", path).send().await.expect("the server answers"))
    }
}
