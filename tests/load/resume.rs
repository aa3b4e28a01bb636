//! A session with a million events is opened again.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gazouillis_core::ballot::Ballot;
use gazouillis_core::kind::ChoiceMarks;
use gazouillis_core::session::ParticipantId;
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Event, Marks, TokenHash};
use gazouillis_store::DataFolder;

use crate::product::{built, first_line};
use crate::report::Report;

const PHONES: u32 = 1_000;
const EVENTS: u64 = 1_000_000;
/// Ballots in one commit, as when a thousand phones vote at once.
const BATCH: u64 = 1_000;
const ROUNDS: usize = 5;

pub(crate) fn measure(report: &mut Report) {
    let folder = tempfile::tempdir_in("target").expect("a folder");
    fill(folder.path());
    let mut times: Vec<Duration> = (0..ROUNDS).map(|_| open(folder.path())).collect();
    times.sort();
    report.at_most(
        "a session with a million events, until it serves",
        times[ROUNDS / 2].as_secs_f64() * 1_000.0,
        "ms",
        1_000.0,
        format!("median of {ROUNDS}"),
    );
}

/// Writes a session of the built-in talk in which everybody keeps changing their mind.
fn fill(folder: &std::path::Path) {
    let deck = gazouillis_cli::BuiltIn::of(gazouillis_core::deck::Language::Fr).deck();
    let (mut writer, _) = DataFolder::open(folder)
        .and_then(|folder| folder.writer())
        .expect("a writer");
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_millis() as i64);
    let facts = SessionFacts {
        id: "un-million".to_owned(),
        started_at: now,
        started_local: "2026-11-24T09:00".to_owned(),
    };
    writer.start(&facts, &deck, &[]).expect("a session");
    let joined = |number: u32| {
        let mut token = [0; 32];
        token[..4].copy_from_slice(&number.to_le_bytes());
        Event::Joined {
            participant: ParticipantId(number),
            token: TokenHash(token),
            code: None,
        }
    };
    let joins: Vec<Event> = (0..PHONES).map(joined).collect();
    let mut seq = u64::from(PHONES);
    writer.commit(&joins, seq, now).expect("a commit");
    while seq < EVENTS {
        let casts: Vec<Event> = (seq + 1..=seq + BATCH).map(|seq| cast(seq, deck.polls.len())).collect();
        seq += BATCH;
        writer.commit(&casts, seq, now).expect("a commit");
    }
}

fn cast(seq: u64, polls: usize) -> Event {
    let round = (seq / BATCH) as usize;
    Event::Cast {
        participant: ParticipantId((seq % u64::from(PHONES)) as u32),
        poll: round % polls,
        ballot: Ballot {
            marks: Marks::Choice(ChoiceMarks::of([seq as usize % 2].into_iter().collect())),
            revision: 1 + (round / polls) as u32,
            seq,
            elapsed: None,
        },
    }
}

/// Starts the program on the folder and waits until it serves.
fn open(folder: &std::path::Path) -> Duration {
    let begin = Instant::now();
    let mut process = Command::new("taskset")
        .args(["--cpu-list", crate::SERVER_CORE])
        .arg(built("gazouillis-headless"))
        .args(["serve", "--lang", "fr", "--json", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("gazouillis-headless starts: build it with `cargo xtask bench`");
    let line = first_line(&mut process);
    let taken = begin.elapsed();
    assert!(line.contains("un-million"), "it goes on with the session: {line}");
    let _ = process.kill();
    let _ = process.wait();
    taken
}
