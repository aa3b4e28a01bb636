//! The power goes: what was acknowledged had been synced.
#![cfg(target_os = "linux")]

use std::process::Command;

use gazouillis_protocol::BallotReceipt;
use gazouillis_test_support::{Headless, PowerlessDisk, TestTalk};
use serde_json::json;

const OPTIONS: [&str; 3] = ["a", "b", "c"];
/// How often the power goes; more when asked for.
fn cuts() -> usize {
    std::env::var("GAZOUILLIS_CUTS").map_or(8, |count| count.parse().expect("a number"))
}

fn serve(talk: &std::path::Path, disk: &PowerlessDisk) -> Headless {
    let mut command = Headless::serve(talk, disk.folder(), "127.0.0.1:0".parse().unwrap());
    disk.put_under(&mut command);
    Headless::spawn(command)
}

#[tokio::test]
async fn after_a_power_cut_every_acknowledged_ballot_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let talk = TestTalk::new().single("q0", &OPTIONS).write(folder.path());
    let mut disk = PowerlessDisk::new();
    let mut phone = None;
    let mut revision = 0;
    for cut in 0..cuts() {
        let program = serve(&talk, &disk);
        if phone.is_none() {
            program.presenter().advance().await;
            let mut joining = program.stranger();
            joining.join().await;
            phone = Some(joining);
        }
        let voter = phone.as_ref().unwrap().at(&program.ready.join_url);
        let me = voter.me().await;
        let counted = me.ballots.first().map_or(0, |ballot| ballot.revision);
        assert_eq!(
            counted, revision,
            "cut {cut}: the last acknowledged ballot is not there"
        );
        for _ in 0..3 + cut {
            revision += 1;
            let answer = json!({ "choice": OPTIONS[revision as usize % OPTIONS.len()] });
            let taken = voter.try_cast("q0", &answer, revision).await.expect("it serves");
            assert_eq!(taken.json::<BallotReceipt>().revision, revision);
        }
        program.kill();
        disk = PowerlessDisk::with(disk.after_the_cut().path());
    }
}

/// Whether this process is the one that writes; says how it is to sync.
const INSIDE: &str = "GAZOUILLIS_TEST_SYNCHRONOUS";

/// The disk above is worth something: a database that is not synced at each commit loses rows on it, and one that is, none.
#[test]
fn on_this_disk_a_database_that_does_not_sync_its_commits_loses_them() {
    if let Ok(synchronous) = std::env::var(INSIDE) {
        return commit_and_die(&synchronous);
    }
    for (synchronous, kept) in [("FULL", 20), ("NORMAL", 0)] {
        let disk = PowerlessDisk::new();
        let mut child = Command::new(std::env::current_exe().unwrap());
        child
            .args([
                "--exact",
                "power::on_this_disk_a_database_that_does_not_sync_its_commits_loses_them",
            ])
            .env(INSIDE, synchronous)
            .env("GAZOUILLIS_TEST_DATABASE", disk.folder().join("rows.db"));
        disk.put_under(&mut child);
        let ended = child.output().unwrap();
        assert!(!ended.status.success(), "it was to die");
        let left = disk.after_the_cut();
        let rows = rusqlite::Connection::open(left.path().join("rows.db"))
            .unwrap()
            .query_row("SELECT count(*) FROM row", [], |row| row.get::<_, i64>(0))
            .unwrap_or(0);
        assert_eq!(rows, kept, "synchronous={synchronous}");
    }
}

fn commit_and_die(synchronous: &str) {
    let connection = rusqlite::Connection::open(std::env::var_os("GAZOUILLIS_TEST_DATABASE").unwrap()).unwrap();
    connection.pragma_update(None, "journal_mode", "WAL").unwrap();
    connection.pragma_update(None, "synchronous", synchronous).unwrap();
    connection.execute_batch("CREATE TABLE row (number INTEGER)").unwrap();
    for number in 0..20 {
        connection.execute("INSERT INTO row VALUES (?1)", [number]).unwrap();
    }
    std::process::abort();
}
