//! Which picture paths a talk may name: files of its own folder, of a few types.

use std::cell::RefCell;

use gazouillis_core::deck::Picture;

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::format::{Key, Takes};
use crate::report::{Problem, Report, Spanned};
use crate::yaml::Value;

/// The file types that are served.
pub(crate) const TYPES: [&str; 6] = ["png", "jpg", "jpeg", "webp", "svg", "gif"];

/// More pictures than anybody shows.
pub(crate) const MOST_PICTURES: usize = 300;

/// What the key `picture` of a question or an option takes: a path, or a path with its words.
pub(crate) const TAKES: Takes = Takes::Either(&[Takes::File(&TYPES), Takes::Map(&INSIDE)]);

const INSIDE: [Key; 2] = [
    Key::new(
        "src",
        Takes::File(&TYPES),
        "le fichier, dans le dossier de l’exposé",
        "the file, in the talk’s folder",
    )
    .due(),
    Key::new(
        "alt",
        Takes::Text,
        "ce qu’elle montre, pour qui ne la voit pas",
        "what it shows, for those who do not see it",
    )
    .due(),
];

/// Letters that some system does not allow in a file's name, or that an address would read differently.
pub(crate) const REFUSED: [char; 9] = ['\\', '%', ':', '*', '?', '"', '<', '>', '|'];

/// A picture's path beneath the talk's folder, without `./`. Anything else is reported.
pub(crate) fn relative(src: &Spanned<String>, report: &Report) -> Option<String> {
    relative_of(src, &TYPES, report)
}

/// The path of a file of some types beneath the talk's folder, without `./`. Anything else is reported.
pub(crate) fn relative_of(src: &Spanned<String>, types: &[&str], report: &Report) -> Option<String> {
    let path = src.value.as_str();
    let parts: Vec<&str> = path.split(['/', '\\']).collect();
    let code = if is_absolute(path) {
        Some(Code::PictureAbsolute)
    } else if is_address(path) {
        Some(Code::PictureAddress)
    } else if parts.contains(&"..") {
        Some(Code::PictureOutside)
    } else if path.contains(REFUSED) || path.contains(char::is_control) {
        Some(Code::PictureName)
    } else {
        None
    };
    if let Some(code) = code {
        report.add(Problem::new(src.at, code).found(path));
        return None;
    }
    let parts: Vec<&str> = parts
        .into_iter()
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    let clean = parts.join("/");
    if !ending(&clean).is_some_and(|ending| types.contains(&ending.as_str())) {
        report.add(
            Problem::new(src.at, Code::PictureType)
                .found(path)
                .expected(types.join(", ")),
        );
        return None;
    }
    Some(clean)
}

/// The letters after the last dot, in lower case.
pub(crate) fn ending(path: &str) -> Option<String> {
    path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())
}

/// `/pictures/a.png`, `\\server\a.png`, `C:\a.png`.
fn is_absolute(path: &str) -> bool {
    let mut letters = path.chars();
    let drive = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && letters.next() == Some(':');
    drive || (path.starts_with(['/', '\\']) && !path.starts_with("//"))
}

/// `https://…`, `//…`, `data:…`.
fn is_address(path: &str) -> bool {
    path.starts_with("//")
        || path.split_once(':').is_some_and(|(scheme, _)| {
            !scheme.is_empty()
                && scheme
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
        })
}

/// The picture of a question or of an option: `picture: { src: a.png, alt: "…" }`, or `picture: a.png` with `alt` beside it.
/// Whoever does not see it could not answer, so here words for them are no advice but due. What is named goes to `named`.
pub(crate) fn described(fields: &Fields<'_>, named: &RefCell<Vec<Spanned<String>>>) -> Option<Picture> {
    let report = fields.report;
    let Some(node) = fields.get("picture") else {
        if let Some(alt) = fields.entry("alt") {
            let problem = Problem::new(alt.at, Code::MisplacedKey).found("alt");
            report.add(problem.expected("picture: …"));
        }
        return None;
    };
    let (src, alt) = if let Value::Mapping(_) = node.value {
        let inside = Fields::of(node, "picture", "{ src: image.png, alt: \"…\" }", report)?;
        inside.only(&INSIDE);
        if let Some(alt) = fields.entry("alt") {
            report.add(
                Problem::new(alt.at, Code::IdleKey)
                    .found("alt")
                    .expected("picture: image.png"),
            );
        }
        (inside.required_text("src"), inside.required_text("alt"))
    } else {
        let src = fields.text("picture");
        let at = src.as_ref().map_or(node.at, |src| src.at);
        (src, fields.missing_at(at).required_text("alt"))
    };
    let src = src?;
    let path = relative(&src, report)?;
    named.borrow_mut().push(Spanned {
        at: src.at,
        value: path.clone(),
    });
    Some(Picture {
        src: path,
        alt: alt?.value,
    })
}
