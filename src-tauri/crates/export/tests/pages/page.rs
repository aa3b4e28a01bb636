//! The page as a browser parses it: what was typed is text in it, and it asks nobody for anything.

use gazouillis_core::Summary;
use gazouillis_export::{Format, render};
use scraper::{ElementRef, Html, Node};

use crate::typed::{WORD, all_of, exact, hostile, rooms, some};

pub(crate) fn html(summary: &Summary) -> String {
    String::from_utf8(render(summary, Format::Html).expect("it renders")).expect("it is text")
}

pub(crate) fn parsed(summary: &Summary) -> Html {
    let page = Html::parse_document(&html(summary));
    assert_eq!(page.errors, Vec::<String>::new(), "a browser mends nothing");
    page
}

/// What an element says, without the space around it.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// Everything of a page but its words: elements in their order, with what is said of them.
fn skeleton(page: &Html) -> Vec<String> {
    let elements = page.tree.nodes().filter_map(|node| node.value().as_element());
    let shape = |element: &scraper::node::Element| {
        let mut attributes: Vec<String> = element
            .attrs()
            .map(|(name, value)| format!("{name}={value:?}"))
            .collect();
        // The size of the title is that of its length.
        attributes.retain(|_| element.name() != "h1");
        format!("{} {}", element.name(), attributes.join(" "))
    };
    elements.map(shape).collect()
}

/// Every run of words, in order.
fn words(page: &Html) -> Vec<String> {
    let texts = page.tree.nodes().filter_map(|node| match node.value() {
        Node::Text(text) => Some(text.to_string()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn what_was_typed_comes_back_exactly_wherever_it_stands() {
    let payloads = exact();
    assert!(payloads.len() >= 100, "{} texts", payloads.len());
    let plain = words(&parsed(&all_of(WORD)));
    assert!(
        plain.iter().filter(|text| text.contains(WORD)).count() > 60,
        "it stands in many places"
    );
    for payload in payloads {
        let expected: Vec<String> = plain.iter().map(|text| text.replace(WORD, &payload)).collect();
        assert_eq!(words(&parsed(&all_of(&payload))), expected, "{payload}");
    }
}

#[test]
fn nothing_that_was_typed_makes_an_element() {
    let payloads = some(hostile(), 70);
    assert!(payloads.len() >= 100, "{} texts", payloads.len());
    let plain = skeleton(&parsed(&all_of(WORD)));
    for payload in payloads {
        let page = parsed(&all_of(&payload));
        // A text of nothing to see leaves its element out.
        let is_visible = payload.chars().any(|character| character.is_ascii_graphic());
        if is_visible && payload.len() <= 80 {
            assert_eq!(skeleton(&page), plain, "{payload:?}");
        }
        is_harmless(&page, &payload);
    }
}

#[test]
fn the_page_has_no_script_and_asks_nobody_for_anything() {
    for (name, summary) in rooms() {
        is_harmless(&parsed(&summary), name);
        let page = html(&summary);
        assert!(
            !page.contains("://") && !page.contains("@import"),
            "{name} has an address"
        );
        for address in page.split("url(").skip(1) {
            assert!(
                address.starts_with("data:font/woff2;base64,"),
                "{name} has a picture or a font that is not inside"
            );
        }
    }
}

const ELEMENTS: [&str; 45] = [
    "html", "head", "meta", "title", "style", "body", "svg", "symbol", "use", "g", "path", "circle", "ellipse", "rect",
    "header", "nav", "main", "section", "article", "footer", "div", "span", "p", "ul", "li", "a", "h1", "h2", "h3",
    "h4", "strong", "br", "q", "table", "caption", "thead", "tbody", "tr", "th", "td", "b", "i", "u", "s", "line",
];

/// Only elements that show words and shapes, and nothing of them that does or fetches something.
fn is_harmless(page: &Html, what: &str) {
    for element in page.tree.nodes().filter_map(|node| node.value().as_element()) {
        assert!(ELEMENTS.contains(&element.name()), "{what:?}: a {}", element.name());
        for (name, value) in element.attrs() {
            assert!(
                !name.starts_with("on") && !matches!(name, "src" | "srcset" | "srcdoc" | "action" | "ping"),
                "{what:?}: {name}"
            );
            assert!(name != "href" || value.starts_with('#'), "{what:?}: leads to {value}");
            assert!(
                name != "style" || !value.contains(['(', ':']) || is_length(value),
                "{what:?}: {value}"
            );
        }
    }
    let elements = page.tree.nodes().filter_map(|node| node.value().as_element());
    let mut policies = elements.filter(|element| element.attr("http-equiv").is_some());
    let policy = policies
        .next()
        .and_then(|policy| policy.attr("content"))
        .unwrap_or_default();
    assert!(
        policy.starts_with("default-src 'none'"),
        "{what:?}: the page may fetch something"
    );
}

/// `left:12.5%;width:3%`
fn is_length(style: &str) -> bool {
    style.split(';').all(|part| {
        let value = part
            .strip_prefix("left:")
            .or(part.strip_prefix("width:"))
            .and_then(|value| value.strip_suffix('%'));
        value.is_some_and(|value| value.parse::<f64>().is_ok_and(|value| (0.0..=100.0).contains(&value)))
    })
}
