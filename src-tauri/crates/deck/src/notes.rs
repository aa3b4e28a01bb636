//! Comments, and the speaker's notes in the last one of a slide.

use crate::diagnostic::DiagnosticCode as Code;
use crate::report::{Problem, Report, Spanned};

/// What parts the notes of one step from those of the next.
const CLICK: &str = "[click]";

/// Takes a piece of HTML apart: the comments in it are kept, anything else is refused.
pub(crate) fn comments(html: &str, at: usize, report: &Report) -> Vec<Spanned<String>> {
    let mut comments = Vec::new();
    let mut position = 0;
    while let Some(rest) = html.get(position..) {
        let start = position + rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let Some(body) = rest.strip_prefix("<!--") else {
            let end = rest.find(['>', '\n']).map_or(rest.len(), |end| end + 1);
            // What closes an element that was refused already is not a second mistake.
            if !(rest.starts_with("</") && report.has_errors()) {
                report.add(Problem::new(at + start, Code::RawHtml).found(rest[..end].trim_end()));
            }
            break;
        };
        let Some(length) = body.find("-->") else {
            report.add(Problem::new(at + start, Code::UnclosedComment));
            break;
        };
        comments.push(Spanned {
            at: at + start + 4,
            value: body[..length].to_owned(),
        });
        position = start + 4 + length + 3;
    }
    comments
}

/// The notes of a slide, one text per step. Marks beyond the last step are reported.
pub(crate) fn notes(comment: Option<&Spanned<String>>, steps: u16, report: &Report) -> Vec<String> {
    let Some(comment) = comment.filter(|comment| !comment.value.trim().is_empty()) else {
        return Vec::new();
    };
    let marks = comment.value.match_indices(CLICK);
    if let Some((mark, _)) = marks.into_iter().nth(usize::from(steps).saturating_sub(1)) {
        let problem = Problem::new(comment.at + mark, Code::NotesBeyondSteps);
        report.add(problem.expected(steps.to_string()));
    }
    let mut texts: Vec<String> = Vec::new();
    for part in comment.value.split(CLICK).map(str::trim) {
        if texts.len() < usize::from(steps) {
            texts.push(part.to_owned());
        } else if let Some(last) = texts.last_mut() {
            last.push_str("\n\n");
            last.push_str(part);
        }
    }
    texts
}
