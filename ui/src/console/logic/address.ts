import type { AddressView } from "../../protocol/generated";

/** Why an address is likely, or not, to be reached by the phones in the room. */
export type AddressReason = "room" | "vpn" | "virtual" | "this-computer" | "no-lease" | "unlikely";

const VPN = /^(tun|tap|wg|ppp|utun|ipsec|tailscale|zt|nordlynx|proton)|vpn|wireguard|zerotier/i;
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|vnic|bridge|lxc|lxd|podman|vethernet)|hyper-v|virtualbox|vmware|wsl/i;

export function reasonOf(address: AddressView): AddressReason {
  const host = hostOf(address.address);
  if (host.startsWith("127.") || host === "::1") return "this-computer";
  if (host.startsWith("169.254.") || /^fe[89ab]/i.test(host)) return "no-lease";
  if (address.likely) return "room";
  if (VPN.test(address.interface)) return "vpn";
  if (VIRTUAL.test(address.interface)) return "virtual";
  return "unlikely";
}

/** The address without its port; IPv6 literals stand in brackets. */
function hostOf(address: string): string {
  const bracketed = /^\[([^\]]*)\]/.exec(address)?.[1];
  return bracketed ?? address.replace(/:\d+$/, "");
}
