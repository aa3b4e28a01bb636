//! Where an object is due nothing else will do, on any route.

use gazouillis_protocol::ErrorCode;
use gazouillis_test_support::{Answer, TestServer, TestTalk};
use serde_json::{Value, json};

/// The routes with a body that a description names: method and path, with something real for each of its parameters.
fn with_a_body(description: &Value) -> Vec<(String, String)> {
    let paths = description["paths"].as_object().expect("paths");
    let routes = paths.iter().flat_map(|(path, item)| {
        let path = PARAMETERS
            .iter()
            .fold(path.clone(), |path, (name, value)| path.replace(name, value));
        let methods = item.as_object().expect("methods").iter();
        methods
            .filter(|(_, operation)| !operation["requestBody"].is_null())
            .map(move |(method, _)| (method.to_uppercase(), path.clone()))
    });
    let routes: Vec<_> = routes.collect();
    assert!(
        routes.iter().all(|(_, path)| !path.contains('{')),
        "what stands for a parameter is not known: {routes:?}"
    );
    routes
}

/// What stands for each parameter of a path.
const PARAMETERS: &[(&str, &str)] = &[
    ("{poll}", "q"),
    ("{group}", "1"),
    ("{phone}", "0000"),
    ("{channel}", "reactions"),
    ("{question}", "1"),
    ("{text}", "1"),
    ("{ruling}", "approve"),
];

/// The routes with a body that phones reach. A new one joins this list by hand, so that none leaves the check unseen.
const OF_PHONES: &[&str] = &[
    "POST /api/participants",
    "POST /api/questions",
    "POST /api/reactions",
    "PUT /api/mood",
    "PUT /api/polls/q/ballot",
    "PUT /api/polls/q/texts/1/vote",
    "PUT /api/questions/1",
    "PUT /api/questions/1/vote",
];

/// What is no object, and among it what lists an object's values in their order.
const WRONG: &[&str] = &[
    "[]",
    "[[]]",
    "[{}]",
    "[null]",
    "[true]",
    "[1]",
    "[1,0]",
    "[\"0123456789abcdef0123456789abcdef\"]",
    "[{\"choice\":\"a\"},1]",
    "[null,null,null,null]",
    "null",
    "true",
    "0",
    "\"\"",
    "",
    " ",
    "{}{}",
    "{} x",
    "[",
];

#[tokio::test]
async fn an_array_is_never_taken_for_the_object_whose_values_it_lists() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    let (phone, presenter) = (server.phone().await, server.presenter());
    presenter.open("q").await;
    let audience: Value = phone.send(phone.request("GET", "/api/openapi.json")).await.success();
    let control: Value = presenter.get("/control/openapi.json").await.success();
    let (audience, control) = (with_a_body(&audience), with_a_body(&control));
    let mut named: Vec<String> = audience
        .iter()
        .map(|(method, path)| format!("{method} {path}"))
        .collect();
    named.sort();
    assert_eq!(named, OF_PHONES);
    assert!(control.len() >= 11, "{control:?}");
    let before = server.state().await;
    for body in WRONG {
        let json = |request: reqwest::RequestBuilder| request.header("content-type", "application/json").body(*body);
        for (method, path) in &audience {
            let answer: Answer = phone.send(json(phone.request(method, path))).await;
            answer.assert_refused(ErrorCode::Malformed, &format!("{method} {path} {body}"));
        }
        for (method, path) in &control {
            let answer = presenter.send(json(presenter.request(method, path))).await;
            answer.assert_refused(ErrorCode::Malformed, &format!("{method} {path} {body}"));
        }
    }
    // Nor inside: the answer of a ballot is an object as well.
    for answer in [json!(["a"]), json!([["a"]]), json!("a"), json!(null), json!([])] {
        let cast = phone.cast("q", answer.clone(), 1).await;
        cast.assert_refused(ErrorCode::Malformed, &answer.to_string());
    }
    assert_eq!(server.state().await, before, "nothing of all this changed anything");
}
