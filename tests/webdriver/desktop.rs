//! A desktop of the test's own: a screen, a window manager, and a driver for what opens on it. Everything ends with it.

use std::fs::File;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};

use gazouillis_test_support::Group;
use tempfile::TempDir;

use crate::display::{self, Place, Projector};
use crate::patience::{LOOK_EVERY, eventually};

/// What the app and the driver say goes into this file.
const LOG: &str = "app.log";

/// What a desktop has besides one screen.
#[derive(Default)]
pub(crate) struct Having<'a> {
    /// A projector beside the laptop's screen.
    pub(crate) projector: bool,
    /// A bus of a session, by which a second start finds the first.
    pub(crate) session_bus: Option<&'a str>,
    /// What programs see besides.
    pub(crate) variables: &'a [(&'a str, &'a str)],
}

/// A screen with a window manager and a driver. Dropping it ends all three and what they started.
pub(crate) struct Desktop {
    display: String,
    /// Where the driver answers.
    pub(crate) driver_url: String,
    driver: Group,
    // Dropped after the driver, which needs them.
    _manager: Group,
    _screen: Group,
    home: TempDir,
    bus: String,
}

impl Desktop {
    /// Starts one, with nothing open on it.
    pub(crate) async fn start() -> Self {
        Self::having(Having::default()).await
    }

    /// Starts one on which programs see these variables.
    pub(crate) async fn start_with(variables: &[(&str, &str)]) -> Self {
        Self::having(Having {
            variables,
            ..Having::default()
        })
        .await
    }

    /// Starts one that has what the test is about.
    pub(crate) async fn having(having: Having<'_>) -> Self {
        let home = TempDir::new().expect("a folder for the test");
        let (screen, display) = if having.projector {
            display::with_a_projector(home.path()).await
        } else {
            display::with_one_screen()
        };
        // None, rather than that of whoever runs the test.
        let no_bus = || format!("unix:path={}", home.path().join("no-bus").display());
        let bus = having.session_bus.map_or_else(no_bus, str::to_owned);
        // Without a window manager WebKit's windows stay white.
        let mut manager = Group::start(
            environment(
                Command::new("openbox").args(["--startup", "echo ready"]),
                &display,
                home.path(),
                &bus,
            ),
            "openbox",
        );
        manager.says(|line| line == "ready");
        let port = free_port();
        let mut driver = Group::start(
            environment(
                Command::new("WebKitWebDriver").arg(format!("--port={port}")),
                &display,
                home.path(),
                &bus,
            )
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(having.variables.iter().copied())
            .stderr(File::create(home.path().join(LOG)).expect("a file for what is said")),
            "webkit2gtk-driver",
        );
        eventually("the driver answers", async || {
            driver.assert_runs();
            tokio::net::TcpStream::connect(("127.0.0.1", port)).await.ok()
        })
        .await;
        Self {
            display,
            driver_url: format!("http://127.0.0.1:{port}"),
            driver,
            _manager: manager,
            _screen: screen,
            home,
            bus,
        }
    }

    /// A program that sees this desktop.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        environment(&mut command, &self.display, self.home(), &self.bus);
        command
    }

    /// The cable of the projector.
    pub(crate) fn projector(&self) -> Projector<'_> {
        Projector { display: &self.display }
    }

    /// A folder of this test.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// What the app and the driver have said.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.home().join(LOG)).unwrap_or_default()
    }

    /// Whether a program that the driver started still runs.
    pub(crate) fn runs(&self, program: &Path) -> bool {
        self.driver.members().iter().any(|member| member == program)
    }

    /// Presses a key in a window as a keyboard would, not as a driver.
    pub(crate) async fn press(&self, window_title: &str, key: &str) {
        self.activate(window_title).await;
        // Apart from the search: within one command xdotool sends the key to the window it found, past the keyboard.
        self.xdotool(&["key", key]).await;
    }

    /// Types text into a window and confirms it.
    pub(crate) async fn answer(&self, window_title: &str, text: &str) {
        self.activate(window_title).await;
        self.xdotool(&["type", text]).await;
        self.xdotool(&["key", "Return"]).await;
    }

    /// Names a file in the system's dialog for opening one. Its list takes the keyboard when it is filled, and what was typed until
    /// then is gone; so it is typed until the dialog is.
    pub(crate) async fn open_file(&self, window_title: &str, path: &Path) {
        let path = path.display().to_string();
        eventually(&format!("“{window_title}” takes {path}"), async || {
            self.activate(window_title).await;
            self.xdotool(&["key", "ctrl+l", "ctrl+a"]).await;
            self.xdotool(&["type", "--delay", "20", &path]).await;
            self.xdotool(&["key", "Return"]).await;
            self.goes(window_title).await.then_some(())
        })
        .await;
    }

    /// Whether a window goes soon.
    async fn goes(&self, window_title: &str) -> bool {
        const LOOKS: usize = 50;
        for _ in 0..LOOKS {
            if !self.shows(window_title) {
                return true;
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        false
    }

    /// Puts a window away, as its button does, and waits until it no longer shows.
    pub(crate) async fn minimise(&self, window_title: &str) {
        self.activate(window_title).await;
        self.xdotool(&["search", "--onlyvisible", "--name", window_title, "windowminimize"])
            .await;
        eventually(&format!("“{window_title}” is put away"), async || {
            (!self.shows(window_title)).then_some(())
        })
        .await;
    }

    /// Where a window is and how large, without its frame.
    pub(crate) fn place_of(&self, window_title: &str) -> Option<Place> {
        let search = ["search", "--onlyvisible", "--name", window_title];
        let found = self.ask_xdotool(&[&search[..], &["getwindowgeometry", "--shell"]].concat())?;
        let number = |name: &str| -> Option<i32> {
            let line = found.lines().find_map(|line| line.strip_prefix(name))?;
            line.strip_prefix('=')?.parse().ok()
        };
        Some(Place {
            x: number("X")?,
            y: number("Y")?,
            width: number("WIDTH")?,
            height: number("HEIGHT")?,
        })
    }

    /// The title of the window that has the keyboard.
    pub(crate) fn in_front(&self) -> Option<String> {
        let title = self.ask_xdotool(&["getactivewindow", "getwindowname"])?;
        Some(title.trim().to_owned())
    }

    fn ask_xdotool(&self, arguments: &[&str]) -> Option<String> {
        let mut asked = Command::new("xdotool");
        asked.args(arguments).env("DISPLAY", &self.display);
        let answered = asked.stderr(Stdio::null()).output().ok()?;
        let is_well = answered.status.success();
        is_well.then(|| String::from_utf8_lossy(&answered.stdout).into_owned())
    }

    fn shows(&self, window_title: &str) -> bool {
        let found = Command::new("xdotool")
            .args(["search", "--onlyvisible", "--name", window_title])
            .env("DISPLAY", &self.display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        found.is_ok_and(|status| status.success())
    }

    /// Gives a window the keyboard. One that has just come is not yet known to the window manager.
    async fn activate(&self, window_title: &str) {
        let find = ["search", "--sync", "--onlyvisible", "--name", window_title];
        let activate = [&find[..], &["windowactivate", "--sync"]].concat();
        eventually(&format!("“{window_title}” has the keyboard"), async || {
            self.try_xdotool(&activate).await.then_some(())
        })
        .await;
    }

    async fn xdotool(&self, arguments: &[&str]) {
        let done = self.try_xdotool(arguments).await;
        assert!(done, "xdotool {arguments:?} does what it should");
    }

    async fn try_xdotool(&self, arguments: &[&str]) -> bool {
        let mut command = Command::new("xdotool");
        let mut running = Group::start(
            command
                .args(arguments)
                .env("DISPLAY", &self.display)
                .stderr(Stdio::null()),
            "xdotool",
        );
        let status = eventually(&format!("xdotool {arguments:?}"), async || {
            running.leader.try_wait().expect("its state can be asked")
        })
        .await;
        status.success()
    }
}

/// Programs see this desktop and no other: not the display, the bus, the language or the files of whoever runs the test.
fn environment<'a>(command: &'a mut Command, display: &str, home: &Path, bus: &str) -> &'a mut Command {
    command
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        .env("GDK_BACKEND", "x11")
        .env("DBUS_SESSION_BUS_ADDRESS", bus)
        .env("LC_ALL", "C.UTF-8")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("share"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_CONFIG_HOME", home.join("config"))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}
