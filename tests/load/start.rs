//! From the command until it serves.

use std::time::Instant;

use crate::product::Product;
use crate::report::Report;

const ROUNDS: usize = 9;

pub(crate) async fn measure(report: &mut Report) {
    // The first start warms the caches.
    drop(Product::start());
    let mut times: Vec<f64> = Vec::new();
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        let product = Product::start();
        times.push(begin.elapsed().as_secs_f64() * 1e3);
        drop(product);
    }
    times.sort_by(f64::total_cmp);
    report.at_most(
        "headless start until it serves, warm",
        times[ROUNDS / 2],
        "ms",
        150.0,
        format!("median of {ROUNDS}"),
    );
}
