//! A phone: joins, votes, follows.

use std::net::IpAddr;
use std::time::Duration;

use gazouillis_protocol::{BallotReceipt, Joined, MyView, PhoneView};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};

use crate::{Answer, Live};

/// One phone with a token of its own.
#[derive(Debug, Clone)]
pub struct Phone {
    base: String,
    client: Client,
    /// Its token; empty until it has joined.
    pub token: String,
}

/// A client as a browser is one: it keeps connections, but not for so long that the server would close them under it.
pub(crate) fn client() -> Client {
    Client::builder()
        .pool_idle_timeout(Duration::from_secs(2))
        .build()
        .expect("a client")
}

/// As [`client`], at another address of this computer: to the server each 127.x.y.z is a device of its own.
fn client_at(address: IpAddr) -> Client {
    Client::builder()
        .pool_idle_timeout(Duration::from_secs(2))
        .local_address(address)
        .build()
        .expect("a client")
}

impl Phone {
    /// A phone that has not joined yet. `base` is the address it opens.
    #[must_use]
    pub fn new(base: &str) -> Self {
        Self {
            base: base.trim_end_matches('/').to_owned(),
            client: client(),
            token: String::new(),
        }
    }

    /// A phone that has not joined yet, on a device with an address of its own: 127.x.y.z.
    #[must_use]
    pub fn on(base: &str, device: IpAddr) -> Self {
        Self {
            client: client_at(device),
            ..Self::new(base)
        }
    }

    /// Another phone behind the same address, which has not joined yet.
    #[must_use]
    pub fn neighbour(&self) -> Self {
        Self {
            token: String::new(),
            ..self.clone()
        }
    }

    /// The same phone at another address of the server.
    #[must_use]
    pub fn at(&self, base: &str) -> Self {
        Self {
            base: base.trim_end_matches('/').to_owned(),
            ..self.clone()
        }
    }

    /// Any request to the audience listener, with the phone's token when it has one.
    pub fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let request = self.client.request(method, format!("{}{path}", self.base));
        if self.token.is_empty() {
            request
        } else {
            request.bearer_auth(&self.token)
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

    /// Joins, and keeps the token.
    pub async fn join(&mut self) -> &mut Self {
        let joined: Joined = self.try_join(json!({})).await.success();
        self.token = joined.token;
        self
    }

    /// Asks to join with a body of one's own.
    pub async fn try_join(&self, body: Value) -> Answer {
        self.send(self.request("POST", "/api/participants").json(&body)).await
    }

    /// Sends a ballot.
    pub async fn cast(&self, poll: &str, answer: Value, revision: u32) -> Answer {
        let body = json!({ "answer": answer, "revision": revision });
        self.send(self.request("PUT", &format!("/api/polls/{poll}/ballot")).json(&body))
            .await
    }

    /// Sends a ballot; `None` when no answer came back.
    pub async fn try_cast(&self, poll: &str, answer: &Value, revision: u32) -> Option<Answer> {
        let body = json!({ "answer": answer, "revision": revision });
        let request = self.request("PUT", &format!("/api/polls/{poll}/ballot")).json(&body);
        Answer::read(request.send().await.ok()?).await.ok()
    }

    /// Votes for one option, which must succeed.
    pub async fn vote(&self, poll: &str, option: &str) -> BallotReceipt {
        self.cast(poll, json!({ "choice": option }), 1).await.success()
    }

    /// What belongs to this phone.
    pub async fn me(&self) -> MyView {
        self.send(self.request("GET", "/api/me")).await.success()
    }

    /// Asks for the public state; the answer's status.
    pub async fn try_live(&self) -> u16 {
        let response = self.request("GET", "/api/live").send().await;
        response.expect("the server answers").status().as_u16()
    }

    /// Follows the public state, which takes the token of a phone that has joined.
    pub async fn live(&self) -> Live<PhoneView> {
        Live::new(
            self.request("GET", "/api/live")
                .send()
                .await
                .expect("the server answers"),
        )
    }
}
