//! Sockets: a free port, bounded connections, bounded patience.

use std::io;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use gazouillis_protocol::ErrorCode;
use http::header::ACCEPT_LANGUAGE;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tower::Service as _;

use crate::door::{Caller, DeviceAddress, Pace, Places};
use crate::guard::Guard;

/// How long a request's headers may take to arrive; also how long an idle connection may stay.
const SLOWEST_HEADERS: Duration = Duration::from_secs(5);

/// How long bytes may stay unacknowledged before a connection is given up.
const SLOWEST_READER: Duration = Duration::from_secs(10);

/// The size of a connection's buffers, in bytes; also the most its headers may take.
const BUFFER: usize = 16 * 1024;

/// How many ports are tried from the one that was asked for.
const PORTS_TRIED: u16 = 50;

/// The most connections of one listener, when the system allows as many.
const MOST_CONNECTIONS: u64 = 16_384;

/// Why no socket could be had.
#[derive(Debug, thiserror::Error)]
#[error("no port from {wanted} on can be listened at: {source}")]
pub struct ListenError {
    /// The address asked for.
    pub wanted: SocketAddr,
    /// What the system said.
    pub source: io::Error,
}

/// Listens at an address; when its port is taken, at one of the next.
pub(crate) fn listen(wanted: SocketAddr) -> Result<TcpListener, ListenError> {
    let mut address = wanted;
    for _ in 0..PORTS_TRIED {
        match bind(address) {
            Ok(listener) => return Ok(listener),
            Err(error)
                if error.kind() == io::ErrorKind::AddrInUse && address.port() != 0 && address.port() < u16::MAX =>
            {
                address.set_port(address.port() + 1);
            }
            Err(source) => return Err(ListenError { wanted, source }),
        }
    }
    Err(ListenError {
        wanted,
        source: io::ErrorKind::AddrInUse.into(),
    })
}

/// Listens for IPv6 as well, where a listener for all IPv4 addresses exists and the system can.
pub(crate) fn listen_v6_beside(listener: SocketAddr) -> Option<TcpListener> {
    if listener.ip() != IpAddr::from([0, 0, 0, 0]) {
        return None;
    }
    bind(SocketAddr::new(Ipv6Addr::UNSPECIFIED.into(), listener.port())).ok()
}

fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    // On Unix this only lets a restart take the port of connections that linger; on Windows it would let two programs
    // share a port.
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    if address.is_ipv6() {
        socket.set_only_v6(true)?;
    }
    socket.bind(&address.into())?;
    socket.listen(4_096)?;
    socket.set_nonblocking(true)?;
    TcpListener::from_std(socket.into())
}

/// How many connections phones may hold: under the limit of descriptors, which is raised as far as it goes, with those that
/// the presenter's side may hold left out, and some for files.
pub(crate) fn connection_cap(desk: usize) -> usize {
    let limit = rlimit::increase_nofile_limit(MOST_CONNECTIONS + 1_024).unwrap_or(1_024);
    let others = desk as u64 + limit / 10;
    usize::try_from(limit.saturating_sub(others).clamp(64, MOST_CONNECTIONS)).unwrap_or(64)
}

/// What a listener needs besides its routes.
pub(crate) struct Edge {
    pub(crate) guard: Guard,
    pub(crate) places: Places,
    pub(crate) pace: Arc<Pace>,
    /// Whether callers are held to their pace; the presenter's side is not.
    pub(crate) paced: bool,
}

/// Serves a listener for as long as the future is polled.
pub(crate) async fn serve(listener: TcpListener, router: Router, edge: Arc<Edge>) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(SLOWEST_HEADERS)
        .max_buf_size(BUFFER)
        .half_close(false);
    // Connections end with the listener.
    let mut connections = JoinSet::new();
    loop {
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                // Most errors concern one connection; when descriptors run out, waiting is all that helps.
                tracing::debug!(%error, "A connection could not be accepted.");
                tokio::time::sleep(Duration::from_millis(20)).await;
                continue;
            }
        };
        while connections.try_join_next().is_some() {}
        // A connection too many is closed at once, and so is one without a place: accepting never waits.
        let caller = Caller::new(DeviceAddress::from(peer.ip()), &edge.pace);
        if edge.paced && !edge.pace.allows(&caller) {
            continue;
        }
        let Some(mut place) = edge.places.take(caller) else {
            continue;
        };
        prepare(&stream);
        let (router, edge, caller) = (router.clone(), Arc::clone(&edge), place.caller.clone());
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let request: Request = request.map(axum::body::Body::new);
            let (router, edge, caller) = (router.clone(), Arc::clone(&edge), caller.clone());
            async move { Ok::<_, std::convert::Infallible>(edge.answer(router, caller, request).await) }
        });
        let connection = http.serve_connection(TokioIo::new(stream), service);
        connections.spawn(async move {
            tokio::select! {
                biased;
                // A phone that goes away in the middle is no news.
                _ = connection => {}
                _ = &mut place.ended => {}
            }
            drop(place);
        });
    }
}

impl Edge {
    /// Answers one request of one connection.
    async fn answer(&self, mut router: Router, caller: Caller, mut request: Request) -> Response {
        let _hold = caller.hold();
        let asked_in = request.headers().get(ACCEPT_LANGUAGE).cloned();
        if self.paced && !self.pace.allows(&caller) {
            return self.guard.refuse(ErrorCode::TooManyRequests.into(), asked_in);
        }
        if let Err(error) = self.guard.check(&request) {
            return self.guard.refuse(error, asked_in);
        }
        request.extensions_mut().insert(caller);
        let Ok(response) = router.call(request).await;
        self.guard.finish(response, asked_in)
    }
}

fn prepare(stream: &TcpStream) {
    let _ = stream.set_nodelay(true);
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        let socket = socket2::SockRef::from(stream);
        let _ = socket.set_tcp_user_timeout(Some(SLOWEST_READER));
        let _ = socket.set_keepalive(true);
    }
}
