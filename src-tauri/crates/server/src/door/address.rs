//! What counts as one device address.

use std::net::{IpAddr, Ipv6Addr};

/// A device's address, as coarse as one household or laptop may choose it freely: an IPv4 address, or an IPv6 /64, of
/// which any device may use any address. An IPv4-mapped IPv6 address is the IPv4 address.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct DeviceAddress(u128);

/// The half of an IPv6 address that names the network.
const NETWORK: u128 = u128::MAX << 64;

impl DeviceAddress {
    /// Whether it is the presenter's own computer: 127.0.0.1 or ::1. Whoever sits there holds the talk, and what a
    /// tunnel on this computer brings in comes from many. Such an address is neither asked about nor slowed down.
    pub(crate) fn is_this_computer(self) -> bool {
        [IpAddr::from([127, 0, 0, 1]), Ipv6Addr::LOCALHOST.into()]
            .into_iter()
            .any(|own| Self::from(own) == self)
    }
}

impl From<IpAddr> for DeviceAddress {
    fn from(ip: IpAddr) -> Self {
        match ip.to_canonical() {
            IpAddr::V4(ip) => Self(ip.to_ipv6_mapped().to_bits()),
            IpAddr::V6(ip) => Self(ip.to_bits() & NETWORK),
        }
    }
}

impl std::fmt::Debug for DeviceAddress {
    /// An address never reaches a log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DeviceAddress(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(ip: &str) -> DeviceAddress {
        DeviceAddress::from(ip.parse::<IpAddr>().unwrap())
    }

    #[test]
    fn an_ipv6_network_counts_as_one_and_a_mapped_address_as_what_it_maps() {
        for (one, other, same) in [
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
            ("::ffff:192.168.1.7", "192.168.1.7", true),
            ("192.168.1.7", "192.168.1.8", false),
            ("127.0.0.1", "127.0.0.2", false),
            ("::1", "127.0.0.1", false),
        ] {
            assert_eq!(address(one) == address(other), same, "{one} and {other}");
        }
    }

    #[test]
    fn only_the_usual_loopback_addresses_are_this_computer() {
        for (ip, own) in [
            ("127.0.0.1", true),
            ("::1", true),
            ("::ffff:127.0.0.1", true),
            ("127.0.0.2", false),
            ("192.168.1.7", false),
            ("0.0.0.0", false),
            ("fe80::1", false),
        ] {
            assert_eq!(address(ip).is_this_computer(), own, "{ip}");
        }
    }

    #[test]
    fn an_address_is_not_written_down() {
        assert_eq!(format!("{:?}", address("192.168.1.7")), "DeviceAddress(…)");
    }
}
