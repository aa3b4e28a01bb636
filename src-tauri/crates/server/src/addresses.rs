//! Which address of this computer phones in the room can reach.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use gazouillis_protocol::AddressView;
use tokio::sync::watch;

use crate::hosts::{Names, authority, authority_of};

/// How often the computer's addresses are looked at again.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// An address with the name of its interface.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// The address.
    pub ip: IpAddr,
    /// The interface's name.
    pub interface: String,
}

impl Address {
    /// How likely phones in the room reach it; the highest is chosen. Home and office networks come before the rest,
    /// cables and Wi-Fi before what virtual machines, containers and VPNs add, IPv4 before IPv6.
    fn likelihood(&self) -> i32 {
        let range = match self.ip {
            IpAddr::V4(ip) if ip.is_link_local() => -20,
            IpAddr::V4(ip) if ip.is_private() => 30,
            IpAddr::V4(_) => 10,
            IpAddr::V6(ip) if (ip.segments()[0] & 0xfe00) == 0xfc00 => 5,
            IpAddr::V6(_) => 0,
        };
        let name = self.interface.to_lowercase();
        let starts = |names: &[&str]| names.iter().any(|start| name.starts_with(start));
        let kind = if starts(VIRTUAL) || VIRTUAL_ANYWHERE.iter().any(|part| name.contains(part)) {
            -40
        } else if starts(&["wl", "wi-fi", "wifi", "wlan"]) {
            8
        } else if starts(&["en", "eth", "ethernet"]) {
            6
        } else {
            0
        };
        range + kind
    }
}

/// How interfaces that phones cannot reach are named.
const VIRTUAL: &[&str] = &[
    "docker",
    "br-",
    "veth",
    "virbr",
    "vmnet",
    "vbox",
    "tun",
    "tap",
    "wg",
    "utun",
    "zt",
    "tailscale",
    "ppp",
    "ipsec",
    "llw",
    "awdl",
    "lxc",
    "podman",
    "cni",
    "flannel",
    "ham",
];
const VIRTUAL_ANYWHERE: &[&str] = &["virtual", "vethernet", "hyper-v", "loopback", "vpn", "wsl"];

/// The addresses of the audience listener, watched while it runs.
#[derive(Debug, Clone)]
pub struct AddressBook {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    port: u16,
    bound: IpAddr,
    name: Option<String>,
    wish: Mutex<Option<IpAddr>>,
    known: watch::Sender<Known>,
}

/// The addresses at one time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Known {
    /// Best first.
    addresses: Vec<Address>,
    chosen: Option<IpAddr>,
    hosts: Names,
}

impl AddressBook {
    /// The book of a listener. `name` is a host name by which phones reach this computer, used instead of an address.
    #[must_use]
    pub fn new(listener: SocketAddr, name: Option<String>) -> Self {
        let inner = Inner {
            port: listener.port(),
            bound: listener.ip(),
            name,
            wish: Mutex::new(None),
            known: watch::Sender::new(Known::default()),
        };
        let book = Self { inner: Arc::new(inner) };
        book.look();
        book
    }

    /// Looks at the computer's addresses now.
    pub fn look(&self) {
        let found = if self.inner.bound.is_unspecified() {
            local_addresses()
        } else {
            vec![Address {
                ip: self.inner.bound,
                interface: String::new(),
            }]
        };
        self.learn(found);
    }

    fn learn(&self, mut addresses: Vec<Address>) {
        addresses.sort_by_key(|address| (-address.likelihood(), address.interface.clone(), address.ip));
        let wish = *self.inner.wish.lock().unwrap_or_else(PoisonError::into_inner);
        let chosen = wish.filter(|wish| addresses.iter().any(|address| address.ip == *wish));
        let chosen = chosen.or_else(|| addresses.first().map(|address| address.ip));
        let ips = addresses.iter().map(|address| address.ip);
        let hosts = Names::new(ips, self.inner.name.as_deref(), self.inner.port);
        let known = Known {
            addresses,
            chosen,
            hosts,
        };
        self.inner.known.send_if_modified(|current| {
            let changed = *current != known;
            *current = known;
            changed
        });
    }

    /// Lets the presenter pick an address. Says whether the computer has it.
    pub fn choose(&self, address: &str) -> bool {
        let ip = address
            .parse::<SocketAddr>()
            .map(|socket| socket.ip())
            .or_else(|_| address.trim_matches(['[', ']']).parse::<IpAddr>());
        let Ok(ip) = ip else { return false };
        if !self
            .inner
            .known
            .borrow()
            .addresses
            .iter()
            .any(|address| address.ip == ip)
        {
            return false;
        }
        *self.inner.wish.lock().unwrap_or_else(PoisonError::into_inner) = Some(ip);
        let addresses = self.inner.known.borrow().addresses.clone();
        self.learn(addresses);
        true
    }

    /// Whether a `Host` header names this listener.
    #[must_use]
    pub fn is_ours(&self, host: &str) -> bool {
        self.inner.known.borrow().hosts.contain(host)
    }

    /// The presenter's own name for this computer.
    pub(crate) fn name(&self) -> Option<String> {
        self.inner.name.clone()
    }

    /// The address phones are told, with its port; `None` without a network.
    #[must_use]
    pub fn authority(&self) -> Option<String> {
        if let Some(name) = &self.inner.name {
            return Some(authority(name, self.inner.port));
        }
        self.inner
            .known
            .borrow()
            .chosen
            .map(|ip| authority_of(ip, self.inner.port))
    }

    /// The address phones open. Without a network it is one that works on this computer only.
    #[must_use]
    pub fn join_url(&self) -> String {
        let here = || authority("127.0.0.1", self.inner.port);
        format!("http://{}/", self.authority().unwrap_or_else(here))
    }

    /// The addresses on offer, best first.
    #[must_use]
    pub fn offers(&self) -> Vec<AddressView> {
        let known = self.inner.known.borrow();
        let offers = known.addresses.iter().map(|address| AddressView {
            address: authority_of(address.ip, self.inner.port),
            interface: address.interface.clone(),
            chosen: known.chosen == Some(address.ip),
            likely: address.likelihood() > 0,
        });
        offers.collect()
    }

    /// Told when anything about the addresses changes.
    pub(crate) fn changes(&self) -> watch::Receiver<impl Send + Sync + use<>> {
        self.inner.known.subscribe()
    }

    /// Keeps looking, for as long as the future is polled.
    pub(crate) async fn watch(self) {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            self.look();
        }
    }
}

/// The addresses a phone might reach: neither loopback nor IPv6 link-local, which need a zone no phone can type.
fn local_addresses() -> Vec<Address> {
    let interfaces = if_addrs::get_if_addrs().unwrap_or_else(|error| {
        tracing::warn!(%error, "The computer's addresses could not be read.");
        Vec::new()
    });
    let reachable = interfaces.into_iter().filter(|interface| match interface.ip() {
        IpAddr::V4(ip) => !ip.is_loopback(),
        IpAddr::V6(ip) => !ip.is_loopback() && (ip.segments()[0] & 0xffc0) != 0xfe80,
    });
    reachable
        .map(|interface| Address {
            ip: interface.ip(),
            interface: interface.name,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(ip: &str, interface: &str) -> Address {
        Address {
            ip: ip.parse().unwrap(),
            interface: interface.to_owned(),
        }
    }

    fn book(addresses: Vec<Address>) -> AddressBook {
        let book = AddressBook::new("0.0.0.0:8080".parse().unwrap(), None);
        book.learn(addresses);
        book
    }

    #[test]
    fn wifi_is_preferred_to_containers_and_vpns() {
        let book = book(vec![
            address("172.17.0.1", "docker0"),
            address("10.8.0.6", "tun0"),
            address("192.168.1.20", "wlp3s0"),
            address("169.254.3.4", "eth1"),
        ]);
        assert_eq!(book.authority().as_deref(), Some("192.168.1.20:8080"));
    }

    #[test]
    fn an_ipv6_address_is_bracketed() {
        let book = book(vec![address("fd00::2", "eth0")]);
        assert_eq!(book.authority().as_deref(), Some("[fd00::2]:8080"));
        assert!(book.is_ours("[fd00::2]:8080"));
    }

    #[test]
    fn the_presenters_choice_lasts_while_the_address_exists() {
        let (wifi, cable) = (address("192.168.1.20", "wlan0"), address("10.0.0.5", "eth0"));
        let book = book(vec![wifi.clone(), cable.clone()]);
        assert!(book.choose("10.0.0.5:8080"));
        assert_eq!(book.authority().as_deref(), Some("10.0.0.5:8080"));
        book.learn(vec![wifi.clone()]);
        assert_eq!(
            book.authority().as_deref(),
            Some("192.168.1.20:8080"),
            "the chosen address has gone"
        );
        book.learn(vec![wifi, cable]);
        assert_eq!(book.authority().as_deref(), Some("10.0.0.5:8080"), "it came back");
        assert!(
            !book.choose("203.0.113.9:8080"),
            "the computer does not have that address"
        );
    }

    #[test]
    fn on_the_usual_port_addresses_are_told_without_it_and_can_be_chosen_as_told() {
        let book = AddressBook::new("0.0.0.0:80".parse().unwrap(), None);
        book.learn(vec![address("192.168.1.20", "wlan0"), address("fd00::2", "eth0")]);
        assert_eq!(book.join_url(), "http://192.168.1.20/");
        for offer in book.offers() {
            assert!(book.is_ours(&offer.address), "{}", offer.address);
            assert!(book.choose(&offer.address), "{}", offer.address);
        }
        assert_eq!(book.join_url(), "http://[fd00::2]/");
    }

    #[test]
    fn a_name_of_the_presenters_choice_is_shown_as_given_and_ours_in_any_case() {
        for (port, url, host) in [
            (80, "http://Salle.Exemple/", "salle.exemple"),
            (8080, "http://Salle.Exemple:8080/", "salle.exemple:8080"),
        ] {
            let book = AddressBook::new(SocketAddr::from(([0, 0, 0, 0], port)), Some("Salle.Exemple".to_owned()));
            assert_eq!(book.join_url(), url);
            assert!(book.is_ours(host), "{host}");
        }
    }
}
