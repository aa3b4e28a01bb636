//! A page of another site cannot make a visitor's browser vote or command.

use gazouillis_protocol::ErrorCode;
use gazouillis_test_support::{TestServer, TestTalk};
use serde_json::json;

/// Headers by which browsers say that a request comes from elsewhere.
fn forged(own: &str) -> Vec<Vec<(&'static str, String)>> {
    let origins = [
        "http://evil.example".to_owned(),
        "null".to_owned(),
        String::new(),
        format!("https://{own}"),
        format!("http://{own}.evil.example"),
        format!("http://evil.example/{own}"),
        format!("http://{own}/"),
        format!("HTTP://{own}"),
        format!("http://user@{own}"),
        "http://localhost".to_owned(),
        "file://".to_owned(),
        "moz-extension://0123".to_owned(),
    ];
    let mut forgeries: Vec<_> = origins.into_iter().map(|origin| vec![("origin", origin)]).collect();
    for site in ["cross-site", "same-site", "anything", ""] {
        forgeries.push(vec![("sec-fetch-site", site.to_owned())]);
        forgeries.push(vec![
            ("sec-fetch-site", site.to_owned()),
            ("origin", format!("http://{own}")),
        ]);
        forgeries.push(vec![
            ("sec-fetch-site", site.to_owned()),
            ("sec-fetch-mode", "no-cors".to_owned()),
        ]);
        forgeries.push(vec![
            ("sec-fetch-site", site.to_owned()),
            ("sec-fetch-mode", "navigate".to_owned()),
        ]);
    }
    forgeries.push(vec![
        ("origin", format!("http://{own}")),
        ("origin", "http://evil.example".to_owned()),
    ]);
    forgeries.push(vec![
        ("sec-fetch-site", "same-origin".to_owned()),
        ("origin", "http://evil.example".to_owned()),
    ]);
    forgeries
}

fn with(mut request: reqwest::RequestBuilder, headers: &[(&'static str, String)]) -> reqwest::RequestBuilder {
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    request
}

#[tokio::test]
async fn a_forged_ballot_or_join_is_refused_with_403_and_changes_nothing() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    server.presenter().open("q").await;
    let phone = server.phone().await;
    let before = server.state().await;
    let forgeries = forged(&server.audience().to_string());
    assert!(forgeries.len() >= 30, "{} forgeries", forgeries.len());
    for headers in forgeries {
        let ballot = json!({ "answer": { "choice": "a" }, "revision": 1 });
        let cast = with(phone.request("PUT", "/api/polls/q/ballot"), &headers).json(&ballot);
        phone
            .send(cast)
            .await
            .assert_refused(ErrorCode::Forbidden, &format!("a ballot with {headers:?}"));
        let join = with(phone.request("POST", "/api/participants"), &headers).json(&json!({}));
        phone
            .send(join)
            .await
            .assert_refused(ErrorCode::Forbidden, &format!("a join with {headers:?}"));
    }
    assert_eq!(server.state().await, before);
}

#[tokio::test]
async fn a_forged_command_is_refused_with_403_even_with_the_secret() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    let presenter = server.presenter();
    let before = server.state().await;
    for headers in forged(&server.control().to_string()) {
        for path in ["/control/advance", "/control/polls/q/open", "/control/session/finish"] {
            let request = with(presenter.request("POST", path), &headers).json(&json!({}));
            presenter
                .send(request)
                .await
                .assert_refused(ErrorCode::Forbidden, &format!("{path} with {headers:?}"));
        }
    }
    assert_eq!(server.state().await, before);
}

#[tokio::test]
async fn live_views_are_not_for_other_sites() {
    let server = TestServer::start(&TestTalk::new()).await;
    let (phone, presenter) = (server.stranger(), server.presenter());
    let live = phone.request("GET", "/api/live").header("sec-fetch-site", "cross-site");
    phone
        .send(live)
        .await
        .assert_refused(ErrorCode::Forbidden, "the phones' view");
    for path in ["/stage/live", "/control/live"] {
        let live = presenter.request("GET", path).header("sec-fetch-site", "same-site");
        presenter.send(live).await.assert_refused(ErrorCode::Forbidden, path);
    }
}

#[tokio::test]
async fn the_page_itself_may_vote_and_a_link_may_lead_to_it() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    server.presenter().open("q").await;
    let phone = server.phone().await;
    let ballot = json!({ "answer": { "choice": "a" }, "revision": 1 });
    let cast = phone.request("PUT", "/api/polls/q/ballot").json(&ballot);
    let own = cast
        .header("origin", format!("http://{}", server.audience()))
        .header("sec-fetch-site", "same-origin");
    phone.send(own).await.assert_success();
    for site in ["none", "cross-site", "same-site"] {
        let answer = phone
            .send(phone.request("GET", "/").header("sec-fetch-site", site))
            .await;
        assert_ne!(answer.status, 403, "a link from {site}");
    }
}
