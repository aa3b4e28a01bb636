//! The projector, as far as a number in its stream tells what it shows.

use tokio::sync::watch;

use crate::http::Connection;
use crate::product::Product;

/// Follows the stage's stream.
pub(crate) struct Stage {
    newest: watch::Receiver<u64>,
}

impl Stage {
    /// Follows a number that each view has: `seq`, which grows with everything, or `edition`, which grows with the slides.
    pub(crate) async fn follow(product: &Product, field: &'static str) -> Self {
        let (seen, newest) = watch::channel(0);
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
                    if let Some(number) = number(&event, field) {
                        seen.send_replace(number);
                    }
                }
            }
        });
        Self { newest }
    }

    /// Waits until the number is as large as this.
    pub(crate) async fn shows(&mut self, number: u64) {
        let shown = self.newest.wait_for(|shown| *shown >= number).await;
        let _ = shown.expect("the stage follows");
    }

    /// The number as it is now.
    pub(crate) fn now(&self) -> u64 {
        *self.newest.borrow()
    }
}

/// A number of some JSON.
pub(crate) fn number(text: &[u8], field: &str) -> Option<u64> {
    let text = std::str::from_utf8(text).ok()?;
    let after = text.split(&format!("\"{field}\":")).nth(1)?;
    after
        .split(|character: char| !character.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}
