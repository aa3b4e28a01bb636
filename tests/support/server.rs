//! A server of one's own, put together as the program does it, on free ports and in a folder that goes away.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use gazouillis_cli::arguments::Present;
use gazouillis_cli::{LaunchError, Running, launch};
use gazouillis_core::deck::Language;
use tempfile::TempDir;

use crate::{Phone, Presenter, TestTalk};

/// A running server.
pub struct TestServer {
    running: Option<Running>,
    listen: SocketAddr,
    folder: PathBuf,
    /// The folder goes away with the server, when it is the server's own.
    _own: Option<TempDir>,
    codes: Option<PathBuf>,
}

/// A free port of this computer alone.
pub(crate) const ANY_PORT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

impl TestServer {
    /// Starts on a talk.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start(talk: &TestTalk) -> Self {
        let own = tempfile::tempdir().expect("a folder");
        let mut server = Self::start_in(own.path(), talk).await;
        server._own = Some(own);
        server
    }

    /// Starts on a talk in a folder of the test's.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start_in(folder: &Path, talk: &TestTalk) -> Self {
        let _ = talk.write(folder);
        let mut server = Self {
            running: None,
            listen: ANY_PORT,
            folder: folder.to_owned(),
            _own: None,
            codes: None,
        };
        server.launch().await;
        server
    }

    /// Stops, and starts again with a sheet of one-time codes.
    pub async fn restart_with_codes(&mut self, codes: &Path) {
        self.codes = Some(codes.to_owned());
        self.restart().await;
    }

    /// How it is launched: what another instance on the same folder would be given.
    #[must_use]
    pub fn arguments(&self) -> Present {
        Present {
            talk: Some(self.folder.join("talk.md")),
            data: Some(self.data().to_owned()),
            listen: Some(self.listen),
            control: Some(ANY_PORT),
            codes: self.codes.clone(),
            ..Present::default()
        }
    }

    async fn launch(&mut self) {
        let running = launch(&self.arguments(), Language::En).await;
        let running = running.unwrap_or_else(|error| panic!("{}", error.message(Language::En)));
        self.listen = running.server.audience;
        self.running = Some(running);
    }

    /// Another instance on the same folder.
    ///
    /// # Errors
    /// As the program's.
    pub async fn launch_another(&self) -> Result<Running, LaunchError> {
        launch(&self.arguments(), Language::En).await
    }

    /// Stops, and starts again on the same folder and, if it is free, the same port.
    pub async fn restart(&mut self) {
        self.running = None;
        self.launch().await;
    }

    /// Stops, and starts again on another talk.
    pub async fn restart_on(&mut self, talk: &TestTalk) {
        let _ = talk.write(&self.folder);
        self.restart().await;
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.folder
    }

    /// What runs.
    ///
    /// # Panics
    /// While it is stopped.
    #[must_use]
    pub fn running(&self) -> &Running {
        self.running.as_ref().expect("the server runs")
    }

    /// Where phones connect.
    #[must_use]
    pub fn audience(&self) -> SocketAddr {
        self.running().server.audience
    }

    /// Where the stage and the console connect.
    #[must_use]
    pub fn control(&self) -> SocketAddr {
        self.running().server.control
    }

    /// A phone that has not joined.
    #[must_use]
    pub fn stranger(&self) -> Phone {
        Phone::new(&self.running().server.join_url())
    }

    /// A phone that has not joined, on a device with an address of its own: to the server each 127.x.y.z is one.
    #[must_use]
    pub fn device(&self, address: [u8; 4]) -> Phone {
        Phone::on(&self.running().server.join_url(), address.into())
    }

    /// The key that lets simulated phones in.
    #[must_use]
    pub fn rehearsal_key(&self) -> String {
        self.running().server.rehearsal_key().to_owned()
    }

    /// A phone that has joined.
    pub async fn phone(&self) -> Phone {
        let mut phone = self.stranger();
        phone.join().await;
        phone
    }

    /// So many phones that have joined.
    pub async fn phones(&self, count: usize) -> Vec<Phone> {
        futures_util::future::join_all((0..count).map(|_| self.phone())).await
    }

    /// Whoever holds the control secret.
    #[must_use]
    pub fn presenter(&self) -> Presenter {
        let server = &self.running().server;
        Presenter::new(&server.control_url(), Some(server.control_token()))
    }

    /// Whoever holds another secret, or none, and speaks to the control listener.
    #[must_use]
    pub fn intruder(&self, secret: Option<&str>) -> Presenter {
        Presenter::new(&self.running().server.control_url(), secret)
    }

    /// The secret with which the stage listens.
    #[must_use]
    pub fn stage_secret(&self) -> String {
        let url = self.running().server.stage_url();
        url.rsplit('#').next().unwrap_or_default().to_owned()
    }

    /// Everything that a request could have changed: the session, its sequence number, the library, the chosen address.
    pub async fn state(&self) -> String {
        let now = self.running().session().now();
        let sessions = self.presenter().sessions().await;
        let join = self.running().server.join_url();
        format!(
            "{} at {} of {sessions:?}, phones at {join}",
            now.facts.id, now.snapshot.seq
        )
    }
}
