//! By which names a listener is called: the one place that reads `Host`, an absolute-form target and `Origin`.
//!
//! A name that leads here without being ours is DNS rebinding, so the rule is a list of spellings, never a pattern: what a
//! browser sends for an address that we show, and nothing that merely means the same.

use std::collections::HashSet;
use std::net::{IpAddr, SocketAddr};

use http::header::{HOST, HeaderName};
use http::{HeaderMap, Request};

/// The port that a URL of plain http leaves out, and a `Host` with it.
const USUAL_PORT: u16 = 80;

/// A host and a port as a URL names them: an IPv6 address in brackets, port 80 left out.
pub(crate) fn authority(host: &str, port: u16) -> String {
    if port == USUAL_PORT {
        host.to_owned()
    } else {
        format!("{host}:{port}")
    }
}

/// As [`authority`], of an address.
pub(crate) fn authority_of(ip: IpAddr, port: u16) -> String {
    let host = match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    authority(&host, port)
}

/// The names of one listener, as requests may spell them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Names(HashSet<String>);

impl Names {
    /// Those of a listener on this computer: the addresses, loopback, and a name of the presenter's choice.
    pub(crate) fn new(addresses: impl IntoIterator<Item = IpAddr>, name: Option<&str>, port: u16) -> Self {
        let loopback = [IpAddr::from([127, 0, 0, 1]), IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1])];
        let mut names = HashSet::new();
        for ip in addresses.into_iter().chain(loopback) {
            // With the port that may be left out, both are right.
            names.insert(SocketAddr::new(ip, port).to_string());
            names.insert(authority_of(ip, port));
        }
        for name in ["localhost"].into_iter().chain(name) {
            let name = name.to_ascii_lowercase();
            names.insert(format!("{name}:{port}"));
            names.insert(authority(&name, port));
        }
        Self(names)
    }

    /// Whether a host and port are this listener's.
    pub(crate) fn contain(&self, host: &str) -> bool {
        self.0.contains(host) || self.0.contains(&host.to_ascii_lowercase())
    }
}

/// The host a request is for: its only `Host`, and the same one in an absolute-form target, if it has that form. `None`
/// when the request does not say, or says two things.
pub(crate) fn asked_for<B>(request: &Request<B>) -> Option<&str> {
    let host = one(request.headers(), &HOST)?;
    match (request.uri().scheme_str(), request.uri().authority()) {
        (None, None) => Some(host),
        (Some("http"), Some(authority)) => is_same(authority.as_str(), host).then_some(host),
        // What a proxy is asked, which this is not.
        _ => None,
    }
}

/// Whether two authorities are spelled the same, but for port 80, which may be left out.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |authority: &str| authority.strip_suffix(":80").unwrap_or(authority).to_owned();
    one == other || plain(one) == plain(other)
}

/// Whether an `Origin` is the very page that this host serves.
pub(crate) fn is_own_origin(origin: &str, host: &str) -> bool {
    origin
        .strip_prefix("http://")
        .is_some_and(|authority| !authority.is_empty() && is_same(authority, host))
}

/// A header that must come once to count.
pub(crate) fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    if values.next().is_some() {
        return None;
    }
    value.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A request line's target and the `Host` lines under it.
    fn request(target: &str, hosts: &[&str]) -> Request<()> {
        let mut request = Request::builder().uri(target);
        for host in hosts {
            request = request.header(HOST, *host);
        }
        request.body(()).unwrap()
    }

    fn names(port: u16) -> Names {
        let addresses = ["192.168.1.20", "fd00::2"].map(|ip| ip.parse().unwrap());
        Names::new(addresses, Some("Salle.Exemple"), port)
    }

    #[test]
    fn a_host_is_ours_when_it_is_spelled_as_browsers_spell_what_we_show() {
        // The listener's port, the host, whether it is ours.
        let table = [
            (8080, "192.168.1.20:8080", true),
            (8080, "127.0.0.1:8080", true),
            (8080, "localhost:8080", true),
            (8080, "LOCALHOST:8080", true),
            (8080, "[::1]:8080", true),
            (8080, "[fd00::2]:8080", true),
            (8080, "[FD00::2]:8080", true),
            (8080, "salle.exemple:8080", true),
            (8080, "Salle.Exemple:8080", true),
            (8080, "192.168.1.20", false),
            (8080, "192.168.1.20:80", false),
            (8080, "salle.exemple", false),
            (8080, "salle.exemple.:8080", false),
            (8080, "fd00::2:8080", false),
            (8080, "192.168.1.21:8080", false),
            (8080, "192.168.1.20:8080.evil.example", false),
            (8080, "evil.example:8080", false),
            (8080, "", false),
            (8080, ":8080", false),
            // The port that a URL leaves out, and `Host` with it.
            (80, "192.168.1.20", true),
            (80, "192.168.1.20:80", true),
            (80, "127.0.0.1", true),
            (80, "localhost", true),
            (80, "[::1]", true),
            (80, "[fd00::2]", true),
            (80, "[fd00::2]:80", true),
            (80, "SALLE.exemple", true),
            (80, "salle.exemple:80", true),
            (80, "192.168.1.20:8080", false),
            (80, "192.168.1.20:", false),
            (80, "192.168.1.20:080", false),
            (80, "192.168.1.200", false),
            (80, "fd00::2", false),
            (80, "evil.example", false),
            (80, "salle.exemple.evil.example", false),
            (80, "", false),
        ];
        for (port, host, ours) in table {
            assert_eq!(names(port).contain(host), ours, "{host:?} of port {port}");
        }
    }

    #[test]
    fn a_request_is_for_the_one_host_that_it_names() {
        let own = "192.168.1.20:8080";
        // The target, the `Host` lines, the host it is for.
        let table: [(&str, &[&str], Option<&str>); 14] = [
            ("/healthz", &[own], Some(own)),
            ("/healthz", &[], None),
            ("/healthz", &[own, own], None),
            ("/healthz", &[own, "evil.example"], None),
            ("http://192.168.1.20:8080/healthz", &[own], Some(own)),
            ("http://192.168.1.20:8080/healthz", &[], None),
            ("http://192.168.1.20:8080/healthz", &["evil.example"], None),
            ("http://evil.example/healthz", &[own], None),
            ("http://evil.example/healthz", &["evil.example"], Some("evil.example")),
            ("http://user@192.168.1.20:8080/", &[own], None),
            ("https://192.168.1.20:8080/", &[own], None),
            ("http://192.168.1.20/", &["192.168.1.20"], Some("192.168.1.20")),
            ("http://192.168.1.20:80/", &["192.168.1.20"], Some("192.168.1.20")),
            ("192.168.1.20:8080", &[own], None),
        ];
        for (target, hosts, expected) in table {
            assert_eq!(asked_for(&request(target, hosts)), expected, "{target} with {hosts:?}");
        }
    }

    #[test]
    fn an_origin_is_ours_when_it_is_the_page_of_this_host() {
        let table = [
            ("http://192.168.1.20:8080", "192.168.1.20:8080", true),
            ("http://192.168.1.20", "192.168.1.20", true),
            ("http://192.168.1.20", "192.168.1.20:80", true),
            ("http://192.168.1.20:80", "192.168.1.20", true),
            ("http://192.168.1.20", "192.168.1.20:8080", false),
            ("https://192.168.1.20", "192.168.1.20", false),
            ("http://192.168.1.20/", "192.168.1.20", false),
            ("http://evil.example", "192.168.1.20", false),
            ("http://", "", false),
            ("null", "192.168.1.20", false),
            ("", "192.168.1.20", false),
        ];
        for (origin, host, own) in table {
            assert_eq!(is_own_origin(origin, host), own, "{origin:?} of {host:?}");
        }
    }

    #[test]
    fn an_address_is_shown_as_browsers_write_it() {
        let shown = |ip: &str, port| authority_of(ip.parse().unwrap(), port);
        assert_eq!(shown("192.168.1.20", 8080), "192.168.1.20:8080");
        assert_eq!(shown("192.168.1.20", 80), "192.168.1.20");
        assert_eq!(shown("fd00::2", 8080), "[fd00::2]:8080");
        assert_eq!(shown("fd00::2", 80), "[fd00::2]");
    }
}
