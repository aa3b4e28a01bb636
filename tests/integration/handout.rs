//! A talk on paper, over real HTTP and from the command line.

use std::process::Command;

use gazouillis_protocol::ErrorCode;
use gazouillis_test_support::{Answer, Headless, TestTalk};
use tempfile::TempDir;

fn talk() -> TestTalk {
    TestTalk::new()
        .titled("L’été à l’étage")
        .quiz("z", &["c", "d"], "d")
        .single("jamais", &["a", "b"])
}

const HANDOUT: &str = "/control/sessions/current/handout.pdf";

/// The program, which has the typesetter inside, with a session in which six phones answered the first question.
async fn session() -> (TempDir, Headless) {
    let folder = tempfile::tempdir().unwrap();
    let file = talk().write(folder.path());
    let program = Headless::start(&file, &folder.path().join("data"), "127.0.0.1:0".parse().unwrap());
    let presenter = program.presenter();
    presenter.open("z").await;
    for option in ["c", "c", "d", "d", "d", "d"] {
        let mut phone = program.stranger();
        phone.join().await.vote("z", option).await;
    }
    presenter.poll("z", "reveal").await;
    (folder, program)
}

/// The words of a PDF.
fn words(bytes: &[u8]) -> String {
    assert!(bytes.starts_with(b"%PDF-"), "not a PDF");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("handout.pdf");
    std::fs::write(&file, bytes).unwrap();
    let read = Command::new("pdftotext")
        .arg(&file)
        .arg("-")
        .output()
        .expect("pdftotext runs")
        .stdout;
    String::from_utf8(read)
        .unwrap()
        .replace(['\u{a0}', '\u{202f}', '\n'], " ")
}

fn is_a_pdf(answer: &Answer) {
    answer.assert_success();
    assert_eq!(answer.headers["content-type"], "application/pdf");
    let disposition = answer.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.ends_with("-l-ete-a-l-etage-support.pdf\""), "{disposition}");
}

#[tokio::test]
async fn the_console_gets_the_slides_with_what_the_room_answered() {
    let (_folder, program) = session().await;
    let presenter = program.presenter();
    is_a_pdf(&presenter.get(HANDOUT).await);
    let whole = words(&presenter.bytes(HANDOUT).await);
    assert!(whole.contains("6 réponses") && whole.contains("67 %"), "{whole}");
    assert_eq!(
        whole.matches("réponses").count(),
        1,
        "a question that was never asked has no results: {whole}"
    );
    let steps = words(&presenter.bytes(&format!("{HANDOUT}?pages=steps")).await);
    assert!(
        steps.matches("Question z").count() > whole.matches("Question z").count(),
        "{steps}"
    );
    // As in every other summary, what is right stands with the results.
    assert!(whole.contains("bonne réponse"), "{whole}");
    let id = program.ready.session.clone();
    presenter.command("/control/session/finish").await;
    let finished = words(&presenter.bytes(&format!("/control/sessions/{id}/handout.pdf")).await);
    assert!(
        finished.contains("bonne réponse") && !finished.contains("provisoires"),
        "{finished}"
    );
}

#[tokio::test]
async fn a_finished_session_is_on_paper_as_its_room_saw_it_edits_included() {
    let (folder, program) = session().await;
    let presenter = program.presenter();
    let mut stage = presenter.stage().await;
    let before = stage.next().await.edition;
    let edited = talk().markdown().replace("Question jamais ?", "Question mieux dite ?");
    assert_ne!(edited, talk().markdown());
    std::fs::write(folder.path().join("talk.md"), edited).unwrap();
    stage.until("the new edition", |view| view.edition > before).await;
    presenter.command("/control/session/finish").await;
    let id = program.ready.session.clone();
    let paper = words(&presenter.bytes(&format!("/control/sessions/{id}/handout.pdf")).await);
    assert!(
        paper.contains("Question mieux dite") && !paper.contains("Question jamais"),
        "{paper}"
    );
}

#[tokio::test]
async fn a_handout_is_refused_to_strangers_and_where_the_wish_makes_no_sense() {
    let (_folder, program) = session().await;
    let presenter = program.presenter();
    for query in ["?pages=every", "?notes=perhaps", "?colour=1"] {
        let refused = presenter.get(&format!("{HANDOUT}{query}")).await;
        refused.assert_refused(ErrorCode::Malformed, query);
    }
    let unknown = presenter.get("/control/sessions/nobody/handout.pdf").await;
    unknown.assert_refused(ErrorCode::UnknownSession, "no such session");
    let phone = program.stranger();
    phone
        .send(phone.request("GET", HANDOUT))
        .await
        .assert_refused(ErrorCode::NotFound, "phones have no such route");
}

#[tokio::test]
async fn the_command_line_puts_talks_and_sessions_on_paper() {
    let (folder, program) = session().await;
    let (file, data) = (folder.path().join("talk.md"), folder.path().join("data"));
    let presenter = program.presenter();
    presenter.command("/control/session/finish").await;
    program.kill();
    let run = |subject: &[&str]| {
        let output = Command::new(Headless::program())
            .arg("handout")
            .args(subject)
            .args(["--data", data.to_str().unwrap(), "-o", "-"])
            .env("LC_ALL", "fr_FR.UTF-8")
            .output()
            .unwrap();
        (
            output.status.code(),
            output.stdout,
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let (code, alone, said) = run(&[file.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!words(&alone).contains("réponses"), "a talk has no room");
    let (code, latest, said) = run(&["latest", "--pages", "steps", "--notes"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(words(&latest).contains("6 réponses"));
    let (code, _, said) = run(&["nobody"]);
    assert!(code == Some(1) && said.contains("gazouillis sessions"), "{said}");
    let (code, _, said) = run(&["nowhere.md"]);
    assert!(code == Some(1) && !said.is_empty(), "{said}");
    assert_eq!(run(&["latest", "--pages", "every"]).0, Some(2));
}
