//! A whole room votes at once.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use crate::bare::Bare;
use crate::http::Connection;
use crate::product::{Product, ballot};
use crate::report::Report;
use crate::throughput::{run, voters};

const PHONES: usize = 1_000;
const ROUNDS: u32 = 15;

pub(crate) async fn measure(report: &mut Report) {
    let bare = Bare::start();
    let mut phones = Vec::new();
    for _ in 0..PHONES {
        phones.push(Connection::open(bare.address).await);
    }
    let echoed = median(phones, bare.address).await;
    drop(bare);
    let product = Product::start();
    let phones = voters(&product, PHONES).await;
    let durable = median(phones, product.audience).await;
    let commit = commit_time();
    let budget = 1.6 * milliseconds(echoed) + milliseconds(commit);
    let measured = format!(
        "bare {:.1} ms, one group commit {:.1} ms, median of {ROUNDS}",
        milliseconds(echoed),
        milliseconds(commit)
    );
    report.at_most(
        "1,000 phones vote at once, until the last is durable",
        milliseconds(durable),
        "ms",
        budget,
        measured,
    );
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

async fn median(mut phones: Vec<Connection>, server: SocketAddr) -> Duration {
    let host = server.to_string();
    let mut times = Vec::new();
    for revision in 1..=ROUNDS {
        let requests: Vec<Vec<u8>> = (0..PHONES).map(|number| ballot(&host, number, revision)).collect();
        let begin = Instant::now();
        let votes = phones.into_iter().zip(requests).map(|(mut phone, request)| async move {
            assert_eq!(phone.exchange(&request).await, 200, "each ballot is taken");
            phone
        });
        phones = run(votes).await;
        times.push(begin.elapsed());
    }
    times.sort();
    times[times.len() / 2]
}

/// How long one transaction of a thousand ballots takes to be on disk, with SQLite alone.
fn commit_time() -> Duration {
    let folder = tempfile::tempdir_in("target").expect("a folder");
    let mut connection = rusqlite::Connection::open(folder.path().join("commit.db")).expect("a database");
    connection.pragma_update(None, "journal_mode", "WAL").expect("a pragma");
    connection.pragma_update(None, "synchronous", "FULL").expect("a pragma");
    connection
        .execute(
            "CREATE TABLE ballot (number INTEGER PRIMARY KEY, answer TEXT) STRICT",
            [],
        )
        .expect("a table");
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        let transaction = connection.transaction().expect("a transaction");
        for number in 0..PHONES {
            let mut insert = transaction
                .prepare_cached("INSERT OR REPLACE INTO ballot VALUES (?1, ?2)")
                .expect("SQL");
            insert
                .execute(rusqlite::params![number as i64, r#"{"choice":"oui"}"#])
                .expect("a row");
        }
        transaction.commit().expect("a commit");
        times.push(begin.elapsed());
    }
    times.sort();
    times[times.len() / 2]
}
