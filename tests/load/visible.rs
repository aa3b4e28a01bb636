//! What the presenter and the phones do, until the stage's stream shows it.

use std::time::{Duration, Instant};

use crate::follow::{Stage, number};
use crate::http::{Connection, request};
use crate::product::{Product, ballot, live};
use crate::report::Report;
use crate::throughput::voters;

const PHONES: usize = 1_000;

/// Presses of the clicker, and saves of the talk's file.
const PRESSES: usize = 100;
const SAVES: usize = 40;

/// A thousand phones, which follow.
async fn room(product: &Product) -> String {
    drop(voters(product, PHONES).await);
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
    host
}

pub(crate) async fn measure(report: &mut Report) {
    let product = Product::start();
    let host = room(&product).await;
    let mut stage = Stage::follow(&product, "seq").await;
    ballots(report, &product, &host, &mut stage).await;
    presses(report, &product, &mut stage).await;
    drop(product);
    saves(report).await;
}

async fn ballots(report: &mut Report, product: &Product, host: &str, stage: &mut Stage) {
    let mut delays = Vec::new();
    for voter in 0..PHONES {
        // The server closes connections that have been idle, as it does a real phone's.
        let mut phone = Connection::open(product.audience).await;
        assert_eq!(phone.exchange(&ballot(host, voter, 1)).await, 200);
        let begin = Instant::now();
        let taken = number(phone.body(), "seq").expect("a receipt");
        stage.shows(taken).await;
        delays.push(begin.elapsed());
        // Ballots come at uneven times, as from people, so that they meet the stage's pace at every point of it.
        tokio::time::sleep(Duration::from_micros((voter as u64 * 7_919) % 9_000)).await;
    }
    tell(report, "ballot acknowledged until the stage has it, p99", 50.0, delays);
}

async fn presses(report: &mut Report, product: &Product, stage: &mut Stage) {
    let host = product.control.to_string();
    let press = request("POST", "/control/advance", &host, &product.secret, "{}");
    let mut delays = Vec::new();
    for pressed in 0..PRESSES {
        let mut desk = Connection::open(product.control).await;
        let begin = Instant::now();
        assert_eq!(desk.exchange(&press).await, 200);
        let led_to = number(desk.body(), "seq").expect("where it led to");
        stage.shows(led_to).await;
        delays.push(begin.elapsed());
        tokio::time::sleep(Duration::from_micros(50_000 + (pressed as u64 * 7_919) % 33_000)).await;
    }
    tell(report, "key pressed until the stage has the step, p99", 50.0, delays);
}

/// The talk that is saved is as long as the built-in one.
async fn saves(report: &mut Report) {
    let talk = include_str!("../../src-tauri/talks/twitter.fr.md");
    let product = Product::start_on(Some(talk));
    let mut stage = Stage::follow(&product, "edition").await;
    let file = product.talk();
    let mut delays = Vec::new();
    for save in 0..SAVES {
        let edited = format!("{talk}\n\n---\n\n# Enregistré {save} fois\n");
        let wanted = stage.now() + 1;
        let begin = Instant::now();
        std::fs::write(&file, edited).expect("the talk can be written");
        stage.shows(wanted).await;
        delays.push(begin.elapsed());
    }
    tell(report, "talk saved until the stage has it, p99", 300.0, delays);
}

fn tell(report: &mut Report, what: &str, budget: f64, mut delays: Vec<Duration>) {
    delays.sort();
    let count = delays.len();
    let p99 = delays[count * 99 / 100].as_secs_f64() * 1e3;
    let median = delays[count / 2].as_secs_f64() * 1e3;
    let measured = format!("median {median:.1} ms of {count}");
    report.at_most(what, p99, "ms", budget, measured);
}
