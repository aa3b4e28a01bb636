//! Pictures on phones: those of questions that have been asked, and no other byte of the presenter's computer.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use gazouillis_core::Layout;
use gazouillis_protocol::{ErrorCode, StageDeck};
use gazouillis_test_support::raw::exchange;
use gazouillis_test_support::{Answer, Headless, Phone, TestServer, TestTalk};
use serde_json::json;

/// A drawing with a script in it, which must never run.
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 9\"><script>alert(1)</script></svg>";

/// A talk whose first question is about a picture, whose second has pictures as options, and whose last slide shows one.
fn talk() -> TestTalk {
    TestTalk::new()
        .file("images/carte.svg", DRAWING.as_bytes())
        .file("images/mésange bleue.png", b"a picture of a bird")
        .file("images/merle.PNG", b"another bird")
        .file("images/slide.png", b"SECRET slide")
        .file("images/hidden.png", b"SECRET that no slide names")
        .file("notes.txt", b"SECRET notes")
        .pin("ou", "images/carte.svg")
        .pictured("oiseau", &["images/mésange bleue.png", "images/merle.PNG"])
        .picture("images/slide.png")
}

async fn get(phone: &Phone, path: &str) -> Answer {
    phone.send(phone.request("GET", path)).await
}

const MAP: &str = "/pictures/images/carte.svg";
const BIRD: &str = "/pictures/images/m%C3%A9sange%20bleue.png";

#[tokio::test]
async fn a_picture_is_there_from_the_moment_its_question_is_asked() {
    let server = TestServer::start(&talk()).await;
    let (presenter, stranger) = (server.presenter(), server.stranger());
    for path in [MAP, BIRD] {
        get(&stranger, path)
            .await
            .assert_refused(ErrorCode::NotFound, "nothing has been asked");
    }
    presenter.open("ou").await;
    let answer = get(&stranger, MAP).await;
    answer.assert_success();
    assert_eq!(answer.text, DRAWING);
    get(&stranger, BIRD)
        .await
        .assert_refused(ErrorCode::NotFound, "that one comes later");
    presenter.open("oiseau").await;
    assert_eq!(get(&stranger, BIRD).await.text, "a picture of a bird");
    assert_eq!(
        get(&stranger, "/pictures/images/merle.PNG").await.headers["content-type"],
        "image/png"
    );
    assert_eq!(
        get(&stranger, MAP).await.text,
        DRAWING,
        "phones that come late still see the first"
    );
}

#[tokio::test]
async fn a_picture_cannot_do_anything_and_is_not_sent_twice() {
    let server = TestServer::start(&talk()).await;
    server.presenter().open("ou").await;
    let phone = server.phone().await;
    let answer = get(&phone, MAP).await;
    let header = |name: &str| {
        answer
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    assert_eq!(header("content-type"), "image/svg+xml");
    assert_eq!(header("x-content-type-options"), "nosniff");
    let policy = header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && policy.contains("sandbox") && !policy.contains("script"),
        "{policy}"
    );
    let known = |tag: String| phone.send(phone.request("GET", MAP).header("if-none-match", tag));
    let again = known(header("etag").to_owned()).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""), "it is still the same");
    assert_eq!(again.headers["content-security-policy"], policy);
    assert_eq!(known("\"another\"".to_owned()).await.text, DRAWING);
    let head = phone.send(phone.request("HEAD", MAP)).await;
    assert_eq!(
        (head.status, head.headers["content-length"].to_str().unwrap()),
        (200, &*DRAWING.len().to_string())
    );
}

#[tokio::test]
async fn what_no_question_shows_is_not_for_phones() {
    let server = TestServer::start(&talk()).await;
    for poll in ["ou", "oiseau"] {
        server.presenter().open(poll).await;
    }
    let phone = server.phone().await;
    for src in [
        "images/slide.png",
        "images/hidden.png",
        "notes.txt",
        "talk.md",
        "images",
        "images/",
        "",
        "IMAGES/CARTE.SVG",
    ] {
        get(&phone, &format!("/pictures/{src}"))
            .await
            .assert_refused(ErrorCode::NotFound, src);
    }
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let answer = phone.send(phone.request(method, MAP).json(&json!({}))).await;
        answer.assert_refused(ErrorCode::MethodNotAllowed, method);
    }
    let presenter = server.presenter();
    for src in ["images/slide.png", "images/carte.svg", "images/merle.PNG"] {
        presenter.get(&format!("/stage/pictures/{src}")).await.assert_success();
    }
}

/// What is tried: a way out of the folder in one of many spellings, again and again, and then a name.
fn ways_out() -> Vec<String> {
    let begins = ["", "images/", "images/carte.svg/", "./", "/", "images//", "%2f"];
    let ups = [
        "../",
        "..\\",
        "%2e%2e/",
        "..%2f",
        "%2e%2e%2f",
        "..%5c",
        "..%252f",
        "..;/",
        "....//",
        "%c0%ae%c0%ae/",
        "..%00/",
        "%ef%bc%8e%ef%bc%8e/",
        ".%2e/",
    ];
    let names = [
        "outside.png",
        "talk/talk.md",
        "talk/notes.txt",
        "talk/images/hidden.png",
        "talk/images/slide.png",
        "link.png",
        "images/link.png",
        "images/up/outside.png",
        "outside.png%00.svg",
        "etc/passwd",
    ];
    let ways = begins.iter().flat_map(|begin| {
        let ups = ups
            .iter()
            .flat_map(move |up| (0..6).map(move |depth| format!("{begin}{}", up.repeat(depth))));
        ups.flat_map(|way| names.map(|name| format!("{way}{name}")))
    });
    ways.collect()
}

/// What lies around the talk, for whoever finds a way: a picture beside its folder, and links from inside to it.
fn lay_out(folder: &Path) {
    std::fs::write(folder.join("../outside.png"), "SECRET outside").unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../outside.png", folder.join("link.png")).unwrap();
        std::os::unix::fs::symlink("../../outside.png", folder.join("images/link.png")).unwrap();
        std::os::unix::fs::symlink("../..", folder.join("images/up")).unwrap();
    }
}

#[tokio::test]
async fn no_path_leads_to_a_byte_outside() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("talk");
    std::fs::create_dir(&folder).unwrap();
    let server = TestServer::start_in(&folder, &talk()).await;
    lay_out(&folder);
    for poll in ["ou", "oiseau"] {
        server.presenter().open(poll).await;
    }
    let secret = server.stage_secret();
    let ways = ways_out();
    assert!(ways.len() >= 5_000, "only {} ways are tried", ways.len());
    for (number, way) in ways.iter().enumerate() {
        // A client library would tidy the path up.
        let (address, path, key) = match number % 2 {
            0 => (server.audience(), "/pictures", String::new()),
            _ => (
                server.control(),
                "/stage/pictures",
                format!("Authorization: Bearer {secret}\r\n"),
            ),
        };
        let request = format!("GET {path}/{way} HTTP/1.1\r\nHost: {address}\r\n{key}Connection: close\r\n\r\n");
        let answer = exchange(address, request.as_bytes()).await;
        let found = answer.body.contains("SECRET") || answer.body.contains("root:");
        assert!(!found, "{path}/{way}: {}", answer.body);
        assert!(
            [200, 400, 404].contains(&answer.status),
            "{path}/{way}: {}",
            answer.head
        );
        let is_asked = answer.status == 200 && number % 2 == 0;
        assert!(!is_asked, "{path}/{way} is no picture of a question");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_picture_that_becomes_a_link_to_elsewhere_is_gone() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("talk");
    std::fs::create_dir(&folder).unwrap();
    let server = TestServer::start_in(&folder, &talk()).await;
    lay_out(&folder);
    std::fs::remove_file(folder.join("images/carte.svg")).unwrap();
    std::os::unix::fs::symlink("../../outside.png", folder.join("images/carte.svg")).unwrap();
    server.presenter().open("ou").await;
    get(&server.stranger(), MAP)
        .await
        .assert_refused(ErrorCode::NotFound, "it lies outside now");
    server
        .presenter()
        .get("/stage/pictures/images/carte.svg")
        .await
        .assert_refused(ErrorCode::NotFound, "for the stage as well");
}

#[tokio::test]
async fn the_picture_that_is_a_profiles_bird_is_for_phones_once_the_room_has_seen_its_breakdown() {
    let folder = tempfile::tempdir().unwrap();
    let talk = TestTalk::new()
        .single("q", &["a", "b"])
        .breakdown()
        .file("merle.png", b"a blackbird");
    let file = talk.write(folder.path());
    let own = talk.markdown().replace("bird: curieux", "bird: ./merle.png");
    assert_ne!(own, talk.markdown());
    std::fs::write(&file, own).unwrap();
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let program = Headless::start(&file, &folder.path().join("data"), listen);
    let (presenter, stranger) = (program.presenter(), program.stranger());
    assert_eq!(presenter.get("/stage/pictures/merle.png").await.text, "a blackbird");
    get(&stranger, "/pictures/merle.png")
        .await
        .assert_refused(ErrorCode::NotFound, "nobody has a profile yet");
    let deck: StageDeck = presenter.get("/stage/deck").await.success();
    let room = deck
        .slides
        .iter()
        .position(|slide| slide.layout == Layout::Profiles)
        .expect("a breakdown");
    presenter.goto(room, 0).await.assert_success();
    assert_eq!(get(&stranger, "/pictures/merle.png").await.text, "a blackbird");
}
