//! The least client that speaks HTTP/1.1 correctly: it must cost less than the servers it measures.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// One connection that stays.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub(crate) async fn open(server: SocketAddr) -> Self {
        let stream = TcpStream::connect(server).await.expect("the server accepts");
        stream.set_nodelay(true).expect("a socket option");
        Self {
            stream,
            buffer: Vec::with_capacity(1_024),
        }
    }

    /// Sends a request and waits for its whole answer; returns its status.
    pub(crate) async fn exchange(&mut self, request: &[u8]) -> u16 {
        self.stream.write_all(request).await.expect("the server reads");
        self.buffer.clear();
        loop {
            let read = self
                .stream
                .read_buf(&mut self.buffer)
                .await
                .expect("the server answers");
            assert!(read > 0, "the server closed the connection");
            if let Some((status, length)) = complete(&self.buffer) {
                assert_eq!(self.buffer.len(), length, "one answer for one request");
                return status;
            }
        }
    }

    /// The body of the last answer.
    pub(crate) fn body(&self) -> &[u8] {
        let head = self
            .buffer
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .map_or(0, |at| at + 4);
        &self.buffer[head..]
    }

    /// Sends a request whose answer is a stream.
    pub(crate) async fn send(&mut self, request: &[u8]) {
        self.stream.write_all(request).await.expect("the server reads");
    }

    /// Reads from a stream until what was read contains `wanted`.
    pub(crate) async fn read_until(&mut self, wanted: &[u8]) {
        loop {
            if self.buffer.windows(wanted.len()).any(|window| window == wanted) {
                self.buffer.clear();
                return;
            }
            // Only what might begin the text looked for is kept.
            let keep = self.buffer.len().saturating_sub(wanted.len());
            self.buffer.drain(..keep);
            let read = self
                .stream
                .read_buf(&mut self.buffer)
                .await
                .expect("the server streams");
            assert!(read > 0, "the server closed the stream");
        }
    }

    /// Reads what there is; returns it.
    pub(crate) async fn read_some(&mut self) -> &[u8] {
        self.buffer.clear();
        let read = self
            .stream
            .read_buf(&mut self.buffer)
            .await
            .expect("the server streams");
        assert!(read > 0, "the server closed the stream");
        &self.buffer
    }
}

/// The status and total length of an answer, once it is complete.
fn complete(buffer: &[u8]) -> Option<(u16, usize)> {
    let head = buffer.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(&buffer[..head]).expect("headers are text");
    let status = text.get(9..12)?.parse().expect("a status");
    let length = text
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .map_or(0, |value| value.trim().parse().unwrap_or(0));
    (buffer.len() >= head + length).then_some((status, head + length))
}

/// A request with a JSON body.
pub(crate) fn request(method: &str, path: &str, host: &str, token: &str, body: &str) -> Vec<u8> {
    format!(
        "{method} {path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
