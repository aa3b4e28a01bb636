//! A database that version 0.1 wrote: `fixtures/version-0.1.sqlite`, made by that program itself and killed in the middle of its
//! third session (`fixtures/version-0.1.talk.md`). Three phones had joined that one and cast four ballots; before it came a
//! rehearsal, and a session of six that was finished.

use gazouillis_core::ballot::Choices;
use gazouillis_core::session::{Cursor, ParticipantId, Phase};
use gazouillis_store::DataFolder;

const DATABASE: &[u8] = include_bytes!("fixtures/version-0.1.sqlite");

fn folder() -> tempfile::TempDir {
    let path = tempfile::tempdir().unwrap();
    std::fs::write(path.path().join("gazouillis.db"), DATABASE).unwrap();
    path
}

#[test]
fn a_session_of_the_version_before_goes_on_with_every_ballot_and_receipt() {
    let path = folder();
    let (writer, set_aside) = DataFolder::open(path.path()).unwrap().writer().unwrap();
    assert_eq!(set_aside, None);
    let stored = writer.latest_unfinished().unwrap().expect("the third session");
    let session = &stored.session;
    assert_eq!(stored.facts.id, "2026-11-24-avgfwj");
    assert_eq!(session.cursor(), Cursor { slide: 2, step: 0 });
    assert_eq!((session.seq(), session.participants().len()), (14, 3));
    assert!(!session.is_simulated() && !session.is_finished() && !session.is_breakdown_shown());
    let ballot = |person, poll| {
        let ballot = session
            .ballot(ParticipantId(person), poll)
            .expect("it was acknowledged");
        (
            ballot.marks.choice().expect("options").chosen,
            ballot.revision,
            ballot.seq,
        )
    };
    let chosen = |options: &[usize]| options.iter().copied().collect::<Choices>();
    // As the program answered when it took them.
    assert_eq!(ballot(0, 0), (chosen(&[1]), 7, 8));
    assert_eq!(ballot(1, 0), (chosen(&[1]), 1, 7));
    assert_eq!(ballot(2, 1), (chosen(&[1, 2]), 3, 14));
    assert_eq!(
        session.polls().iter().map(|poll| poll.phase).collect::<Vec<_>>(),
        [Phase::Closed, Phase::Open]
    );
    let asks: Vec<&[usize]> = session
        .deck()
        .slides
        .iter()
        .map(|slide| slide.polls.as_slice())
        .collect();
    assert!(
        asks.contains(&&[0][..]) && asks.contains(&&[1][..]),
        "each slide asks what it asked: {asks:?}"
    );
    assert!(session.polls()[0].revealed && !session.polls()[1].revealed);
}

#[test]
fn what_the_version_before_finished_is_listed_and_summed_up() {
    let path = folder();
    let folder = DataFolder::open(path.path()).unwrap();
    let (_writer, _) = folder.writer().unwrap();
    let reader = folder.reader().unwrap();
    let rows = reader.sessions().unwrap();
    let told = rows
        .iter()
        .map(|row| (row.id.as_str(), row.finished, row.simulated, row.joined, row.ballots));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            ("2026-11-24-avgfwj", false, false, 3, 3),
            ("2026-11-24-mwghrd", true, false, 6, 9),
            ("2026-11-24-wfpnsd", true, true, 1, 1),
        ]
    );
    let frozen = reader.summary("2026-11-24-mwghrd").unwrap().unwrap();
    assert_eq!((frozen.title.as_str(), frozen.joined), ("La version d'avant", 6));
    assert_eq!(frozen.polls[0].figures.choice().expect("bars").bars[0].count, 5);
}

#[test]
fn opening_it_again_changes_nothing_more() {
    let path = folder();
    let read = || {
        let (writer, set_aside) = DataFolder::open(path.path()).unwrap().writer().unwrap();
        assert_eq!(set_aside, None);
        writer.latest_unfinished().unwrap().unwrap().session
    };
    crate::talk::assert_same(&read(), &read());
}
