//! The pages, built by Vite and carried in the program. In a debug build they are read from `ui/dist`, so that the pages can
//! be rebuilt without the program.

use std::borrow::Cow;

use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use gazouillis_protocol::ErrorCode;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, VARY,
};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::answer::ApiError;

#[derive(RustEmbed)]
#[folder = "../../../ui/dist/desk"]
#[allow_missing = true]
struct Desk;

#[derive(RustEmbed)]
#[folder = "../../../ui/dist/phone"]
#[allow_missing = true]
struct Phone;

/// What pages may load and do: where scripts and styles may come from, and whom to call besides their own origin.
fn policy(scripts: &str, styles: &str, calls: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' blob:; media-src 'self'; font-src 'self'; \
         connect-src 'self'{calls}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types svelte-trusted-html"
    )
}

/// Says what to do where the pages have not been built.
const NOT_BUILT: &str = "The pages are not built. Run `cargo xtask run`, or `npm ci && npm run build` in ui/, and start again.\n\
     Les pages ne sont pas construites. Lancez `cargo xtask run`.\n";

/// How the pages of the desktop app call the shell. In a browser these addresses lead nowhere.
const SHELL: &str = " ipc: http://ipc.localhost";

/// The stage's page. In the desktop app it may also tell the shell which key was pressed.
pub(crate) fn stage_page(headers: &HeaderMap) -> Response {
    page::<Desk>("stage.html", headers, |_| policy("'self'", "'self'", SHELL))
}

/// The console's page. In the desktop app it may also call the shell's commands.
pub(crate) fn console_page(headers: &HeaderMap) -> Response {
    page::<Desk>("console.html", headers, |_| policy("'self'", "'self'", SHELL))
}

/// The home page. In the desktop app it may also call the shell's commands.
pub(crate) fn home_page(headers: &HeaderMap) -> Response {
    page::<Desk>("home.html", headers, |_| policy("'self'", "'self'", SHELL))
}

/// The remote control's page.
pub(crate) fn remote_page(headers: &HeaderMap) -> Response {
    page::<Desk>("remote.html", headers, |_| policy("'self'", "'self'", ""))
}

/// The phone page, with what draws the kind of question that is asked inside. Its scripts and style are in the page, so
/// they are allowed by their hashes.
pub(crate) fn phone_page(asked: Option<&str>, headers: &HeaderMap) -> Response {
    let name = page_with(asked, |name| Phone::get(name).is_some());
    page::<Phone>(&name, headers, |html| {
        let scripts = hashes(html, "<script", "</script>");
        let styles = hashes(html, "<style", "</style>");
        policy(&format!("'self'{scripts}"), &format!("'self'{styles}"), "")
    })
}

/// The page that has this kind of question inside. The usual kinds are inside of the page that has no kind in its name, and
/// from that page every other kind can be loaded.
fn page_with(kind: Option<&str>, is_built: impl Fn(&str) -> bool) -> Cow<'static, str> {
    kind.map(|kind| format!("index.{kind}.html"))
        .filter(|name| is_built(name))
        .map_or(Cow::Borrowed("index.html"), Cow::Owned)
}

/// The hashes of inline blocks, as sources of a content security policy.
fn hashes(html: &str, opening: &str, closing: &str) -> String {
    let mut sources = String::new();
    let mut rest = html;
    while let Some(start) = rest.find(opening) {
        let Some(inside) = rest[start..].find('>').map(|end| start + end + 1) else {
            break;
        };
        let Some(end) = rest[inside..].find(closing).map(|end| inside + end) else {
            break;
        };
        sources.push_str(" 'sha256-");
        STANDARD.encode_string(Sha256::digest(&rest.as_bytes()[inside..end]), &mut sources);
        sources.push('\'');
        rest = &rest[end..];
    }
    sources
}

fn page<Pages: RustEmbed>(name: &str, headers: &HeaderMap, policy: impl FnOnce(&str) -> String) -> Response {
    let Some(plain) = Pages::get(name) else {
        return (http::StatusCode::SERVICE_UNAVAILABLE, NOT_BUILT).into_response();
    };
    let html = String::from_utf8_lossy(&plain.data);
    let security = (CONTENT_SECURITY_POLICY, policy(&html));
    let mut response = encoded::<Pages>(name, plain.data, headers);
    response.headers_mut().extend([(
        security.0,
        security.1.try_into().expect("BUG: the policy is plain ASCII"),
    )]);
    response
}

/// A file of the stage and the console.
pub(crate) fn desk_asset(path: &str, headers: &HeaderMap) -> Result<Response, ApiError> {
    asset::<Desk>(path, headers)
}

/// A file that the phone page loads later.
pub(crate) fn phone_asset(path: &str, headers: &HeaderMap) -> Result<Response, ApiError> {
    asset::<Phone>(path, headers)
}

fn asset<Pages: RustEmbed>(path: &str, headers: &HeaderMap) -> Result<Response, ApiError> {
    let name = path.trim_start_matches('/');
    let is_page = [".html", ".br", ".gz"].iter().any(|ending| name.ends_with(ending));
    let file = Pages::get(name)
        .filter(|_| !is_page)
        .ok_or(ApiError(ErrorCode::NotFound))?;
    let mut response = encoded::<Pages>(name, file.data, headers);
    if name.starts_with("assets/") {
        // The name carries a hash of the content.
        let forever = http::HeaderValue::from_static("public, max-age=31536000, immutable");
        response.headers_mut().insert(CACHE_CONTROL, forever);
    }
    Ok(response)
}

/// The compressed forms that the build made of each file, best first: the coding's name, and the ending. Browsers ask for
/// brotli only where the connection is encrypted, so on a room's plain http it is mostly the second that travels.
const CODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// A file as it is, or as the build compressed it for those who take that.
fn encoded<Pages: RustEmbed>(name: &str, plain: Cow<'static, [u8]>, headers: &HeaderMap) -> Response {
    let media_type = [(CONTENT_TYPE, media_type(name)), (VARY, "accept-encoding")];
    for (coding, ending) in CODINGS {
        if takes(headers, coding)
            && let Some(compressed) = Pages::get(&format!("{name}.{ending}"))
        {
            return (media_type, [(CONTENT_ENCODING, coding)], compressed.data).into_response();
        }
    }
    (media_type, plain).into_response()
}

/// Whether the asker takes a coding (RFC 9110, 12.5.3): named, or covered by `*`, with a weight that is not 0. Who says
/// nothing gets the file as it is.
fn takes(headers: &HeaderMap, coding: &str) -> bool {
    let mut any = false;
    let lines = headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    for one in lines.flat_map(|line| line.split(',')) {
        let mut parts = one.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let weight = parts
            .filter_map(|part| part.split_once('='))
            .find(|(key, _)| key.trim().eq_ignore_ascii_case("q"));
        // What is not a number is no weight, and a coding without one is wanted.
        let wanted = weight.and_then(|(_, value)| value.trim().parse::<f32>().ok()) != Some(0.0);
        if name.eq_ignore_ascii_case(coding) {
            return wanted;
        }
        any |= name == "*" && wanted;
    }
    any
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_gets_the_page_with_the_kind_that_is_asked_inside() {
        let built = |name: &str| ["index.html", "index.scale.html"].contains(&name);
        assert_eq!(page_with(Some("scale"), built), "index.scale.html");
        assert_eq!(
            page_with(Some("single"), built),
            "index.html",
            "it is inside of the usual page"
        );
        assert_eq!(page_with(None, built), "index.html", "nothing is asked");
    }

    #[test]
    fn every_block_of_a_page_is_allowed_by_its_hash() {
        let sources = hashes(
            "<script type=\"module\">one</script><script>two</script>",
            "<script",
            "</script>",
        );
        // From `printf one | openssl dgst -sha256 -binary | base64`, and the same of `two`.
        assert_eq!(
            sources,
            " 'sha256-dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0=' 'sha256-P8TM/nRYcOLA2Z9x8w/wZWyN7dQcwdfT03aw2+aF4vM='"
        );
    }

    #[test]
    fn a_coding_is_sent_to_those_who_take_it() {
        let table = [
            ("gzip", true),
            ("GZIP", true),
            ("br, gzip", true),
            ("br,gzip;q=0.5", true),
            ("gzip; q=1", true),
            ("gzip ; Q=0.001", true),
            ("*", true),
            ("br;q=1, *;q=0.1", true),
            ("gzip, *;q=0", true),
            ("gzip;q=0", false),
            ("gzip;q=0.0", false),
            ("gzip; q=0.000", false),
            ("gzip ; Q=0, br", false),
            ("gzip;q=0, *", false),
            ("*;q=0", false),
            ("br", false),
            ("identity", false),
            ("", false),
        ];
        for (accepted, expected) in table {
            let headers = HeaderMap::from_iter([(ACCEPT_ENCODING, accepted.parse().unwrap())]);
            assert_eq!(takes(&headers, "gzip"), expected, "{accepted:?}");
        }
        assert!(!takes(&HeaderMap::new(), "gzip"), "who says nothing");
    }
}
