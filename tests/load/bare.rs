//! The bare server: the same stack (hyper, axum, serde_json) with nothing behind it.

use std::convert::Infallible;
use std::io::Write as _;
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use gazouillis_protocol::{BallotReceipt, BallotRequest};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::sync::watch;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

type Broadcast = watch::Sender<Bytes>;

/// Serves until it is killed.
pub(crate) fn serve() {
    let _ = rlimit::increase_nofile_limit(65_536);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        println!("{}", listener.local_addr().expect("an address"));
        std::io::stdout().flush().expect("standard output");
        let router = Router::new()
            .route("/api/polls/{poll}/ballot", put(echo))
            .route("/api/live", get(follow))
            .route("/publish", post(publish))
            .with_state(Broadcast::new(Bytes::from_static(b"data: 0\n\n")));
        loop {
            let (stream, _) = listener.accept().await.expect("a connection");
            stream.set_nodelay(true).expect("a socket option");
            let service = TowerToHyperService::new(router.clone());
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).max_buf_size(16 * 1024);
            tokio::spawn(async move {
                let _ = http.serve_connection(TokioIo::new(stream), service).await;
            });
        }
    });
}

async fn echo(Path(_): Path<String>, Json(ballot): Json<BallotRequest>) -> Json<BallotReceipt> {
    Json(BallotReceipt {
        revision: ballot.revision,
        seq: 1,
    })
}

async fn follow(State(broadcast): State<Broadcast>) -> Response {
    let events = WatchStream::new(broadcast.subscribe()).map(Ok::<_, Infallible>);
    Response::builder()
        .header("content-type", "text/event-stream")
        .body(Body::from_stream(events))
        .expect("a response")
}

async fn publish(State(broadcast): State<Broadcast>, body: Bytes) -> &'static str {
    broadcast.send_replace(body);
    "ok"
}

/// A bare server in a process of its own, on the servers' core.
pub(crate) struct Bare {
    process: Child,
    pub(crate) address: SocketAddr,
}

impl Bare {
    pub(crate) fn start() -> Self {
        let myself = std::env::current_exe().expect("this program has a path");
        let mut process = Command::new("taskset")
            .args(["--cpu-list", crate::SERVER_CORE])
            .arg(myself)
            .arg("bare")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the bare server starts");
        let line = crate::product::first_line(&mut process);
        Self {
            process,
            address: line.trim().parse().expect("an address"),
        }
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
