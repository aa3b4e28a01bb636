//! Following a view: the newest event at once, then each that follows, with a heartbeat in silence.

use std::convert::Infallible;
use std::future::Future as _;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use gazouillis_engine::EngineHandle;
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http_body::Frame;
use tokio::sync::watch;
use tokio::time::{Instant, Sleep};
use tokio_stream::Stream as _;
use tokio_stream::wrappers::WatchStream;

use crate::door::{Hold, Stay};

/// A stream says something at least this often, so that both ends notice a dead connection.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// What a phone's oldest stream says when a newer one of the same phone takes its place: there is no need to come back.
const REPLACED: &[u8] = b"event: replaced\ndata: {}\n\n";

/// One event of the phones' view, and the session it is of.
#[derive(Debug, Clone, Default)]
pub(crate) struct PhoneEvent {
    pub(crate) session: Arc<str>,
    pub(crate) bytes: Bytes,
}

type Polled = Poll<Option<Result<Frame<Bytes>, Infallible>>>;

fn frame(event: Bytes) -> Polled {
    Poll::Ready(Some(Ok(Frame::data(event))))
}

/// Speaks in silence.
struct Heartbeat(Pin<Box<Sleep>>);

impl Heartbeat {
    fn new() -> Self {
        Self(Box::pin(tokio::time::sleep(HEARTBEAT)))
    }

    fn put_off(&mut self) {
        self.0.as_mut().reset(Instant::now() + HEARTBEAT);
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Polled {
        if self.0.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        self.put_off();
        // The reset timer must be polled once to be heard.
        let _ = self.0.as_mut().poll(context);
        frame(Bytes::from_static(b": \n\n"))
    }
}

/// The stream of the stage or the console.
struct Following {
    events: WatchStream<Bytes>,
    heartbeat: Heartbeat,
}

impl http_body::Body for Following {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Polled {
        match Pin::new(&mut self.events).poll_next(context) {
            Poll::Ready(Some(event)) => {
                self.heartbeat.put_off();
                frame(event)
            }
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => self.heartbeat.poll(context),
        }
    }
}

/// The stream of one phone, which belongs to its token and so to one session.
struct PhoneFollowing {
    events: WatchStream<PhoneEvent>,
    heartbeat: Heartbeat,
    engine: EngineHandle,
    session: String,
    /// Whether an event of its own session has been told.
    begun: bool,
    over: bool,
    stay: Stay,
    _hold: Hold,
}

impl PhoneFollowing {
    /// Whether an event of another session is what comes after its own. Before the first of its own it may also be what
    /// was before, which the view has not left yet.
    fn is_newer(&self) -> bool {
        self.begun || self.engine.now().facts.id != self.session
    }
}

impl http_body::Body for PhoneFollowing {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Polled {
        if self.over {
            return Poll::Ready(None);
        }
        if Pin::new(&mut self.stay.ended).poll(context).is_ready() {
            self.over = true;
            return frame(Bytes::from_static(REPLACED));
        }
        while let Poll::Ready(event) = Pin::new(&mut self.events).poll_next(context) {
            let Some(event) = event else { return Poll::Ready(None) };
            // Nothing has been projected yet.
            if event.bytes.is_empty() {
                continue;
            }
            let is_own = *event.session == *self.session;
            if !is_own && !self.is_newer() {
                continue;
            }
            self.begun = true;
            self.over = !is_own;
            self.heartbeat.put_off();
            return frame(event.bytes);
        }
        self.heartbeat.poll(context)
    }
}

/// Follows the view of the stage or the console.
pub(crate) fn follow(view: &watch::Sender<Bytes>) -> Response {
    answer(Body::new(Following {
        events: WatchStream::new(view.subscribe()),
        heartbeat: Heartbeat::new(),
    }))
}

/// Follows the phones' view, for a phone that has joined a session.
pub(crate) fn follow_phone(
    view: &watch::Sender<PhoneEvent>,
    engine: EngineHandle,
    session: String,
    stay: Stay,
    hold: Hold,
) -> Response {
    answer(Body::new(PhoneFollowing {
        events: WatchStream::new(view.subscribe()),
        heartbeat: Heartbeat::new(),
        engine,
        session,
        begun: false,
        over: false,
        stay,
        _hold: hold,
    }))
}

fn answer(body: Body) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, body).into_response()
}
