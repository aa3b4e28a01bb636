import { expect, test } from "vitest";
import { reasonOf } from "./address";

function reason(address: string, name: string, likely = false) {
  return reasonOf({ address, interface: name, likely, chosen: false });
}

test("an address says why phones reach it, or why not", () => {
  expect(reason("192.168.1.23:4860", "wlp2s0", true)).toBe("room");
  expect(reason("10.8.0.2:4860", "tun0")).toBe("vpn");
  expect(reason("100.64.0.9:4860", "tailscale0")).toBe("vpn");
  expect(reason("172.17.0.1:4860", "docker0")).toBe("virtual");
  expect(reason("172.20.0.1:80", "vEthernet (WSL)")).toBe("virtual");
  expect(reason("127.0.0.1:4860", "lo")).toBe("this-computer");
  expect(reason("[::1]:4860", "lo")).toBe("this-computer");
  expect(reason("169.254.3.4:4860", "eth0", true)).toBe("no-lease");
  expect(reason("[fe80::1]:4860", "eth0")).toBe("no-lease");
  expect(reason("10.1.2.3:4860", "eth1")).toBe("unlikely");
});
