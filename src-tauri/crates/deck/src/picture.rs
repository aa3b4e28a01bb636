//! Which picture paths a talk may name: files of its own folder, of a few types.

use crate::diagnostic::DiagnosticCode as Code;
use crate::report::{Problem, Report, Spanned};

/// The file types that are served.
pub(crate) const TYPES: [&str; 6] = ["png", "jpg", "jpeg", "webp", "svg", "gif"];

/// More pictures than anybody shows.
pub(crate) const MOST_PICTURES: usize = 300;

/// Letters that some system does not allow in a file's name, or that an address would read differently.
const REFUSED: [char; 9] = ['\\', '%', ':', '*', '?', '"', '<', '>', '|'];

/// The path beneath the talk's folder, without `./`. Anything else is reported.
pub(crate) fn relative(src: &Spanned<String>, report: &Report) -> Option<String> {
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
    let file_type = clean.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if !file_type.is_some_and(|ending| TYPES.contains(&ending.as_str())) {
        report.add(
            Problem::new(src.at, Code::PictureType)
                .found(path)
                .expected(TYPES.join(", ")),
        );
        return None;
    }
    Some(clean)
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
