//! Refusals are in words: which, and in whose language.

use gazouillis_protocol::{ErrorBody, ErrorCode};
use gazouillis_test_support::{Answer, Phone, TestServer};
use serde_json::json;

use crate::statuses::{room, talk};

#[tokio::test]
async fn commands_that_make_no_sense_are_refused_in_words() {
    let (server, _) = room().await;
    let presenter = server.presenter();
    presenter
        .goto(99, 0)
        .await
        .assert_refused(ErrorCode::NoSuchPlace, "no such slide");
    presenter
        .goto(0, 9)
        .await
        .assert_refused(ErrorCode::NoSuchPlace, "no such step");
    let answer = presenter.post("/control/polls/couleur/answer", json!({})).await;
    answer.assert_refused(ErrorCode::NoRightAnswer, "not a quiz");
    let address = presenter
        .post("/control/address", json!({ "address": "203.0.113.9:80" }))
        .await;
    address.assert_refused(ErrorCode::UnknownAddress, "not an address of this computer");
    presenter
        .post("/control/goto", json!({ "slide": -1 }))
        .await
        .assert_refused(ErrorCode::Malformed, "slide -1");
    presenter
        .post("/control/advance", json!({ "by": 2 }))
        .await
        .assert_refused(ErrorCode::Malformed, "unknown field");
    let running = server.running().session().now().facts.id.clone();
    let forget = presenter
        .send(presenter.request("DELETE", &format!("/control/sessions/{running}")))
        .await;
    forget.assert_refused(ErrorCode::SessionRunning, "the session that runs");
}

async fn refused_in(phone: &Phone, languages: Option<&str>) -> Answer {
    let mut request = phone.request("GET", "/api/nothing");
    if let Some(languages) = languages {
        request = request.header("accept-language", languages);
    }
    phone.send(request).await
}

#[tokio::test]
async fn words_are_in_the_language_of_the_phone_and_else_of_the_talk() {
    use gazouillis_core::deck::Language::{En, Fr};
    let french = TestServer::start(&talk()).await;
    let english = TestServer::start(&talk().in_english()).await;
    for (asked, of_french_talk, of_english_talk) in [
        (Some("fr-FR,fr;q=0.9,en;q=0.8"), Fr, Fr),
        (Some("en-GB"), En, En),
        (Some("de-DE,de;q=0.9,en;q=0.5"), En, En),
        (Some("FR"), Fr, Fr),
        (Some("de"), Fr, En),
        (Some("é"), Fr, En),
        (Some(""), Fr, En),
        (None, Fr, En),
    ] {
        for (server, language) in [(&french, of_french_talk), (&english, of_english_talk)] {
            let body: ErrorBody = refused_in(&server.stranger(), asked).await.json();
            assert_eq!(
                body.message,
                ErrorCode::NotFound.message(language),
                "asked in {asked:?}"
            );
        }
    }
}
