//! The network changes while people take part: the Wi-Fi gives the computer another address. In a network of the test's own.

use std::process::Command;
use std::time::{Duration, Instant};

use gazouillis_protocol::{ConsoleView, JoinView, Notice, QrView, StageView};
use gazouillis_test_support::{Headless, Live, Phone, TestTalk};
use qrcode::{Color, EcLevel, QrCode};

/// Set where this test runs again, inside a network of its own.
const INSIDE: &str = "GAZOUILLIS_IN_A_NETWORK";

/// How long after the network has changed its address may be wrong in front of the room.
const FOLLOWS_WITHIN: Duration = Duration::from_secs(3);

#[test]
fn a_new_address_is_on_the_stage_and_on_the_console_within_seconds_and_phones_go_on_there() {
    if std::env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(the_network_changes());
        return;
    }
    let is_root = command("id", &["-u"]).trim() == "0";
    let myself = std::env::current_exe().expect("a test has a path");
    let name = std::thread::current().name().expect("a test has a name").to_owned();
    let again = Command::new("unshare")
        .arg(if is_root { "--net" } else { "--map-root-user" })
        .args((!is_root).then_some("--net"))
        .arg(myself)
        .args(["--exact", &name, "--nocapture"])
        .env(INSIDE, "1")
        .output();
    let again = again.expect("unshare (package util-linux) starts");
    let said = String::from_utf8_lossy(&again.stdout) + String::from_utf8_lossy(&again.stderr);
    assert!(
        again.status.success() && said.contains("1 passed"),
        "in a network of its own: {said}"
    );
}

/// Runs a program that must succeed; what it says.
fn command(program: &str, arguments: &[&str]) -> String {
    let done = Command::new(program).args(arguments).output();
    let done = done.unwrap_or_else(|error| panic!("{program}: {error}"));
    let error = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{program} {arguments:?}: {error}");
    String::from_utf8_lossy(&done.stdout).into_owned()
}

fn ip(arguments: &str) {
    command("ip", &arguments.split(' ').collect::<Vec<_>>());
}

/// Who looks at the address: the room and the presenter.
struct Eyes {
    stage: Live<StageView>,
    console: Live<ConsoleView>,
}

impl Eyes {
    /// Waits until both see an address and its code.
    async fn see(&mut self, url: &str) {
        let shown = |join: &JoinView| join.url == url && join.qr.as_ref().is_some_and(|qr| is_code_of(qr, url));
        let (on_stage, on_console) = (format!("the stage shows {url}"), format!("the console shows {url}"));
        let (_, console) = tokio::join!(
            self.stage.until(&on_stage, |view| shown(&view.join)),
            self.console.until(&on_console, |view| shown(&view.stage.join)),
        );
        let offered = console.addresses.iter().find(|address| address.chosen);
        let offered = offered.expect("one is chosen");
        assert!(
            url.contains(&offered.address),
            "the presenter may choose {}",
            offered.address
        );
    }
}

/// Whether a drawn code is that of a text: each dark run of the drawing against an encoder's modules.
fn is_code_of(drawn: &QrView, text: &str) -> bool {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("an address fits");
    let mut runs = String::new();
    for (row, modules) in code.to_colors().chunks(code.width()).enumerate() {
        for (column, _) in modules
            .iter()
            .enumerate()
            .filter(|(column, color)| **color == Color::Dark && (*column == 0 || modules[column - 1] == Color::Light))
        {
            let length = modules[column..]
                .iter()
                .take_while(|color| **color == Color::Dark)
                .count();
            runs += &format!("M{column} {row}h{length}v1h-{length}z");
        }
    }
    drawn.path == runs
}

async fn the_network_changes() {
    ip("link set lo up");
    ip("link add wlan0 type veth peer name room");
    ip("addr add 192.168.7.20/24 dev wlan0");
    ip("link set wlan0 up");
    ip("link set room up");
    let folder = tempfile::tempdir().expect("a folder");
    let talk = TestTalk::new().single("q", &["a", "b"]).write(folder.path());
    let program = Headless::start(&talk, folder.path(), "0.0.0.0:0".parse().expect("an address"));
    let port = program.audience().port();
    let url = |host: &str| format!("http://{host}:{port}/");
    let presenter = program.presenter();
    presenter.open("q").await;
    let mut eyes = Eyes {
        stage: presenter.stage().await,
        console: presenter.console().await,
    };
    eyes.see(&url("192.168.7.20")).await;
    let mut phone = Phone::new(&url("192.168.7.20"));
    phone.join().await.vote("q", "a").await;

    // The Wi-Fi gives the computer another address.
    ip("addr del 192.168.7.20/24 dev wlan0");
    ip("addr add 192.168.7.31/24 dev wlan0");
    let changed = Instant::now();
    eyes.see(&url("192.168.7.31")).await;
    assert!(changed.elapsed() < FOLLOWS_WITHIN, "it took {:?}", changed.elapsed());
    let phone = phone.at(&url("192.168.7.31"));
    let changed_mind = serde_json::json!({ "kind": "choice", "choice": "b" });
    let receipt = phone.cast("q", changed_mind, 2).await;
    assert_eq!(receipt.status, 200, "its token is still its own: {}", receipt.text);
    let counted = |view: &ConsoleView| view.polls.iter().any(|poll| poll.id == "q" && poll.ballots == 1);
    eyes.console.until("one person has answered", counted).await;

    // No network at all, and then another room's.
    ip("addr del 192.168.7.31/24 dev wlan0");
    let gone = |view: &ConsoleView| view.notices.contains(&Notice::NoNetwork);
    eyes.console
        .until("the console says that there is no network", gone)
        .await;
    ip("addr add 10.20.0.5/16 dev wlan0");
    let changed = Instant::now();
    eyes.see(&url("10.20.0.5")).await;
    assert!(changed.elapsed() < FOLLOWS_WITHIN, "it took {:?}", changed.elapsed());
    phone.at(&url("10.20.0.5")).me().await;
    eprintln!("The network has changed twice.");
}
