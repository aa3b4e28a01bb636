//! From the acknowledgement of a ballot until the stage's stream shows it.

use std::time::{Duration, Instant};

use tokio::sync::watch;

use crate::http::Connection;
use crate::product::{Product, ballot, live};
use crate::report::Report;
use crate::throughput::voters;

const PHONES: usize = 1_000;

pub(crate) async fn measure(report: &mut Report) {
    let product = Product::start();
    drop(voters(&product, PHONES).await);
    let host = product.audience.to_string();
    for number in 0..PHONES {
        let mut follower = Connection::open(product.audience).await;
        follower.send(&live(&host, number)).await;
        tokio::spawn(async move {
            loop {
                follower.read_some().await;
            }
        });
    }
    let (seen, mut newest) = watch::channel(0);
    let mut stage = Connection::open(product.control).await;
    let head = format!(
        "GET /stage/live HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\n\r\n",
        product.control, product.secret
    );
    stage.send(head.as_bytes()).await;
    tokio::spawn(async move {
        let mut text = Vec::new();
        loop {
            text.extend_from_slice(stage.read_some().await);
            while let Some(end) = text.windows(2).position(|pair| pair == b"\n\n") {
                let event: Vec<u8> = text.drain(..end + 2).collect();
                if let Some(seq) = seq(&event) {
                    seen.send_replace(seq);
                }
            }
        }
    });
    let mut delays = Vec::new();
    for number in 0..PHONES {
        // The server closes connections that have been idle, as it does a real phone's.
        let mut phone = Connection::open(product.audience).await;
        assert_eq!(phone.exchange(&ballot(&host, number, 1)).await, 200);
        let begin = Instant::now();
        let taken = seq(phone.body()).expect("a receipt");
        newest
            .wait_for(|shown| *shown >= taken)
            .await
            .expect("the stage follows");
        delays.push(begin.elapsed());
        // Ballots come at uneven times, as from people, so that they meet the stage's pace at every point of it.
        tokio::time::sleep(Duration::from_micros((number as u64 * 7_919) % 9_000)).await;
    }
    delays.sort();
    let p99 = delays[PHONES * 99 / 100].as_secs_f64() * 1e3;
    let median = delays[PHONES / 2].as_secs_f64() * 1e3;
    report.at_most(
        "ballot acknowledged until the stage has it, p99",
        p99,
        "ms",
        50.0,
        format!("median {median:.1} ms, {PHONES} phones"),
    );
}

/// The sequence number in some JSON.
fn seq(text: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(text).ok()?;
    let after = text.split("\"seq\":").nth(1)?;
    after
        .split(|character: char| !character.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}
