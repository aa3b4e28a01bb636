//! Videos on slides: sent in pieces to the presenter's own pages, and to nobody else.

use gazouillis_protocol::{ErrorCode, VideoAddress};
use gazouillis_test_support::{Presenter, TestServer, TestTalk};
use reqwest::header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, RANGE};
use reqwest::{Method, StatusCode};

/// A hundred thousand bytes, none of which is like its neighbours.
fn bytes() -> Vec<u8> {
    (0..100_000_u32).map(|at| (at * 7 + at / 251) as u8).collect()
}

/// A talk that shows one video of two that lie beside it, and a picture.
fn talk() -> TestTalk {
    TestTalk::new()
        .file("clips/la visite.webm", &bytes())
        .file("clips/hidden.webm", b"SECRET")
        .file("bird.png", b"a picture")
        .video("clips/la visite.webm", "bird.png")
        .file("second.mp4", b"another video")
        .video("second.mp4", "bird.png")
}

async fn address(presenter: &Presenter, src: &str) -> String {
    presenter
        .get(&format!("/stage/videos/{src}"))
        .await
        .success::<VideoAddress>()
        .address
}

/// Asks as a player does: without any token.
async fn play(server: &TestServer, path: &str, range: Option<&str>) -> reqwest::Response {
    let mut request = reqwest::Client::new().get(format!("http://{}{path}", server.control()));
    if let Some(range) = range {
        request = request.header(RANGE, range);
    }
    request.send().await.expect("an answer")
}

#[tokio::test]
async fn a_player_gets_the_range_that_it_asks_for() {
    let server = TestServer::start(&talk()).await;
    let path = address(&server.presenter(), "clips/la%20visite.webm").await;
    let whole = play(&server, &path, None).await;
    assert_eq!(whole.status(), StatusCode::OK);
    assert_eq!(whole.headers()[CONTENT_TYPE], "video/webm");
    assert_eq!(whole.headers()[ACCEPT_RANGES], "bytes");
    assert_eq!(whole.headers()[CONTENT_LENGTH], "100000");
    assert_eq!(whole.bytes().await.unwrap(), bytes());
    for (asked, from, until) in [
        ("bytes=0-1", 0, 2),
        ("bytes=500-99", 0, 0),
        ("bytes=70000-", 70_000, 100_000),
        ("bytes=-10", 99_990, 100_000),
        ("bytes=99999-200000", 99_999, 100_000),
        ("bytes=100000-", 0, 0),
    ] {
        let part = play(&server, &path, Some(asked)).await;
        if until == 0 {
            assert_eq!(part.status(), StatusCode::RANGE_NOT_SATISFIABLE, "{asked}");
            continue;
        }
        assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT, "{asked}");
        let range = format!("bytes {from}-{}/100000", until - 1);
        assert_eq!(part.headers()[CONTENT_RANGE], *range, "{asked}");
        assert_eq!(part.bytes().await.unwrap(), bytes()[from..until], "{asked}");
    }
}

#[tokio::test]
async fn an_address_opens_its_own_video_and_nothing_else() {
    let server = TestServer::start(&talk()).await;
    let presenter = server.presenter();
    let path = address(&presenter, "clips/la%20visite.webm").await;
    for (src, why) in [
        ("clips/hidden.webm", "no slide shows it"),
        ("bird.png", "it is a picture"),
        ("talk.md", "it is the talk"),
        ("../clips/la%20visite.webm", "that is no path of the talk"),
        ("clips", "it is a folder"),
    ] {
        let answer = presenter.get(&format!("/stage/videos/{src}")).await;
        answer.assert_refused(ErrorCode::NotFound, why);
        let other = path.replace("clips/la%20visite.webm", src);
        assert_eq!(
            play(&server, &other, None).await.status(),
            StatusCode::NOT_FOUND,
            "{why}"
        );
    }
    // Both are shown, and the key of one is not the key of the other.
    let second = address(&presenter, "second.mp4").await;
    assert_eq!(play(&server, &second, None).await.status(), StatusCode::OK);
    let swapped = path.replace("clips/la%20visite.webm", "second.mp4");
    assert_eq!(play(&server, &swapped, None).await.status(), StatusCode::NOT_FOUND);
    let key = path.split('/').nth(3).expect("a key");
    let wrong: String = key.chars().rev().collect();
    for guess in [&*wrong, "", &key[..31], &server.stage_secret()] {
        let path = path.replace(key, guess);
        assert_eq!(
            play(&server, &path, None).await.status(),
            StatusCode::NOT_FOUND,
            "{guess}"
        );
    }
    let again = TestServer::start(&talk()).await;
    assert_eq!(
        play(&again, &path, None).await.status(),
        StatusCode::NOT_FOUND,
        "another start"
    );
    assert_eq!(
        play(&server, &path, Some("bytes=0-9")).await.status(),
        StatusCode::PARTIAL_CONTENT
    );
}

#[tokio::test]
async fn phones_and_strangers_get_no_video() {
    let server = TestServer::start(&talk()).await;
    let path = address(&server.presenter(), "clips/la%20visite.webm").await;
    let phone = server.phone().await;
    for asked in [
        path.as_str(),
        "/stage/videos/clips/la%20visite.webm",
        "/pictures/clips/la%20visite.webm",
    ] {
        let answer = phone.send(phone.request("GET", asked)).await;
        answer.assert_refused(ErrorCode::NotFound, asked);
    }
    let stranger = Presenter::new(&format!("http://{}", server.control()), None);
    let answer = stranger.get("/stage/videos/clips/la%20visite.webm").await;
    answer.assert_refused(ErrorCode::Unauthorized, "nobody told it the secret");
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let url = format!("http://{}{path}", server.control());
        let answer = reqwest::Client::new()
            .request(method.clone(), url)
            .send()
            .await
            .unwrap();
        assert!(answer.status().is_client_error(), "{method}");
    }
    // Whole it would be read into memory.
    let whole = server.presenter().get("/stage/pictures/clips/la%20visite.webm").await;
    whole.assert_refused(ErrorCode::NotFound, "it is no picture");
}

#[cfg(unix)]
#[tokio::test]
async fn a_video_that_becomes_a_link_to_elsewhere_is_gone() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("talk");
    std::fs::create_dir(&folder).unwrap();
    let server = TestServer::start_in(&folder, &talk()).await;
    let presenter = server.presenter();
    let path = address(&presenter, "second.mp4").await;
    assert_eq!(play(&server, &path, None).await.status(), StatusCode::OK);
    std::fs::write(outer.path().join("outside.mp4"), "SECRET outside").unwrap();
    std::fs::remove_file(folder.join("second.mp4")).unwrap();
    std::os::unix::fs::symlink("../outside.mp4", folder.join("second.mp4")).unwrap();
    let answer = presenter.get("/stage/videos/second.mp4").await;
    answer.assert_refused(ErrorCode::NotFound, "it lies outside now");
    let known = play(&server, &path, None).await;
    assert_eq!(
        known.status(),
        StatusCode::NOT_FOUND,
        "nor by an address that was told before"
    );
}
