//! The screens of a test's desktop: one in memory, or a laptop's with a projector that can be unplugged.

use std::path::Path;
use std::process::{Command, Stdio};

use gazouillis_test_support::Group;

use crate::patience::eventually;

/// Where something is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Place {
    /// Whether the middle of another lies within: a frame may reach over an edge by its own width.
    pub(crate) fn holds(self, other: Self) -> bool {
        let (x, y) = (other.x + other.width / 2, other.y + other.height / 2);
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }
}

/// The laptop's screen.
pub(crate) const LAPTOP: Place = Place {
    x: 0,
    y: 0,
    width: 1920,
    height: 1080,
};

/// The projector's, beside it.
pub(crate) const PROJECTOR: Place = Place {
    x: 1920,
    y: 0,
    width: 1280,
    height: 720,
};

/// How the system calls them.
pub(crate) const LAPTOP_NAME: &str = "DUMMY0";
pub(crate) const PROJECTOR_NAME: &str = "DUMMY1";

/// Xvfb has one screen, whatever it is told; Xorg's driver for no card has sixteen outputs.
const CONFIGURATION: &str = r#"
Section "ServerFlags"
    Option "DontVTSwitch" "true"
    Option "AutoAddDevices" "false"
    Option "AutoEnableDevices" "false"
    Option "AutoAddGPU" "false"
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 256000
EndSection
Section "Monitor"
    Identifier "screen"
    HorizSync 5.0-1000.0
    VertRefresh 5.0-200.0
    Modeline "1280x720" 74.50 1280 1344 1472 1664 720 723 728 748
    Modeline "1920x1080" 148.50 1920 2008 2052 2200 1080 1084 1089 1125
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "screen"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Virtual 3840 2160
        Modes "1920x1080" "1280x720"
    EndSubSection
EndSection
"#;

/// A display with one screen.
pub(crate) fn with_one_screen() -> (Group, String) {
    let mut screen = Group::start(
        Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"])
            .stderr(Stdio::null()),
        "xvfb",
    );
    let display = number(&mut screen);
    (screen, display)
}

/// A display with a laptop's screen and a projector.
pub(crate) async fn with_a_projector(home: &Path) -> (Group, String) {
    let configuration = home.join("xorg.conf");
    std::fs::write(&configuration, CONFIGURATION).expect("the configuration is written");
    // It touches no console of whoever sits at this machine.
    let mut screen = Group::start(
        Command::new("Xorg")
            .args([
                "-displayfd",
                "1",
                "-noreset",
                "-nolisten",
                "tcp",
                "-novtswitch",
                "-sharevts",
            ])
            .arg("-config")
            .arg(&configuration)
            .arg("-logfile")
            .arg(home.join("xorg.log"))
            .stderr(Stdio::null()),
        "xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils",
    );
    let Some(display) = screen.first_line(|line| line.parse::<u32>().is_ok()) else {
        let log = std::fs::read_to_string(home.join("xorg.log")).unwrap_or_default();
        let errors: Vec<&str> = log.lines().filter(|line| line.contains("(EE)")).collect();
        panic!(
            "Xorg's dummy driver does not start here, so nothing is known of two screens (it needs root, and \
             xserver-xorg-video-dummy):\n{}",
            errors.join("\n")
        );
    };
    let display = format!(":{display}");
    let projector = Projector { display: &display };
    projector.xrandr(&["--addmode", PROJECTOR_NAME, "1280x720"]);
    projector.plug_in().await;
    (screen, display)
}

fn number(screen: &mut Group) -> String {
    format!(":{}", screen.says(|line| line.parse::<u32>().is_ok()))
}

/// The projector's cable.
pub(crate) struct Projector<'a> {
    pub(crate) display: &'a str,
}

impl Projector<'_> {
    /// The projector shows what is right of the laptop's screen.
    pub(crate) async fn plug_in(&self) {
        self.xrandr(&[
            "--output",
            LAPTOP_NAME,
            "--primary",
            "--mode",
            "1920x1080",
            "--pos",
            "0x0",
        ]);
        self.xrandr(&["--output", PROJECTOR_NAME, "--mode", "1280x720", "--pos", "1920x0"]);
        self.has(2).await;
    }

    /// The projector shows what the laptop's screen shows.
    pub(crate) async fn mirror(&self) {
        self.xrandr(&[
            "--output",
            LAPTOP_NAME,
            "--primary",
            "--mode",
            "1280x720",
            "--pos",
            "0x0",
        ]);
        self.xrandr(&["--output", PROJECTOR_NAME, "--mode", "1280x720", "--pos", "0x0"]);
        self.has(2).await;
    }

    /// The projector is gone.
    pub(crate) async fn unplug(&self) {
        self.xrandr(&["--output", PROJECTOR_NAME, "--off"]);
        self.has(1).await;
    }

    async fn has(&self, monitors: usize) {
        let said = format!("Monitors: {monitors}");
        eventually(&said, async || {
            self.xrandr(&["--listmonitors"]).starts_with(&said).then_some(())
        })
        .await;
    }

    fn xrandr(&self, arguments: &[&str]) -> String {
        let done = Command::new("xrandr")
            .args(arguments)
            .env("DISPLAY", self.display)
            .output();
        let done = done.expect("xrandr starts: apt-get install x11-xserver-utils");
        let error = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "xrandr {arguments:?}: {error}");
        String::from_utf8_lossy(&done.stdout).into_owned()
    }
}
