//! What must not outlive a session.

use gazouillis_core::Command;

use crate::talk::{Kept, TITLE, bytes, contains, token};

/// What the answers look like in the log: a batch with one ballot (see `log::batch`).
fn answers() -> Vec<Vec<u8>> {
    // Participant, poll, chosen options as bits, revision.
    [(0, 0, 1, 1), (1, 0, 2, 1), (0, 0, 2, 7), (2, 1, 2, 2), (1, 2, 5, 3)]
        .map(|(participant, poll, options, revision)| vec![0x85, 1, participant, poll, options, revision])
        .to_vec()
}

#[test]
fn finishing_freezes_the_summary_and_destroys_every_token_and_ballot() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    let before = bytes(path.path());
    assert!(
        (1..=3).all(|phone| contains(&before, &token(phone).0)),
        "tokens are in the file while the session runs"
    );
    assert!(
        answers().iter().all(|answer| contains(&before, answer)),
        "and so are answers"
    );
    kept.tell(Command::Finish).unwrap();
    let after = bytes(path.path());
    for phone in 1..=3 {
        assert!(
            !contains(&after, &token(phone).0),
            "the token of phone {phone} is still in the files"
        );
    }
    for answer in answers() {
        assert!(!contains(&after, &answer), "{answer:?} is still in the files");
    }
    let reader = kept.folder.reader().unwrap();
    let frozen = reader.summary("une-seance").unwrap().expect("the summary remains");
    assert_eq!(frozen, kept.session.summary(kept.facts.clone()));
    assert!(frozen.finished && frozen.joined == 3 && frozen.polls[0].ballots == 2);
    let row = &reader.sessions().unwrap()[0];
    assert_eq!(
        (row.joined, row.ballots, row.finished),
        (3, 4, true),
        "the list counts from the summary"
    );
    assert!(kept.writer.latest_unfinished().unwrap().is_none());
}

#[test]
fn forgetting_leaves_no_byte_of_a_session() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance-a-oublier");
    kept.play();
    assert!(contains(&bytes(path.path()), TITLE.as_bytes()));
    assert!(kept.writer.forget("une-seance-a-oublier").unwrap());
    let after = bytes(path.path());
    let traces = [TITLE, "une-seance-a-oublier", "option-bleue", "Le curieux", "TOKENOF."];
    for trace in traces {
        assert!(!contains(&after, trace.as_bytes()), "{trace} is still in the files");
    }
    assert!(
        !kept.writer.forget("une-seance-a-oublier").unwrap(),
        "there is nothing left to forget"
    );
    assert!(kept.folder.reader().unwrap().sessions().unwrap().is_empty());
}

#[test]
fn forgetting_a_finished_session_leaves_no_byte_either_and_the_others_stay() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "a-garder");
    kept.play();
    kept.tell(Command::Finish).unwrap();
    drop(kept);
    let mut kept = Kept::start(path.path(), "a-oublier");
    kept.play();
    kept.tell(Command::Finish).unwrap();
    let beside = kept.folder.reader().unwrap();
    assert_eq!(
        beside.sessions().unwrap().len(),
        2,
        "a reader is open while it is forgotten"
    );
    assert!(kept.writer.forget("a-oublier").unwrap());
    assert!(!contains(&bytes(path.path()), b"a-oublier"));
    let left = beside.sessions().unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].id.as_str(), left[0].ballots), ("a-garder", 4));
    assert!(beside.summary("a-garder").unwrap().is_some());
}
