//! A live stream belongs to a phone that has joined.

use gazouillis_protocol::{ErrorCode, PhoneView};
use gazouillis_test_support::raw::{exchange, header};
use gazouillis_test_support::{TestServer, TestTalk, soon};

#[tokio::test]
async fn following_takes_the_token_of_a_phone_that_has_joined() {
    let server = TestServer::start(&TestTalk::new()).await;
    let mut phone = server.phone().await;
    assert_eq!(phone.try_live().await, 200);
    for token in ["", "0", "0123456789abcdef0123456789abcdef"] {
        token.clone_into(&mut phone.token);
        assert_eq!(phone.try_live().await, 401, "{token:?}");
        let answer = phone.send(phone.request("GET", "/api/live")).await;
        answer.assert_refused(ErrorCode::Unauthorized, token);
        assert_eq!(answer.headers["www-authenticate"], "Bearer");
    }
    let view = server.presenter().stage().await.next().await;
    assert!(view.here <= 1, "who was refused is not here");
}

#[tokio::test]
async fn a_phones_newest_streams_win_and_the_oldest_is_told_that_it_is_replaced() {
    let server = TestServer::start(&TestTalk::new()).await;
    let phone = server.phone().await;
    let mut tabs = Vec::new();
    for _ in 0..5 {
        let mut tab = phone.live().await;
        tab.next().await;
        tabs.push(tab);
    }
    let mut oldest = tabs.remove(0);
    let said = soon("the oldest stream ends", async {
        let mut said = Vec::new();
        while let Some(event) = oldest.raw().await {
            said.push(event);
        }
        said
    })
    .await;
    assert_eq!(
        said,
        ["event: replaced\ndata: {}\n\n"],
        "and the page need not come back"
    );
    server.presenter().command("/control/session/finish").await;
    for tab in &mut tabs {
        tab.until("the other tabs go on", |view: &PhoneView| view.finished)
            .await;
    }
}

#[tokio::test]
async fn when_another_session_begins_a_stream_tells_its_view_and_ends() {
    let server = TestServer::start(&TestTalk::new().single("q", &["a", "b"])).await;
    let presenter = server.presenter();
    let mut phone = server.phone().await;
    let mut live = phone.live().await;
    let first = live.next().await.session;
    for _ in 0..3 {
        presenter.command("/control/session/new").await;
        let next = soon("the stream ends", async {
            let mut last = None;
            while let Some(event) = live.raw().await {
                if let Some(data) = event.strip_prefix("data: ") {
                    last = Some(serde_json::from_str::<PhoneView>(data).expect("a view"));
                }
            }
            last.expect("the new session's view")
        })
        .await;
        assert_ne!(next.session, first);
        assert_eq!(next.session, server.running().session().now().facts.id);
        assert_eq!(phone.try_live().await, 401, "the token was for the session before");
        phone.token.clear();
        phone.join().await;
        live = phone.live().await;
        assert_eq!(live.next().await.session, next.session, "the phone has joined again");
    }
}

/// Requests as browsers send them for pages of another site over plain http, where they say nothing of where they come
/// from: a picture, a script, a frame, a `fetch` without CORS, an `EventSource`, a preflight.
fn from_elsewhere(host: &str, token: &str) -> Vec<String> {
    let get = |path: &str, headers: &str| {
        format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Referer: http://evil.example/\r\nConnection: close\r\n\r\n"
        )
    };
    vec![
        get("/api/live", "Accept: image/avif,image/webp,*/*\r\n"),
        get("/api/live", "Accept: */*\r\n"),
        get(
            "/api/live",
            "Accept: text/html,application/xhtml+xml\r\nUpgrade-Insecure-Requests: 1\r\n",
        ),
        get("/api/live", "Accept: */*\r\nCookie: token=x\r\n"),
        get(
            "/api/live",
            "Accept: text/event-stream\r\nOrigin: http://evil.example\r\nCache-Control: no-cache\r\n",
        ),
        get("/api/live", "Accept: text/event-stream\r\nOrigin: null\r\n"),
        // A page that has somehow learnt a token has nowhere to put it but the address.
        get(&format!("/api/live?token={token}"), "Accept: */*\r\n"),
        get(&format!("/api/live?access_token={token}"), "Accept: */*\r\n"),
        format!(
            "OPTIONS /api/live HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.example\r\n\
             Access-Control-Request-Method: GET\r\nAccess-Control-Request-Headers: authorization\r\nConnection: close\r\n\r\n"
        ),
    ]
}

#[tokio::test]
async fn a_page_of_another_site_on_plain_http_can_neither_hold_a_stream_nor_count_as_present() {
    let server = TestServer::start(&TestTalk::new()).await;
    let phone = server.phone().await;
    let address = server.audience();
    for request in from_elsewhere(&address.to_string(), &phone.token) {
        let answer = exchange(address, request.as_bytes()).await;
        assert!([401, 403, 405].contains(&answer.status), "{request}: {}", answer.head);
        assert_eq!(header(&answer.head, "access-control-allow-origin"), None, "{request}");
    }
    let view = server.presenter().stage().await.next().await;
    assert_eq!(view.here, 0);
}
