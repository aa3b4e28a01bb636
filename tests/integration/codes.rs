//! One-time codes: as many phones as were printed, and not one more.

use std::path::{Path, PathBuf};

use gazouillis_cli::Exit;
use gazouillis_cli::arguments::{Codes, Command};
use gazouillis_core::deck::Language;
use gazouillis_protocol::ErrorCode;
use gazouillis_test_support::{TestServer, TestTalk};
use serde_json::json;

const COUNT: usize = 30;

/// Prints a sheet as the command does: the codes on it, and the file that knows them.
fn print(folder: &Path) -> (Vec<String>, PathBuf) {
    let output = folder.join("sheet.html");
    let codes = Codes {
        codes: COUNT as u32,
        output: output.clone(),
    };
    assert_eq!(gazouillis_cli::run(Command::Codes(codes), Language::Fr), Exit::Done);
    let page = std::fs::read_to_string(&output).expect("the sheet");
    let printed = page
        .split("<b>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap_or_default().to_owned());
    let printed: Vec<String> = printed.collect();
    assert_eq!(printed.len(), COUNT, "each code is on the sheet once");
    let known = output.with_extension("codes");
    let text = std::fs::read_to_string(&known)
        .expect("the file beside it")
        .to_uppercase();
    assert!(
        printed.iter().all(|code| !text.contains(code)),
        "the file has hashes only"
    );
    (printed, known)
}

/// How many of the attempts with these codes come in, each on a phone of its own.
async fn come_in(server: &TestServer, codes: &[String]) -> usize {
    let mut joined = 0;
    for code in codes {
        let answer = server.stranger().try_join(json!({ "code": code })).await;
        if answer.status == 201 {
            joined += 1;
        } else {
            answer.assert_refused(ErrorCode::CodeUsed, code);
        }
    }
    joined
}

#[tokio::test]
async fn thirty_codes_let_in_exactly_thirty_phones_even_across_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let (codes, known) = print(folder.path());
    let mut server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    server.restart_with_codes(&known).await;
    assert!(server.presenter().console().await.next().await.door.codes);
    // All from one address, which codes make no question of.
    assert_eq!(come_in(&server, &codes[..20]).await, 20);
    assert_eq!(come_in(&server, &codes[..20]).await, 0, "each lets in one phone");
    server.restart_with_codes(&known).await;
    assert_eq!(come_in(&server, &codes).await, 10, "what was used stays used");
    assert_eq!(come_in(&server, &codes).await, 0);
    assert_eq!(server.running().session().now().snapshot.joined, COUNT as u32);
}

#[tokio::test]
async fn a_code_race_has_one_winner() {
    let folder = tempfile::tempdir().expect("a folder");
    let (codes, known) = print(folder.path());
    let mut server = TestServer::start(&TestTalk::new()).await;
    server.restart_with_codes(&known).await;
    let tries = (0..40).map(|_| {
        let (phone, code) = (server.stranger(), codes[0].clone());
        async move { phone.try_join(json!({ "code": code })).await.status }
    });
    let statuses = futures_util::future::join_all(tries).await;
    assert_eq!(
        statuses.iter().filter(|status| **status == 201).count(),
        1,
        "{statuses:?}"
    );
}

#[tokio::test]
async fn a_phone_is_told_what_is_wrong_with_its_code_and_keeps_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let (codes, known) = print(folder.path());
    let mut server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    server.restart_with_codes(&known).await;
    server.presenter().open("q").await;
    let mut phone = server.stranger();
    let none = phone.try_join(json!({})).await;
    none.assert_refused(ErrorCode::CodeNeeded, "no code");
    for wrong in ["", "AAAA-AAAA", "not a code", &"A".repeat(500)] {
        let answer = phone.try_join(json!({ "code": wrong })).await;
        answer.assert_refused(ErrorCode::CodeUnknown, wrong);
    }
    let token = "00112233445566778899aabbccddeeff";
    let typed = codes[0].to_lowercase().replace('-', " ");
    phone
        .try_join(json!({ "token": token, "code": typed }))
        .await
        .assert_success();
    token.clone_into(&mut phone.token);
    phone.vote("q", "a").await;
    // The answer was lost, or the page is loaded again: the token says who it is, the code is not asked for twice.
    for body in [
        json!({ "token": token }),
        json!({ "token": token, "code": typed }),
        json!({ "token": token, "code": codes[1] }),
    ] {
        phone.try_join(body).await.assert_success();
    }
    let free = server.stranger().try_join(json!({ "code": codes[1] })).await;
    free.assert_success();
}

#[tokio::test]
async fn with_the_door_closed_a_code_opens_nothing_and_is_not_used_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let (codes, known) = print(folder.path());
    let mut server = TestServer::start(&TestTalk::new()).await;
    server.restart_with_codes(&known).await;
    server.presenter().door(false).await;
    let refused = server.stranger().try_join(json!({ "code": codes[0] })).await;
    refused.assert_refused(ErrorCode::DoorClosed, "closed");
    server.presenter().door(true).await;
    assert_eq!(come_in(&server, &codes[..1]).await, 1);
}

#[tokio::test]
async fn what_is_no_sheet_of_codes_is_refused_in_words() {
    let server = TestServer::start(&TestTalk::new()).await;
    let mut arguments = server.arguments();
    arguments.codes = arguments.talk.clone();
    let Err(error) = gazouillis_cli::launch(&arguments, Language::Fr).await else {
        panic!("a talk is no sheet of codes")
    };
    assert_eq!(error.exit(), Exit::WrongInput);
    assert!(
        error.message(Language::Fr).contains("gazouillis codes"),
        "{}",
        error.message(Language::Fr)
    );
    assert!(
        error.message(Language::En).contains(".codes"),
        "{}",
        error.message(Language::En)
    );
}
