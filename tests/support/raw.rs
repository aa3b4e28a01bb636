//! Requests that no client library would send.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

use crate::soon;

/// An answer as it came over the wire.
#[derive(Debug, Clone)]
pub struct RawAnswer {
    /// The status; 0 when the server hung up without one.
    pub status: u16,
    /// The status line and the headers.
    pub head: String,
    /// The body, as far as its announced length.
    pub body: String,
}

/// Connects from an address of this computer: to the server each 127.x.y.z is a device of its own.
///
/// # Errors
/// When the server does not take the connection.
pub async fn connect_from(server: SocketAddr, device: [u8; 4]) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from((device, 0)))?;
    socket.connect(server).await
}

/// Sends these bytes and reads one answer.
///
/// # Panics
/// When the server cannot be reached.
pub async fn exchange(address: SocketAddr, bytes: &[u8]) -> RawAnswer {
    let mut stream = TcpStream::connect(address).await.expect("the server is reached");
    let _ = stream.write_all(bytes).await;
    soon("the server answers or hangs up", read(&mut stream)).await
}

async fn read(stream: &mut TcpStream) -> RawAnswer {
    let mut received = Vec::new();
    let mut chunk = [0_u8; 4_096];
    loop {
        let text = String::from_utf8_lossy(&received).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = header(head, "content-length")
                .and_then(|value| value.parse().ok())
                .unwrap_or(0_usize);
            if body.len() >= length {
                return RawAnswer {
                    status: head
                        .split(' ')
                        .nth(1)
                        .and_then(|status| status.parse().ok())
                        .unwrap_or(0),
                    head: head.to_owned(),
                    body: body.to_owned(),
                };
            }
        }
        match stream.read(&mut chunk).await {
            Ok(count) if count > 0 => received.extend_from_slice(&chunk[..count]),
            _ => {
                return RawAnswer {
                    status: 0,
                    head: text,
                    body: String::new(),
                };
            }
        }
    }
}

/// A header's value, by its name in lower case.
#[must_use]
pub fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = head.lines().skip(1).filter_map(|line| line.split_once(':'));
    lines
        .find(|(key, _)| key.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
}
