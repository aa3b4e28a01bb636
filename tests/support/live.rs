//! Following Server-Sent Events.

use futures_util::StreamExt as _;
use serde::de::DeserializeOwned;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::soon;

/// A stream that is being followed; dropping it hangs up.
#[derive(Debug)]
pub struct Live<T> {
    events: mpsc::UnboundedReceiver<String>,
    reading: JoinHandle<()>,
    _view: std::marker::PhantomData<T>,
}

impl<T: DeserializeOwned> Live<T> {
    pub(crate) fn new(response: reqwest::Response) -> Self {
        assert_eq!(response.status(), 200, "the stream was refused");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let (sender, events) = mpsc::unbounded_channel();
        let reading = tokio::spawn(async move {
            let mut stream = response.bytes_stream();
            let mut buffer = Vec::new();
            while let Some(Ok(bytes)) = stream.next().await {
                // Bytes until an event is whole: the network parts letters as it likes.
                buffer.extend_from_slice(&bytes);
                while let Some(end) = buffer.windows(2).position(|pair| pair == b"\n\n") {
                    let event: Vec<u8> = buffer.drain(..end + 2).collect();
                    let event = String::from_utf8(event).expect("an event is UTF-8");
                    if sender.send(event).is_err() {
                        return;
                    }
                }
            }
        });
        Self {
            events,
            reading,
            _view: std::marker::PhantomData,
        }
    }

    /// The next thing on the stream, as it is; `None` when the server hung up.
    pub async fn raw(&mut self) -> Option<String> {
        soon("an event arrives", self.events.recv()).await
    }

    /// The next view; heartbeats are passed over.
    ///
    /// # Panics
    /// When the server hangs up.
    pub async fn next(&mut self) -> T {
        loop {
            let event = self.raw().await.expect("the server hung up");
            if let Some(data) = event.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap_or_else(|error| panic!("{event:?}: {error}"));
            }
        }
    }

    /// The first view from now on that is as wanted.
    pub async fn until(&mut self, what: &str, is_so: impl Fn(&T) -> bool) -> T {
        soon(what, async {
            loop {
                let view = self.next().await;
                if is_so(&view) {
                    return view;
                }
            }
        })
        .await
    }
}

impl<T> Drop for Live<T> {
    fn drop(&mut self) {
        self.reading.abort();
    }
}
