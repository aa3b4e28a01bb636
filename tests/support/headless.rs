//! The real program, as a process of its own.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde::Deserialize;

use crate::server::ANY_PORT;
use crate::{Phone, Presenter};

/// A running `gazouillis-headless serve`. Dropping it kills it.
#[derive(Debug)]
pub struct Headless {
    child: Child,
    /// What it said when it was ready.
    pub ready: Ready,
}

/// The line of `serve --json`.
#[derive(Debug, Clone, Deserialize)]
pub struct Ready {
    /// What phones open.
    pub join_url: String,
    /// The base of the commands.
    pub control_url: String,
    /// The secret of the commands.
    pub control_token: String,
    /// What makes a join one of a rehearsal.
    pub rehearsal_key: String,
    /// The session.
    pub session: String,
}

impl Headless {
    /// The program: named by `GAZOUILLIS_HEADLESS`, else the one built beside this test.
    ///
    /// # Panics
    /// When it has not been built.
    #[must_use]
    pub fn program() -> PathBuf {
        if let Some(named) = std::env::var_os("GAZOUILLIS_HEADLESS") {
            return named.into();
        }
        let test = std::env::current_exe().expect("a test has a path");
        let built = test
            .ancestors()
            .skip(1)
            .map(|folder| folder.join("gazouillis-headless"));
        built
            .take(3)
            .find(|path| path.exists())
            .expect("the program is not built: run `cargo build -p gazouillis-cli`, or name it in GAZOUILLIS_HEADLESS")
    }

    /// The command that serves a talk.
    #[must_use]
    pub fn serve(talk: &Path, data: &Path, listen: SocketAddr) -> Command {
        let mut command = Command::new(Self::program());
        command.arg("serve").arg(talk).arg("--data").arg(data);
        command.args([
            "--listen",
            &listen.to_string(),
            "--control",
            &ANY_PORT.to_string(),
            "--json",
        ]);
        command
    }

    /// Starts, and waits until it is ready.
    #[must_use]
    pub fn start(talk: &Path, data: &Path, listen: SocketAddr) -> Self {
        Self::spawn(Self::serve(talk, data, listen))
    }

    /// Starts a command that ends in serving, and waits until it is ready.
    ///
    /// # Panics
    /// When it ends instead.
    #[must_use]
    pub fn spawn(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program starts");
        let output = child.stdout.take().expect("its output is piped");
        let mut line = String::new();
        let _ = BufReader::new(output).read_line(&mut line);
        let ready = serde_json::from_str(&line).unwrap_or_else(|_| {
            let _ = child.kill();
            panic!(
                "the program did not serve; it said {line:?} and ended with {:?}",
                child.wait()
            )
        });
        Self { child, ready }
    }

    /// Its process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Where phones connect.
    ///
    /// # Panics
    /// When the address it told is none.
    #[must_use]
    pub fn audience(&self) -> SocketAddr {
        let url = self.ready.join_url.trim_start_matches("http://").trim_end_matches('/');
        url.parse().expect("the address has a port")
    }

    /// A phone that has not joined.
    #[must_use]
    pub fn stranger(&self) -> Phone {
        Phone::new(&self.ready.join_url)
    }

    /// Whoever holds the control secret.
    #[must_use]
    pub fn presenter(&self) -> Presenter {
        Presenter::new(&self.ready.control_url, Some(&self.ready.control_token))
    }

    /// Kills it without warning, as `kill -9` does.
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Headless {
    fn drop(&mut self) {
        self.end();
    }
}
