//! What every answer carries, and what pages may do.

use gazouillis_protocol::Joined;
use gazouillis_test_support::{Answer, TestServer, TestTalk};
use serde_json::json;

fn assert_hardened(answer: &Answer, path: &str) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        let found = answer.headers.get(name).map(|value| value.to_str().unwrap());
        assert_eq!(found, Some(value), "{name} of {path}");
    }
    assert!(
        answer.headers.contains_key("cache-control"),
        "{path} says how long it may be kept"
    );
    assert!(!answer.headers.contains_key("set-cookie"), "{path} sets a cookie");
    assert!(
        !answer.headers.contains_key("access-control-allow-origin"),
        "{path} opens itself to other sites"
    );
}

#[tokio::test]
async fn every_answer_carries_the_same_protection() {
    let server = TestServer::start(&TestTalk::new()).await;
    let phone = server.phone().await;
    for path in [
        "/",
        "/healthz",
        "/api/me",
        "/api/openapi.json",
        "/nowhere",
        "/favicon.svg",
    ] {
        assert_hardened(&phone.send(phone.request("GET", path)).await, path);
    }
    let presenter = server.presenter();
    for path in [
        "/stage",
        "/console",
        "/stage/deck",
        "/control/deck",
        "/control/sessions",
        "/control/openapi.json",
        "/nowhere",
    ] {
        assert_hardened(&presenter.get(path).await, path);
    }
}

/// The policy of a page; `None` while the pages are not built.
fn policy(answer: &Answer, path: &str) -> Option<String> {
    if answer.status == 503 {
        assert!(
            answer.text.contains("npm"),
            "{path} says how to build the pages: {}",
            answer.text
        );
        return None;
    }
    answer.assert_success();
    assert!(
        answer.headers["content-type"]
            .to_str()
            .unwrap()
            .starts_with("text/html"),
        "{path}"
    );
    let policy = answer
        .headers
        .get("content-security-policy")
        .unwrap_or_else(|| panic!("{path} has no policy"));
    Some(policy.to_str().unwrap().to_owned())
}

#[tokio::test]
async fn pages_run_their_own_script_and_no_other() {
    let server = TestServer::start(&TestTalk::new()).await;
    let (phone, presenter) = (server.stranger(), server.presenter());
    let pages = [
        ("/", phone.send(phone.request("GET", "/")).await),
        ("/stage", presenter.get("/stage").await),
        ("/console", presenter.get("/console").await),
    ];
    for (path, answer) in pages {
        let Some(policy) = policy(&answer, path) else { continue };
        let directive = |name: &str| {
            let found = policy
                .split(';')
                .map(str::trim)
                .find(|directive| directive.starts_with(name));
            found
                .unwrap_or_else(|| panic!("{path} has no {name}: {policy}"))
                .to_owned()
        };
        assert_eq!(directive("default-src"), "default-src 'none'");
        assert_eq!(directive("frame-ancestors"), "frame-ancestors 'none'");
        assert_eq!(directive("base-uri"), "base-uri 'none'");
        assert_eq!(directive("form-action"), "form-action 'none'");
        // The app's own windows speak to the shell as well; a phone speaks to this server alone.
        let connect =
            directive("connect-src").replace(" ipc: http://ipc.localhost", if path == "/" { " ipc" } else { "" });
        assert_eq!(connect, "connect-src 'self'", "{path}");
        assert_eq!(
            directive("require-trusted-types-for"),
            "require-trusted-types-for 'script'"
        );
        for name in ["script-src", "style-src"] {
            let sources = directive(name);
            for loose in ["unsafe", "*", "http:", "https:", "data:", "blob:"] {
                assert!(!sources.contains(loose), "{path}: {sources}");
            }
        }
        let elsewhere =
            answer.text.match_indices("src=\"http").count() + answer.text.match_indices("href=\"http").count();
        assert_eq!(elsewhere, 0, "{path} loads nothing from elsewhere");
    }
}

#[tokio::test]
async fn a_phone_opens_with_what_draws_the_question_that_is_asked() {
    let talk = TestTalk::new()
        .ranking("ordre", &["un", "deux"])
        .single("choix", &["oui", "non"]);
    let server = TestServer::start(&talk).await;
    let (phone, presenter) = (server.stranger(), server.presenter());
    // What draws a kind of question says its name as it arrives: see ui/src/phone/kinds/index.ts.
    for inside in ["choice", "ranking", "ranking", "choice"] {
        let answer = phone.send(phone.request("GET", "/")).await;
        let Some(policy) = policy(&answer, "/") else { return };
        let kinds: Vec<&str> = answer.text.split("globalThis.gazouillis={").skip(1).collect();
        assert_eq!(kinds.len(), 1, "one kind is inside");
        assert!(kinds[0].starts_with(&format!("{inside}:")), "{inside} is inside");
        assert_eq!(
            policy.matches("'sha256-").count(),
            3,
            "two scripts and a style: {policy}"
        );
        presenter.advance().await;
    }
}

#[tokio::test]
async fn a_phone_that_joins_is_told_which_kinds_come() {
    let talk = TestTalk::new()
        .ranking("ordre", &["un", "deux"])
        .single("choix", &["oui", "non"])
        .single("encore", &["oui", "non"]);
    let server = TestServer::start(&talk).await;
    let joined: Joined = server.stranger().try_join(json!({})).await.success();
    let mut kinds: Vec<&str> = joined.kinds.iter().map(|kind| kind.word()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["ranking", "single"]);
}

#[tokio::test]
async fn both_listeners_describe_themselves() {
    let server = TestServer::start(&TestTalk::new()).await;
    let phone = server.stranger();
    let audience = phone
        .send(phone.request("GET", "/api/openapi.json"))
        .await
        .success::<serde_json::Value>();
    assert!(audience["paths"]["/api/polls/{poll}/ballot"]["put"].is_object());
    let control = server
        .intruder(None)
        .get("/control/openapi.json")
        .await
        .success::<serde_json::Value>();
    assert!(control["paths"]["/control/advance"]["post"].is_object());
    assert!(
        control["paths"]
            .as_object()
            .unwrap()
            .keys()
            .all(|path| !path.starts_with("/api")),
        "they share no route"
    );
}
