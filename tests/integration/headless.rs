//! The real program as a process: what it says, and what it does on a disk that takes no more.

use std::process::Command;

use gazouillis_protocol::{ErrorCode, Notice};
use gazouillis_test_support::{Headless, TestTalk};
use serde_json::json;

fn talk() -> TestTalk {
    TestTalk::new().single("q", &["a", "b"]).single("r", &["a", "b"])
}

#[tokio::test]
async fn the_program_tells_where_it_serves_and_forgets_what_it_is_told_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = Headless::start(
        &talk().write(folder.path()),
        folder.path(),
        "127.0.0.1:0".parse().unwrap(),
    );
    let presenter = program.presenter();
    presenter.open("q").await;
    let mut phone = program.stranger();
    phone.join().await.vote("q", "a").await;
    let again = Headless::serve(
        &folder.path().join("talk.md"),
        folder.path(),
        "127.0.0.1:0".parse().unwrap(),
    )
    .env("LC_ALL", "fr_FR.UTF-8")
    .output()
    .expect("a second instance ends");
    assert_eq!(again.status.code(), Some(3), "the machine would not");
    let words = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(words.contains("déjà ouvert"), "{words}");
    let session = program.ready.session.clone();
    program.kill();
    let run = |arguments: &[&str]| {
        let data = ["--data", folder.path().to_str().unwrap()];
        let output = Command::new(Headless::program())
            .args(arguments)
            .args(data)
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
        )
    };
    let (code, listed) = run(&["sessions"]);
    assert!(code == Some(0) && listed.contains(&session), "{listed}");
    assert_eq!(run(&["forget", &session]).0, Some(0));
    assert_eq!(run(&["forget", &session]).0, Some(1), "it is gone");
    assert!(!run(&["sessions"]).1.contains(&session));
    assert_eq!(run(&["dance"]).0, Some(2), "a command that does not exist");
}

/// Starts the program under a limit on the size of files that can be lifted, deaf to the signal that comes with it.
#[cfg(target_os = "linux")]
fn under_a_limit(command: &Command) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]);
    shell.arg(command.get_program()).args(command.get_args());
    shell
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn on_a_full_disk_a_ballot_is_answered_with_503_and_counts_once_there_is_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let serve = Headless::serve(
        &talk().write(folder.path()),
        folder.path(),
        "127.0.0.1:0".parse().unwrap(),
    );
    // Its log is a file on that disk, too.
    let log = std::fs::File::create(folder.path().join("log")).unwrap();
    let mut limited = under_a_limit(&serve);
    limited.stderr(log);
    let program = Headless::spawn(limited);
    let presenter = program.presenter();
    presenter.open("q").await;
    let mut phone = program.stranger();
    phone.join().await.vote("q", "a").await;
    let mut console = presenter.console().await;
    let mut stage = presenter.stage().await;
    // From here on no file may grow.
    let limit = |bytes| {
        rlimit::prlimit(
            program.id() as i32,
            rlimit::Resource::FSIZE,
            Some((bytes, rlimit::INFINITY)),
            None,
        )
    };
    limit(1).expect("the limit is set");
    let ballot = json!({ "choice": "b" });
    let refused = phone.cast("q", ballot.clone(), 2).await;
    refused.assert_refused(ErrorCode::DiskFull, "nothing can be written");
    assert!(
        refused.headers.contains_key("retry-after"),
        "the phone is told to come back"
    );
    let click = presenter.post("/control/advance", json!({})).await;
    click.assert_refused(ErrorCode::DiskFull, "a click cannot be written either");
    let told = console
        .until("the presenter is told", |view| view.notices.contains(&Notice::DiskFull))
        .await;
    assert_eq!(told.polls[0].ballots, 1, "nothing unwritten is shown");
    let mine = phone.me().await.ballots;
    assert_eq!(
        (mine[0].revision, mine[0].answer.clone()),
        (1, serde_json::from_value(json!({ "choice": "a" })).unwrap())
    );
    limit(rlimit::INFINITY).expect("the limit is lifted");
    phone.cast("q", ballot, 2).await.assert_success();
    let cleared = console
        .until("the banner goes", |view| !view.notices.contains(&Notice::DiskFull))
        .await;
    assert_eq!(cleared.polls[0].ballots, 1, "the retry counts, once");
    stage.until("the stage goes on", |view| view.slide == 0).await;
}
