//! Ballots per second, durable, against the same requests echoed from memory.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::future::join_all;

use crate::bare::Bare;
use crate::http::Connection;
use crate::product::{POLL, Product, ballot, token};
use crate::report::Report;

/// How long each load lasts.
const LASTS: Duration = Duration::from_secs(3);
/// How many rounds are measured; the median counts.
const ROUNDS: usize = 3;

pub(crate) async fn measure(report: &mut Report) {
    for (connections, budget) in [(64, 60.0), (1_000, 75.0)] {
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let bare = Bare::start();
            let echoed = per_second(open(bare.address, connections).await, bare.address).await;
            drop(bare);
            let product = Product::start();
            let voters = voters(&product, connections).await;
            let durable = per_second(voters, product.audience).await;
            rounds.push((durable / echoed * 100.0, durable, echoed));
        }
        rounds.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (ratio, durable, echoed) = rounds[ROUNDS / 2];
        let measured = format!("{durable:.0}/s durable, {echoed:.0}/s echoed, median of {ROUNDS}");
        report.at_least(
            &format!("durable ballots per second, {connections} connections"),
            ratio,
            "%",
            budget,
            measured,
        );
    }
}

async fn open(server: SocketAddr, connections: usize) -> Vec<Connection> {
    let mut open = Vec::new();
    for _ in 0..connections {
        open.push(Connection::open(server).await);
    }
    open
}

/// Phones that joined, with the poll open.
pub(crate) async fn voters(product: &Product, phones: usize) -> Vec<Connection> {
    let mut connections = open(product.audience, phones).await;
    join_all(
        connections
            .iter_mut()
            .enumerate()
            .map(async |(number, connection)| product.join(connection, &token(number)).await),
    )
    .await;
    product.command(&format!("/control/polls/{POLL}/open"), "{}").await;
    connections
}

/// Each connection votes again as soon as it is answered.
async fn per_second(connections: Vec<Connection>, server: SocketAddr) -> f64 {
    let host = server.to_string();
    let begin = Instant::now();
    let votes = connections.into_iter().enumerate().map(|(number, mut connection)| {
        let host = host.clone();
        async move {
            let mut revision = 0;
            while begin.elapsed() < LASTS {
                revision += 1;
                let status = connection.exchange(&ballot(&host, number, revision)).await;
                assert_eq!(status, 200, "each ballot is taken");
            }
            f64::from(revision)
        }
    });
    let votes: f64 = run(votes).await.into_iter().sum();
    votes / begin.elapsed().as_secs_f64()
}

/// Runs each on a task of its own, which scales where joining futures would poll them all.
pub(crate) async fn run<F>(futures: impl IntoIterator<Item = F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send,
{
    let tasks: Vec<_> = futures.into_iter().map(tokio::spawn).collect();
    let mut outputs = Vec::new();
    for task in tasks {
        outputs.push(task.await.expect("the load does not panic"));
    }
    outputs
}
