//! A desktop of the test's own: a screen, a window manager, and a driver for what opens on it. Everything ends with it.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::patience::{LOOK_EVERY, eventually};

/// What the app and the driver say goes into this file.
const LOG: &str = "app.log";

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
}

impl Desktop {
    /// Starts one, with nothing open on it.
    pub(crate) async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts one on which programs see these variables.
    pub(crate) async fn start_with(variables: &[(&str, &str)]) -> Self {
        let home = TempDir::new().expect("a folder for the test");
        let mut screen = Group::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"])
                .stderr(Stdio::null()),
            "xvfb",
        );
        let display = format!(":{}", screen.says(|line| line.parse::<u32>().is_ok()));
        // Without a window manager WebKit's windows stay white.
        let mut manager = Group::start(
            environment(
                Command::new("openbox").args(["--startup", "echo ready"]),
                &display,
                home.path(),
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
            )
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(variables.iter().copied())
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
        }
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
fn environment<'a>(command: &'a mut Command, display: &str, home: &Path) -> &'a mut Command {
    command
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        .env("GDK_BACKEND", "x11")
        .env(
            "DBUS_SESSION_BUS_ADDRESS",
            format!("unix:path={}", home.join("no-bus").display()),
        )
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

fn missing(package: &str) -> String {
    format!("`cargo xtask test` installs what these tests need, or: apt-get install {package}")
}

/// A program and everything it starts. All of it ends when this is dropped, and also when the test itself is killed.
struct Group {
    leader: Child,
    /// Waits until nobody holds its input any more, then ends the group.
    guard: Child,
}

impl Group {
    fn start(command: &mut Command, package: &str) -> Self {
        let started = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn();
        let name = command.get_program().display();
        let leader = started.unwrap_or_else(|error| panic!("{name}: {error}; {}", missing(package)));
        let guard = Command::new("sh")
            .args(["-c", "read _; kill -s KILL -- -$0", &leader.id().to_string()])
            .process_group(0)
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell starts");
        Self { leader, guard }
    }

    /// Waits for a line of its output.
    fn says(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        let output = self.leader.stdout.as_mut().expect("BUG: its output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        lines.find(|line| wanted(line)).expect("it says so before it ends")
    }

    fn assert_runs(&mut self) {
        let ended = self.leader.try_wait().expect("its state can be asked");
        assert!(ended.is_none(), "the driver ended: {ended:?}");
    }

    /// The programs of the group.
    fn members(&self) -> Vec<PathBuf> {
        let group = self.leader.id().to_string();
        let processes = std::fs::read_dir("/proc").expect("processes can be listed");
        processes
            .flatten()
            .filter(|process| {
                let stat = std::fs::read_to_string(process.path().join("stat")).unwrap_or_default();
                // After the name, which ends in a parenthesis: state, parent, group.
                let mut fields = stat.rsplit(") ").next().unwrap_or_default().split(' ');
                fields.next() != Some("Z") && fields.nth(1) == Some(&group)
            })
            .filter_map(|process| std::fs::read_link(process.path().join("exe")).ok())
            .collect()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // Both may have ended by themselves.
        let _ = self.guard.wait();
        let _ = self.leader.wait();
    }
}
