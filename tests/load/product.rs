//! The product, as its users start it, in a process of its own.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde::Deserialize;
use tempfile::TempDir;

use crate::http::{Connection, request};

/// What `serve --json` prints.
#[derive(Debug, Deserialize)]
struct Ready {
    join_url: String,
    control_url: String,
    control_token: String,
}

/// A running `gazouillis-headless serve`.
pub(crate) struct Product {
    process: Child,
    /// The audience listener.
    pub(crate) audience: SocketAddr,
    /// The control listener.
    pub(crate) control: SocketAddr,
    /// The control secret.
    pub(crate) secret: String,
    data: TempDir,
}

/// The name of a talk's file.
const TALK: &str = "talk.md";

/// The folder of the built programs.
pub(crate) fn built(name: &str) -> PathBuf {
    let beside = || {
        std::env::current_exe()
            .expect("this program has a path")
            .parent()
            .expect("a folder")
            .to_owned()
    };
    std::env::var_os("GAZOUILLIS_BUILT")
        .map_or_else(beside, PathBuf::from)
        .join(name)
}

/// The first line that a program prints.
pub(crate) fn first_line(process: &mut Child) -> String {
    let mut line = String::new();
    let output = process.stdout.take().expect("a pipe");
    BufReader::new(output).read_line(&mut line).expect("a line");
    assert!(!line.is_empty(), "the program ended before it was ready");
    line
}

impl Product {
    /// On the built-in talk.
    pub(crate) fn start() -> Self {
        Self::start_on(None)
    }

    /// On a talk of this text, or the built-in one.
    pub(crate) fn start_on(talk: Option<&str>) -> Self {
        // On the disk that the project is on: a memory disk would commit for free.
        let data = tempfile::tempdir_in("target").expect("a folder");
        let file = data.path().join(TALK);
        if let Some(talk) = talk {
            std::fs::write(&file, talk).expect("a talk can be written");
        }
        let mut process = Command::new("taskset")
            .args(["--cpu-list", crate::SERVER_CORE])
            .arg(built("gazouillis-headless"))
            .arg("serve")
            .args(talk.map(|_| &file))
            .args(["--lang", "fr", "--json", "--listen", "127.0.0.1:0", "--data"])
            .arg(data.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("gazouillis-headless starts: build it with `cargo xtask bench`");
        let ready: Ready = serde_json::from_str(&first_line(&mut process)).expect("one line of JSON");
        let address = |url: &str| {
            url.trim_start_matches("http://")
                .trim_end_matches('/')
                .parse()
                .expect("an address")
        };
        Self {
            process,
            audience: address(&ready.join_url),
            control: address(&ready.control_url),
            secret: ready.control_token,
            data,
        }
    }

    /// The talk's file.
    pub(crate) fn talk(&self) -> PathBuf {
        self.data.path().join(TALK)
    }

    pub(crate) fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Sends one command.
    pub(crate) async fn command(&self, path: &str, body: &str) {
        let mut connection = Connection::open(self.control).await;
        let status = connection
            .exchange(&request("POST", path, &self.control.to_string(), &self.secret, body))
            .await;
        assert_eq!(status, 200, "{path} {body}");
    }

    /// Goes to the slide that asks a poll, which opens it.
    pub(crate) async fn show(&self, poll: &str) {
        let mut connection = Connection::open(self.control).await;
        let status = connection
            .exchange(&request(
                "GET",
                "/stage/deck",
                &self.control.to_string(),
                &self.secret,
                "",
            ))
            .await;
        assert_eq!(status, 200, "the deck");
        let deck: serde_json::Value = serde_json::from_slice(connection.body()).expect("JSON");
        let slides = deck["slides"].as_array().expect("slides");
        let slide = slides
            .iter()
            .position(|slide| slide["poll"]["id"] == poll)
            .expect("the poll has a slide");
        self.command("/control/goto", &format!(r#"{{"slide":{slide}}}"#)).await;
    }

    /// Joins with a token.
    pub(crate) async fn join(&self, connection: &mut Connection, token: &str) {
        let body = format!(r#"{{"token":"{token}"}}"#);
        let status = connection
            .exchange(&request(
                "POST",
                "/api/participants",
                &self.audience.to_string(),
                token,
                &body,
            ))
            .await;
        assert_eq!(status, 201, "a phone joins");
    }
}

impl Drop for Product {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The poll that the load votes in: the first of the built-in talk.
pub(crate) const POLL: &str = "ouvrir-un-compte";

/// The token of the n-th phone.
pub(crate) fn token(number: usize) -> String {
    format!("{number:032x}")
}

/// A ballot of the n-th phone. The bare server takes it as well.
pub(crate) fn ballot(host: &str, number: usize, revision: u32) -> Vec<u8> {
    let choice = OPTIONS[(number + revision as usize) % OPTIONS.len()];
    let body = format!(r#"{{"answer":{{"choice":"{choice}"}},"revision":{revision}}}"#);
    request("PUT", &format!("/api/polls/{POLL}/ballot"), host, &token(number), &body)
}

/// The request by which the n-th phone follows.
pub(crate) fn live(host: &str, number: usize) -> Vec<u8> {
    let token = token(number);
    format!("GET /api/live HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\n\r\n").into_bytes()
}

/// Options of [`POLL`].
const OPTIONS: [&str; 2] = ["idees", "minute"];
