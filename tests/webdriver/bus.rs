//! A message bus of a test's own, and on it a stand-in for what keeps a computer awake: the system's logind, and the desktop's screen
//! saver. They grant what they are asked, and tell when it is given back.

use std::collections::HashMap;
use std::io::{PipeReader, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};

use gazouillis_test_support::Group;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::timeout;
use zbus::connection::Builder;
use zbus::zvariant::OwnedFd;
use zbus::{Connection, fdo, interface};

use crate::patience::PATIENCE;

/// Whoever is on it may say anything to anybody. Nothing is started by it.
const RULES: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=PLACE</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A bus. It ends with the test.
pub(crate) struct Bus {
    pub(crate) address: String,
    _daemon: Group,
}

impl Bus {
    /// Starts one in a folder.
    pub(crate) fn start(folder: &Path) -> Self {
        let rules = folder.join("bus.conf");
        let place = folder.display().to_string();
        std::fs::write(&rules, RULES.replace("PLACE", &place)).expect("the rules are written");
        let mut daemon = Group::start(
            Command::new("dbus-daemon")
                .arg(format!("--config-file={}", rules.display()))
                .args(["--nofork", "--nopidfile", "--print-address"])
                .stderr(Stdio::null()),
            "dbus",
        );
        let address = daemon.says(|line| line.starts_with("unix:"));
        Self {
            address,
            _daemon: daemon,
        }
    }
}

/// What happened to the computer's sleep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    /// Somebody was granted that it does not: `idle`, `sleep` or `screen`.
    Granted { what: String, who: String },
    /// They no longer want it.
    Released(String),
}

/// What keeps the computer awake.
pub(crate) struct Sleep {
    told: UnboundedReceiver<Told>,
    _connection: Connection,
}

impl Sleep {
    /// Takes their places on a bus.
    pub(crate) async fn on(bus: &Bus) -> Self {
        let (tell, told) = unbounded_channel();
        let logind = Logind { tell: tell.clone() };
        let saver = ScreenSaver {
            tell,
            granted: HashMap::new(),
        };
        let connection = async {
            Builder::address(bus.address.as_str())?
                .name("org.freedesktop.login1")?
                .name("org.freedesktop.ScreenSaver")?
                .serve_at("/org/freedesktop/login1", logind)?
                .serve_at("/org/freedesktop/ScreenSaver", saver)?
                .build()
                .await
        };
        Self {
            told,
            _connection: connection.await.expect("the places are free"),
        }
    }

    /// What was asked or given back next.
    pub(crate) async fn next(&mut self) -> Told {
        let told = timeout(PATIENCE, self.told.recv()).await;
        told.expect("nothing was asked and nothing given back")
            .expect("BUG: both senders are served")
    }

    /// What has been told so far and was not looked at.
    pub(crate) fn so_far(&mut self) -> Vec<Told> {
        std::iter::from_fn(|| self.told.try_recv().ok()).collect()
    }
}

struct Logind {
    tell: UnboundedSender<Told>,
}

#[interface(name = "org.freedesktop.login1.Manager")]
impl Logind {
    /// A lock is held for as long as the file that is given out is open.
    fn inhibit(&self, what: &str, who: &str, _why: &str, mode: &str) -> fdo::Result<OwnedFd> {
        if mode != "block" {
            return Err(fdo::Error::InvalidArgs(mode.to_owned()));
        }
        let (held, given) = std::io::pipe().map_err(|error| fdo::Error::Failed(error.to_string()))?;
        let (what, who) = (what.to_owned(), who.to_owned());
        let granted = Told::Granted {
            what: what.clone(),
            who,
        };
        // The test may be over.
        let _ = self.tell.send(granted);
        let tell = self.tell.clone();
        std::thread::spawn(move || {
            wait_until_closed(held);
            let _ = tell.send(Told::Released(what));
        });
        Ok(std::os::fd::OwnedFd::from(given).into())
    }
}

/// A pipe ends when nobody can write into it any more.
fn wait_until_closed(mut held: PipeReader) {
    let _ = held.read(&mut [0]);
}

struct ScreenSaver {
    tell: UnboundedSender<Told>,
    granted: HashMap<u32, String>,
}

#[interface(name = "org.freedesktop.ScreenSaver")]
impl ScreenSaver {
    fn inhibit(&mut self, application_name: &str, reason_for_inhibit: &str) -> u32 {
        let cookie = u32::try_from(self.granted.len()).expect("few ask") + 1;
        self.granted.insert(cookie, reason_for_inhibit.to_owned());
        let _ = self.tell.send(Told::Granted {
            what: "screen".to_owned(),
            who: application_name.to_owned(),
        });
        cookie
    }

    fn un_inhibit(&mut self, cookie: u32) {
        if self.granted.remove(&cookie).is_some() {
            let _ = self.tell.send(Told::Released("screen".to_owned()));
        }
    }
}
