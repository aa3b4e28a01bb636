//! One update to every phone: until the last has it; and what a phone costs in memory.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::future::join_all;

use crate::bare::Bare;
use crate::http::{Connection, request};
use crate::product::{POLL, Product, live, token};
use crate::report::Report;
use crate::throughput::run;

const ROUNDS: usize = 9;

/// How many phones come at once.
const AT_ONCE: usize = 200;

pub(crate) async fn measure(report: &mut Report) {
    for phones in [1_000, 10_000] {
        let bare = Bare::start();
        let followers = follow(bare.address, phones, None, b"data: 0").await;
        let plain = bare_rounds(&bare, followers).await;
        drop(bare);
        let product = Product::start();
        let before = memory(product.pid());
        let followers = follow(product.audience, phones, Some(&product), b"\"seq\"").await;
        let each = (memory(product.pid()) - before) / phones as f64;
        let ours = product_rounds(&product, followers).await;
        let measured = format!(
            "{:.1} ms, bare {:.1} ms, median of {ROUNDS}",
            ours.as_secs_f64() * 1e3,
            plain.as_secs_f64() * 1e3
        );
        let ratio = ours.as_secs_f64() / plain.as_secs_f64();
        report.at_most(
            &format!("one update to {phones} phones, against bare"),
            ratio,
            "×",
            1.3,
            measured,
        );
        if phones == 10_000 {
            report.at_most(
                "memory per connected phone",
                each,
                "KB",
                25.0,
                format!("resident, {phones} phones"),
            );
        }
    }
}

/// Phones that follow; on the product, once each has joined.
async fn follow(server: SocketAddr, phones: usize, product: Option<&Product>, first: &'static [u8]) -> Vec<Connection> {
    let host = server.to_string();
    let one = async |number: usize| {
        let mut connection = Connection::open(server).await;
        if let Some(product) = product {
            product.join(&mut connection, &token(number)).await;
        }
        connection.send(&live(&host, number)).await;
        connection.read_until(first).await;
        connection
    };
    let mut followers = Vec::new();
    // A door's width at a time, so that joins share commits and no connection waits until it is idle.
    for number in (0..phones).step_by(AT_ONCE) {
        let together = (number..phones.min(number + AT_ONCE)).map(one);
        followers.extend(join_all(together).await);
    }
    followers
}

/// Until the last follower has read a text that the update carries.
async fn until_all(
    followers: Vec<Connection>,
    wanted: &'static [u8],
    send: impl Future<Output = ()>,
) -> (Duration, Vec<Connection>) {
    let reading = followers.into_iter().map(|mut follower| async move {
        follower.read_until(wanted).await;
        follower
    });
    let tasks: Vec<_> = reading.map(tokio::spawn).collect();
    // Let every reader wait in its read before the clock starts.
    tokio::task::yield_now().await;
    let begin = Instant::now();
    send.await;
    let followers = run(tasks.into_iter().map(|task| async { task.await.expect("a reader") })).await;
    (begin.elapsed(), followers)
}

async fn bare_rounds(bare: &Bare, mut followers: Vec<Connection>) -> Duration {
    // As large as what phones really get.
    let filler = "x".repeat(600);
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let wanted: &'static [u8] = if round % 2 == 0 { b"\"even\"" } else { b"\"odd!\"" };
        let body = format!("data: {{{}:\"{filler}\"}}\n\n", String::from_utf8_lossy(wanted));
        let request = request("POST", "/publish", &bare.address.to_string(), "", &body);
        // The server closes connections that have been idle, so each round has one of its own.
        let mut sender = Connection::open(bare.address).await;
        let (time, back) = until_all(followers, wanted, async {
            assert_eq!(sender.exchange(&request).await, 200);
        })
        .await;
        followers = back;
        times.push(time);
    }
    times.sort();
    times[ROUNDS / 2]
}

async fn product_rounds(product: &Product, mut followers: Vec<Connection>) -> Duration {
    // The poll's slide is up, so that phones go on showing it when it is closed.
    product.show(POLL).await;
    let host = product.control.to_string();
    for follower in &mut followers {
        follower.read_until(b"\"state\":\"open\"").await;
    }
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        // A presenter clicks no faster than this, and updates are held to ten a second on purpose.
        tokio::time::sleep(Duration::from_millis(400)).await;
        let (path, body, wanted): (String, &str, &'static [u8]) = if round % 2 == 0 {
            (format!("/control/polls/{POLL}/close"), "{}", b"\"state\":\"closed\"")
        } else {
            (
                format!("/control/polls/{POLL}/open"),
                r#"{"reopen":true}"#,
                b"\"state\":\"open\"",
            )
        };
        let request = request("POST", &path, &host, &product.secret, body);
        // The server closes connections that have been idle, so each round has one of its own.
        let mut sender = Connection::open(product.control).await;
        let (time, back) = until_all(followers, wanted, async {
            assert_eq!(sender.exchange(&request).await, 200);
        })
        .await;
        followers = back;
        times.push(time);
    }
    times.sort();
    times[ROUNDS / 2]
}

/// Resident memory of a process, in KB.
fn memory(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .unwrap_or_default();
    line.trim().trim_end_matches(" kB").trim().parse().unwrap_or(f64::NAN)
}
