//! What was committed is there.

use gazouillis_core::Command;
use gazouillis_core::deck::Language;
use gazouillis_store::{DataFolder, Reader, StoreError};

use crate::talk::{Kept, assert_same, cast, deck, facts, token};

#[test]
fn a_session_that_is_opened_again_is_the_session_that_was_committed() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    kept.play();
    let Kept {
        session,
        facts,
        writer,
        folder,
    } = kept;
    drop((writer, folder));
    let folder = DataFolder::open(path.path()).expect("the lock ends with its holder");
    let (writer, set_aside) = folder.writer().unwrap();
    assert_eq!(set_aside, None);
    let stored = writer.latest_unfinished().unwrap().expect("it is there");
    assert_eq!(stored.facts, facts);
    assert_same(&stored.session, &session);
    assert_eq!(
        stored
            .session
            .ballot(session.participant(&token(1)).unwrap(), 0)
            .unwrap()
            .revision,
        7
    );
}

#[test]
fn every_commit_along_the_way_can_be_gone_on_from() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "une-seance");
    let join = Command::Join {
        token: token(1),
        code: Some(3),
    };
    let mut steps = vec![
        Command::Rehearse,
        join,
        Command::Advance,
        cast(1, "couleur", &["option-bleue"], 1),
    ];
    steps.extend(std::iter::repeat_n(Command::Advance, 8));
    steps.extend([
        Command::Back,
        Command::Open {
            poll: "couleur".to_owned(),
            reopen: true,
        },
    ]);
    steps.push(cast(1, "couleur", &["option-verte"], 2));
    for command in steps {
        kept.tell(command.clone()).expect("the disk takes it");
        let stored = kept
            .writer
            .reload()
            .unwrap_or_else(|error| panic!("after {command:?}: {error}"));
        assert_same(&stored.session, &kept.session);
    }
}

#[test]
fn a_reader_sees_commits_while_the_writer_writes() {
    let path = tempfile::tempdir().unwrap();
    assert!(
        Reader::of_folder(path.path()).unwrap().is_none(),
        "there is nothing yet"
    );
    let mut kept = Kept::start(path.path(), "une-seance");
    let (beside, elsewhere) = (
        kept.folder.reader().unwrap(),
        Reader::of_folder(path.path()).unwrap().unwrap(),
    );
    kept.play();
    for reader in [&beside, &elsewhere] {
        let row = &reader.sessions().unwrap()[0];
        assert_eq!((row.joined, row.ballots, row.finished), (3, 4, false));
        let summary = reader.summary("une-seance").unwrap().unwrap();
        assert_eq!(summary, kept.session.summary(kept.facts.clone()));
        assert_same(&reader.load("une-seance").unwrap().unwrap().session, &kept.session);
        assert!(reader.summary("une-autre").unwrap().is_none() && reader.load("une-autre").unwrap().is_none());
    }
}

#[test]
fn a_second_opener_of_the_folder_is_told_that_it_is_in_use() {
    let path = tempfile::tempdir().unwrap();
    let first = DataFolder::open(path.path()).unwrap();
    for _ in 0..20 {
        let refused = DataFolder::open(path.path()).expect_err("two writers");
        assert!(
            matches!(&refused, StoreError::Locked(folder) if folder == path.path()),
            "{refused}"
        );
        assert!(refused.message(Language::Fr).contains("déjà ouvert"));
    }
    drop(first);
    DataFolder::open(path.path()).expect("the lock ends with its holder");
}

#[test]
fn sessions_are_listed_newest_first_and_the_latest_unfinished_is_found() {
    let path = tempfile::tempdir().unwrap();
    let mut kept = Kept::start(path.path(), "la-premiere");
    kept.play();
    let mut later = facts("la-deuxieme");
    later.started_at += 1_000;
    kept.writer.start(&later, &deck(), &[]).unwrap();
    let rows = kept.folder.reader().unwrap().sessions().unwrap();
    assert_eq!(
        rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(),
        ["la-deuxieme", "la-premiere"]
    );
    assert_eq!(
        kept.writer.latest_unfinished().unwrap().unwrap().facts.id,
        "la-deuxieme"
    );
    assert!(
        kept.writer.start(&later, &deck(), &[]).is_err(),
        "an id names one session for good"
    );
}

#[test]
fn a_folder_that_cannot_be_made_is_refused_in_words() {
    let path = tempfile::tempdir().unwrap();
    let file = path.path().join("a-file");
    std::fs::write(&file, "").unwrap();
    let refused = DataFolder::open(&file.join("inside")).expect_err("a folder in a file");
    assert!(matches!(refused, StoreError::Folder { .. }), "{refused}");
    assert!(
        refused.message(Language::En).contains("--data"),
        "{}",
        refused.message(Language::En)
    );
}
