//! The published description names every route, and no route that does not exist.

use std::collections::BTreeSet;

use gazouillis_server::{audience_openapi, control_openapi};

/// Routes that serve pages, files and the description itself.
const PAGES: [&str; 8] = [
    "/",
    "/assets/{}",
    "/favicon.svg",
    "/healthz",
    "/api/openapi.json",
    "/control/openapi.json",
    "/stage",
    "/console",
];

/// A path whose parameters have no names.
fn anonymous(path: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for letter in path.chars() {
        match letter {
            '{' => {
                inside = true;
                plain.push_str("{}");
            }
            '}' => inside = false,
            _ if !inside => plain.push(letter),
            _ => {}
        }
    }
    // A summary's file name is described by its format.
    plain.replace("/summary.{}", "/{}")
}

/// The routes as a router's source declares them: method and path.
fn declared(source: &str) -> BTreeSet<(String, String)> {
    let routes = source.split(".route(").skip(1).map(|rest| {
        let path = rest.split('"').nth(1).expect("a route has a path");
        let method = rest
            .split_once(", ")
            .and_then(|(_, rest)| rest.split('(').next())
            .expect("a route has a method");
        (method.trim().to_owned(), anonymous(path))
    });
    routes.filter(|(_, path)| !PAGES.contains(&path.as_str())).collect()
}

/// The routes as a description names them.
fn described(api: &utoipa::openapi::OpenApi) -> BTreeSet<(String, String)> {
    let json = serde_json::to_value(api).expect("a description is JSON");
    let paths = json["paths"].as_object().expect("it has paths").iter();
    let routes = paths.flat_map(|(path, item)| {
        let methods = item.as_object().expect("a path has methods").keys();
        methods.map(move |method| (method.clone(), anonymous(path)))
    });
    routes.collect()
}

#[test]
fn the_audience_description_is_the_audience_router() {
    let routes = declared(include_str!("../src/audience.rs"));
    assert_eq!(routes.len(), 12, "{routes:?}");
    assert_eq!(described(&audience_openapi()), routes);
}

#[test]
fn the_control_description_is_the_control_router() {
    let routes = declared(include_str!("../src/control.rs"));
    assert!(routes.len() >= 20, "{routes:?}");
    assert_eq!(described(&control_openapi()), routes);
}

#[test]
fn the_two_listeners_share_no_route() {
    let (audience, control) = (described(&audience_openapi()), described(&control_openapi()));
    assert!(audience.is_disjoint(&control));
    let phones = |path: &str| path.starts_with("/api/") || path == "/pictures/{}";
    assert!(audience.iter().all(|(_, path)| phones(path)));
    assert!(
        control
            .iter()
            .all(|(_, path)| path.starts_with("/control/") || path.starts_with("/stage/"))
    );
}

#[test]
fn every_route_but_joining_pictures_and_videos_asks_for_a_token() {
    for (api, open) in [
        // A page's picture cannot carry a token; which pictures there are is decided by what was asked.
        (audience_openapi(), vec!["/api/participants", "/pictures/{src}"]),
        // Nor can a player; which video there is is decided by the key in its address.
        (control_openapi(), vec!["/stage/play/{key}/{src}"]),
    ] {
        let json = serde_json::to_value(&api).expect("a description is JSON");
        for (path, item) in json["paths"].as_object().expect("it has paths") {
            for (method, operation) in item.as_object().expect("a path has methods") {
                let asks = operation["security"]
                    .as_array()
                    .is_some_and(|security| !security.is_empty());
                assert_eq!(asks, !open.contains(&path.as_str()), "{method} {path}");
                assert!(
                    operation["responses"]
                        .as_object()
                        .is_some_and(|responses| responses.len() > 1),
                    "{method} {path}"
                );
            }
        }
    }
}
