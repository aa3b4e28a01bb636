//! The system's packages: installed on Debian and Ubuntu, named in words elsewhere.

use std::process::Command;

use crate::Outcome;
use crate::command::{output, program, run};

/// What building and running the app takes.
const APP: &[&str] = &[
    "build-essential",
    "pkg-config",
    "file",
    "libwebkit2gtk-4.1-dev",
    // WebKit plays WebM with these; MP4 takes gstreamer1.0-libav besides, which the app names where it is missing.
    "gstreamer1.0-plugins-base",
    "gstreamer1.0-plugins-good",
    "fonts-dejavu-core",
];

/// What the tests take besides.
const TESTS: &[&str] = &[
    "xvfb",
    "xauth",
    // Two screens: Xvfb shows one.
    "xserver-xorg-core",
    "xserver-xorg-video-dummy",
    "x11-xserver-utils",
    "openbox",
    "dbus",
    "webkit2gtk-driver",
    "chromium",
    "firefox-esr",
    "poppler-utils",
    "xdotool",
    "procps",
    // A network of a test's own.
    "iproute2",
    "util-linux",
];

/// What proving takes besides.
const PROOFS: &[&str] = &[
    // Another program's word on the workbooks.
    "libreoffice-calc-nogui",
];

/// Makes sure that the app can be built and run.
pub(crate) fn for_app() -> Outcome {
    node()?;
    install(APP)
}

/// Makes sure that the tests can be run.
pub(crate) fn for_tests() -> Outcome {
    node()?;
    let all: Vec<&str> = APP.iter().chain(TESTS).copied().collect();
    install(&all)
}

/// Makes sure that what `prove` runs can be run.
pub(crate) fn for_proofs() -> Outcome {
    for_tests()?;
    install(PROOFS)
}

/// The oldest Node.js that the pages build with.
const OLDEST_NODE: (u32, u32) = (20, 19);

fn node() -> Outcome {
    let version = output("node", &["--version"]).unwrap_or_default();
    let mut parts = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found >= OLDEST_NODE && output("npm", &["--version"]).is_some() {
        return Ok(());
    }
    Err(format!(
        "Node.js {}.{} or newer with npm is needed ({}). Install it from https://nodejs.org or your system, and run this again.\n\
         Il faut Node.js {0}.{1} ou plus récent, avec npm. Installez-le depuis https://nodejs.org puis relancez.",
        OLDEST_NODE.0,
        OLDEST_NODE.1,
        if version.is_empty() {
            "none was found".to_owned()
        } else {
            format!("found {}", version.trim())
        },
    ))
}

/// Installs those packages that are missing; asks the package manager nothing when none is.
fn install(packages: &[&str]) -> Outcome {
    if cfg!(not(target_os = "linux")) {
        return Ok(());
    }
    if output("dpkg-query", &["--version"]).is_none() {
        return elsewhere();
    }
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing packages / Paquets manquants : {}", missing.join(" "));
    run(&mut as_root(&["apt-get", "update"]))?;
    let mut words = vec!["apt-get", "install", "--yes", "--no-install-recommends"];
    words.extend(&missing);
    run(as_root(&words).env("DEBIAN_FRONTEND", "noninteractive")).map_err(|error| {
        let line = missing.join(" ");
        format!("{error}\nInstall by hand, then run this again / Installez à la main puis relancez :\n  sudo apt-get install {line}")
    })
}

fn is_installed(package: &str) -> bool {
    output("dpkg-query", &["--show", "--showformat=${db:Status-Abbrev}", package])
        .is_some_and(|status| status.starts_with("ii"))
}

fn as_root(words: &[&str]) -> Command {
    let is_root = output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if is_root {
        program(words[0], &words[1..])
    } else {
        program("sudo", words)
    }
}

/// On other systems nothing is installed; the build tells what is missing, and these words tell where to get it.
fn elsewhere() -> Outcome {
    if output("pkg-config", &["--exists", "webkit2gtk-4.1"]).is_some() {
        return Ok(());
    }
    Err(
        "This system's packages are not known here. Install by hand, then run this again:\n\
         Ce système n’est pas géré ici. Installez à la main, puis relancez :\n\
         \x20 Fedora:   sudo dnf install gcc pkgconf webkit2gtk4.1-devel\n\
         \x20 Arch:     sudo pacman -S base-devel webkit2gtk-4.1\n\
         \x20 openSUSE: sudo zypper install -t pattern devel_basis && sudo zypper install webkit2gtk3-devel\n\
         \x20 other:    a C compiler, pkg-config, WebKitGTK 4.1 with its headers"
            .to_owned(),
    )
}
